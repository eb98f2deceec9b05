"""The front door: what a person types, and what comes of it."""
