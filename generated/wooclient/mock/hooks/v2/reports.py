"""The list of reports in wc/v2: those by totals came later."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ..reports import totals


class Reports(totals.Reports):
    """What reports there are."""

    def list(self, call: Call) -> Any:
        """Those that have a route."""
        return [row for row in super().list(call) if f"/reports/{row['slug']}" in call.description.by_path]
