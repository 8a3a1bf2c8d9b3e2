"""Keeps secrets out of everything that people and logs may read."""

from __future__ import annotations

import re

#: The query parameters by which a request shows its key; a URL for people leaves them out.
SECRET_PARAMETERS = frozenset(
    {
        "consumer_key",
        "consumer_secret",
        "oauth_consumer_key",
        "oauth_nonce",
        "oauth_signature",
        "oauth_signature_method",
        "oauth_timestamp",
    }
)
# Keys are 40 hexadecimal digits; a SKU like cs_100 is none, nor is "Basic subscription" a header. Before them may stand
# the letter or digit of an escape: `\n`, `%22`.
_SECRETS = re.compile(
    r"((?i:consumer_(?:key|secret)|oauth_(?:consumer_key|signature|nonce))(?:=|%3D|[\"']?\s*[:=>]+\s*[\"']?))[^&\s\"'<>,;)]+"
    r"|\b(c[ks]_)[0-9A-Za-z]{20,}"
    r"|(c[ks]_)[0-9a-f]{40}"
    r"|((?i:basic)\s+)[A-Za-z0-9+/]{40,}=*"
)


#: One of these is in each of them, as `casefold` writes it, which keeps a dotless i: few other texts have one.
_WORDS = ("consumer_", "oauth_", "ck_", "cs_", "bas")


def redact(text: str) -> str:
    """`text` with everything that looks like a key, a secret or a signature replaced by `***`."""
    if not any(map(text.casefold().__contains__, _WORDS)):
        return text
    return _SECRETS.sub(lambda found: f"{next(filter(None, found.groups()))}***", text)
