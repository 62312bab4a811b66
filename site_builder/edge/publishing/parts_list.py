"""What a site was made with, as a CycloneDX bill of materials that is made from the lock."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from site_builder.edge.machine import MachineFault

LOCK = Path(__file__).resolve().parents[3] / "requirements.lock"
SPECIFICATION = "1.6"
# An entry of the lock: the package, and in the comments after its hashes those that need it.
ENTRY = re.compile(r"^([\w.-]+)==.*\n(?:    --hash=.*\n)*((?:    #.*\n?)*)", re.MULTILINE)
NEEDED_BY = re.compile(r"#(?: via)?\s+(?!via$)([\w.-]+)(?: \(pyproject\.toml\))?$", re.MULTILINE)
OURS = "plan-site"


def parts_list(name: str, version: str) -> bytes:
    """Return every package of the lock with version, address, hashes and what it needs, as parts of the site `name`."""
    lock = LOCK.read_bytes()
    command = ("cyclonedx_py", "requirements", "-", "--spec-version", SPECIFICATION, "--output-reproducible")
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, check=False, input=lock)  # noqa: S603 - no shell
    if done.returncode:
        raise MachineFault("no-release-tools", package="cyclonedx-bom")
    parts = json.loads(done.stdout)
    parts["metadata"]["component"] = {"bom-ref": name, "name": name, "version": version, "type": "application"}
    references = {part["name"]: part["bom-ref"] for part in parts["components"]}
    parts["dependencies"] = list(_needs({**references, OURS: name}, dict(needed_by(lock.decode()))))
    return f"{json.dumps(parts, indent=2, ensure_ascii=False)}\n".encode()


def needed_by(lock: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every package of a lock with those that need it: other packages of the lock, or the site itself."""
    for name, comments in ENTRY.findall(lock):
        yield name, tuple(NEEDED_BY.findall(comments))


def _needs(references: Mapping[str, str], above: Mapping[str, tuple[str, ...]]) -> Iterator[dict[str, object]]:
    """Yield what each part needs, by its reference."""
    for name, reference in references.items():
        needed = sorted(references[part] for part, others in above.items() if name in others)
        yield {"ref": reference, **({"dependsOn": needed} if needed else {})}
