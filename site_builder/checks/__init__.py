"""Rules that no single field can know. The table of all is `checks.all`."""
