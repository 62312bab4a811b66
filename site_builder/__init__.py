"""A small compiler: content in YAML becomes diagnostics, pages and data. ARCHITECTURE.md shows the way of the data."""

import os

# Read by pydantic when its first model is made. It would ask every library that is installed whether it has a plug-in
# for models, a sixth of the time of `check`; and no library may have a say in what content means.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
