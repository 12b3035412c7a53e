"""The terms, the shape and the question."""
