"""Forms in spreadsheets: what one asks, how its own ids travel with it, and what has been filled in."""
