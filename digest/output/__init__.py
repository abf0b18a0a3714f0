"""The folder that is built: what is written into it, and what is kept there for the next build."""
