"""The journal: every answer of one person, one small file for each sitting with a checklist."""
