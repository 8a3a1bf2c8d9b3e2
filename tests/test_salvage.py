"""`salvage=True`: the JSON between other text is read where it is certain which it is, and never a wrong list."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fake_store import Session, raw
from wooclient import (
    AnswerError,
    ApiError,
    AuthenticationError,
    BatchInterrupted,
    Conflict,
    NotFound,
    NotJsonError,
    ServerError,
    ValidationFailed,
    WooClient,
    fixtures,
    to_wire,
)
from wooclient._runtime.salvage import salvaged
from wooclient.mock import MockStore

PRODUCT: dict[str, Any] = fixtures.load("v3", "products.get")
LEGACY: dict[str, Any] = fixtures.load("legacy-v3", "products.get")
HTML = "<br />\n<b>Warning</b>:  Undefined array key 0 in <b>/srv/x.php</b> on line <b>9</b><br />\n"
PLAIN = "\nNotice: Array to string conversion in foo[] in /srv/x.php on line 3\n"
LOGGED = "[27-Nov-2026 10:00:00 UTC] PHP Deprecated:  strlen(): Passing null [0] in /srv/y.php on line 12\n"
XDEBUG = "<br />\n<font size='1'><table class='xdebug-error xe-notice'><tr><td>[1]</td></tr></table></font>\n"
CACHED = "<!-- Page cached by [] in {} -->"
FATAL = "<br />\n<b>Fatal error</b>:  Allowed memory size exhausted in <b>/srv/x.php</b> on line <b>9</b><br />\n"
NOISE = {
    "html": HTML,
    "plain": PLAIN,
    "logged": LOGGED,
    "xdebug": XDEBUG,
    "comment": CACHED,
    "bom": "\ufeff",
    "nl": "\r\n",
}
Make = Callable[..., Session]


@pytest.fixture
def session(sessions: Make) -> Make:
    def make(body: bytes | str, status: int = 200, **options: Any) -> Session:
        content = body.encode() if isinstance(body, str) else body
        return sessions(lambda _: raw(content, status), **options)

    return make


def refused(shop: Session, call: Callable[[Any], Any]) -> NotJsonError:
    with pytest.raises(NotJsonError) as caught:
        shop.wait(call(shop.woo))
    return caught.value


# What is between complete messages and comments.


@pytest.mark.parametrize("behind", ["", *NOISE])
@pytest.mark.parametrize("before", ["", *NOISE])
def test_an_empty_list_between_messages_is_an_empty_list(session: Make, before: str, behind: str) -> None:
    shop = session(f"{NOISE.get(before, '')}[]{NOISE.get(behind, '')}", salvage=True)
    assert len(shop.wait(shop.woo.products.list())) == 0
    assert shop.all(shop.woo.products.modified_since("2026-01-01T00:00:00")) == []


@pytest.mark.parametrize("before", ["", *NOISE, "text", "page part"])
@pytest.mark.parametrize("behind", ["", *NOISE, "text"])
def test_a_record_and_a_list_are_read_between_anything(session: Make, before: str, behind: str) -> None:
    texts = {**NOISE, "text": "\nplugin says [0] => {x}\n", "page part": "<p>[1, 2]</p>"}
    start, end = texts.get(before, ""), texts.get(behind, "")
    shop = session(f"{start}{json.dumps(PRODUCT)}{end}", salvage=True)
    assert to_wire(shop.wait(shop.woo.products.get(1))) == PRODUCT
    shop = session(f"{start}{json.dumps([PRODUCT, PRODUCT])}{end}", salvage=True)
    assert [to_wire(one) for one in shop.wait(shop.woo.products.list())] == [PRODUCT, PRODUCT]


def test_the_legacy_api_is_salvaged_too(session: Make) -> None:
    shop = session(f'{HTML}{{"products": []}}{CACHED}', salvage=True)
    assert len(shop.wait(shop.woo.legacy.products.list())) == 0
    shop = session(f"text\n{json.dumps(LEGACY)}\ntext", salvage=True)
    assert to_wire(shop.wait(shop.woo.legacy.products.get(1))) == LEGACY["product"]


def test_an_empty_answer_of_a_batch_is_salvaged(session: Make) -> None:
    shop = session(f"{PLAIN}[]", salvage=True)
    strict = session(f"{PLAIN}[]")
    with pytest.raises(BatchInterrupted) as caught:
        strict.wait(strict.woo.products.batch(update=[{"id": 1}]))
    assert isinstance(caught.value.cause, NotJsonError)
    outcome = shop.wait(shop.woo.products.batch(update=[{"id": 1}]))
    assert [error.code for error in outcome.errors] == ["no_answer"]


def test_few_fields_are_salvaged(session: Make) -> None:
    shop = session('plugin text\n{"id": 5, "name": "x"}', salvage=True)
    assert shop.wait(shop.woo.products.get(5, extra={"_fields": "id,name"})).name == "x"
    refused(shop, lambda woo: woo.products.get(5))


def test_the_warning_of_the_mock_store_is_read_past() -> None:
    store = MockStore()
    store.fault("php_warning")
    with WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport, salvage=True) as woo:
        assert len(woo.products.list(search="no such thing")) == 0
        assert len(woo.legacy.products.list(filter={"q": "no such thing"})) == 0
        assert woo.products.get(101).id == 101


# What is not certain.


@pytest.mark.parametrize(
    "body",
    [
        "Array to string conversion in foo[]",
        "\nNotice: Array to string conversion in foo[]",
        "array(0) {\n}\n",
        "Rates:\n[]",
        "[]\nRates",
        "<p>[]</p>",
        "[] []",
        "[]\n[]",
        f"[]{FATAL}",
        f"{FATAL}[]",
        f"{HTML}[",
        f"{HTML}[]{HTML[:-9]}",
        f"{HTML}[]<!-- cut",
        "<!-- cut []",
        "Notice: bad index [0]",
        "Notice: bad index\n[0]\n",
        f"{HTML}[1, 2]x",
        f"{HTML}",
        f"{HTML}{json.dumps([PRODUCT])[:-1]}",
        f"text\n{json.dumps([PRODUCT])}\n[]",
        f"text\n[]\n{json.dumps([PRODUCT])}",
        f"text\n{json.dumps([PRODUCT])}\n{json.dumps([PRODUCT, PRODUCT])}",
        f'text\n{json.dumps([PRODUCT])}\n[{{"id": 2}}, {{"id"',
        f"<!doctype html><html><script>\n{json.dumps([PRODUCT])}\n</script></html>",
        '<div>\n[{"@type": "Product", "name": "x", "sku": "y"}]\n</div>',
        "[" * 5000,
        "{}" * 500,
    ],
)
def test_what_is_not_certain_is_no_list(session: Make, body: str) -> None:
    refused(session(body, salvage=True), lambda woo: woo.products.list())


def test_bytes_that_are_no_text_do_no_harm_around_the_json_and_are_not_glossed_over_within(session: Make) -> None:
    shop = session(b"\xff\xfe noise\n" + json.dumps(PRODUCT).encode(), salvage=True)
    assert to_wire(shop.wait(shop.woo.products.get(1))) == PRODUCT
    broken = json.dumps({**PRODUCT, "name": "?!"}).encode().replace(b"?!", b"\xff")
    refused(session(HTML.encode() + broken, salvage=True), lambda woo: woo.products.get(1))


def test_a_long_line_of_text_is_looked_through_in_time() -> None:
    store = Session("sync", lambda _: raw(b"Warning: " + b" in x on line " * 200_000), salvage=True)
    refused(store, lambda woo: woo.products.list())
    many = Session("sync", lambda _: raw(b"<b>Warning</b>:  in <b>x" * 100_000), salvage=True)
    refused(many, lambda woo: woo.products.list())


# Errors.

ERRORS: list[tuple[int, Any, type[ApiError], str]] = [
    (404, {"code": "woocommerce_rest_product_invalid_id", "message": "x", "data": {"status": 404}}, NotFound, ""),
    (400, {"code": "rest_invalid_param", "message": "x", "data": {"params": {"per_page": "y"}}}, ValidationFailed, ""),
    (400, {"code": "product_invalid_sku", "message": "x", "data": {"resource_id": 7}}, Conflict, ""),
    (500, {"code": "internal_server_error", "message": "x"}, ServerError, ""),
    (401, {"code": "woocommerce_rest_authentication_error", "message": "x"}, AuthenticationError, ""),
    (404, {"errors": [{"code": "woocommerce_api_invalid_product_id", "message": "x"}]}, NotFound, ""),
    (200, {"errors": [{"code": "woocommerce_api_invalid_product_id", "message": "x"}]}, ApiError, "salvage"),
    (
        200,
        {"code": "woocommerce_rest_cannot_view", "message": "x", "data": {"status": 401}},
        AuthenticationError,
        "salvage",
    ),
]


@pytest.mark.parametrize("around", [(HTML, ""), (PLAIN, CACHED), ("", HTML), ("plugin: [0]\n", "\n<b>x</b>")])
@pytest.mark.parametrize(("status", "error", "kind", "needs"), ERRORS)
def test_an_error_with_noise_around_is_that_error(
    session: Make, status: int, error: Any, kind: type[ApiError], needs: str, around: tuple[str, str]
) -> None:
    first = error["errors"][0] if "errors" in error else error
    shop = session(json.dumps(error).join(around), status, **({"salvage": True} if needs else {}))
    with pytest.raises(kind) as caught:
        # The legacy API has errors of this form, and tells of some under a 200.
        shop.wait((shop.woo.legacy if "errors" in error else shop.woo).products.get(1))
    assert (caught.value.code, caught.value.message, caught.value.status) == (first["code"], "x", status)
    assert type(caught.value) is kind
    told = (getattr(caught.value, "params", {}), getattr(caught.value, "resource_id", None))
    assert told == ({"per_page": "y"} if kind is ValidationFailed else {}, 7 if kind is Conflict else None)


def test_a_page_that_holds_something_like_an_error_is_none(session: Make) -> None:
    page = '<html><script>\n{"code": "x", "message": "y"}\n</script></html>'
    shop = session(page, 404)
    assert refused(shop, lambda woo: woo.products.get(1)).status == 404


# Hints.


@pytest.mark.parametrize("body", [f"{HTML}[", f"{HTML}x []", "[]\nx", f"{json.dumps([PRODUCT])[:-1]}", f"{PLAIN}"])
def test_no_hint_recommends_a_switch_that_is_on_or_does_not_help(session: Make, body: str) -> None:
    for options in ({}, {"salvage": True}):
        error = refused(session(body, **options), lambda woo: woo.products.list())
        assert "read past" not in error.hint


def test_a_hint_says_that_the_switch_is_on_and_does_not_help(session: Make) -> None:
    error = refused(session(f"{HTML}x []", salvage=True), lambda woo: woo.products.list())
    assert "with salvage=True, nothing in it is sure to be the answer" in error.hint


@pytest.mark.parametrize(("status", "kind"), [(400, NotJsonError), (404, NotJsonError), (500, ServerError)])
def test_no_hint_of_an_error_recommends_what_is_for_successes(session: Make, status: int, kind: type[ApiError]) -> None:
    shop = session(HTML, status)
    with pytest.raises(kind) as caught:
        shop.wait(shop.woo.products.get(1))
    assert "salvage" not in caught.value.hint


@pytest.mark.parametrize("body", [f"{HTML}[]", f"[]{CACHED}", f"{CACHED}[]", f"text\n{json.dumps([PRODUCT])}"])
def test_the_hint_names_the_switch_where_it_helps(session: Make, body: str) -> None:
    assert "salvage=True" in refused(session(body), lambda woo: woo.products.list()).hint


# Any mixture.

SAID = st.sampled_from(
    [
        "Undefined array key [0]",
        "Array to string conversion in foo[]",
        "Trying to access array offset on value of type null {}",
        "Die Übersetzung für [] wurde zu früh geladen",
        "La función {} se llamó de forma incorrecta: []",
        "Перевод загружен слишком рано [1]",
        '翻訳の読み込みが早すぎます {"id": 1}',
        "تم استدعاء الدالة بشكل غير صحيح []",
        'json_decode([{"id": 1}, {"id": 2}]): syntax error',
        "in on line [2]",
    ]
)
KINDS = st.sampled_from(
    ["Warning", "Notice", "Deprecated", "Strict Standards", "Recoverable fatal error", "Fatal error"]
)
FILES = st.sampled_from(["/var/www/a b/x.php", "C:\\xampp\\y.php", "/srv/z.php(12) : eval()'d code"])
HTML_MESSAGES = st.builds(
    "<br />\n<b>{}</b>:  {} in <b>{}</b> on line <b>{}</b><br />\n".format, KINDS, SAID, FILES, st.integers(1, 9999)
)
PLAIN_MESSAGES = st.builds("\n{}: {} in {} on line {}\n".format, KINDS, SAID, FILES, st.integers(1, 9999))
COMMENTS = st.builds("<!-- {} -->\n".format, SAID)
KNOWN = HTML_MESSAGES | PLAIN_MESSAGES | COMMENTS | st.sampled_from(["\ufeff", "\n", " "])
TEXT = st.builds("<div class='error'>{}</div>".format, SAID) | SAID | st.sampled_from(["{}", "[0]\n", "\n[1, 2]\n"])
#: What plugins print may be just like an answer.
DEBUG = st.sampled_from(["[]", "\n[]\n", "<p>[]</p>", json.dumps([{**PRODUCT, "id": 666}])])
ANSWERS = st.sampled_from([[], [PRODUCT], [PRODUCT, {**PRODUCT, "id": 7}]])


def is_json(body: str) -> bool:
    """Whether there is nothing to salvage."""
    try:
        json.loads(body.lstrip("\ufeff \n"))
    except ValueError:
        return False
    return True


def ids_read(body: str) -> list[int] | None:
    """The ids of the products that a client makes of a body; None if it refuses it."""
    assume(not is_json(body))
    with Session("sync", lambda _: raw(body.encode()), salvage=True).woo as woo:
        try:
            return [product.id for product in woo.products.list()]
        except AnswerError:
            return None


@given(st.lists(KNOWN, max_size=4).map("".join), ANSWERS, st.lists(KNOWN, max_size=4).map("".join))
def test_between_whole_messages_every_answer_is_read(before: str, answer: list[Any], behind: str) -> None:
    found = ids_read(f"{before}{json.dumps(answer)}{behind}")
    is_doubtful = not answer and "atal error" in before + behind
    assert found == (None if is_doubtful else [one["id"] for one in answer])


@given(st.lists(KNOWN | TEXT | DEBUG, max_size=4), ANSWERS, st.lists(KNOWN | TEXT | DEBUG, max_size=4))
def test_no_mixture_ever_gives_another_list(before: list[str], answer: list[Any], behind: list[str]) -> None:
    found = ids_read(f"{''.join(before)}{json.dumps(answer)}{''.join(behind)}")
    assert found in (None, [one["id"] for one in answer])


@given(st.lists(KNOWN | TEXT, max_size=4), ANSWERS, st.lists(KNOWN | TEXT, max_size=4), st.integers(1, 400))
def test_nothing_cut_short_gives_another_list(
    before: list[str], answer: list[Any], behind: list[str], cut: int
) -> None:
    body = f"{''.join(before)}{json.dumps(answer)}{''.join(behind)}"
    found = ids_read(body[:-cut])
    is_whole = cut <= len("".join(behind))
    assert found in ((None, [one["id"] for one in answer]) if is_whole else (None,))


@given(st.lists(KNOWN | TEXT, min_size=1, max_size=6).map("".join))
def test_noise_alone_is_no_answer(noise: str) -> None:
    assert ids_read(noise) is None


# What stands beside it


@pytest.mark.parametrize("blank", ["", " ", "\n", "\r\n\t"])
@pytest.mark.parametrize("mark", ["[", "{", ",", ":"])
def test_what_belongs_to_json_that_broke_off_before_it_is_no_answer(mark: str, blank: str) -> None:
    assert salvaged(f'"a": 1 {mark}{blank}{{"id": 1}}\n'.encode(), has_id) is None
    assert salvaged(f'"a": 1 {mark} x\n{{"id": 1}}\n'.encode(), has_id) == b'{"id": 1}'


@pytest.mark.parametrize("blank", ["", " ", "\n", "\r\n\t"])
@pytest.mark.parametrize("mark", [",", "]", "}", ":"])
def test_what_belongs_to_json_that_goes_on_behind_it_is_no_answer(mark: str, blank: str) -> None:
    assert salvaged(f'{{"id": 1}}{blank}{mark} x\n'.encode(), has_id) is None
    assert salvaged(f'{{"id": 1}}\nx {mark}\n'.encode(), has_id) == b'{"id": 1}'


def test_an_answer_among_more_braces_than_are_looked_at_is_none() -> None:
    """What was not looked at could be a second one."""
    assert salvaged(b'{"id": 1}\n' + b"{ " * 20, has_id) == b'{"id": 1}'
    assert salvaged(b'{"id": 1}\n' + b"{ " * 5000, has_id) is None


def has_id(value: Any) -> bool:
    return isinstance(value, dict) and "id" in value
