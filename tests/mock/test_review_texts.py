"""Texts of reviews: WordPress keeps a new one as it comes, and cleans it whenever the review is changed."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import read, send
from wooclient.mock import MockStore

_SAID = 'A "q" & \\ <b>x</b> <script>z</script><div>d</div> <a href="http://x.example">l</a>'
_MARKED = '<a href="http://x.example" rel="nofollow ugc">l</a>'


@pytest.fixture
def store() -> MockStore:
    """A store with a product."""
    return MockStore({"products": [{"id": 7, "name": "Cup"}]})


def _reviewed(store: MockStore, said: str, root: str = "/products/reviews", **more: Any) -> Any:
    body = {
        "product_id": 7,
        "review": said,
        "reviewer": "A",
        "name": "A",
        "email": "a@b.co",
        "reviewer_email": "a@b.co",
    }
    return read(send(store, "POST", root, {**body, **more}))


def test_a_review_is_kept_as_it_comes_and_cleaned_by_any_change(store: MockStore) -> None:
    """As 10.0.2 answers: links are marked at once."""
    review = _reviewed(store, _SAID)
    assert review["review"] == _SAID.partition("<a")[0] + _MARKED
    changed = read(send(store, "PUT", f"/products/reviews/{review['id']}", {"rating": 3}))
    assert changed["review"] == 'A "q" &amp; \\ <b>x</b> zd ' + _MARKED


def test_a_changed_text_keeps_the_slashes_that_cleaning_it_takes(store: MockStore) -> None:
    """As 10.0.2 answers: not so in a batch, and what is cleaned to nothing is refused."""
    number = _reviewed(store, "ok")["id"]

    def told(body: Any) -> tuple[int, str]:
        answer = send(store, "PUT", f"/products/reviews/{number}", body)
        return answer.status, read(answer).get("review") or read(answer)["code"]

    assert told({"review": _SAID}) == (200, f'A \\"q\\" &amp;  <b>x</b> zd {_MARKED}')
    assert told({"review": "<script></script>"}) == (400, "woocommerce_rest_review_content_invalid")
    assert told({"review": "0"}) == (400, "woocommerce_rest_review_content_invalid")
    assert told({"review": "  "}) == (200, "  ")
    batch = {"update": [{"id": number, "review": _SAID}]}
    assert read(send(store, "POST", "/products/reviews/batch", batch))["update"][0]["review"].startswith(
        'A "q" &amp; \\'
    )


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_older_versions_take_backslashes_away(store: MockStore, version: str) -> None:
    """As 10.0.2 answers: nothing else happens to a new review. Stars alone are no change, but that of the text is."""
    root = f"/wp-json/wc/{version}/products/7/reviews"
    review = _reviewed(store, _SAID, root, name="O'Neil \\ y")
    assert (review["review"], review["name"]) == (_SAID.replace("\\", ""), "O'Neil  y")
    answers = [send(store, "PUT", f"{root}/{review['id']}", {"rating": 3}) for _ in range(2)]
    assert [answer.status for answer in answers] == [200, 500]
    assert read(answers[0])["review"] == f'A "q" &amp;  <b>x</b> zd {_MARKED}'


@pytest.mark.parametrize(
    ("link", "marked"),
    [
        ("<a>x</a>", "<a>x</a>"), ("<A href='/x'>", "<a href='/x' rel=\"nofollow ugc\">"),
        ("<a href='{url}/x'>", "<a href='{url}/x' rel=\"ugc\">"),
        ('<a title="x" rel="me" href="//y">', '<a title="x" href="//y" rel="me nofollow ugc">'),
    ],
)  # fmt: skip
def test_links_are_marked(store: MockStore, link: str, marked: str) -> None:
    """As wp_rel_callback is written: those to the store itself are followed."""
    assert _reviewed(store, link.format(url=store.url))["review"] == marked.format(url=store.url)
