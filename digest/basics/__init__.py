"""What every part uses: problems, text, and the types that flow through the pipeline."""
