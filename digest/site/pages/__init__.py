"""The pages of an edition and of a free page: their text in reading order, and their views."""
