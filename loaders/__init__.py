"""The reading of plan documents: files to a Source, a Source to a Plan of records."""
