"""Records without people and secrets: each text by its rule, all that nobody knows made up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from wooclient.mock.description import Description, Json
from wooclient.mock.kinds import is_list, is_map, members
from wooclient.mock.seed_check import fits

from . import rules
from .inventing import Inventor
from .places import Places
from .rules import META, NOTE, RULES, Rule
from .scrubbing import STORE, Scrubber

_SLUG = re.compile(r"[A-Za-z0-9_.:-]{1,40}")
_KEY = re.compile(r"[A-Za-z_][\w:.-]{0,79}", re.ASCII)
_LONG_NUMBER = re.compile(r"\d{5}")
_DIGITS = re.compile(r"\d{0,12}", re.ASCII)
_SHORT = re.compile(r"\d{1,9}(\.\d{1,6})?", re.ASCII)
_STATE = re.compile(r"[A-Z0-9]{0,3}(-[A-Z0-9]{1,4})?")
_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+")
_PHONE = re.compile(r"\+?[\d\s()/-]+")
_COST = re.compile(r"[\d\s.,+*/()\[\]\"'=%-]*")
_COST_WORDS = re.compile(r"\b(qty|cost|fee|percent|min_fee|max_fee)\b")
#: Who writes notes on orders where nobody does.
_MACHINES = ("WooCommerce", "system")
#: Types of settings whose values are chosen, not typed.
_CHOSEN = ("select", "radio", "checkbox", "multiselect", "image_width", "number", "color", "single_select_page",
           "multi_select_countries", "single_select_country", "info", "slider")  # fmt: skip


class Words(Protocol):
    """What the store's own catalog says in public."""

    def has(self, kind: str, word: str) -> bool:
        """Whether a word is public."""
        ...


