"""The difference between two states of the content, by fact: contents to facts, facts to changes, changes to sentences."""
