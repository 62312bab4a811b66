"""A group whose commands are imported when they are asked for: `check` needs none of those that edit."""

from collections.abc import Mapping
from importlib import import_module

import click

from site_builder.foundation.strings import Strings

# The name of a command -> its module and the name of the command in it.
EDITING = {
    "add": ("site_builder.commands.setting", "add_command"),
    "edit": ("site_builder.commands.edit", "edit_command"),
    "import": ("site_builder.commands.importing", "import_group"),
    "merge": ("site_builder.commands.making", "merge_group"),
    "qualify": ("site_builder.commands.changing", "qualify_command"),
    "rename": ("site_builder.commands.changing", "rename_group"),
    "renumber": ("site_builder.commands.changing", "renumber_command"),
    "schema": ("site_builder.commands.editor", "schema_command"),
    "set": ("site_builder.commands.setting", "set_command"),
    "withdraw": ("site_builder.commands.changing", "withdraw_command"),
}
# What is handed over of the site, with MkDocs or with libraries that it does without; and what was noted of that.
PUBLISHING = {
    "archive": ("hooks.publishing.archive", "archive_command"),
    "pdf": ("hooks.publishing.pdf", "pdf_command"),
    "public": ("site_builder.commands.public", "public_command"),
}
NEW = {
    "decision": ("site_builder.commands.making", "new_decision"),
    "document": ("site_builder.commands.making", "new_document"),
    "follow-up": ("site_builder.commands.making", "new_report"),
    "indicator": ("site_builder.commands.making", "new_indicator"),
    "intervention": ("site_builder.commands.making", "new_intervention"),
    "organization": ("site_builder.commands.making", "new_organization"),
    "plan": ("site_builder.commands.plans", "new_plan_command"),
    "site": ("site_builder.commands.starting", "new_site"),
}
EXPORT = {
    "follow-up-form": ("site_builder.commands.sheets", "follow_up_form_command"),
    "indicators": ("site_builder.commands.sheets", "indicators_form_command"),
}
IMPORT = {
    "follow-up": ("site_builder.commands.sheets", "import_follow_up"),
    "indicators": ("site_builder.commands.sheets", "import_indicators"),
}


class Commands(click.Group):
    """A group with commands of its own, and those of other modules by their names."""

    def __init__(self, *, modules: Mapping[str, tuple[str, str]], **settings: object) -> None:
        super().__init__(**settings)  # type: ignore[arg-type]  # click's own settings, whatever they are
        self.modules = modules

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted((*super().list_commands(context), *self.modules))

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return a command by its name, None where there is none of that name."""
        if name not in self.modules:
            return super().get_command(context, name)
        module, command = self.modules[name]
        found = getattr(import_module(module), command)
        return found if isinstance(found, click.Command) else None


class Export(Commands):
    """The group `export`: what is none of its commands is the folder that the command `site` writes to."""

    def parse_args(self, context: click.Context, arguments: list[str]) -> list[str]:
        """Put in the name of the command that is meant."""
        named = not arguments or arguments[0] == "--help" or arguments[0] in self.list_commands(context)
        return super().parse_args(context, arguments if named else ["site", *arguments])


def tell(fault: click.ClickException, strings: Strings) -> None:
    """Tell what is wrong with a command: what was not given, and what it is; anything else in click's own words."""
    if not isinstance(fault, click.MissingParameter) or fault.param is None or fault.ctx is None:
        fault.show()
        return
    name = fault.param.get_error_hint(fault.ctx).strip("'")
    about = getattr(fault.param, "help", None) or ""
    click.echo(strings("command.missing", name=name, help=about, command=fault.ctx.command_path), err=True)
