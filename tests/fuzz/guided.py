"""A target tried with inputs that coverage leads to: what reaches something new is what the next ones are made of."""

from importlib import import_module

MEASURED = ["site_builder", "schema", "markdown", "yaml"]  # packages, of which each branch is told of


def main(arguments: list[str]) -> None:
    """Hand a target to atheris, with libFuzzer's options."""
    atheris = import_module("atheris")
    name, *options = arguments
    with atheris.instrument_imports(include=MEASURED):
        run, targets = import_module("tests.fuzz.run"), import_module("tests.fuzz.targets")

    def one(raw: bytes) -> None:
        if words := run.attempt(targets.TARGETS[name], raw).words:
            raise targets.FaultError(f"{run.kept(run.Broken(name, raw, words))}: {words}")

    atheris.Setup([f"fuzz {name}", *options], one)
    atheris.Fuzz()
