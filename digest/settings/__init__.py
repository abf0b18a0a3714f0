"""What a newsletter sets: site.yaml, front matter, and its theme."""
