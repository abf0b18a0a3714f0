"""`python -m digest`, which may be typed in a clone before anything is set up."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 -- an older Python comes to here, too
    sys.exit("digest needs Python 3.11 or newer, and this is " + sys.version.split()[0])

from digest.cli import main

try:
    main()
except ModuleNotFoundError as error:
    if not error.name or error.name.startswith("digest"):
        raise
    sys.exit(f"digest is not installed here: it lacks '{error.name}'; see 'Install' in the README")
