"""The content as `plans.json`."""
