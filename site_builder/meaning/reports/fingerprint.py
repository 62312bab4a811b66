"""The fingerprint of a follow-up report: what its lock must be, so that nobody edits what has been reported."""

import hashlib
import json

from schema.follow_up import FollowUp

LENGTH = 16
# The lock is the fingerprint itself; the others may be added afterwards, or are ours and not the report's.
NOT_REPORTED = {"lock", "corrections", "readings", "form", "unanswered"}


def fingerprint(report: FollowUp) -> str:
    """Return the fingerprint of what a report says: the same however its YAML is wrapped, quoted and commented.

    Fields that are left out do not count, so that a report stays locked when the schema gets a new field.
    """
    said = report.model_dump(mode="json", exclude=NOT_REPORTED, exclude_defaults=True)
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:LENGTH]
