"""The same job in lines: for screen readers, pipes and plain terminals."""
