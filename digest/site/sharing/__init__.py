"""How pages are shared: with which picture, by which links."""
