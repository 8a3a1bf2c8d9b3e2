"""Products of the mock store: what follows from what, and what lists find."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore
from wooclient.mock.hooks.products import pricing


@pytest.fixture
def store() -> MockStore:
    """A store with nothing but a category, and a tax class beside the standard one."""
    return MockStore(
        seed={
            "products/categories": [{"id": 15, "name": "Uncategorized", "slug": "uncategorized", "parent": 0}],
            "taxes/classes": [{"name": "Reduced rate", "slug": "reduced-rate"}],
        }
    )


def make(store: MockStore, **fields: Any) -> Any:
    """A new product."""
    answer = send(store, "POST", "/products", {"name": "Teapot", **fields})
    assert answer.status == 201, answer.body
    return read(answer)


def change(store: MockStore, number: int, **fields: Any) -> Any:
    """A product changed."""
    return read(send(store, "PUT", f"/products/{number}", fields))


def found(store: MockStore, query: str) -> list[str]:
    """The names that a list finds, in alphabetical order."""
    return sorted(item["name"] for item in read(send(store, "GET", "/products", query=query)))


def test_an_empty_product_is_one(store: MockStore) -> None:
    made = read(send(store, "POST", "/products", {}))
    assert (made["name"], made["slug"], made["purchasable"]) == ("Product", "product", False)
    assert made["categories"] == [{"id": 15, "name": "Uncategorized", "slug": "uncategorized"}]
    assert read(send(store, "POST", "/products", {}))["slug"] == "product-2"


@pytest.mark.parametrize(("sent", "kept"), [("abc", ""), ("1,234.50", "1234.50"), ("-3", "-3"), ("12", "12")])
def test_prices_are_cleaned(store: MockStore, sent: str, kept: str) -> None:
    assert make(store, regular_price=sent)["regular_price"] == kept


def test_sale_windows(store: MockStore) -> None:
    made = make(store, regular_price="10", sale_price="8", date_on_sale_to="2020-01-01T00:00:00")
    assert (made["price"], made["on_sale"], made["sale_price"]) == ("10", False, "8")
    made = change(store, made["id"], date_on_sale_to="2999-01-01T00:00:00")
    assert (made["price"], made["on_sale"]) == ("8", True)
    assert change(store, made["id"], date_on_sale_from="2998-01-01T00:00:00")["price"] == "10"
    assert change(store, made["id"], date_on_sale_from="nope")["date_on_sale_from"] is None
    assert change(store, made["id"], sale_price="10")["sale_price"] == ""


def test_a_sale_begins_by_the_clock_of_the_store(store: MockStore) -> None:
    store.shop.clock = lambda: datetime(2031, 5, 6, 11, 59, 59, tzinfo=UTC)
    number = make(store, regular_price="10", sale_price="8", date_on_sale_from="2031-05-06T12:00:00")["id"]
    assert read(send(store, "GET", f"/products/{number}"))["on_sale"] is False
    store.shop.clock = lambda: datetime(2031, 5, 6, 12, 0, 1, tzinfo=UTC)
    assert read(send(store, "GET", f"/products/{number}"))["on_sale"] is True


def test_a_sku_belongs_to_one(store: MockStore) -> None:
    first = make(store, sku="KC-1")
    answer = send(store, "POST", "/products", {"name": "Other", "sku": "kc-1"})
    assert code(answer) == (400, "product_invalid_sku")
    assert read(answer)["data"] == {"status": 400, "resource_id": first["id"], "unique_sku": "kc-1-1"}
    send(store, "DELETE", f"/products/{first['id']}")
    answer = send(store, "POST", "/products", {"name": "Other", "sku": "KC-1"})
    assert code(answer) == (400, "woocommerce_rest_product_not_created")
    assert code(send(store, "POST", "/products", {"id": first["id"]})) == (400, "woocommerce_rest_product_exists")


def test_stock_follows_the_quantity(store: MockStore) -> None:
    made = make(store, stock_quantity=5)
    assert (made["stock_quantity"], made["stock_status"]) == (None, "instock")
    made = change(store, made["id"], manage_stock=True, stock_quantity=0)
    assert (made["stock_quantity"], made["stock_status"], made["backorders_allowed"]) == (0, "outofstock", False)
    made = change(store, made["id"], backorders="notify")
    assert (made["stock_status"], made["backordered"]) == ("onbackorder", True)
    assert change(store, made["id"], inventory_delta=3)["stock_quantity"] == 3
    assert change(store, made["id"], manage_stock=False)["backorders"] == "no"


def test_the_trash_frees_the_slug(store: MockStore) -> None:
    made = make(store)
    assert read(send(store, "DELETE", f"/products/{made['id']}"))["status"] == "publish"
    gone = read(send(store, "GET", f"/products/{made['id']}"))
    assert (gone["status"], gone["slug"]) == ("trash", "teapot__trashed")
    assert code(send(store, "DELETE", f"/products/{made['id']}")) == (410, "woocommerce_rest_already_trashed")
    assert make(store)["slug"] == "teapot"
    assert change(store, made["id"], status="publish")["slug"] == "teapot-2"


def test_drafts_have_no_slug(store: MockStore) -> None:
    made = make(store, status="draft")
    assert (made["slug"], made["generated_slug"]) == ("", "teapot")
    assert change(store, made["id"], status="publish")["slug"] == "teapot"


def test_texts_are_rendered_for_visitors(store: MockStore) -> None:
    made = make(store, name="Größe 😀", description="<script>x</script>a & b")
    assert (made["slug"], made["description"]) == ("grose-%f0%9f%98%80", "xa &amp; b")
    seen = read(send(store, "GET", f"/products/{made['id']}"))
    assert (seen["description"], seen["average_rating"]) == ("<p>xa &amp; b</p>\n", "0.00")
    assert "generated_slug" in made
    assert "generated_slug" not in seen


def test_pictures(store: MockStore) -> None:
    made = make(store, images=[{"src": "https://x.example/a/blue.png", "alt": "Blue"}])
    image = made["images"][0]
    assert (image["name"], image["alt"]) == ("blue.png", "Blue")
    assert image["src"].startswith(store.url + "/wp-content/uploads/")
    again = make(store, images=[{"id": image["id"]}, {"src": "https://x.example/blue.png"}])["images"]
    assert [i["name"] for i in again] == ["blue.png", "blue-1.png"]
    bad = [{"src": "https://x.example/none.png"}, {"id": 99999}]
    answers = [code(send(store, "POST", "/products", {"images": [image]})) for image in bad]
    assert answers == [(400, "woocommerce_product_image_upload_error"), (400, "woocommerce_product_invalid_image_id")]
    assert change(store, made["id"], images=[])["images"] == []


def test_meta(store: MockStore) -> None:
    made = make(store, meta_data=[{"key": "a", "value": True}, {"key": "b", "value": {"c": []}}])
    assert [row["value"] for row in made["meta_data"]] == ["1", {"c": []}]
    seen = read(send(store, "GET", "/products", query="include_meta=b"))[0]
    assert [row["key"] for row in seen["meta_data"]] == ["b"]
    made = change(store, made["id"], meta_data=[{"id": made["meta_data"][0]["id"], "value": None}])
    assert [row["key"] for row in made["meta_data"]] == ["b"]
    assert read(send(store, "GET", "/products/custom-fields/names")) == ["b", "total_sales"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("type=grouped", ["Set"]),
        ("exclude_types=grouped,variable", ["Cup", "Draft", "Pot"]),
        ("status=draft", ["Draft"]),
        ("include_status=draft,private", ["Draft"]),
        ("exclude_status=draft&type=simple", ["Cup", "Pot"]),
        ("on_sale=true", ["Pot"]),
        ("min_price=6&max_price=9", ["Pot", "Set"]),
        ("max_price=4", ["Cup", "Set"]),
        ("stock_status=outofstock", ["Cup", "Jar"]),
        ("featured=true", ["Cup"]),
        ("virtual=true", ["Pot"]),
        ("sku=cup-1,POT-1", ["Cup", "Pot"]),
        ("search_sku=ot-1", ["Pot"]),
        ("search_name_or_sku=jar+red", ["Jar - Red"]),
        ("search_fields[]=name&search=jar", ["Jar", "Jar - Red"]),
        ("search=blue", ["Pot"]),
        ("category={above}", ["Cup"]),
        ("category=15,{below}&type=simple", ["Cup", "Draft", "Pot"]),
        ("tag=99999", []),
        ("slug=cup", ["Cup"]),
        ("tax_class=reduced-rate", []),
    ],
)
def test_lists(store: MockStore, query: str, names: list[str]) -> None:
    above = read(send(store, "POST", "/products/categories", {"name": "Above"}))["id"]
    below = read(send(store, "POST", "/products/categories", {"name": "Below", "parent": above}))["id"]
    pot = make(store, name="Pot", sku="POT-1", regular_price="10", sale_price="8", virtual=True, description="Blue")
    cup = make(
        store, name="Cup", sku="CUP-1", regular_price="3", featured=True, manage_stock=True, categories=[{"id": below}]
    )  # fmt: skip
    make(store, name="Draft", status="draft")
    make(store, name="Set", type="grouped", grouped_products=[pot["id"], cup["id"]])
    size = {"name": "Colour", "variation": True, "options": ["Red"]}
    jar = make(store, name="Jar", type="variable", attributes=[size])
    send(store, "POST", f"/products/{jar['id']}/variations", {"attributes": [{"name": "Colour", "option": "Red"}]})
    change(store, jar["id"], stock_status="outofstock")
    send(store, "PUT", f"/products/{jar['id']}/variations/{jar['id'] + 1}", {"stock_status": "outofstock"})
    assert found(store, query.format(above=above, below=below)) == names


def test_orders(store: MockStore) -> None:
    for name, price in (("B", "2"), ("A", "10"), ("C", "")):
        make(store, name=name, regular_price=price)

    def order(query: str) -> str:
        return "".join(item["name"] for item in read(send(store, "GET", "/products", query=query)))

    assert order("orderby=price&order=asc") == "CBA"
    assert order("orderby=price") == "ABC"
    assert order("orderby=title&order=asc") == "ABC"
    assert order("orderby=id&order=asc") == "BAC"
    assert order("orderby=popularity") == "CAB"
    assert order("orderby=menu_order&order=asc") == "ABC"


def test_groups_cost_what_their_parts_cost(store: MockStore) -> None:
    pot = make(store, name="Pot", regular_price="10")
    group = make(store, type="grouped", regular_price="1", grouped_products=[pot["id"]])
    assert (group["price"], group["regular_price"], group["purchasable"]) == ("10", "", False)
    change(store, pot["id"], regular_price="7")
    # Its page follows the parts at once, the price only when the parts are named anew; so does a real 10.0.2.
    seen = read(send(store, "GET", f"/products/{group['id']}"))
    assert (seen["price"], "7.00" in seen["price_html"]) == ("10", True)
    change(store, group["id"], grouped_products=[pot["id"], 999])
    assert read(send(store, "GET", f"/products/{group['id']}"))["price"] == "7"


def test_a_sale_is_cheaper(store: MockStore) -> None:
    """No product is kept with a sale price as high as its own; seen alone, such a one is not on sale either."""
    for sale, is_one in (("4.99", True), ("5.00", False), ("5.01", False), ("", False)):
        assert pricing.on_sale(store.shop, {"regular_price": "5", "sale_price": sale}) is is_one


@pytest.mark.parametrize(
    ("release", "hidden", "dash"),
    [
        ("9.9.5", "", "&ndash;"),
        # wc_format_price_range, since 10.0, where those who do not see the page hear a text behind it.
        ("10.0.2", ' aria-hidden="true"', '<span aria-hidden="true">&ndash;</span>'),
        ("10.5.0", ' aria-hidden="true"', '<span aria-hidden="true">&ndash;</span>'),
    ],
)
def test_prices_of_variations_are_a_range(release: str, hidden: str, dash: str) -> None:
    with MockStore("fresh", release=release) as store:
        product = make(store, type="variable")
        for cost in ("3", "15"):
            send(store, "POST", f"/products/{product['id']}/variations", {"regular_price": cost})
        shown, _, spoken = read(send(store, "GET", f"/products/{product['id']}"))["price_html"].partition(
            '<span class="screen-reader-text">'
        )
        low, high = (
            f'<span class="woocommerce-Price-amount amount"{hidden}><bdi>'
            f'<span class="woocommerce-Price-currencySymbol">&#36;</span>{cost}</bdi></span>'
            for cost in ("3.00", "15.00")
        )
        assert shown == f"{low} {dash} {high}"
        assert bool(spoken) is bool(hidden)


def test_a_currency_that_nobody_knows_is_written_as_text() -> None:
    currency = {"id": "woocommerce_currency", "value": "<b>"}
    with MockStore(seed={"settings/general": [currency]}) as store:
        assert "&lt;b&gt;" in make(store, regular_price="4")["price_html"]


def test_a_copy_is_a_draft_in_raw_form(store: MockStore) -> None:
    made = make(store, sku="KC-1", regular_price="3")
    raw = read(send(store, "POST", f"/products/{made['id']}/duplicate"))
    assert (raw["name"], raw["sku"], raw["status"], raw["category_ids"]) == ("Teapot (Copy)", "KC-1-1", "draft", [15])
    assert set(raw["date_created"]) == {"date", "timezone_type", "timezone"}
    assert read(send(store, "GET", f"/products/{raw['id']}"))["regular_price"] == "3"
    dearer = read(send(store, "POST", f"/products/{made['id']}/duplicate", {"regular_price": "9"}))["id"]
    assert [read(send(store, "GET", f"/products/{n}"))["price"] for n in (made["id"], dearer)] == ["3", "9"]


def test_related_and_suggested(store: MockStore) -> None:
    first, second = make(store, name="A"), make(store, name="B")
    assert first["related_ids"] == []
    assert read(send(store, "GET", f"/products/{first['id']}/related")) == {"related_ids": [second["id"]]}
    ids = [p["id"] for p in read(send(store, "GET", "/products/suggested-products", query="categories=15&limit=1"))]
    assert ids == [first["id"]]
    assert read(send(store, "GET", "/products/suggested-products", query="categories=99")) == []


def test_a_batch_fails_item_by_item(store: MockStore) -> None:
    made = make(store, sku="KC-1")
    items = {"create": [{"sku": "KC-1"}, {"name": "New", "regular_price": "4"}], "update": [{"id": 999, "name": "x"}]}
    answer = read(send(store, "POST", "/products/batch", {**items, "delete": [made["id"]]}))
    assert [item.get("error", {}).get("code") for item in answer["create"]] == ["product_invalid_sku", None]
    assert answer["update"][0]["error"]["code"] == "woocommerce_rest_product_invalid_id"
    assert send(store, "GET", f"/products/{made['id']}").status == 404
