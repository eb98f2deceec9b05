"""Exports: results as data for other programs."""
