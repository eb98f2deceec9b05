"""The journal: all finished reviews of one person, and the drafts of those under way."""
