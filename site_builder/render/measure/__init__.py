"""Pages of measures: one each, lists, the matrix, connections."""
