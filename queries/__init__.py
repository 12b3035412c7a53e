"""Named questions, one a file, in SPARQL."""
