"""Biome and TypeScript, which judge scripts and style sheets and need Node. `python -m tests.web` runs them."""