class Replacer:
    """Replaces what is in records, by one salt, and counts what it replaced."""

    def __init__(
        self, description: Description, inventor: Inventor, words: Words, own_url: str, kept: Iterable[str] = ()
    ) -> None:
        self.description = description
        self.inventor = inventor
        self.places = Places(inventor)
        self.words = words
        self.scrubber = Scrubber(inventor, own_url, kept)
        self.kept = frozenset(kept)
        #: How many values were replaced, by category.
        self.counts: Counter[str] = self.scrubber.counts
        self._record: Json = {}

    def record(self, kind: str, schema: Json, record: Json) -> Json:
        """A record of a kind without what is somebody's."""
        self._record = record
        table = RULES.get(kind, {})
        whole = table.get("")
        if whole is not None:
            found: Any = self._by(whole, record)
        else:
            found = self._object(table, schema, {k: v for k, v in record.items() if k != "_links"}, "")
        return members(found)

    # The walk

    def _object(self, table: Mapping[str, Rule], schema: Json, value: Json, path: str) -> Json:
        known = self.description.properties(schema)
        others = self.description.resolve(schema).get("additionalProperties")
        found: Json = {}
        for name, inner in value.items():
            place = f"{path}.{name}" if path else name
            child = known.get(name, others if is_map(others) else None)
            if place in table:
                found[name] = self._by(table[place], inner)
            elif child is None:
                found[self._key(name)] = self._unknown(inner)
            else:
                found[name] = self._value(table, child, inner, place)
        return found

    def _value(self, table: Mapping[str, Rule], schema: Json, value: Any, path: str) -> Any:
        if is_list(value):
            items: list[Json] = [option["items"] for option in self._options(schema) if "items" in option]
            return [self._value(table, items[0] if items else {}, item, path) for item in value]
        if is_map(value):
            options = [
                o for o in self._options(schema) if self.description.properties(o) or "additionalProperties" in o
            ]
            return self._object(table, options[0], value, path) if options else self._unknown(value)
        if isinstance(value, str):
            return value if self._declared(schema, value) else self._by(NOTE, value)
        return value

    def _options(self, schema: Json) -> list[Json]:
        resolved = self.description.resolve(schema)
        return [self.description.resolve(option) for option in resolved.get("anyOf", [resolved])]

    def _declared(self, schema: Json, value: str) -> bool:
        """Whether a text is a number, a moment, or a word, as the description says that such texts are."""
        if not value:
            return True
        for option in self._options(schema):
            words = [*option.get("enum", []), *option.get("x-known-values", [])]
            if value in words or (words and _SLUG.fullmatch(value) and not _LONG_NUMBER.search(value)):
                return True
            if fits(option.get("format", ""), value) is True:
                return True
        return False

    # Rules

    def _by(self, rule: Rule, value: Any) -> Any:
        if rule.how == "keep" or rule.category in self.kept:
            return self.scrubber.moved(value)
        if rule.how == "empty":
            return [] if is_list(value) else {} if is_map(value) else "" if isinstance(value, str) else value
        if rule.how in ("form", "setting", "meta"):
            return getattr(self, f"_{rule.how}")(value)
        if is_list(value):
            return [self._by(rule, item) for item in value]
        if is_map(value):
            return {name: self._avatar_of(name, inner) if rule.how == "avatar" else self._by(rule, inner)
                    for name, inner in value.items()}  # fmt: skip
        if not isinstance(value, str) or not value:
            return value
        made = self._made(rule, value)
        if rule.category and made != value:
            self.counts[rule.category] += 1
        return made

    def _made(self, rule: Rule, value: str) -> str:
        if rule.of and self.words.has(rule.of, value):
            return self._shop(value)
        own = getattr(self, f"_{rule.how}", None)
        made: str = own(value) if own is not None else getattr(self.inventor, rule.how)(value)
        return made

    def _shop(self, value: str) -> str:
        return self.scrubber.scrubbed(value)

    def _own_url(self, value: str) -> str:
        moved = str(self.scrubber.moved(value))
        return moved if moved.startswith(STORE) else self.inventor.url(value)

    def _city(self, value: str) -> str:
        return self.places.city(value)

    def _postcode(self, value: str) -> str:
        return self.places.postcode(value)

    def _country(self, value: str) -> str:
        return value if re.fullmatch(r"[A-Z]{2}", value) else ""

    def _state(self, value: str) -> str:
        return value if _STATE.fullmatch(value) else self.inventor.city(value)

    def _email(self, value: str) -> str:
        """One address, or several with commas."""
        return ",".join(self.inventor.email(part) for part in value.split(","))

    def _user(self, value: str) -> str:
        """Who used a coupon: a customer's number, or an email address."""
        return value if _DIGITS.fullmatch(value) else self.inventor.email(value)

    def _avatar(self, value: str) -> str:
        return self._avatar_of("96", value)

    def _avatar_of(self, size: str, value: Any) -> str:
        email = str(self._record.get("email") or self._record.get("reviewer_email") or value)
        made = email if "emails" in self.kept else self.inventor.email(email)
        return self.inventor.avatar(made, int(size) if size.isdecimal() and len(size) < 5 else 96)

    def _author(self, value: str) -> str:
        return value if value in _MACHINES else self.inventor.name(value)

    def _made_by(self, value: str) -> str:
        return value if value in rules.MADE_BY else self._chosen(value)

    def _slug(self, value: str) -> str:
        plain = _SLUG.fullmatch(value) and not _LONG_NUMBER.search(value)
        return value if plain else self._chosen(value)

    def _chosen(self, value: str) -> str:
        """One of the store's own words, such as that of a gateway; what is none of them is not public."""
        return f"plugin-{self.inventor.hex('word', value)}"

    def _digits(self, value: str) -> str:
        return value if _DIGITS.fullmatch(value) else self.inventor.token(value)

    def _code(self, value: str) -> str:
        return f"code-{self.inventor.hex('code', value)}"

    def _public(self, value: str) -> str:
        return f"Item {self.inventor.hex('item', value)}"

    def _item(self, value: str) -> str:
        """The name of a line: that of a product, or of a variation, whose choices stand behind it."""
        head, _, tail = value.rpartition(" - ")
        chosen = [part.strip() for part in tail.split(",")]
        if head and self.words.has("product", head) and all(self.words.has("term", part) for part in chosen):
            return value
        return self._public(value)

    def _rate_code(self, value: str) -> str:
        """`US-CA-TAX-1`: place, name and priority of a rate."""
        parts = value.split("-")
        name = "-".join(parts[1:-1])
        known = any(self.words.has("rate", "-".join(parts[start:-1])) for start in range(1, len(parts) - 1))
        return value if known else f"RATE-{self.inventor.hex('rate', name)}".upper()

    # Custom fields

    def _meta(self, rows: Any) -> Any:
        if not is_list(rows):
            return self._unknown(rows)
        return [self._row(row) if is_map(row) else self._unknown(row) for row in rows]

    def _row(self, row: Json) -> Json:
        key, value = str(row.get("key", "")), row.get("value")
        is_number = key in rules.KEPT_META and _SHORT.fullmatch(str(value)) is not None
        is_choice = isinstance(value, str) and self.words.has("term", value) and self.words.has("term", key)
        found: Json = {}
        for name, inner in row.items():
            if name == "id":
                found[name] = inner
            elif name in ("key", "display_key"):
                found[name] = self._key(inner) if isinstance(inner, str) else inner
            elif (is_number and _SHORT.fullmatch(str(inner))) or (is_choice and self.words.has("term", str(inner))):
                found[name] = inner
            else:
                found[name] = self._unknown(inner)
        return found

    def _key(self, key: str) -> str:
        """The name of a custom field: an identifier, else it may hold anything."""
        plain = (_KEY.fullmatch(key) and not _LONG_NUMBER.search(key)) or self.words.has("term", key)
        return key if plain or "metadata" in self.kept else f"field_{self.inventor.hex('key', key)}"

    def _unknown(self, value: Any) -> Any:
        """A value that nobody knows anything of. It keeps its type."""
        if "metadata" in self.kept:
            return self.scrubber.moved(value)
        if is_list(value):
            return [self._unknown(item) for item in value]
        if is_map(value):
            return {self._key(str(name)): self._unknown(inner) for name, inner in value.items()}
        if isinstance(value, bool) or value in (None, "", 0):
            return value
        self.counts[META.category] += 1
        if isinstance(value, str):
            return self._unknown_text(value)
        made = self.inventor.shaped("number", str(abs(value)))
        return type(value)(made) if re.fullmatch(r"\d+(\.\d+)?", made) else type(value)(0)

    def _unknown_text(self, value: str) -> str:
        if _EMAIL.fullmatch(value):
            return self.inventor.email(value)
        if _PHONE.fullmatch(value) and 7 <= sum(char.isdigit() for char in value) <= 15:
            return self.inventor.phone(value)
        if re.fullmatch(r"-?\d+(\.\d+)?", value):
            return self.inventor.shaped("number", value)
        return self.inventor.text(value)

    # Settings

    def _form(self, fields: Any) -> Any:
        """The settings of a gateway or a shipping method, by name."""
        if not is_map(fields):
            return self._unknown(fields)
        return {name: self._setting(field) if is_map(field) else self._unknown(field) for name, field in fields.items()}

    def _setting(self, setting: Json) -> Json:
        found: Json = {}
        for name, value in setting.items():
            if name == "_links":
                continue
            found[name] = self._typed(setting, value) if name in ("value", "default") else self._labelled(value)
        return found

    def _labelled(self, value: Any) -> Any:
        """Labels and options: what WooCommerce or a plugin says."""
        if is_map(value):
            return {name: self._labelled(inner) for name, inner in value.items()}
        if is_list(value):
            return [self._labelled(item) for item in value]
        return self.scrubber.scrubbed(value) if isinstance(value, str) else value

    def _typed(self, setting: Json, value: Any) -> Any:
        name = str(setting.get("id", "")).removeprefix("woocommerce_")
        rule = rules.SETTINGS.get(name)
        if rule is not None:
            return self._by(rule, value)
        if setting.get("type") in _CHOSEN or not isinstance(value, str) or not value:
            return value if not is_map(value) or setting.get("type") in _CHOSEN else self._unknown(value)
        if name == "title":
            return self._shop(value)
        if _EMAIL.search(value):
            return self._by(rules.EMAIL, value) if _EMAIL.fullmatch(value.partition(",")[0]) else self._by(NOTE, value)
        if (name in rules.PLAIN_SETTINGS and len(value) < 4) or _COST.fullmatch(_COST_WORDS.sub("", value)):
            return value if len(re.sub(r"\D", "", value)) < 9 else self._by(rules.TOKEN, value)
        if value == setting.get("default"):
            return self._shop(value)
        secret = setting.get("type") == "password" or not re.search(r"\s", value)
        return self._by(rules.TOKEN if secret else NOTE, value)
