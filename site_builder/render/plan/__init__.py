"""Pages of a plan: about it, goals, areas, starting points, target groups, indicators."""
