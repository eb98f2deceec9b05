"""The exit codes: 0 fine, 1 as asked by a flag, 2 wrong use or unreadable input."""

EXIT_OK, EXIT_DUE, EXIT_ERROR = 0, 1, 2
