"""`digest init`: a new newsletter's folder, ready to be built, written in and published."""
