"""Who made what, and the pages of people and authors."""
