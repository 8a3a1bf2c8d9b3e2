"""`python -m sums URL [NAME]`: carry the cases out on a store made for it, and keep its sums as the expected ones.

The store's tax rates and coupons are deleted, and its tax settings changed. Keys come from WOO_KEY and WOO_SECRET;
certificates are not checked. NAME is how the names of some cases begin: only those are taken anew, and those that have
no sums yet.
"""

from __future__ import annotations

import json
import os
import sys

import httpx

from sums.sums import CASES, EXPECTED, carry_out, expected
from wooclient import WooClient

wanted = "".join(sys.argv[2:3])
found = {name: sums for name, sums in expected().items() if name in CASES}
through = httpx.HTTPTransport(verify=False)
with WooClient(
    sys.argv[1], key=os.environ["WOO_KEY"], secret=os.environ["WOO_SECRET"], transport=through, timeout=120
) as store:
    for name in [name for name in CASES if name.startswith(wanted) or name not in found]:
        found[name] = carry_out(store, CASES[name])
        EXPECTED.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n")
        print(name, flush=True)
