"""A drop-in for the official package `woocommerce` 3.0: change the import, and the script runs on this client.

    from wooclient.compat import API                  # was: from woocommerce import API

    wcapi = API(url="https://shop.example", consumer_key="ck_...", consumer_secret="cs_...", version="wc/v3")
    answer = wcapi.get("products", params={"per_page": 20})
    print(answer.status_code, answer.headers["X-WP-TotalPages"], answer.json())
    wcapi.typed.products.get(42).regular_price        # the typed client of the same store, over the same connections

What is the same: the constructor, the methods, the answers. An error status is an answer and no exception. Where
no answer comes, what is raised is an error of this package that is also one of `requests`, if `requests` is installed:
`except requests.exceptions.Timeout` goes on working. The time limit is 5 seconds, and nothing is sent again: scripts
that wait and repeat keep doing so themselves. `max_retries=2` gives reads the patience of the typed client.

What was wrong there and is right here:

- The secret was written into the mapping that the caller passed as `params`. Used again for a store over http, it went
  over the wire readable. Nothing of the caller's is changed here.
- Of a list parameter only the last item counted over https, and over http the signature was wrong. Lists and nested
  mappings go out as PHP reads them, and signed.
- A query inside the endpoint (`"products?page=2"`) was broken over http. Over http every parameter was also sent twice.
- `None` went out as the text `None` over http, and was left out over https. It is left out.
- Text as the body was encoded once more. It is sent as it is; text that is no JSON is refused.
- `oauth_timestamp` had no effect in the constructor and broke a call. It works in both.
- `headers=` and `timeout=` of a call were TypeErrors. They work.
- Each call opened a connection of its own. Connections are kept, anew in each process; `close()` or `with` ends them.
- Keys stood in `url`, in the texts of errors and in logs. They do not.
- A changed address, such as http to https, turned a POST into a GET that answered 200. It raises.
- `json()` failed for answers behind a byte order mark.
- A double or leading slash in the endpoint led nowhere. A leading or trailing one is passed over, others are refused.

What differs: the keys are never shown to another host, nor readable over http (`is_ssl = True` on an http address signs
all the same). `reason` is the usual phrase for the status. `history` is a list of addresses. `stream` changes nothing.
"""

from __future__ import annotations

from .answer import Headers as Headers
from .answer import Response as Response
from .api import API as API

__all__ = ["API", "Headers", "Response"]
