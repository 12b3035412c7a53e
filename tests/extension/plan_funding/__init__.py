"""资金安排 in government plans: class, reader, shape and question, all of it in this package."""
