"""The index of the site's own search, made at build time. `docs/dev/decisions/0013-search.md` says how and why."""
