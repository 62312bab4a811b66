"""Faults of the machine, in words: a full disk, a missing right, a file in the way. They are nobody's content."""

import errno

from site_builder.foundation.strings import Strings

GOOD, FAULTS, PROGRAM, MACHINE, BUSY = range(5)  # exit codes, as README.md tells them

KNOWN = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "read-only",
    errno.EEXIST: "in-the-way",
    errno.ENOTDIR: "in-the-way",
    errno.EISDIR: "in-the-way",
    errno.ENOTEMPTY: "in-the-way",
    errno.ENOENT: "missing",
    errno.EFBIG: "large",
    errno.ENAMETOOLONG: "long-name",
    errno.ELOOP: "loop",
    errno.EBUSY: "busy",
    errno.EMFILE: "too-many-open",
    errno.ENFILE: "too-many-open",
}


class MachineFault(Exception):  # noqa: N818 - a word of the project: a fault is what is told to a person
    """What the machine cannot do: the words for it by their key below `command.machine`, and the code to exit with."""

    def __init__(self, key: str, code: int = MACHINE, **values: str) -> None:
        super().__init__(key)
        self.key, self.code, self.values = key, code, values


class NoRevisionError(Exception):
    """There is no such revision. `missing` is the key of the words for why, where that is known."""

    def __init__(self, revision: str, missing: str) -> None:
        super().__init__(revision)
        self.revision, self.missing = revision, missing


def machine_words(fault: OSError | MachineFault | MemoryError, strings: Strings) -> str:
    """Return a fault of the machine in words."""
    if isinstance(fault, MachineFault):
        return strings(f"command.machine.{fault.key}", **fault.values)
    if isinstance(fault, MemoryError):
        return strings("command.machine.memory")
    path = fault.filename2 or fault.filename or ""
    key = KNOWN.get(fault.errno or 0, "other")
    return strings(f"command.machine.{key}", path=str(path), fault=fault.strerror or str(fault))
