"""`python -m sums URL`: carry the cases out on a store made for it, and keep its sums as the expected ones.

The store's tax rates and coupons are deleted, and its tax settings changed. Keys come from WOO_KEY and WOO_SECRET.
"""

from __future__ import annotations

import json
import os
import sys

from sums.sums import CASES, EXPECTED, carry_out
from wooclient import WooClient

with WooClient(sys.argv[1], key=os.environ["WOO_KEY"], secret=os.environ["WOO_SECRET"]) as store:
    found = {name: carry_out(store, case) for name, case in CASES.items()}
EXPECTED.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n")
print(f"{len(found)} cases, {sum('refused' in one for one in found.values())} refused")
