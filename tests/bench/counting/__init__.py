"""Put on a Python's path, this folder makes it count what it flushes to the disk."""
