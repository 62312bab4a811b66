"""What a site was made with, as a CycloneDX bill of materials that is made from the lock."""

import json
import subprocess
import sys
from pathlib import Path

from site_builder.edge.machine import MachineFault

LOCK = Path(__file__).resolve().parents[3] / "requirements.lock"
SPECIFICATION = "1.6"


def parts_list(name: str, version: str) -> bytes:
    """Return every package of the lock with version, address and hashes, as parts of the site `name`."""
    lock = LOCK.read_bytes()
    command = ("cyclonedx_py", "requirements", "-", "--spec-version", SPECIFICATION, "--output-reproducible")
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, check=False, input=lock)  # noqa: S603 - no shell
    if done.returncode:
        raise MachineFault("no-release-tools", package="cyclonedx-bom")
    parts = json.loads(done.stdout)
    parts["metadata"]["component"] = {"bom-ref": name, "name": name, "version": version, "type": "application"}
    parts["dependencies"] = [
        *(depends for depends in parts.get("dependencies", ()) if depends["ref"] != name),
        {"ref": name, "dependsOn": sorted(part["bom-ref"] for part in parts["components"])},
    ]
    return f"{json.dumps(parts, indent=2, ensure_ascii=False)}\n".encode()
