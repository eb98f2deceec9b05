"""What the program promises about people's records, tried until it would have broken; `python -m tests.proof`."""
