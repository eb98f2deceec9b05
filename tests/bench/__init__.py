"""How quick the program is: ratios to floors taken in the same run. `python -m tests.bench` measures and tells."""
