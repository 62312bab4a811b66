"""The difference between two states of the content: things to facts, facts to changes, changes to sentences."""
