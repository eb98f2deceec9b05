"""Pages: results set out in blocks, for the screen and for paper."""
