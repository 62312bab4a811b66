"""Plans in time: what state each is in, what comes after it, and what became of its measures."""
