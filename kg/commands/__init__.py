"""The commands of `kg`, one a file, and what they share."""
