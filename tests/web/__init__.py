"""The tools that judge scripts and style sheets: Biome and TypeScript, which need Node. `python -m tests.web` runs them."""
