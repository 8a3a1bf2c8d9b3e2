"""Pictures and files of products. The mock fetches nothing: it takes a source for what its address says it is."""

from __future__ import annotations

import re
import uuid
from typing import Any
from urllib.parse import unquote, urlsplit

from ... import dates, schema, text
from ...description import Json
from ...errors import Refused
from ...kinds import elements, is_map, members
from ...resource import Shop
from ...state import Doc, Indexed, Query

KIND = "attachments"
_PICTURES = (".jpg", ".jpeg", ".jpe", ".png", ".gif", ".webp", ".avif", ".ico", ".bmp", ".heic")
#: Sources that the mock does not find, so that a test can have a picture fail.
_ABSENT = re.compile(r"(none|missing|not-?found|404)\b", re.IGNORECASE)


def keep(shop: Shop, image: Any) -> None:
    """Know a picture of a snapshot, so that products can refer to it by its id."""
    if is_map(image) and schema.to_int(image.get("id")):
        shop.state.put(KIND, schema.to_int(image["id"]), image, Indexed(slug=_file(str(image.get("src", "")))))
        shop.state.reserve("posts", schema.to_int(image["id"]))


def taken(shop: Shop, given: Any, failed: str, invalid: str | None) -> Doc | None:
    """The picture that a request means: one that the store has, or one it would fetch. `None` for none at all."""
    given = members(given)
    number = abs(schema.to_int(given.get("id")))
    if number:
        image = shop.state.copy(KIND, number)
        if image is None and invalid is None:
            return None
        if image is None:
            raise Refused(400, str(invalid), f"{number} is no picture of this store.")
    elif given.get("src"):
        image = _fetched(shop, str(given["src"]), failed)
    else:
        return None
    for name in ("name", "alt"):
        if given.get(name):
            image[name] = text.line(str(given[name]))
    keep(shop, image)
    return image


def _fetched(shop: Shop, source: str, failed: str) -> Doc:
    address = urlsplit(source)
    name = unquote(address.path.rpartition("/")[2])
    if address.scheme not in ("http", "https") or not address.hostname:
        raise Refused(400, failed, "The source of a picture must be an address on the web.")
    if _ABSENT.match(name):
        raise Refused(400, failed, f"There is no picture at {source}.")
    if "." in name and not name.lower().endswith(_PICTURES):
        raise Refused(400, failed, f"A store takes no files like {name} for pictures.")
    now = shop.now()
    stem, dot, ending = name.rpartition(".")
    stem, ending = (stem or ending or "image"), (f".{ending}" if dot else ".jpg")
    name, count = stem + ending, 0
    while _is_taken(shop, name):
        count += 1
        name = f"{stem}-{count}{ending}"
    moment = {
        "date_created": dates.local(now, shop.zone), "date_created_gmt": dates.utc(now),
        "date_modified": dates.local(now, shop.zone), "date_modified_gmt": dates.utc(now),
    }  # fmt: skip
    src = f"{shop.url}/wp-content/uploads/{now:%Y/%m}/{name}"
    return {"id": shop.state.next_id("posts"), **moment, "src": src, "name": name, "alt": ""}


def _is_taken(shop: Shop, name: str) -> bool:
    query = Query(KIND)
    query.one_of("slug", [name])
    return shop.state.count(query) > 0


def _file(source: str) -> str:
    return source.rpartition("/")[2]


def downloads(given: Any) -> list[Json]:
    """Files to download, as stored: each has an id."""
    found: list[Json] = []
    for item in elements(given):
        file = str(item.get("file") or "").strip() if is_map(item) else ""
        if file:
            number = str(item.get("id") or uuid.uuid4())
            found.append({"id": number, "name": text.line(str(item.get("name") or _file(file))), "file": file})
    return found
