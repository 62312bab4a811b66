"""The group `import`."""

from site_builder.commands.doing import words
from site_builder.commands.group import IMPORT, Commands

import_group = Commands(name="import", help=words("import"), modules=IMPORT)
