"""Two folders that change places in one step, so that at no moment one of them is missing: Linux has that."""

import ctypes
import errno
import os
from pathlib import Path

HERE = -100  # AT_FDCWD: paths are read from the working folder
EXCHANGE = 2  # RENAME_EXCHANGE, see renameat2(2)
NOT_HERE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders of one disk change places. Returns False, with nothing done, where the system cannot."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if call is None:
        return False
    if call(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0:
        return True
    if (code := ctypes.get_errno()) in NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))
