"""Which papers come first: learnt from what the editors chose before, and from what they wish."""
