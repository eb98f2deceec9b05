"""Screens: one place each."""
