"""The ontology: classes, properties, labels."""
