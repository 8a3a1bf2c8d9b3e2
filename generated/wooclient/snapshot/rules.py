"""What becomes of the fields of a record, by resource: a table that says of each text what it is.

A text that stands neither here nor in the description as a number, a moment or one of some words is replaced. So is
all that the description does not know: fields of plugins are like metadata. Numbers and switches of known fields stay.
"""

from __future__ import annotations

from typing import NamedTuple

#: What can be kept with `--keep`, and what it is.
CATEGORIES = {
    "names": "names of people and companies, user names",
    "addresses": "streets, towns and postcodes",
    "emails": "email addresses",
    "phones": "phone numbers",
    "ips": "IP addresses, and what browsers call themselves",
    "tokens": "keys of orders and gateways, numbers of transactions, codes of personal coupons",
    "notes": "notes, reviews, reasons, and other texts that somebody typed",
    "metadata": "custom fields, and fields of plugins",
    "urls": "addresses of files, pictures, webhooks",
}


class Rule(NamedTuple):
    """What is done with a text.

    Attributes:
        how: The method of `Replacer` that does it.
        category: What it counts as; empty for what is only looked through, or kept.
        of: The kind of public words that it may be one of; it then stays.
    """

    how: str
    category: str = ""
    of: str = ""


KEEP, SHOP, URL_OWN, EMPTY = Rule("keep"), Rule("shop"), Rule("own_url"), Rule("empty")
NAME, COMPANY, LOGIN = Rule("name", "names"), Rule("company", "names"), Rule("login", "names")
STREET, UNIT, CITY = Rule("street", "addresses"), Rule("unit", "addresses"), Rule("city", "addresses")
POSTCODE, EMAIL, PHONE = Rule("postcode", "addresses"), Rule("email", "emails"), Rule("phone", "phones")
IP, AGENT, TOKEN, NOTE = Rule("ip", "ips"), Rule("agent", "ips"), Rule("token", "tokens"), Rule("text", "notes")
URL, META, AVATAR = Rule("url", "urls"), Rule("meta", "metadata"), Rule("avatar", "emails")
WORD, AUTHOR = Rule("slug", "notes"), Rule("author", "names")
GATEWAY, METHOD = Rule("chosen", "notes", "gateway_id"), Rule("chosen", "notes", "method_id")
TAX_CLASS, FORM = Rule("chosen", "notes", "tax_class"), Rule("form")
ITEM, PUBLIC_PRODUCT = Rule("item", "notes", "product"), Rule("public", "notes", "product")

_ADDRESS = {
    "first_name": NAME, "last_name": NAME, "company": COMPANY, "address_1": STREET, "address_2": UNIT, "city": CITY,
    "postcode": POSTCODE, "email": EMAIL, "phone": PHONE,
    "country": Rule("country", "addresses"), "state": Rule("state", "addresses"),
}  # fmt: skip
_IMAGE = {"src": URL, "name": NOTE, "alt": NOTE, "srcset": URL, "sizes": KEEP, "thumbnail": URL}
_CATALOG = {
    "name": SHOP, "slug": SHOP, "permalink": URL_OWN, "description": SHOP, "short_description": SHOP, "sku": KEEP,
    "price_html": SHOP, "button_text": SHOP, "purchase_note": SHOP, "external_url": URL, "post_password": TOKEN,
    "global_unique_id": KEEP, "permalink_template": URL_OWN, "generated_slug": SHOP, "shipping_class": SHOP,
    "total_sales": KEEP, "manage_stock": KEEP, "tax_class": KEEP, "downloads.id": TOKEN, "downloads.name": NOTE,
    "downloads.file": URL, "attributes.name": SHOP, "attributes.slug": SHOP, "attributes.option": SHOP,
    "attributes.options": SHOP, "default_attributes.name": SHOP, "default_attributes.option": SHOP,
    **{f"{many}.{name}": SHOP for many in ("categories", "tags", "brands") for name in ("name", "slug")},
    **{f"{many}.{name}": rule for many in ("images", "image") for name, rule in _IMAGE.items()},
    "meta_data": META,
}  # fmt: skip
_TERM = {"name": SHOP, "slug": SHOP, "description": SHOP, "type": KEEP, "order_by": KEEP} | {
    f"image.{name}": rule for name, rule in _IMAGE.items()
}
_LINES = {
    "line_items.name": ITEM, "line_items.parent_name": PUBLIC_PRODUCT, "line_items.sku": Rule("public", "notes", "sku"),
    "line_items.global_unique_id": Rule("public", "notes", "sku"), "line_items.image.src": URL,
    "line_items.image.id": KEEP, "line_items.tax_class": TAX_CLASS,
    "fee_lines.tax_class": TAX_CLASS, "fee_lines.name": NOTE,
    "shipping_lines.method_title": Rule("public", "notes", "method"), "shipping_lines.method_id": METHOD,
    "shipping_lines.instance_id": Rule("digits", "tokens"), "tax_lines.label": Rule("public", "notes", "rate"),
    "tax_lines.rate_code": Rule("rate_code", "notes", "rate"), "coupon_lines.code": Rule("code", "tokens", "coupon"),
    **{f"{kind}_lines.meta_data": META for kind in ("tax", "shipping", "fee", "coupon")},
    "line_items.meta_data": META, "meta_data": META,
}  # fmt: skip
_PLUGIN = {"author_name": NAME, "author_url": URL, "plugin": SHOP, "name": SHOP, "version": KEEP,
           "version_latest": KEEP, "url": URL}  # fmt: skip

