"""What stands on every page: menu, footer, logo, scripts, links to elsewhere."""
