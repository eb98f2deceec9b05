"""Everything that is kept of a person: what it is, a copy of it, taking it in again, and forgetting it."""
