"""Plain text: what a mail shows where no HTML is shown."""
