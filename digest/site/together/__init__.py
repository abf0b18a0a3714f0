"""What is made of all editions together: lists, feeds, files for crawlers, addresses of files."""
