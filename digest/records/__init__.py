"""What is known of works: the fetched records in content/papers and the editors' own BibTeX."""
