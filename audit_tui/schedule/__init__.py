"""When things fall due: thinking with dates and counts only."""
