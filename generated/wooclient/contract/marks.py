"""The word that goes into the name of everything the suite makes, so that leftovers can be found and told apart."""

from __future__ import annotations

import re
import secrets
import time

#: What every mark begins with.
MARKER = "woospec-"
#: A mark wherever it stands: in a name, a slug, a code, an address.
MARK = re.compile(r"woospec-[0-9a-z]{9}-[0-9]+")
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
