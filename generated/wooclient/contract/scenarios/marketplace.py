"""The marketplace, as a store sees it that is tied to no account at woocommerce.com.

Nothing is bought, tied or switched on: keys name no subscription, so that a store that is tied refuses them as well.
"""

from __future__ import annotations

from ..calls.steps import Steps
from ..described.description import description
from ..running.run import Run
from ..running.scenario import Scenario, known
from .life import NOTHING

_SUBSCRIPTIONS = "marketplace.subscriptions"
_CHANGES = ("connect", "disconnect", "activate", "activate_plugin")
_INSTALL = f"{_SUBSCRIPTIONS}.install_url"
_ORDER = "marketplace.create_order"
_PREVIEW = "marketplace.product_preview"
#: These refusals are of a form of their own, without a code.
_WITHOUT_CODE = ("",)


def scenarios(version: str) -> list[Scenario]:
    """What is read, and what would change something if there were anything to change."""
    there = description(version).operations
    reads = known(version, "marketplace.featured", f"{_SUBSCRIPTIONS}.list", _INSTALL, _PREVIEW)
    changes = known(version, "marketplace.refresh", _ORDER, *(f"{_SUBSCRIPTIONS}.{change}" for change in _CHANGES))
    found = [
        Scenario("marketplace looked at", version, reads, _look, writes=False),
        Scenario("marketplace without a subscription", version, changes, _refuse),
    ]
    return [scenario for scenario in found if scenario.covers & there.keys()]


def _look(run: Run) -> Steps[None]:
    for operation in ("marketplace.featured", f"{_SUBSCRIPTIONS}.list"):
        if run.served(operation):
            yield from run.answer(operation)
    if run.served(_PREVIEW):
        yield from run.perhaps(_WITHOUT_CODE, _PREVIEW, product_id=1)
    if run.served(_INSTALL):
        yield from _refused(run, _INSTALL)


def _refuse(run: Run) -> Steps[None]:
    if run.served("marketplace.refresh"):
        yield from run.perhaps(_WITHOUT_CODE, "marketplace.refresh")
    for operation in (f"{_SUBSCRIPTIONS}.{change}" for change in _CHANGES):
        if run.served(operation):
            yield from _refused(run, operation)
    if run.served(_ORDER):
        run.always_refused(_ORDER, "it would buy something; only that it demands a product is tried")
        yield from run.refused("rest_missing_callback_param", _ORDER, method="send")


def _refused(run: Run, operation: str) -> Steps[None]:
    run.always_refused(operation, "it needs a subscription at woocommerce.com; one that is none is refused")
    yield from run.refused(_WITHOUT_CODE, operation, product_key=NOTHING)
