"""Papers that an edition may cover: where they come from, and in which order they are shown."""
