"""The school's folder: which one it is, who named it, what is in it, and its lists laid over the built-in ones."""
