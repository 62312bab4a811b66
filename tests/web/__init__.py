"""Tools from npm, which need Node: Biome and TypeScript, which judge scripts and style sheets, and a language server.

`python -m tests.web` runs those that judge.
"""
