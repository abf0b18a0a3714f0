"""What pages, mails, feeds and cards show: all that templates may use."""
