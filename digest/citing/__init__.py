"""Citations: keys to works, their numbers on a page, and the references that a reader sees."""
