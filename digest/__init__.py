"""digest: a compiler for research newsletters."""

__version__ = "0.1.0"
