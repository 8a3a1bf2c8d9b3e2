"""What calls about orders requests of wc-api/v1 take."""

from __future__ import annotations

from wooclient._runtime.inputs import Parameters
from wooclient.legacy.v1.enums import LegacyOrderStatusUpdateStatusValue


class LegacyOrderStatusUpdate(Parameters, total=False):
    """The new status of an order; v1 can change nothing else."""

    status: LegacyOrderStatusUpdateStatusValue | str
    """Where the order is to stand. A word the store does not know becomes `pending`."""
    note: str
    """Words to put into the order note about the new status."""
