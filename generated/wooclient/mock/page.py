"""The page at `/`: what this is, how to connect, what was asked last, and faults to switch on. It runs no script."""

from __future__ import annotations

import time
from collections.abc import Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import urlsplit

from .auth import Key, Keys
from .faults import PROFILES, Fault
from .page_style import STYLE
from .seen import Seen
from .snippets import snippets
from .state import State
from .wire import Answer

_COUNTED = (
    ("products", "products"),
    ("products.variations", "variations"),
    ("products.categories", "categories"),
    ("products.reviews", "reviews"),
    ("customers", "customers"),
    ("orders", "orders"),
    ("orders.refunds", "refunds"),
    ("coupons", "coupons"),
    ("taxes", "tax rates"),
    ("webhooks", "webhooks"),
)


class Shown(NamedTuple):
    """What the page tells of a store."""

    url: str
    state: State
    keys: Keys
    #: The key that snippets use.
    main: tuple[str, str]
    #: Whether key and secret may go as a password.
    takes_basic: bool
    #: How many requests came in, and the last of them.
    requests: int
    seen: Sequence[Seen]
    #: The faults that are switched on.
    faults: Sequence[Fault]
    #: Proves that a button is of this page.
    token: str
    release: str


def page(store: Shown) -> Answer:
    """The page, as it is now."""
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    headers = {
        "Content-Type": "text/html; charset=UTF-8",
        "Cache-Control": "no-store",
        "Content-Security-Policy": policy,
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
    }
    return Answer(200, headers, _html(store).encode())


def _html(store: Shown) -> str:
    url = escape(store.url)
    release = f" {escape(store.release)}" if store.release else ""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mock store at {url}</title>
<style>{STYLE}</style>
</head>
<body>
<header>
<h1>Mock store</h1>
<p class="lead">This is no real shop. It answers like a WooCommerce{release} store, for tests.</p>
</header>
<main>
<h2>What is in it</h2>
<ul class="counts">{_counts(store)}</ul>
<p>The index of all routes is at <a href="{url}/wp-json/">{url}/wp-json/</a>.</p>
<h2>Connect</h2>
{"".join(_snippets(store))}
<h2 id="requests">Last requests</h2>
{_requests(store)}
<h2 id="faults">Faults</h2>
{_faults(store)}
<h2>Keys</h2>
<table>
<thead><tr><th>Description</th><th>Key</th><th>Secret</th><th>User</th><th>May</th><th>Last used (UTC)</th></tr></thead>
<tbody>{"".join(_key(store, key) for key in store.keys.all())}</tbody>
</table>
<p>The secret of a further key is shown once, as in WooCommerce's settings; after that only its end.</p>
</main>
</body>
</html>
"""


def _counts(store: Shown) -> str:
    rows = store.state.db.execute("SELECT kind, count(*) FROM documents GROUP BY kind")
    found = dict(rows.fetchall())
    return "".join(f"<li>{label} <b>{found.get(kind, 0):,}</b></li>" for kind, label in _COUNTED)


def _snippets(store: Shown) -> list[str]:
    return [
        f"<h3>{escape(one.title)}</h3>{f'<p>{escape(one.note)}</p>' if one.note else ''}<pre>{escape(one.code)}</pre>"
        for one in snippets(store.url, *store.main, takes_basic=store.takes_basic)
    ]


def _row(cells: Sequence[tuple[str, str]], class_name: str = "") -> str:
    """A row of a table; each cell knows its heading, for screens where there are no columns."""
    inner = "".join(f'<td data-label="{escape(label)}">{cell}</td>' for label, cell in cells)
    return f'<tr class="{class_name}">{inner}</tr>'


# Requests


def _requests(store: Shown) -> str:
    again = '<a href="">Load the page again</a> for newer ones.'
    told = f"<p>{store.requests:,} since the start; newest first. {again}</p>"
    if not store.seen:
        return "<p>Nobody has asked for anything yet.</p>"
    heads = "".join(f"<th>{head}</th>" for head in ("At (UTC)", "Request", "Status", "Time", "Faults"))
    rows = "".join(map(_request, store.seen))
    return f"{told}<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _request(one: Seen) -> str:
    kind = "good" if 200 <= one.status < 300 else "moved" if 300 <= one.status < 400 else "bad"
    cells = (
        ("At (UTC)", time.strftime("%H:%M:%S", time.gmtime(one.at))),
        ("Request", f"<code>{escape(one.method)} {escape(one.target)}</code>"),
        ("Status", f'<span class="{kind}">{one.status or "dropped"}</span>'),
        ("Time", f"{one.seconds * 1000:,.1f}&nbsp;ms" if one.seconds < 1 else f"{one.seconds:,.1f}&nbsp;s"),
        ("Faults", escape(", ".join(one.faults)) or "none"),
    )
    return _row(cells)


# Faults


def _faults(store: Shown) -> str:
    on = {fault.name: fault for fault in store.faults}
    heal = '<button name="heal" value="all">Switch all off</button>' if on else ""
    rows = "".join(_fault(name, does, on.get(name)) for name, does in PROFILES.items())
    return f"""<p>In tests <code>store.fault("slow", route="/orders", every=3)</code>, on the command line
<code>wooclient mock --profile slow</code>, or here:</p>
<form method="post" action="{escape(urlsplit(store.url).path)}/" autocomplete="off">
<input type="hidden" name="token" value="{escape(store.token)}">
<p class="where"><label>Only paths that contain <input name="route" maxlength="200" placeholder="/orders"></label>
<label>every <input name="every" type="number" min="1" max="999999" value="1"> requests</label> {heal}</p>
<table>
<thead><tr><th>Fault</th><th>What it does</th><th>Now</th><th>Switch</th></tr></thead>
<tbody>{rows}</tbody>
</table>
</form>"""


def _fault(name: str, does: str, on: Fault | None) -> str:
    word, shown = ("off", "Switch off") if on else ("on", "Switch on")
    button = f'<button name="{word}" value="{escape(name)}" aria-label="{shown}: {escape(name)}">{shown}</button>'
    cells = (
        ("Fault", f"<code>{escape(name)}</code>"),
        ("What it does", escape(does)),
        ("Now", _state(on)),
        ("Switch", button),
    )
    return _row(cells, "is-on" if on else "")


def _state(on: Fault | None) -> str:
    if on is None:
        return "off"
    where = f" for <code>{escape(on.route)}</code>" if on.route else ""
    often = f", one request in {on.every:,}" if on.every > 1 else ""
    return f'<span class="bad">on</span>{where}{often}; hit {on.done:,} times'


# Keys


def _key(store: Shown, key: Key) -> str:
    secret = f"…{key.secret[-7:]}"
    if key.id not in store.keys.shown:
        store.keys.shown.add(key.id)
        secret = key.secret
    cells = (
        ("Description", escape(key.description or "No description")),
        ("Key", f"<code>{escape(key.key)}</code>"),
        ("Secret", f"<code>{escape(secret)}</code>"),
        ("User", str(key.user)),
        ("May", escape(key.permissions.replace("_", " and "))),
        ("Last used (UTC)", escape(key.last_access or "never")),
    )
    return _row(cells)
