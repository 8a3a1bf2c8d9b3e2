"""How names of products stand in reviews: written as pages show titles. All as 10.0.2 answers."""

from __future__ import annotations

import pytest

from mock.talk import read, send
from wooclient.mock import MockStore
from wooclient.mock.typography import texturized


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("5 &gt; 3 \"quoted\" 'single'", "5 &gt; 3 &#8220;quoted&#8221; &#8216;single&#8217;"),
        ("rock 'n' roll", "rock &#8216;n&#8217; roll"),
        ("it's a 'test'", "it&#8217;s a &#8216;test&#8217;"),
        ('"a" "b"', "&#8220;a&#8221; &#8220;b&#8221;"),
        ("a -- b --- c - d", "a &#8212; b &#8212; c &#8211; d"),
        ("dots...", "dots&#8230;"),
        ("12x12 3 x 4", "12&#215;12 3 x 4"),
        ("10' 5\"", "10&#8242; 5&#8243;"),
        ("'99 and '80s", "&#8217;99 and &#8217;80s"),
        ("(c) (tm)", "(c) &#8482;"),
        ('a "b', "a &#8220;b"),
        ('"', "&#8220;"),
        ("'", "&#8216;"),
        ("d'été", "d&#8217;été"),
        ("<b>\"x\"</b> 'y'", "<b>&#8220;x&#8221;</b> &#8216;y&#8217;"),
        ('a&amp;"b"', "a&amp;&#8221;b&#8221;"),
        ("``x''", "&#8220;x&#8221;"),
        ('x"y"z', "x&#8221;y&#8221;z"),
        ("(\"x\") ['y']", "(&#8220;x&#8221;) [&#8216;y&#8217;]"),
        ('—"x"—', "—&#8221;x&#8221;—"),
        ("5'4\"", "5&#8217;4&#8243;"),
        ('"Oak" tray 3', "&#8220;Oak&#8221; tray 3"),
        ("--", "&#8212;"),
        ("...", "&#8230;"),
        ("a...b", "a&#8230;b"),
        ('"..."', "&#8220;&#8230;&#8221;"),
        ("2 x 3x4 0x5", "2 x 3&#215;4 0x5"),
    ],
)
def test_signs_of_a_title(title: str, written: str) -> None:
    assert texturized(title) == written


def test_a_review_tells_the_title_of_its_product() -> None:
    store = MockStore({"products": [{"id": 7, "name": '"Oak" tray, it\'s 12x12'}]})
    review = {"product_id": 7, "review": "ok", "reviewer": "A", "reviewer_email": "a@b.co"}
    told = read(send(store, "POST", "/products/reviews", review))["product_name"]
    assert told == "&#8220;Oak&#8221; tray, it&#8217;s 12&#215;12"
