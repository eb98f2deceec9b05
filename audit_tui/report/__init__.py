"""Results in words: what stands on the screen, on paper and in files for other programs."""
