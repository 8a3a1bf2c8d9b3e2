"""`python -m woospec`: the command `woospec`."""

import sys

from woospec.cli import main

sys.exit(main())
