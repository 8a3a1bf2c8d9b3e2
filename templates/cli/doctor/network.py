"""Is the store there: its name, its certificate, its address?"""

from __future__ import annotations

import socket
from email.utils import parsedate_to_datetime

from wooclient._runtime.exchange import redirect_target, redirected

from .finding import Finding, broken, ok, skipped, warning
from .probe import Probe

#: What OpenSSL says of a certificate, what that means and what to do.
_TLS = (
    ("certificate has expired", "The store's certificate has expired", "Renew it: most hosts do so by Let's Encrypt"),
    (
        "Hostname mismatch",
        "The store's certificate is for another name",
        "Use the address that the certificate names, or have one made for this name",
    ),
    (
        "IP address mismatch",
        "The store's certificate is for a name, and an IP address is asked for",
        "Use the name of the store in place of its IP address",
    ),
    (
        "self-signed certificate",
        "The store's certificate is signed by an authority that this machine does not know",
        "Pass that authority's certificate with --ca-file, or install a certificate of a public one",
    ),
    (
        "unable to get local issuer certificate",
        "The server does not send the whole chain of certificates, or this machine does not know the authority",
        "Have the server send the intermediate certificates (fullchain.pem), or pass the authority with --ca-file",
    ),
    (
        "WRONG_VERSION_NUMBER",
        "Plain http answers at an https address",
        "Switch https on for this port, or write the address with http://",
    ),
    ("", "The encrypted connection cannot be made: {error}", "Look at the server's TLS settings"),
)
_MINUTE = 60
#: How far a signature's time may be off, for a store.
_WINDOW = 15 * _MINUTE


def name(probe: Probe) -> Finding:
    """Does the name of the store lead anywhere?"""
    if not probe.is_remote:
        return skipped("the store is in this process")
    try:
        found = socket.getaddrinfo(probe.host, probe.port or probe.scheme, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        return broken(
            f"The name {probe.host} leads to no address ({error})",
            "Look for a typing error in the store's address, and at the DNS records of the domain",
        )
    return ok(", ".join(sorted({str(address[4][0]) for address in found})))


def connection(probe: Probe) -> Finding:
    """Can a connection be made, an encrypted one if the address says so?"""
    error = probe.index.error
    if error is None:
        return ok(probe.scheme)
    text = str(error)
    if "SSL" in text or "certificate" in text.lower():
        cause, remedy = next((cause, remedy) for mark, cause, remedy in _TLS if mark in text)
        return broken(cause.format(error=text), remedy)
    return broken(
        f"No connection to {probe.host} can be made, or it broke ({text or type(error).__name__})",
        "Look whether the server runs, the port is right, and no firewall drops this machine's packets",
    )


def redirect(probe: Probe) -> Finding:
    """Does the store answer at its address, or send visitors to another?"""
    seen = probe.index
    if not 300 <= seen.status < 400:
        return ok("none")
    target = redirect_target(seen.request, seen.response)
    hint = redirected(seen.request, seen.response).hint
    place, root = target.partition("?")[0], target.partition("/wp-json")[0]
    return broken(
        f"The store sends requests on to {place or 'nowhere'}; keys are not shown there, and changes would arrive as "
        "reads",
        # Of other redirects, such as those to a login page, the client knows more.
        f"Note the store with the address that it uses itself: {root}" if root != target or not hint else hint,
    )


def clock(probe: Probe) -> Finding:
    """Do the clocks of the store and of this machine agree?"""
    seen = probe.page if "date" in probe.page.response.headers else probe.index
    try:
        told = parsedate_to_datetime(seen.response.headers.get("date", "")).timestamp()
    except (ValueError, TypeError):
        return skipped("the store does not tell the time")
    off = round(told - seen.at)
    if abs(off) < _MINUTE:
        return ok(f"{abs(off)} s apart")
    way = "ahead of" if off > 0 else "behind"
    cause = f"The store's clock is {round(abs(off) / _MINUTE)} minutes {way} this machine's"
    remedy = "Let both machines take their time from NTP"
    if abs(off) > _WINDOW and probe.scheme == "http":
        return broken(f"{cause}: it refuses every signature", remedy)
    return warning(f"{cause}: filters by date miss records, and signatures are refused from 15 minutes on", remedy)
