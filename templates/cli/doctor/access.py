"""Does the store take the key, in which ways, and for what?"""

from __future__ import annotations

from wooclient._runtime.refusals import lacks_permission

from .finding import Finding, broken, ok, skipped, warning
from .probe import Probe, Seen

_SETTINGS = "WooCommerce > Settings > Advanced > REST API"
_SPOKEN = {"basic": "Authorization header", "query": "query", "oauth": "signature", "oauth_sha1": "SHA-1 signature"}


def authentication(probe: Probe) -> Finding:
    """Is the key known, and in which ways may it be shown?"""
    known = [way for way in probe.ways if _is_known(probe.records(way))]
    seen = ", ".join(_SPOKEN[way] for way in known)
    if probe.way in known:
        lost = [_SPOKEN[way] for way in probe.ways if way not in known]
        return ok(f"by {seen}" + (f"; not by {', '.join(lost)}" if lost else ""))
    if probe.way == "basic" and "query" in known:
        return broken(
            "The web server strips the Authorization header, so that the key never arrives",
            "Note the store with --auth query, or let the server pass the header (Apache: `CGIPassAuth On`; or "
            '`SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1`)',
        )
    if known:
        return broken(
            f"The key is taken by {seen}, and not by {_SPOKEN[probe.way]}", f"Note the store with --auth {known[0]}"
        )
    return _unknown(probe)


def _unknown(probe: Probe) -> Finding:
    """Why no way works."""
    page = probe.page
    code, message = page.refusal
    told = message.lower()
    if page.status == 0:
        return broken(f"No answer came to a request with the key ({page.error})", "Look at the checks above")
    if "secret" in told:
        return broken(
            f"The secret does not belong to the key ({code})",
            f"Copy both once more; the secret is shown only when a key is made, so make a new one in {_SETTINGS}",
        )
    if "timestamp" in told:
        return broken("The store refuses the time of the signature", "Let both machines take their time from NTP")
    if "signature" in told:
        return broken(
            "The store refuses the signature: the secret is wrong, or the store knows itself by another address",
            "Copy the secret once more, and compare Settings > General > WordPress Address with the noted address",
        )
    if not code:
        return broken(
            f"No WooCommerce answers to a request with the key (status {page.status})", "Look at the checks above"
        )
    return broken(
        f"The store does not know the key: it is wrong, was revoked, or belongs to another store ({code})",
        f"Make a new one in {_SETTINGS}, and note the store with it",
    )


def _is_known(seen: Seen) -> bool:
    """Whether the store knew whose key it is, be the answer what it may."""
    code, message = seen.refusal
    if seen.status == 401:
        return lacks_permission(code, message, seen.response.headers)
    return seen.status == 200 or (seen.status == 403 and bool(code))


def permissions(probe: Probe) -> Finding:
    """What may the key do?"""
    reads, writes = _may(probe.page), _may(probe.empty_write)
    if probe.page.status == 403 and probe.page.refusal[0]:
        return broken(
            "The key's user may not see products: it is no shop manager",
            f"Make a key for a shop manager or administrator in {_SETTINGS}",
        )
    if reads and writes:
        return ok("read and write")
    may, lacks = ("read", "change") if reads else ("write", "read")
    if not (reads or writes):
        return skipped("the key is not taken")
    return warning(
        f"The key may only {may}: calls that {lacks} records are refused",
        f"Give it the permission Read/Write in {_SETTINGS}, if it is to {lacks} them",
    )


def _may(seen: Seen) -> bool:
    return 200 <= seen.status < 300
