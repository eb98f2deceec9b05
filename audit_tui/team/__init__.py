"""Statements: the small file that a person hands to a lead, and a folder of them."""
