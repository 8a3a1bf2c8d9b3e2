"""Made-up values in the place of real ones: the same for the same value, and not to be traced back without the salt."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterator

_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"
_SYLLABLES = 4
_LETTERS = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"\.(jpe?g|png|gif|webp|svg|pdf|zip|epub|mp3|mp4|txt|csv)$", re.IGNORECASE)
_PREFIX = "wc_order_"
_WILDCARD = "*"


class Inventor:
    """Makes values up by a secret salt."""

    def __init__(self, salt: bytes) -> None:
        self._salt = salt

    def _bytes(self, kind: str, value: str) -> Iterator[int]:
        """Bytes without end that belong to a value, whatever its letter case."""
        plain = unicodedata.normalize("NFKC", value).casefold().strip()
        block = f"{kind}\0{plain}".encode()
        number = 0
        while True:
            yield from hmac.digest(self._salt, block + number.to_bytes(4, "big"), "sha256")
            number += 1

    def hex(self, kind: str, value: str, length: int = 8) -> str:
        """Hexadecimal digits that belong to a value."""
        stream = self._bytes(kind, value)
        return "".join(f"{next(stream) & 15:x}" for _ in range(length))

    def number(self, kind: str, value: str, below: int) -> int:
        """A number that belongs to a value."""
        stream = self._bytes(kind, value)
        return int.from_bytes(bytes(next(stream) for _ in range(8)), "big") % below

    def word(self, kind: str, value: str) -> str:
        """A word that can be spoken, in small letters."""
        stream = self._bytes(kind, value)
        return "".join(
            _CONSONANTS[next(stream) % len(_CONSONANTS)] + _VOWELS[next(stream) % len(_VOWELS)]
            for _ in range(_SYLLABLES)
        )

    def shaped(self, kind: str, value: str) -> str:
        """Letters and digits like those of a value; all else stays in its place."""
        stream = self._bytes(kind, value)
        return "".join(_like(char, next(stream)) for char in value)

    # People

    def name(self, value: str) -> str:
        """The name of a person: each of its words has another one, wherever it stands."""
        words = [_cased(found[0], self.word("name", found[0])) for found in _LETTERS.finditer(value)]
        return " ".join(words) or self.hex("name", value)

    def company(self, value: str) -> str:
        """The name of a company."""
        return f"{self.word('company', value).capitalize()} Ltd"

    def email(self, value: str) -> str:
        """An email address; its host is that of all addresses of the real one's host. `*` stands for anybody."""
        local, _, host = value.strip().rpartition("@")
        made = f"{self.word('host', host)}.example"
        if local == _WILDCARD or not local:
            return f"{_WILDCARD}@{made}"
        words = [self.word("name", found[0]) for found in _PARTS.finditer(local)][:2]
        return f"{'.'.join([*words, self.hex('email', value, 6)])}@{made}"

    def login(self, value: str) -> str:
        """A user name."""
        if "@" in value:
            return self.email(value)
        words = [self.word("name", found[0]) for found in _PARTS.finditer(value)][:2]
        return "-".join([*words, self.hex("login", value, 4)])

    def phone(self, value: str) -> str:
        """A phone number of as many digits, in a range that nobody has."""
        digits = re.sub(r"\D", "", value)
        more = max(len(digits), 7) - 3
        return f"555{self.number('phone', digits or value, 10**more):0{more}}"

    def avatar(self, email: str, size: int = 96) -> str:
        """The picture of whom an email address belongs to; the address is made up already."""
        digest = hashlib.sha256(email.strip().lower().encode()).hexdigest()
        return f"https://secure.gravatar.com/avatar/{digest}?s={size}&d=mm&r=g"

    # Places

    def street(self, value: str) -> str:
        """A street with a number."""
        return f"{self.number('street', value, 198) + 1} {self.word('street', value).capitalize()} Street"

    def unit(self, value: str) -> str:
        """The second line of an address."""
        return f"Unit {self.number('unit', value, 998) + 1}"

    def city(self, value: str) -> str:
        """A town."""
        return _cased(value, self.word("city", value))

    # Machines

    def ip(self, value: str) -> str:
        """An address of a network that is nobody's."""
        number = self.number("ip", value, 2**24)
        if ":" in value:
            return f"2001:db8::{number >> 16:x}:{number & 0xFFFF:x}"
        return f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"

    def agent(self, value: str) -> str:
        """What a browser calls itself."""
        return f"Mozilla/5.0 ({self.hex('agent', value, 4)})"

    def url(self, value: str) -> str:
        """An address in the web, with the ending of the real one where this is that of a common kind of file."""
        ending = _ENDING.search(value.partition("?")[0])
        return f"https://files.example/{self.hex('url', value, 16)}{ending[0].lower() if ending else ''}"

    def token(self, value: str) -> str:
        """A secret of the same length, letters for letters."""
        prefix = _PREFIX if value.startswith(_PREFIX) else ""
        return prefix + self.shaped("token", value.removeprefix(_PREFIX))

    # Texts

    def text(self, value: str) -> str:
        """A sentence."""
        return f"Made up: {self.word('text', value)} {self.hex('text', value, 6)}."


def _like(char: str, byte: int) -> str:
    if char.isdigit():
        return str(byte % 10)
    if not char.isalpha():
        return char
    made = chr(ord("a") + byte % 26)
    return made.upper() if char.isupper() else made


def _cased(value: str, made: str) -> str:
    """A made-up word in the letter case of a value."""
    if value.islower():
        return made
    return made.upper() if value.isupper() and len(value) > 1 else made.capitalize()
