"""Where papers that may be covered come from: one file a source, each giving candidates."""