RULES: dict[str, dict[str, Rule]] = {
    "orders": {
        **_LINES, **{f"{part}.{name}": rule for part in ("billing", "shipping") for name, rule in _ADDRESS.items()},
        "order_key": TOKEN, "transaction_id": TOKEN, "cart_hash": TOKEN, "customer_ip_address": IP,
        "customer_user_agent": AGENT, "customer_note": NOTE, "number": Rule("digits", "tokens"), "version": KEEP,
        "created_via": Rule("made_by", "notes"), "payment_method": GATEWAY,
        "payment_method_title": Rule("public", "notes", "gateway"),
        "payment_url": EMPTY, "currency_symbol": KEEP, "refunds.reason": NOTE, "refunds.total": KEEP, "status": WORD,
    },
    "orders.refunds": {**_LINES, "reason": NOTE},
    "orders.notes": {"note": NOTE, "author": AUTHOR},
    "customers": {
        **{f"{part}.{name}": rule for part in ("billing", "shipping") for name, rule in _ADDRESS.items()},
        "email": EMAIL, "first_name": NAME, "last_name": NAME, "username": LOGIN, "role": WORD, "avatar_url": AVATAR,
        "meta_data": META,
    },
    "products.reviews": {
        "reviewer": NAME, "reviewer_email": EMAIL, "review": NOTE, "reviewer_avatar_urls": AVATAR,
        "product_name": PUBLIC_PRODUCT, "product_permalink": URL_OWN,
    },
    "coupons": {
        "code": Rule("code", "tokens", "coupon"), "description": NOTE, "email_restrictions": EMAIL, "meta_data": META,
        "used_by": Rule("user", "emails"), "discount_type": WORD,
    },
    "webhooks": {"name": NOTE, "delivery_url": URL, "topic": WORD, "event": WORD, "resource": WORD, "hooks": KEEP},
    "products": _CATALOG,
    "products.variations": _CATALOG,
    "products.categories": _TERM, "products.tags": _TERM, "products.brands": _TERM, "products.shipping_classes": _TERM,
    "products.attributes": _TERM, "products.attributes.terms": _TERM,
    "settings": {"id": KEEP, "label": SHOP, "description": SHOP, "parent_id": KEEP, "sub_groups": KEEP},
    "taxes": {
        "country": KEEP, "state": KEEP, "postcode": KEEP, "city": KEEP, "postcodes": KEEP, "cities": KEEP,
        "name": SHOP, "class": KEEP,
    },
    "taxes.classes": {"slug": KEEP, "name": SHOP},
    "shipping.zones": {"name": SHOP},
    "shipping.zones.locations": {"code": KEEP, "type": KEEP},
    "shipping.zones.methods": {
        "title": SHOP, "method_id": KEEP, "method_title": SHOP, "method_description": SHOP, "settings": FORM,
    },
    "shipping.methods": {"id": KEEP, "title": SHOP, "description": SHOP},
    "payment_gateways": {
        "id": KEEP, "title": SHOP, "description": SHOP, "order": KEEP, "method_title": SHOP, "method_supports": KEEP,
        "method_description": SHOP, "settings": FORM, "settings_url": URL_OWN, "connection_url": URL_OWN,
        "setup_help_text": SHOP, "post_install_scripts": EMPTY, "required_settings_keys": KEEP,
    },
    "settings.options": {"": Rule("setting")},
    "orders.statuses": {"slug": KEEP, "name": SHOP},
    "data.countries": {"": KEEP}, "data.continents": {"": KEEP}, "data.currencies": {"": KEEP},
    "system_status.tools": {"id": KEEP, "name": SHOP, "action": SHOP, "description": SHOP, "confirm": SHOP},
    "system_status": {
        "environment.home_url": URL_OWN, "environment.site_url": URL_OWN, "environment.store_id": TOKEN,
        **{f"environment.{name}": KEEP for name in (
            "version", "wp_version", "language", "php_version", "mysql_version", "default_timezone", "server_info",
            "wp_environment_type", "curl_version", "remote_post_response", "remote_get_response",
        )},
        **{f"{many}.{name}": rule for many in ("active_plugins", "inactive_plugins", "dropins_mu_plugins.dropins",
                                               "dropins_mu_plugins.mu_plugins") for name, rule in _PLUGIN.items()},
        "theme.name": SHOP, "theme.version": KEEP, "theme.version_latest": KEEP, "theme.author_url": URL,
        "theme.parent_name": SHOP, "theme.parent_version": KEEP, "theme.parent_version_latest": KEEP,
        "theme.parent_author_url": URL, "theme.overrides": EMPTY, "database": KEEP, "settings": KEEP, "security": KEEP,
        "pages": SHOP, "post_type_counts": KEEP, "logging": KEEP,
    },
}  # fmt: skip
#: The fields by which a record makes words public: what orders say of them may stay.
PUBLISHED: dict[str, dict[str, str]] = {
    "products": {"name": "product", "sku": "sku", "global_unique_id": "sku", "attributes.options": "term"},
    "products.variations": {"name": "product", "sku": "sku", "global_unique_id": "sku", "attributes.option": "term"},
    "products.attributes": {"name": "term", "slug": "term"},
    "products.attributes.terms": {"name": "term", "slug": "term"},
    "payment_gateways": {"id": "gateway_id", "title": "gateway", "method_title": "gateway"},
    "shipping.zones.methods": {"method_id": "method_id", "title": "method", "method_title": "method"},
    "shipping.methods": {"id": "method_id", "title": "method"},
    "taxes.classes": {"slug": "tax_class"},
    "taxes": {"name": "rate", "postcodes": "postcode", "cities": "city"},
}
#: Settings of the shop whose texts are somebody's: their ids, without `woocommerce_`.
SETTINGS = {
    "store_address": STREET, "store_address_2": UNIT, "store_city": CITY, "store_postcode": POSTCODE,
    "email_from_name": COMPANY, "pos_store_name": COMPANY, "pos_store_address": STREET, "pos_store_phone": PHONE,
}  # fmt: skip
#: Settings that change what prices look like, or name a page: kept if they are as short.
PLAIN_SETTINGS = ("price_thousand_sep", "price_decimal_sep", "price_num_decimals", "currency_pos")
#: By what orders can be made.
MADE_BY = ("", "admin", "checkout", "pos-rest-api", "rest-api", "store-api", "subscription")
#: Custom fields by which the store itself works: numbers.
KEPT_META = ("_reduced_stock", "_restock_refunded_items", "_refunded_item_id", "_order_stock_reduced")
