"""Names and numbers of official Chinese: divisions, public bodies, dates, numerals, text forms."""
