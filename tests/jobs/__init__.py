"""What editors do: golden cases of the commands, and the recipes of the guide followed in each of their three ways.

`python -m tests.jobs` prints what each recipe touches, and how long it takes.
"""
