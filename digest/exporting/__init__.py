"""Works in the formats of reference managers: BibTeX, RIS, CSL-JSON and COinS."""
