"""Stores of the graph: RDF files and SPARQL."""
