"""To be imported by a file of tests before anything that makes PDF files.

The file is skipped where WeasyPrint or Pango is missing, an error in CI.
"""

import os

import pytest

try:
    import weasyprint  # noqa: F401 - to see that it is here
except (ImportError, OSError) as fault:
    if os.environ.get("CI"):
        raise
    pytest.skip(f"no WeasyPrint: {fault}", allow_module_level=True)
