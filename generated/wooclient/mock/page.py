"""The page at `/`: what this is, what is in it, how to connect."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from .auth import Key, Keys
from .state import State
from .wire import Answer

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8882; }
body { font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.1rem; margin-top: 2rem; }
p.lead { margin-top: .25rem; opacity: .8; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
code, pre { font: 14px/1.45 ui-monospace, monospace; background: var(--soft); }
code { border-radius: 4px; padding: .1rem .3rem; overflow-wrap: anywhere; }
pre { padding: .8rem 1rem; overflow-x: auto; }
ul.counts { display: flex; flex-wrap: wrap; gap: .6rem; list-style: none; padding: 0; }
ul.counts li { background: var(--soft); border-radius: 6px; padding: .4rem .8rem; } ul.counts b { font-size: 1.15rem; }
"""
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
    #: How many requests came in.
    requests: int
    #: The names of the faults that are switched on.
    faults: Sequence[str]


def page(store: Shown) -> Answer:
    """The page, as it is now."""
    headers = {
        "Content-Type": "text/html; charset=UTF-8",
        "Cache-Control": "no-store",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    }
    return Answer(200, headers, _html(store).encode())


def _html(store: Shown) -> str:
    url = escape(store.url)
    faults = ", ".join(map(escape, store.faults)) or "none"
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mock store at {url}</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>Mock store</h1>
<p class="lead">This is no real shop. It answers like a WooCommerce store, for tests.</p>
<h2>What is in it</h2>
<ul class="counts">{_counts(store)}</ul>
<p>Requests received since the start: {store.requests}. Faults switched on: {faults}.</p>
<h2>Keys</h2>
<table>
<thead><tr><th>Description</th><th>Key</th><th>Secret</th><th>User</th><th>May</th><th>Last used (UTC)</th></tr></thead>
<tbody>{"".join(_row(store, key) for key in store.keys.all())}</tbody>
</table>
<p>A secret is shown once, like in WooCommerce's settings; after that only its end.</p>
<h2>Connect</h2>
<pre>from wooclient import WooClient

with WooClient("{url}", key="ck_…", secret="cs_…") as woo:
    for product in woo.products.iter():
        print(product.id, product.name, product.price)</pre>
<pre>curl -u ck_…:cs_… {url}/wp-json/wc/v3/products</pre>
<p>Over plain HTTP, WooCommerce takes OAuth signatures only; the client makes them by itself, <code>curl</code> does
not.
The index of all routes is at <a href="{url}/wp-json/">{url}/wp-json/</a>.</p>
</body>
</html>
"""


def _counts(store: Shown) -> str:
    rows = store.state.db.execute("SELECT kind, count(*) FROM documents GROUP BY kind")
    found = dict(rows.fetchall())
    return "".join(f"<li><b>{found.get(kind, 0)}</b> {label}</li>" for kind, label in _COUNTED)


def _row(store: Shown, key: Key) -> str:
    secret = f"…{key.secret[-7:]}"
    if key.id not in store.keys.shown:
        store.keys.shown.add(key.id)
        secret = key.secret
    cells = (
        escape(key.description or "No description"),
        f"<code>{escape(key.key)}</code>",
        f"<code>{escape(secret)}</code>",
        str(key.user),
        escape(key.permissions.replace("_", " and ")),
        escape(key.last_access or "never"),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
