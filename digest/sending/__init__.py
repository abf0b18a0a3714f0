"""Editions on their way out: to a mail service, as a draft, and to one person, as a proof."""
