"""Pages of organizations and groups."""
