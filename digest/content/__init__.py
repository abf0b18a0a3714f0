"""A newsletter's folder, discovered and parsed."""
