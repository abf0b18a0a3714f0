"""The work of each command; `digest build`, which is the program itself, is in build.py."""
