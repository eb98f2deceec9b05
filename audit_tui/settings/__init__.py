"""The person's own choices: accounts, phone, the day they joined, cadences, theme and keys."""
