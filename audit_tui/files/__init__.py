"""The one room that opens files: reading with limits, writing that cannot lose what was there."""
