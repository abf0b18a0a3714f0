"""From parsed content to planned outputs: addresses, views, plan."""
