"""The one table of checks: code, severity and rule. A rule knows neither its code nor its severity."""

from site_builder.checks.periods import ensure_plan_is_current
from site_builder.checks.table import Check
from site_builder.diagnostic import Severity

CHECKS = (Check("plan-expired", Severity.INFO, ensure_plan_is_current),)
