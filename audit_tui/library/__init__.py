"""The checklists and policies at hand, read from one folder laid over another."""
