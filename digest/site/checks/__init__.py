"""What is wrong or doubtful with a newsletter as a whole."""
