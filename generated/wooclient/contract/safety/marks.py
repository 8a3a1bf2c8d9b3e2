"""The word that goes into the name of everything the suite makes, so that leftovers can be found and told apart.

Shoppers type texts too: a note that mentions a mark is no mark. Only what fills a whole field that tells whose a thing
is counts, in a form that nothing but the suite gives it.
"""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Mapping
from typing import Any

from ..._runtime.shapes import is_mapping

#: What every mark begins with.
MARKER = "woospec-"
#: A mark wherever it stands: in a name, a slug, a code, an address.
MARK = re.compile(r"woospec-[0-9a-z]{9}-[0-9]+")
#: The forms of a whole field: a name and its slug, an address for mail, an address of a page that cannot be.
_NAME = rf"({MARK.pattern})(?:[ _-][0-9a-z ()_-]{{1,30}})?"
_MAIL = rf"(?:[0-9a-z]+-)?({MARK.pattern})(?:-[0-9a-z]+)?@example\.com"
_PAGE = rf"https://woospec\.invalid/({MARK.pattern})(?:-[0-9a-z]+)?"
_FORMS = tuple(re.compile(form, re.IGNORECASE) for form in (_NAME, _MAIL, _PAGE))
#: Which fields tell whose a thing is: those that only who runs the shop fills, and of what shoppers fill the address.
_FIELDS = ("name", "title", "sku", "slug", "code", "class_", "class", "delivery_url")
_FIELDS_OF: Mapping[str, tuple[str, ...]] = {
    "/orders": ("billing.first_name", "billing_address.first_name"),
    "/products/reviews": ("reviewer_email", "email"),
    "/customers": ("email",),
}
#: How the API says that it made an order, which no checkout does.
_BY_API = "rest-api"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def run_name() -> str:
    """Six characters of the time, in seconds, and three of chance: no two runs make things of the same name."""
    seconds, text = int(time.time()), ""
    for _ in range(6):
        seconds, digit = divmod(seconds, 36)
        text = _DIGITS[digit] + text
    return text + "".join(secrets.choice(_DIGITS) for _ in range(3))


def mark(run: str, number: int) -> str:
    """The mark of one scenario of a run, all of one length so that none begins another; 0 is the run's own."""
    return f"{MARKER}{run}-{number:04}"


def run_of(mark: str) -> str:
    """The part of a mark that all marks of its run begin with."""
    return mark[: mark.rindex("-") + 1]


def is_of_run(mark: str) -> bool:
    """Whether a mark is that of a whole run, which its journal bears, not of one of its scenarios."""
    return not int(mark.rpartition("-")[2])


def mark_of(collection: str, thing: Any) -> str:
    """The mark of a thing that the suite made, in its wire form or as a model; empty if it is none such.

    Args:
        collection: The path that lists such things, such as `/products/tags`.
        thing: The thing.
    """
    found = (_whole(_at(thing, name)) for name in _FIELDS_OF.get(collection, _FIELDS))
    told = next(filter(None, found), "")
    return told if collection != "/orders" or _is_ours(thing) else ""


def _is_ours(order: Any) -> bool:
    """Whether an order that bears the name was made through the API for nobody, or for an address of the suite."""
    addresses = (_at(order, f"{part}.email") for part in ("billing", "billing_address"))
    made_by = _at(order, "created_via")
    return all(not address or _whole(address) for address in addresses) and made_by in (None, "", _BY_API)


def _whole(text: Any) -> str:
    """The mark in a text that is of one of the suite's forms from end to end."""
    matches = (form.fullmatch(text) for form in _FORMS) if isinstance(text, str) else ()
    return next((match[1].lower() for match in matches if match), "")


def _at(thing: Any, name: str) -> Any:
    """What stands at a dotted name; None if there is none such."""
    for part in name.split("."):
        thing = thing.get(part) if is_mapping(thing) else getattr(thing, part, None)
    return thing
