"""What is taken for a secret, wherever it stands, and what is not; errors show none, nor the beginning of one."""

from __future__ import annotations

import pytest

from fake_store import Session, raw
from refused import refused, woo
from wooclient import BatchError, ItemError, NotJsonError
from wooclient._runtime.redaction import SECRET_PARAMETERS, redact

KEY, SECRET = "ck_" + "0123456789abcdef" * 2 + "01234567", "cs_" + "fedcba9876543210" * 2 + "fedcba98"
BASIC = "Y2tfMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("consumer_key=short", "consumer_key=***"),
        ("consumer_secret=short&page=2", "consumer_secret=***&page=2"),
        ("oauth_consumer_key=short", "oauth_consumer_key=***"),
        ("oauth_signature=a%2Bb%3D&x=1", "oauth_signature=***&x=1"),
        ("oauth_nonce=short>x", "oauth_nonce=***>x"),
        ("CONSUMER_SECRET=short", "CONSUMER_SECRET=***"),
        ("consumer_secret%3Dshort", "consumer_secret%3D***"),
        ("consumer_secret: short, x", "consumer_secret: ***, x"),
        ('{"consumer_secret":"short","a":1}', '{"consumer_secret":"***","a":1}'),
        ("['consumer_secret' => 'short']", "['consumer_secret' => '***']"),
        ("(consumer_secret=short)", "(consumer_secret=***)"),
        ("consumer_secret=short;", "consumer_secret=***;"),
        ("<a href='?consumer_key=short'>", "<a href='?consumer_key=***'>"),
        (f"{KEY} {SECRET}", "ck_*** cs_***"),
        (f"user:{KEY}:{SECRET}@", "user:ck_***:cs_***@"),
        ("ck_" + "Z" * 20, "ck_***"),
        (f"Basic {BASIC}== x", "Basic *** x"),
        (f"basic\n{BASIC}", "basic\n***"),
        ("Basic " + "A" * 40, "Basic ***"),
        # The last character of an escape is a letter or a digit.
        (repr(f"\n{SECRET}\t{KEY}"), "'\\ncs_***\\tck_***'"),
        (f"%22{SECRET}%22%3A{KEY}", "%22cs_***%22%3Ack_***"),
        (f"\\u0022{SECRET}\\u0022", "\\u0022cs_***\\u0022"),
        (repr(f"\nBasic {BASIC}"), "'\\nBasic ***'"),
    ],
)
def test_a_secret_is_masked_and_what_is_around_it_stays(text: str, shown: str) -> None:
    assert redact(text) == shown


def test_which_parameters_carry_a_key() -> None:
    """Those of RFC 5849 (3.1), but for realm and version, which are not sent; and WooCommerce's own two."""
    named = """consumer_key consumer_secret oauth_consumer_key oauth_nonce oauth_signature oauth_signature_method
        oauth_timestamp"""
    assert set(named.split()) == SECRET_PARAMETERS


@pytest.mark.parametrize(
    "text",
    [
        "consumer_key",
        "a consumer_secret is needed",
        "oauth_timestamp=17000000&oauth_signature_method=HMAC-SHA256",
        "ck_" + "Z" * 19,
        "stock_" + "abcdefghij" * 3,
        "block_" + "0123456789abcdef" * 2,
        "Basic " + "A" * 39,
        "Basic subscription for a year",
        "cs-" + "a" * 40,
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert redact(text) == text


@pytest.mark.parametrize("around", ["\n{}\n", "\t{}", "%22{}%22", "x" * 190 + " {}", "x" * 780 + " {}"])
@pytest.mark.parametrize("status", [200, 404, 500])
def test_no_error_shows_the_beginning_of_a_secret_that_a_page_holds(around: str, status: int) -> None:
    page = around.format(SECRET).encode()
    if status == 200:
        shop = Session("sync", lambda _: raw(page))
        with pytest.raises(NotJsonError) as caught:
            shop.woo.products.get(1)
        error: Exception = caught.value
    else:
        error = refused(status, page, content_type="text/plain")
    assert SECRET[:7] not in f"{error} {error!r} {error.args} {getattr(error, 'excerpt', '')}"


@pytest.mark.parametrize(("secret", "shown"), [(SECRET, "cs_***"), (f"Basic {BASIC}", "Basic ***")])
def test_no_error_shows_the_beginning_of_a_secret_that_follows_on_many(secret: str, shown: str) -> None:
    """Masked, many are short: what is shown of the body comes from far behind its beginning."""
    for gap in range(52):
        page = f"{f'{SECRET} ' * 17}{'-' * gap}{secret} and more".encode()
        error = refused(404, page, content_type="text/plain")
        assert isinstance(error, NotJsonError)
        assert error.excerpt == f"{'cs_*** ' * 17}{'-' * gap}{shown} and more"


def test_no_error_of_a_batch_shows_a_secret() -> None:
    item = ItemError(f"bad {SECRET}", code="x", part="update", id=7)
    assert (str(item), item.message, item.args) == ("update 7: x: bad cs_***", "bad cs_***", ("bad cs_***",))
    assert SECRET not in f"{BatchError('one failed', errors=[item])!r}"


def test_headers_and_parameters_of_an_error_are_masked() -> None:
    error = refused(400, woo("x", 400, SECRET, params={"a": SECRET}), x_echo=f"/?consumer_secret={SECRET}")
    assert error.headers == {"x-echo": "/?consumer_secret=***"}
    assert (error.message, error.params) == ("cs_***", {"a": "cs_***"})  # type: ignore[attr-defined]
