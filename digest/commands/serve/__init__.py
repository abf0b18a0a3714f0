"""`digest serve`: the newsletter in a browser on this machine, new after every save.

A watcher (`watching`) tells which sources changed, the preview (`preview`) builds them, and
their shared state (`state`) says how that went to everyone who waits for it: to the requests
(`answers`, `server`), and through them to the script in each page that reloads it or shows its
problems.
"""
