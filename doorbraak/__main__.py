"""`python -m doorbraak` and the command `doorbraak`."""

import sys

from doorbraak.cli import main

if __name__ == "__main__":
    sys.exit(main())
