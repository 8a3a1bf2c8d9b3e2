"""The legacy API: another view of the same store."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mock.talk import read, send
from wooclient import ApiError, AsyncWooClient, Conflict, NotFound, TooLarge, WooClient
from wooclient.mock import MockStore


@pytest.fixture
def woo(store: MockStore) -> WooClient:
    return WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)


def code(store: MockStore, method: str, path: str, body: object = None, **more: object) -> tuple[int, str]:
    """Status and first code of a refusal."""
    answer = send(store, method, f"/wc-api/{path}", body, **more)  # type: ignore[arg-type]
    return answer.status, read(answer)["errors"][0]["code"]


# one state


def test_a_product_of_the_new_api_is_seen_by_all_old_ones(woo: WooClient) -> None:
    made = woo.products.create(name="Jug", sku="jug-1", regular_price=Decimal("12.5"), weight="0.5")
    newest, older, oldest = (
        woo.legacy.products.get(made.id), woo.legacy.v2.products.by_sku("jug-1"), woo.legacy.v1.products.get(made.id)
    )  # fmt: skip
    assert [p.title for p in (newest, older, oldest)] == ["Jug"] * 3
    assert [str(p.regular_price) for p in (newest, older, oldest)] == ["12.5", "12.50", "12.50"]
    assert [str(p.weight) for p in (newest, older, oldest)] == ["0.5", "0.50", "0.50"]


def test_what_an_old_api_writes_the_new_one_reads(woo: WooClient) -> None:
    made = woo.legacy.products.create(
        title="Jug", regular_price="9", sale_price="7", managing_stock=True, stock_quantity=4, description="<b>d</b>"
    )
    seen = woo.products.get(made.id)
    assert (seen.name, seen.price, seen.stock_quantity, seen.description) == ("Jug", Decimal(7), 4, "<p>d</p>\n")
    woo.legacy.v2.products.update(made.id, description="<b>d</b>", enable_html_description=True, sale_price="")
    seen = woo.products.get(made.id)
    assert (seen.price, seen.description) == (Decimal(9), "<p><b>d</b></p>\n")
    woo.products.delete(made.id, force=True)
    with pytest.raises(NotFound):
        woo.legacy.products.get(made.id)


@pytest.mark.parametrize(("release", "price"), [("10.0.2", "0.00"), ("10.1.0", ""), ("10.5.0", "")])
def test_since_10_1_a_price_that_is_not_there_is_empty(release: str, price: str) -> None:
    # wc_format_decimal returns an empty text for one since then.
    with MockStore({"@release": release}) as store:
        made = read(send(store, "POST", "/products", {"name": "Jug"}))
        for version in ("v2", "v1"):
            seen = read(send(store, "GET", f"/wc-api/{version}/products/{made['id']}"))["product"]
            assert (seen["price"], seen["sale_price"]) == (price, None)


def test_variations_stand_inside_their_product(woo: WooClient) -> None:
    made = woo.legacy.products.create(
        title="Mug", type="variable", attributes=[{"name": "Size", "variation": True, "options": ["S", "L"]}],
        variations=[
            {"regular_price": "3", "attributes": [{"name": "Size", "option": "S"}]},
            {"regular_price": "5", "attributes": [{"name": "Size", "option": "L"}]},
        ],
    )  # fmt: skip
    seen = woo.products.variations.list(made.id)
    assert {v.regular_price for v in seen} == {Decimal(3), Decimal(5)}
    cheap = next(v for v in seen if v.regular_price == 3)
    woo.legacy.products.update(made.id, variations=[{"id": cheap.id, "regular_price": "4"}])
    assert woo.products.get(made.id).price == 4
    alone = woo.legacy.products.get(cheap.id)
    assert (alone.type, alone.parent_id, alone.title) == ("variation", made.id, "Mug - S")


def test_a_failing_variation_leaves_no_product(woo: WooClient) -> None:
    before = woo.legacy.products.count()
    woo.legacy.products.create(title="Holder", sku="held")
    with pytest.raises(ApiError) as caught:
        woo.legacy.products.create(title="Mug", type="variable", variations=[{"sku": "held"}])
    assert caught.value.code == "product_invalid_sku"
    assert woo.legacy.products.count() == before + 1


def test_terms_and_attributes_are_shared(woo: WooClient) -> None:
    category = woo.legacy.products.categories.create(name="Jugs", display="products")
    child = woo.legacy.products.categories.create(name="Small jugs", parent=category.id)
    assert woo.products.categories.get(child.id).parent == category.id
    assert woo.legacy.v2.products.categories.get(category.id).name == "Jugs"
    tag = woo.products.tags.create(name="Fresh")
    woo.legacy.products.tags.update(tag.id, description="Just in")
    assert woo.products.tags.get(tag.id).description == "Just in"
    attribute = woo.legacy.v2.products.attributes.create(name="Depth")
    assert woo.products.attributes.get(attribute.id).slug == "pa_depth"
    woo.legacy.products.attributes.delete(attribute.id)
    with pytest.raises(NotFound):
        woo.products.attributes.get(attribute.id)


# lists


def test_lists_count_page_and_link(store: MockStore, woo: WooClient) -> None:
    total = woo.legacy.products.count()
    page = woo.legacy.products.list(filter={"limit": 3}, page=2)
    assert (page.total, page.total_pages, len(list(page))) == (total, -(-total // 3), 3)
    link = send(store, "GET", "/wc-api/v3/products", query="filter%5Blimit%5D=3&page=2").headers["Link"]
    assert [part.split("rel=")[1] for part in link.split(", ")] == ['"first"', '"prev"', '"next"', '"last"']
    assert "filter[limit]=3&page=3>" in link
    ids = [product.id for product in woo.legacy.products.iter(filter={"limit": 3})]
    assert len(ids) == len(set(ids)) == total
    assert len(list(woo.legacy.products.list(filter={"limit": -1}))) == total


def test_a_page_past_the_end_counts_nothing(store: MockStore) -> None:
    answer = send(store, "GET", "/wc-api/v3/products", query="page=99")
    assert (read(answer)["products"], answer.headers["X-WC-Total"]) == ([], "0")


def test_filters(woo: WooClient) -> None:
    def titles(**given: object) -> set[str]:
        return {p.title for p in woo.legacy.products.list(filter={"limit": -1, **given})}  # type: ignore[typeddict-item]

    everything = titles()
    assert titles(category="teaware") < everything
    assert titles(q="teapot") == {"Stoneware Teapot"}
    assert titles(type="variable") == {p.title for p in woo.legacy.products.list(type="variable")}
    assert titles(created_at_max="1999-12-31") == set()
    assert titles(created_at_min="1999-12-31") == everything
    some = woo.legacy.products.list(filter={"orderby": "title", "order": "ASC", "limit": 4})
    assert [p.title for p in some] == sorted(everything, key=str.lower)[:4]
    few = ",".join(str(p.id) for p in some)
    assert titles(**{"in": few}) == {p.title for p in some}
    assert titles(not_in=few) == everything - {p.title for p in some}


def test_what_is_found_by_its_title_comes_first(woo: WooClient) -> None:
    by_title = woo.legacy.products.create(title="Samovar", status="publish")
    by_text = woo.legacy.products.create(title="Urn", description="A samovar without a tap")
    found = [product.id for product in woo.legacy.products.list(filter={"q": "samovar"})]
    assert found == [by_title.id, by_text.id], "though the other is newer"


def test_filters_find_attributes_skus_and_drafts(store: MockStore, woo: WooClient) -> None:
    woo.legacy.products.create(title="Hidden jug", status="draft", sku="hidden")
    assert woo.legacy.products.count(filter={"sku": "hidden"}) == 0
    assert woo.legacy.products.count(filter={"sku": "hidden", "post_status": "any"}) == 1
    term = woo.products.attributes.terms.list(woo.products.attributes.list().items[0].id).items[0]
    slug = woo.products.attributes.list().items[0].slug
    query = f"filter%5B{slug}%5D={term.slug}"
    found = {p["id"] for p in read(send(store, "GET", "/wc-api/v3/products", query=query))["products"]}
    assert found == {p.id for p in woo.products.list(attribute=slug, attribute_term=str(term.id))}
    unknown = read(send(store, "GET", "/wc-api/v2/products/count", query=query))["count"]
    assert unknown == woo.legacy.v2.products.count(), "v2 knows no filters by attributes"


def test_v1_knows_fewer_filters(store: MockStore, woo: WooClient) -> None:
    every = woo.legacy.v1.products.count()
    assert read(send(store, "GET", "/wc-api/v1/products/count", query="filter%5Bsku%5D=none"))["count"] == every
    assert read(send(store, "GET", "/wc-api/v2/products/count", query="filter%5Bsku%5D=none"))["count"] == 0


def test_fields_limit_an_answer(store: MockStore) -> None:
    answer = send(store, "GET", "/wc-api/v3/products", query="fields=id,dimensions.unit&filter%5Blimit%5D=1")
    assert [sorted(product) for product in read(answer)["products"]] == [["dimensions", "id"]]
    assert sorted(read(answer)["products"][0]["dimensions"]) == ["unit"]
    tags = read(send(store, "GET", "/wc-api/v3/products/tags", query="fields=id"))["product_tags"]
    assert "name" in tags[0], "tags do not know the parameter"


def test_head_answers_the_headers_alone(store: MockStore) -> None:
    answer = send(store, "HEAD", "/wc-api/v3/products")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["X-WC-Total"] != "0"


def test_custom_fields_on_demand(store: MockStore, woo: WooClient) -> None:
    made = woo.products.create(
        name="Jug", meta_data=[{"key": "supplier", "value": "ACME"}, {"key": "_own", "value": "x"}]
    )
    answer = send(store, "GET", f"/wc-api/v3/products/{made.id}", query="filter%5Bmeta%5D=true")
    assert read(answer)["product"]["product_meta"] == {"supplier": "ACME", "total_sales": "0"}
    assert "product_meta" not in read(send(store, "GET", f"/wc-api/v3/products/{made.id}"))["product"]


# refusals


def test_errors_stand_in_the_clients_tree(woo: WooClient) -> None:
    with pytest.raises(NotFound) as missing:
        woo.legacy.products.get(999999)
    assert missing.value.code == "woocommerce_api_no_product_found"
    with pytest.raises(NotFound) as oldest:
        woo.legacy.v1.products.get(999999)
    assert oldest.value.code == "woocommerce_api_invalid_product"
    woo.legacy.products.create(title="Jug", sku="jug-1")
    with pytest.raises(Conflict) as twin:
        woo.legacy.products.create(title="Other jug", sku="JUG-1")
    assert twin.value.code == "woocommerce_api_product_sku_already_exists"


@pytest.mark.parametrize(
    ("method", "path", "body", "expected"),
    [
        ("GET", "v3/nope", None, (404, "woocommerce_api_no_route")),
        ("GET", "v3/products/", None, (404, "woocommerce_api_no_route")),
        ("GET", "v3/products/abc", None, (404, "woocommerce_api_no_route")),
        ("DELETE", "v3/products", None, (404, "woocommerce_api_no_route")),
        ("OPTIONS", "v3/products", None, (400, "woocommerce_api_unsupported_method")),
        ("GET", "v3/products/0", None, (404, "woocommerce_api_invalid_product_id")),
        ("POST", "v3/products", None, (400, "woocommerce_api_missing_callback_param")),
        ("POST", "v3/products", {"other": {}}, (400, "woocommerce_api_missing_product_data")),
        ("POST", "v3/products", {"product": {}}, (400, "woocommerce_api_missing_product_title")),
        ("POST", "v3/products", {"product": {"title": "x", "type": "y"}},
         (400, "woocommerce_api_invalid_product_type")),
        ("PUT", "v3/products/categories/1", {}, (400, "woocommerce_api_missing_product_category")),
        ("GET", "v3/products/tags/0", None, (400, "woocommerce_api_invalid_product_tag_id")),
        ("DELETE", "v3/products/tags/99999", None, (401, "woocommerce_api_cannot_delete_product_tag")),
        ("POST", "v3/products/tags", {"product_tag": {"name": " "}},
         (400, "woocommerce_api_cannot_create_product_tag")),
        ("POST", "v3/products/attributes", {"product_attribute": {"name": "type"}},
         (400, "woocommerce_api_invalid_product_attribute_slug_reserved_name")),
        ("POST", "v3/products/attributes/1/terms", {"product_attribute_term": {"name": "x"}},
         (404, "woocommerce_api_invalid_product_attribute_id")),
        ("POST", "v3/products/bulk", {"products": [{}] * 101},
         (413, "woocommerce_api_products_request_entity_too_large")),
        ("POST", "v2/products/tags", {"product_tag": {"name": "x"}}, (404, "woocommerce_api_no_route")),
        ("POST", "v1/products", {"product": {"title": "x"}}, (404, "woocommerce_api_no_route")),
    ],
)  # fmt: skip
def test_refusals(store: MockStore, method: str, path: str, body: object, expected: tuple[int, str]) -> None:
    assert code(store, method, path, body) == expected


def test_a_coupon_is_no_product(store: MockStore, woo: WooClient) -> None:
    coupon = woo.coupons.list().items[0]
    assert code(store, "GET", f"v3/products/{coupon.id}") == (404, "woocommerce_api_invalid_product")


def test_a_version_that_never_was(store: MockStore) -> None:
    answer = send(store, "GET", "/wc-api/v9/products")
    assert (answer.status, answer.body) == (400, b"-1")


def test_v1_speaks_xml_to_those_who_ask_for_it(store: MockStore) -> None:
    answer = send(store, "GET", "/wc-api/v1/products.xml")
    assert answer.headers["Content-Type"].startswith("application/xml")
    assert b"<code>woocommerce_api_no_route</code>" in answer.body
    assert "json" in send(store, "GET", "/wc-api/v2/products.xml").headers["Content-Type"]


def test_method_override(store: MockStore, woo: WooClient) -> None:
    made = woo.legacy.products.create(title="Jug")
    assert send(store, "GET", f"/wc-api/v3/products/{made.id}", query="_method=delete").status == 202
    answer = send(store, "POST", f"/wc-api/v3/products/{made.id}", headers={"x-http-method-override": "DELETE"})
    assert answer.status == 202, "what is in the trash already stays there"


def test_the_trash(woo: WooClient) -> None:
    made = woo.legacy.products.create(title="Jug")
    woo.legacy.products.delete(made.id)
    assert woo.products.get(made.id).status == "trash"
    woo.legacy.products.delete(made.id, force=True)
    with pytest.raises(NotFound):
        woo.products.get(made.id)


def test_faults_speak_the_legacy_way(store: MockStore, woo: WooClient) -> None:
    store.fail_next(500, code="broken")
    assert code(store, "GET", "v3/products") == (500, "broken")
    store.fault("plugin_fields")
    assert woo.legacy.products.list().items[0].model_extra["lang"] == "en"  # type: ignore[index]


# many at once


def test_bulk_makes_changes_and_fails_one_by_one(store: MockStore, woo: WooClient) -> None:
    held = woo.legacy.products.create(title="Held", sku="held")
    rows = [
        {"title": "New"},
        {"sku": "held", "regular_price": "5"},
        {"id": 999999, "title": "Nobody"},
        {"sku": "free"},
    ]
    answer = send(store, "POST", "/wc-api/v3/products/bulk", {"products": rows})
    made, changed, missing, untitled = read(answer)["products"]
    assert (answer.status, made["title"], changed["id"]) == (201, "New", held.id)
    assert woo.products.get(held.id).regular_price == 5
    assert (missing["id"], missing["error"]["code"]) == (999999, "woocommerce_api_no_product_found")
    assert (untitled["sku"], untitled["error"]["code"]) == ("free", "woocommerce_api_missing_product_title")
    assert send(store, "POST", "/wc-api/v3/products/bulk", {"products": [{"id": held.id}]}).status == 200
    with pytest.raises(TooLarge):
        woo.legacy.products.bulk([{"title": "x"}] * 101)


# hostile and odd


@pytest.mark.parametrize(
    "body", [b"{bad", b"5", b'"x"', b"[]", b"null", b'{"product": "x"}', b'{"product": [1]}', b"\xff"]
)
def test_odd_bodies_are_refused_not_fatal(store: MockStore, body: bytes) -> None:
    for path in ("v3/products", "v3/products/bulk", "v3/products/tags", "v2/products/attributes"):
        answer = send(store, "POST", f"/wc-api/{path}", raw=body)
        assert answer.status == 400, (path, answer.body)


@pytest.mark.parametrize(
    "query",
    ["filter[limit][]=1", "filter[in]=a,b", "filter[limit]=abc", "filter[offset]=-5", "page=-1", "page=x",
     "filter[q]=%25'\"\\", "filter[orderby][]=id", "filter[limit]=99999999999999999999", "fields=a.b.c"],
)  # fmt: skip
def test_odd_queries_are_no_fault(store: MockStore, query: str) -> None:
    assert send(store, "GET", "/wc-api/v3/products", query=query).status == 200


#: What a store with the plugin answers to `filter` that is a text, v3 and v2 and v1, with orders as posts.
_TEXT_FILTERS = {
    "products": (500, 500, 500), "products/count": (200, 200, 200), "products/count?type=simple": (500, 500, 500),
    "products/101": (200, 200, 200), "products/102/orders": (500, 500, None), "products/104/orders": (200, 200, None),
    "orders": (500, 500, 500), "orders/count": (200, 200, 200), "orders/count?status=any": (500, 500, 500),
    "customers": (500, 500, 500), "customers/count": (500, 500, 200), "customers/7/orders": (500, 200, 200),
    "coupons": (500, 500, 500), "coupons/count": (200, 200, 200), "coupons/401": (200, 200, 200),
    "webhooks": (500, 500, None), "webhooks/count": (200, 200, None), "webhooks/count?status=active": (500, 500, None),
    "taxes": (500, None, None), "taxes/count": (500, None, None), "products/categories": (200, 200, None),
    "reports/sales": (500, 500, 500), "reports/sales/top_sellers": (500, 500, 500),
}  # fmt: skip


def test_a_filter_that_is_a_text_brings_lists_down(store: MockStore) -> None:
    """As a store with the plugin answers, with a page instead of JSON: wherever it puts something into `filter`."""
    for path, expected in _TEXT_FILTERS.items():
        path, _, query = path.partition("?")
        for version, status in zip((3, 2, 1), expected, strict=True):
            for given in ("", "x") if status else ():
                answer = send(store, "GET", f"/wc-api/v{version}/{path}", query=f"{query}&filter={given}")
                kind = "text/html" if status == 500 else "application/json"
                assert (answer.status, answer.headers["Content-Type"].split(";")[0]) == (status, kind), (path, version)


@pytest.mark.parametrize("version", ["v3", "v2", "v1"])
def test_links_hold_the_query_decoded_and_are_none_with_line_breaks(store: MockStore, version: str) -> None:
    """As 10.0.2 answers: PHP refuses a header of several lines, and writes no `=` before nothing."""

    def link(kind: str, query: str) -> str:
        return send(store, "GET", f"/wc-api/{version}/{kind}", query=query).headers.get("Link", "")

    for breaks in ("%0A", "%0D", "%00"):
        assert link("products", f"filter[limit]=1&x=a{breaks}b") == link("customers", f"x=a{breaks}") == ""
    assert "?filter[limit]=1&x&y&z=a=%0A&page=2>" in link("products", "filter%5Blimit%5D=1&x=&y&z=a%3D%250A")


async def walk(store: MockStore) -> tuple[int, list[str]]:
    """A count and a walk over v2, and what v1 says to an id that is not there."""
    async with AsyncWooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
        titles = [product.title async for product in woo.legacy.v2.products.iter(filter={"limit": 2})]
        with pytest.raises(NotFound):
            await woo.legacy.v1.products.get(999999)
        return await woo.legacy.products.count(), titles


def test_all_of_it_asynchronously(store: MockStore) -> None:
    import asyncio

    total, titles = asyncio.run(walk(store))
    assert len(titles) == total


def test_a_walk_from_an_offset_moves_it_on(woo: WooClient) -> None:
    everything = [product.id for product in woo.legacy.products.iter()]
    some = [product.id for product in woo.legacy.products.iter(filter={"limit": 2, "offset": 3})]
    assert some == everything[3:]


@pytest.mark.parametrize("version", ["v3", "v2", "v1"])
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("filter[created_at_min]=2001-01-02T03:04:05Z&filter[created_at_max]=2001-02-01", ["Later", "There"]),
        ("filter[created_at_min]=2001-01-02T03:04:06Z&filter[created_at_max]=2001-02-01", ["Later"]),
        ("filter[created_at_max]=2001-01-02T03:04:05Z&filter[created_at_min]=2001-01-01", ["Earlier", "There"]),
        ("filter[created_at_max]=2001-01-02T03:04:04Z&filter[created_at_min]=2001-01-01", ["Earlier"]),
    ],
)
def test_the_legacy_api_finds_what_is_of_that_very_second(
    store: MockStore, version: str, query: str, found: list[str]
) -> None:
    # WC_API_Resource::merge_query_args asks with `inclusive`.
    for second, name in ((4, "Earlier"), (5, "There"), (6, "Later")):
        made = send(store, "POST", "/products", {"name": name, "date_created_gmt": f"2001-01-02T03:04:0{second}"})
        assert made.status == 201
    products = read(send(store, "GET", f"/wc-api/{version}/products", query=query))["products"]
    assert sorted(product["title"] for product in products) == found
