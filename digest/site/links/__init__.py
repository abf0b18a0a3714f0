"""Where the links that editors write lead, and what a broken one may have meant."""
