"""Calls that do not fit, by people who know another client: the error says what to write here."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, ParamSpec

from .words import nearest

P = ParamSpec("P")

_CARRIED = "the HTTP library does that: pass http_client=httpx.{carrier}({option}=...)"
_SPOKEN = "leave it out: the client speaks the newest version, and has an attribute for each older one"
#: Options of the official package, of requests and of httpx, and what stands for them here.
_ELSEWHERE = {
    "base_url": "pass url=",
    "consumer_key": "pass key=",
    "consumer_secret": "pass secret=",
    "query_string_auth": 'pass auth="query"',
    "retries": "pass max_retries=",
    "session": "pass http_client=",
    "client": "pass http_client=",
    "wp_api": _SPOKEN,
    "api_version": _SPOKEN,
    "version": _SPOKEN,
    **dict.fromkeys(("cert", "http2", "limits", "proxy", "trust_env", "verify"), _CARRIED),
    "verify_ssl": _CARRIED.format(carrier="{carrier}", option="verify"),
    "proxies": _CARRIED.format(carrier="{carrier}", option="proxy"),
}
_TAKES = "the address of a store, and by their names a key, its secret and options"
_EXAMPLE = '("https://shop.example", key="ck_...", secret="cs_...")'
#: Methods of HTTP libraries, which people look for in a client; and those of dicts, in what was read.
_VERBS = frozenset({"get", "post", "put", "patch", "delete", "head", "options"})
OF_DICTS = frozenset({"get", "keys", "values", "pop", "setdefault"})


def unknown_option(what: str, name: str, known: Iterable[str], carrier: str) -> TypeError:
    """The error for an option that `what` does not have; `carrier` is the kind of httpx client that it works with."""
    close = nearest(name, known)
    hint = _ELSEWHERE.get(name, f"did you mean {close}?" if close else f"it has {', '.join(known)}")
    return TypeError(f"{what} has no option {name!r}; {hint.format(carrier=carrier, option=name)}")


def told(make: Callable[P, None]) -> Callable[P, None]:
    """The `__init__` of a client, which tells what to write instead if it is called with what it does not take."""
    signature = inspect.signature(make)

    @wraps(make)
    def call(*given: P.args, **options: P.kwargs) -> None:
        try:
            make(*given, **options)
        except TypeError:
            error = _misfit(signature, given, options)
            if error is None:
                raise
            raise error from None

    return call


def _misfit(signature: inspect.Signature, given: tuple[Any, ...], options: dict[str, Any]) -> TypeError | None:
    """What is wrong with a call; None if it fits."""
    client: Any = given[0].__class__
    known = [name for name in signature.parameters if name != "self"]
    for name in options:
        if name not in known:
            return unknown_option(client.__name__, name, known, client._carrier)
    try:
        signature.bind(*given, **options)
    except TypeError:
        return TypeError(f"{client.__name__} takes {_TAKES}: {client.__name__}{_EXAMPLE}")
    return None


def no_method(client: object, name: str) -> AttributeError:
    """The error for an attribute that a client does not have."""
    kind = type(client).__name__
    if name in _VERBS:
        hint = f'call a method of a resource, or any route by request("{name.upper()}", path)'
        return AttributeError(f"{kind} has no {name}(); {hint}", name=name, obj=client)
    return AttributeError(f"{kind!r} object has no attribute {name!r}", name=name, obj=client)


def no_dict(model: object, name: object) -> str:
    """What to say to who takes a record for a dict."""
    kind = type(model).__name__
    field = name if isinstance(name, str) and name.isidentifier() and name not in OF_DICTS else "id"
    return f"{kind} is no dict: its fields are attributes, such as .{field}; to_wire() makes a dict of it"
