"""The fingerprint of a follow-up report: what its lock must be, so that nobody edits what has been reported."""

import hashlib
import json

from schema.follow_up import FollowUp

LENGTH = 16
# The lock is the fingerprint itself; the others may be added afterwards, or are ours and not the report's.
NOT_REPORTED = {"lock", "corrections", "readings", "form", "unanswered", "formerly"}


def fingerprint(report: FollowUp) -> str:
    """Return the fingerprint of what a report says: the same however its YAML is wrapped, quoted and commented.

    Fields that are left out do not count, so that a report stays locked when the schema gets a new field.
    """
    return _hashed(report, NOT_REPORTED)


def is_locked_as(report: FollowUp, lock: str) -> bool:
    """Tell whether a report says what it said when it got its lock.

    One that was locked before its plan had to be named may have got that line afterwards: it says what was meant.
    """
    return lock in (fingerprint(report), _hashed(report, NOT_REPORTED | {"plan"}))


def _hashed(report: FollowUp, left_out: set[str]) -> str:
    said = report.model_dump(mode="json", exclude=left_out, exclude_defaults=True)
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:LENGTH]
