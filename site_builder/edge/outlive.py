"""What an open page still asks for after a new build: files whose names have a fingerprint outlive one build."""

import os
import re
import shutil
from pathlib import Path

FINGERPRINT = re.compile(r"(?<=[./])[0-9a-f]{10}(?=[./])")
KEPT = 0  # the time of change that says that a file has outlived its own build already


def keep_fingerprinted(old: Path, fresh: Path) -> None:
    """Copy what only the old site has under a name with a fingerprint into the new one; what was kept once is left."""
    if not old.is_dir():
        return
    for path in old.rglob("*"):
        relative = path.relative_to(old)
        if not FINGERPRINT.search(f"/{relative.as_posix()}") or not path.is_file() or path.stat().st_mtime_ns == KEPT:
            continue
        target = fresh / relative
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            os.utime(target, ns=(KEPT, KEPT))
