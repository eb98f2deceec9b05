"""A sitting: one go through some checks, what was answered in it, and the files it owns."""
