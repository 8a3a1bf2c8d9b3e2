"""Texts that differ and are alike all the same: moments, addresses with ids, what is random or in own words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

#: Whether two ids, of a field with this name, are the same record's.
IsPair = Callable[[str, Any, Any], bool]
#: What no two stores share: keys and hashes made at random, what lists a random choice, or has ids for its keys.
RANDOM = re.compile(
    r"^(order_key|cart_hash|related_ids|json_error_message|_wp_trash_meta_time|_wp_trash_meta_comments_status"
    r"|_receipt_file_name|payment_url|receipt_url|secret)$"
)
#: Routes that describe, in words of the mock store's own.
TOLD = re.compile(r"^/(reports|data|system_status(/tools)?|)/?$")
_OWN_WORDS = re.compile(r"^message$|\.params\.")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.0+)?Z?")
_NOW_IN_NAME = re.compile(
    r"created on \w{3} \d\d, \d{4} @ [\d:]{5} [AP]M|order-\w{3}-\d\d-\d{4}-\d{4}-[ap]m|\b1[7-9]\d{8}\b"
)
#: Fields whose digits are ids.
_ADDRESS = re.compile(
    r"^(href|(product_)?permalink|src|link|location|guid|_wp_desired_post_slug|view_order_url|featured_src|code_url)$"
)
_NUMBERS_AS_TEXT = ("number", "order_number", "slug", "generated_slug")
_SPOKEN = re.compile(r'(?<=<span class="screen-reader-text">)[^<]*')
_COUPON_NOTE = re.compile(r'^\[\d+,"')
_FORM = re.compile(r"\.settings\.\w+\.(label|description|tip|placeholder|options\..*)$|\.method_description$")
#: Seconds between two moments that are as good as one: answers take their time.
_NOW = 8


@dataclass(frozen=True)
class Texts:
    """Two texts that differ, and where."""

    theirs: str
    ours: str
    name: str
    where: str
    refused: bool
    told: bool

    def without(self, pattern: re.Pattern[str]) -> bool:
        """Whether they are the same apart from what a pattern finds in theirs."""
        return bool(pattern.search(self.theirs)) and pattern.sub("", self.theirs) == pattern.sub("", self.ours)


def _in_own_words(texts: Texts, is_pair: IsPair) -> bool:
    if texts.refused and (_OWN_WORDS.search(texts.name) or _OWN_WORDS.search(texts.where)):
        return True
    if texts.refused and texts.where.endswith("params[]") and " " in texts.theirs:
        return True
    named = texts.name in ("message", "note") or (texts.told and texts.name == "description")
    return named or bool(_FORM.search(texts.where))


def _of_moments(texts: Texts, is_pair: IsPair) -> bool:
    if not (_MOMENT.fullmatch(texts.theirs) and _MOMENT.fullmatch(texts.ours)):
        return texts.without(_NOW_IN_NAME)
    try:
        one, other = (datetime.fromisoformat(text.replace(" ", "T")[:19]) for text in (texts.theirs, texts.ours))
    except ValueError:
        return False
    return abs((one - other).total_seconds()) <= _NOW


def _with_ids(texts: Texts, is_pair: IsPair) -> bool:
    if texts.name in _NUMBERS_AS_TEXT:
        return is_pair("product_id", _int(texts.theirs), _int(texts.ours))
    if texts.name == "id":
        return is_pair("id", _int(texts.theirs), _int(texts.ours))
    if _ADDRESS.search(texts.name):
        return without_numbers(texts.theirs) == without_numbers(texts.ours)
    return texts.without(_COUPON_NOTE)


def _spoken(texts: Texts, is_pair: IsPair) -> bool:
    return texts.name == "price_html" and texts.without(_SPOKEN)


_RULES = (_in_own_words, _of_moments, _with_ids, _spoken)


def alike(texts: Texts, is_pair: IsPair) -> bool:
    """Whether two texts say the same. A store that answers on http too names itself so there."""
    theirs, ours = (text.replace("http://", "https://") for text in (texts.theirs, texts.ours))
    said = Texts(theirs, ours, texts.name, texts.where, texts.refused, texts.told)
    return theirs == ours or any(rule(said, is_pair) for rule in _RULES)


def without_numbers(text: str) -> str:
    """A text with a sign for each number."""
    return re.sub(r"\d+", "#", text)


def _int(text: str) -> Any:
    return int(text) if text.isdigit() else text
