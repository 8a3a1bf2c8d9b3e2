"""The page's buttons: they switch faults on and off. Only the page itself can: other sites' pages cannot press them."""

from __future__ import annotations

import hmac
import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from .faults import PROFILES, Fault, Faults
from .wire import Answer, Json, Request, php_query

_TEXT = {"Content-Type": "text/plain; charset=UTF-8", "Cache-Control": "no-store"}
#: How much a form of the page may say.
_MOST = 4000
_LONGEST = 200


def switch(request: Request, faults: Faults, token: str, url: str) -> Answer:
    """Do what a button of the page says, and lead back to the page."""
    refusal = _refused(request, token, url)
    if refusal:
        return Answer(403, dict(_TEXT), refusal.encode())
    form = _form(request)
    try:
        _carry_out(form, faults)
    except ValueError as error:
        return Answer(400, dict(_TEXT), str(error).encode())
    return Answer(303, {**_TEXT, "Location": f"{urlsplit(url).path}/"}, b"")


def _form(request: Request) -> Json:
    return php_query(request.body[:_MOST].decode("utf-8", "replace"))


def _refused(request: Request, token: str, url: str) -> str:
    """Why a request is none of the page's; empty for one that is."""
    if not hmac.compare_digest(str(_form(request).get("token", "")).encode(), token.encode()):
        return "Load the page again: this button is not of this store."
    site = request.header("sec-fetch-site")
    if site and site != "same-origin":
        return "Only the store's own page can switch faults."
    # A name that somebody made lead to this machine would be same-origin, too.
    if not _is_own(request.header("host"), url):
        return "Open the page by the store's own address, by localhost, or by an IP address."
    origin = request.header("origin")
    if origin and origin != "null" and urlsplit(origin).netloc != request.header("host"):
        return "Only the store's own page can switch faults."
    return ""


def _is_own(host: str, url: str) -> bool:
    name = urlsplit(f"//{host}").hostname or ""
    if name in (urlsplit(url).hostname, "localhost", ""):
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _carry_out(form: Json, faults: Faults) -> None:
    """Switch. Raises ValueError for what is no fault, no pattern, or no number."""
    if "heal" in form:
        faults.on.clear()
        faults.failures.clear()
    elif "off" in form:
        faults.on[:] = [fault for fault in faults.on if fault.name != str(form["off"])]
    else:
        name, route = str(form.get("on", "")), str(form.get("route", ""))[:_LONGEST]
        every = str(form.get("every", "1")) or "1"
        if name not in PROFILES:
            raise ValueError("There is no such fault.")
        if not re.fullmatch(r"[1-9]\d{0,5}", every):
            raise ValueError("Write a number from 1 on: every how many requests.")
        try:
            re.compile(route)
        except re.error as error:
            raise ValueError(f"That is no pattern for a path: {error}.") from None
        faults.on.append(Fault(name, route, int(every)))
