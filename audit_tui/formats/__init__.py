"""Formats: a page of a few blocks, written as text, Markdown or HTML; they know nothing of the subject."""
