"""A knowledge graph of agencies, tasks and policies, read from Chinese government plans."""
