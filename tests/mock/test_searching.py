"""What a search looks for: words, as WordPress finds them (parse_search of its WP_Query)."""

from __future__ import annotations

import pytest

from mock.talk import read, send
from wooclient.mock import MockStore
from wooclient.mock.lists import words

#: WordPress's own list.
COMMON = (
    "about an are as at be by com for from how in is it of on or that the this to was what when where who will with www"
)


@pytest.mark.parametrize("common", COMMON.split())
def test_the_commonest_words_are_not_looked_for(common: str) -> None:
    assert words(f"{common} jug") == ["jug"]
    assert words(common) == [common], "but where nothing else is asked for"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("red jug", ["red", "jug"]),
        ("red,jug+blue", ["red", "jug", "blue"]),
        ("red\tjug", ["red", "jug"]),
        ("red\r\njug", ["redjug"]),
        ('"red jug" pot', ["red jug", "pot"]),
        ('"red jug', ["red jug"]),
        ('pot "red " "" jug', ["pot", "red ", "jug"]),
        ("'red' jug", ["red", "jug"]),
        ("a jug - b", ["jug"]),
        ("é jug 7", ["é", "jug", "7"]),
        ("0 jug", ["jug"]),
        ("0", ["0"]),
        ("a b", ["a b"]),
        ("aa bb cc dd ee ff gg hh ii", ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii"]),
        ("aa bb cc dd ee ff gg hh ii jj", ["aa bb cc dd ee ff gg hh ii jj"]),
    ],
)
def test_what_is_a_word(told: str, found: list[str]) -> None:
    assert words(told) == found


@pytest.mark.parametrize(
    ("search", "found"),
    [("the+jug", ["Blue jug", "Red jug"]), ("jug+-red", ["Blue jug"]), ("%22d+jug%22", ["Red jug"]), ("jug+pot", [])],
)
def test_all_words_are_in_what_is_found(search: str, found: list[str]) -> None:
    with MockStore("fresh") as store:
        for name in ("Red jug", "Blue jug", "Pot"):
            send(store, "POST", "/products", {"name": name})
        listed = read(send(store, "GET", "/products", query=f"search={search}&orderby=title&order=asc"))
        assert [item["name"] for item in listed] == found
