"""What the content means: references in both directions, duties, states, addresses."""
