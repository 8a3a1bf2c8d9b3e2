"""How is the shop set up, and what is known of its release?"""

from __future__ import annotations

from typing import Any, NamedTuple

from wooclient._runtime.documents import document, operations_of
from wooclient._runtime.releases import numbers
from wooclient._runtime.shapes import is_array, is_object
from wooclient._versions import VERSIONS

from .finding import Finding, ok, skipped, warning
from .probe import Probe

_NOT_TOLD = "the store tells only managers of the shop about itself"
_SHOWN = 5


class Defect(NamedTuple):
    """What is wrong with some releases of WooCommerce: from `since` on, before `until`."""

    since: str
    until: str
    what: str


#: What no answer shows, so that the description has no place for it.
_DEFECTS = (
    Defect("", "9.0", "A picture that is sent with its id and its address is fetched once more."),
    Defect("", "11.1", "`compute_totals` of refunds is dropped silently, so that a refund by quantity is of 0.00."),
    Defect("9.5.2", "", "Custom fields of customers whose key begins with an underscore are dropped silently."),
)


def webhooks(probe: Probe) -> Finding:
    """Were webhooks switched off?"""
    found = probe.disabled_webhooks().json
    if not is_array(found):
        return skipped("the store does not list its webhooks to this key")
    off = [one for one in found if is_object(one) and one.get("status") == "disabled"]
    if not off:
        return ok("none is switched off")
    named = ", ".join(f"{one.get('id')} {one.get('name')} ({one.get('topic')})" for one in off[:_SHOWN])
    return warning(
        f"{len(off)} webhooks are switched off, as the store does after more than five failures in a row: {named}",
        "Mend the receiver, then switch them on: wooclient webhook health --enable",
    )


def order_tables(probe: Probe) -> Finding:
    """Are orders where all versions of the API look?"""
    settings = _told(probe, "settings")
    if "HPOS_enabled" not in settings:
        return skipped(_NOT_TOLD)
    if not settings["HPOS_enabled"]:
        return ok("orders are posts")
    if settings.get("HPOS_sync_enabled"):
        return ok("orders have tables of their own, in sync with posts")
    return warning(
        "Orders are kept in tables of their own (HPOS) without sync: wc/v1, wc/v2, the legacy API and old plugins miss "
        "them",
        "Use wc/v3, or switch the compatibility mode on in WooCommerce > Settings > Advanced > Features",
    )


def release(probe: Probe) -> Finding:
    """Which release is it, and is its database as new?"""
    version = str(_told(probe, "environment").get("version", ""))
    if not version:
        return skipped(_NOT_TOLD)
    database = str(_told(probe, "database").get("wc_database_version") or version)
    if numbers(database)[:2] < numbers(version)[:2]:
        return warning(
            f"WooCommerce is {version}, and its database is still of {database}",
            "Let WooCommerce update its database: WordPress's admin pages offer it, `wp wc update` does it",
        )
    return ok(f"WooCommerce {version}")


def defects(probe: Probe) -> Finding:
    """What is this release known to do wrong?"""
    version = str(_told(probe, "environment").get("version", ""))
    if not version:
        return skipped(_NOT_TOLD)
    known = (*_DEFECTS, *(described() if _told(probe, "settings").get("api_enabled") else ()))
    found = dict.fromkeys(one.what for one in known if _applies(one, version))
    if not found:
        return ok("none is known")
    return warning(
        f"WooCommerce {version} is known for this: {' '.join(found)}", "Avoid these calls, or update WooCommerce"
    )


def described() -> list[Defect]:
    """The defects that the description knows: all of the legacy API, which a store may not serve."""
    found: list[Defect] = []
    for version in VERSIONS:
        for path, method, item in operations_of(document(version.name)):
            for one in item[method].get("x-store-defects", ()):
                what = f"{method.upper()} {path} of the legacy API: {one['what']}"
                found.append(Defect(one.get("since", ""), one.get("until", ""), what))
    return found


def _applies(defect: Defect, version: str) -> bool:
    here = numbers(version)
    return here >= numbers(defect.since) and (not defect.until or here < numbers(defect.until))


def _told(probe: Probe, part: str) -> dict[str, Any]:
    found = probe.status.json
    inside = found.get(part) if is_object(found) and probe.status.status == 200 else None
    return inside if is_object(inside) else {}
