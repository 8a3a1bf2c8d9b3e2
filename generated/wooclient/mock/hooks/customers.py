"""Customers: emails and user names are unique, and a user name can be made up; what they may download."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta
from typing import Any, ClassVar

from .. import blank, dates, lists, params, schema, text
from ..call import Call
from ..description import Json
from ..errors import Refused
from ..kinds import elements, is_list, is_map
from ..resource import Resource
from ..state import Doc, Indexed, Query, facet_order
from .orders import buyers
from .orders.orders import Orders

Rows = list[Json]
#: Parts of email addresses before the `@` that say nothing of who it is.
_NOBODY = ("sales", "hello", "mail", "contact", "info")
_ADDRESS = ("first_name", "last_name", "company", "address_1", "address_2", "city", "postcode", "country", "state")
#: Whom the API may delete, and give another email or password.
_EDITABLE = ("customer", "subscriber")


def _is_protected(row: Any) -> bool:
    return is_map(row) and text.scalar_text(row.get("key")).startswith("_")


class Customers(Resource):
    """WordPress's users, seen as customers."""

    sequence = "users"
    topic = "customer"
    default_order = "name"
    turns_included = True
    numbers_by_offset = True
    #: WooCommerce checks an email itself, with a code of its own.
    unchecked = frozenset({"email"})
    #: By the order of ids that nobody gave, WordPress sorts by user name.
    exists = "woocommerce_rest_customer_exists"
    #: Nobody may do anything with a user who is not there.
    hints_lost_since = (10, 0)
    orders: ClassVar[lists.Orders] = {"include": (facet_order("username"), "d.id")}
    filters: ClassVar[lists.Filters] = {
        "search": lists.unless_nothing(lists.phrase),
        "email": lambda query, value, _: query.facet("email", [str(value).lower()]),
        "role": lambda query, value, _: None if value == "all" else query.one_of("status", [str(value)]),
    }

    def blank(self, call: Call) -> Doc:
        """A customer; both addresses have all their fields."""
        doc = super().blank(call)
        doc.pop("password", None)
        doc["role"] = "customer"
        doc["billing"] = {**dict.fromkeys(_ADDRESS, ""), "email": "", "phone": ""}
        doc["shipping"] = {**dict.fromkeys(_ADDRESS, ""), "phone": ""}
        return doc

    def show(self, call: Call, doc: Doc) -> Json:
        """Before 9.1 what is noted of their orders was no custom field."""
        if not self.shop.since(9, 1):
            doc = {**doc, "meta_data": [row for row in elements(doc.get("meta_data")) if not buyers.is_note(row)]}
        return super().show(call, doc)

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """The email must be one, and nobody else's; the user name never changes."""
        if not new:
            self._guard(call, doc)
        super().change(call, doc, new=new)
        for name in ("first_name", "last_name"):
            if not new and not call.plain and not call.gave(name):
                doc[name] = text.name(doc[name])
        if new:
            self._register(call, doc)
        doc["avatar_url"] = text.gravatar(doc["email"])

    def take(self, call: Call, doc: Doc, name: str, field: Json, value: Any) -> None:
        """Custom fields whose key begins with an underscore are dropped, silently."""
        if name == "meta_data" and self.shop.since(9, 5):
            value = [row for row in elements(value) if not _is_protected(row)]
        super().take(call, doc, name, field, value)

    def adopt(self, doc: Doc) -> None:
        """Such custom fields are not shown either."""
        if "meta_data" in doc and self.shop.since(9, 5):
            doc["meta_data"] = [row for row in elements(doc["meta_data"]) if not _is_protected(row)]

    def _guard(self, call: Call, doc: Doc) -> None:
        """What the store refuses to change."""
        email, username = call.get("email"), call.get("username")
        if email is not None and not call.in_batch and not schema.is_email(text.scalar_text(email)):
            raise params.refused({"email": schema.Invalid("rest_invalid_email", "That is no email address.")})
        if self._is_staff(doc) and (call.gave("password") or (email and email != doc["email"])):
            raise Refused(403, "woocommerce_rest_cannot_edit", "Email and password of such a user stay as they are.")
        if email and self._holder("email", email) not in (None, doc["id"]):
            raise Refused(400, "woocommerce_rest_customer_invalid_email", "Somebody else has this email address.")
        if username and username != doc["username"]:
            raise Refused(400, "woocommerce_rest_customer_invalid_argument", "A user name stays as it is.")

    def _register(self, call: Call, doc: Doc) -> None:
        """The checks of a registration."""
        if not schema.is_email(doc["email"]):
            raise Refused(400, "registration-error-invalid-email", "A customer needs an email address.")
        if self._holder("email", doc["email"]) is not None:
            raise Refused(400, "registration-error-email-exists", "A customer with this email address exists.")
        if call.get("username") and (is_map(call.get("username")) or is_list(call.get("username"))):
            raise Refused(400, "registration-error-invalid-username", "A user name is a text.")
        doc["username"] = text.user_name(text.scalar_text(call.get("username"))) or self._made_up(doc)
        doc["_display"] = doc["username"]
        if not doc["username"]:
            raise Refused(400, "registration-error-invalid-username", "No user name can be made of this.")
        if self._holder("username", doc["username"]) is not None:
            raise Refused(400, "registration-error-username-exists", "A customer with this user name exists.")
        # Seen on 9.9.5 and later ones, not on 8.9.3.
        if not call.get("password") and self.shop.since(9, 9):
            doc["meta_data"].insert(0, {"id": self.state.next_id("meta"), "key": "default_password_nag", "value": "1"})

    def _holder(self, name: str, value: Any) -> Any:
        return self.state.find(self.kind, name, text.scalar_text(value).lower())

    def _made_up(self, doc: Doc) -> str:
        """A user name from the email address; a number is added if it is taken."""
        local, _, domain = doc["email"].partition("@")
        found = text.user_name(domain if local in _NOBODY else local, strict=True).lower()
        number = 0
        while found and self._holder("username", f"{found}-{number:04}" if number else found) is not None:
            number += 1
        return f"{found}-{number:04}" if number else found

    def set_email(self, call: Call, doc: Doc, value: Any) -> None:
        """An email is an email, or empty."""
        email = "-" if is_map(value) or is_list(value) else text.scalar_text(value)
        if email and not schema.is_email(email):
            raise Refused(400, "customer_invalid_email", "That is no email address.")
        doc["email"] = email

    def set_first_name(self, call: Call, doc: Doc, value: Any) -> None:
        """On one line, markup written out."""
        self._set_name(call, doc, "first_name", value)

    def set_last_name(self, call: Call, doc: Doc, value: Any) -> None:
        """On one line, markup written out."""
        self._set_name(call, doc, "last_name", value)

    def _set_name(self, call: Call, doc: Doc, field: str, value: Any) -> None:
        """WordPress looks at the names of a new user once more than at those that change."""
        value = "" if is_map(value) or is_list(value) else value
        named = text.line(text.scalar_text(value)) if doc.get("id") or call.plain else text.filled(text.name(value))
        doc[field] = text.unslashed(named)

    def set_username(self, call: Call, doc: Doc, value: Any) -> None:
        """Taken over when a customer is made, and then permanently."""

    def set_password(self, call: Call, doc: Doc, value: Any) -> None:
        """Nobody logs in here."""

    def set_billing(self, call: Call, doc: Doc, value: Any) -> None:
        """Only the parts of an address that are sent change."""
        self._set_address(call, doc, "billing", value)

    def set_shipping(self, call: Call, doc: Doc, value: Any) -> None:
        """Only the parts of an address that are sent change."""
        self._set_address(call, doc, "shipping", value)

    def _set_address(self, call: Call, doc: Doc, name: str, value: Any) -> None:
        known = blank.coerced(call.description, call.operation.body[name], value)
        if is_map(known):
            doc[name] = {**doc[name], **{k: text.line(str(v)) for k, v in known.items() if k in doc[name]}}

    def missing(self, call: Call) -> Refused:
        """Before WooCommerce 10 the code was another, and so was the status of changes."""
        if self.shop.since(10, 0):
            return super().missing(call)
        status = 404 if call.operation.verb == "get" else 400
        return Refused(status, "woocommerce_rest_invalid_id", "There is no such customer.")

    def seed(self, value: Any, path: Json) -> None:
        """A snapshot may lack the administrator, whom every WordPress has."""
        super().seed(value, path)
        if not self.state.has(self.kind, 1):
            now, address = self.shop.now(), {**dict.fromkeys(_ADDRESS, ""), "phone": ""}
            email = str(self.shop.option("email", "woocommerce_email_from_address", "admin@example.com"))
            created = {"date_created": dates.local(now, self.shop.zone), "date_created_gmt": dates.utc(now)}
            admin: Doc = {
                "id": 1, **created, "date_modified": None, "date_modified_gmt": None, "email": email,
                "first_name": "", "last_name": "", "role": "administrator", "username": "admin",
                "billing": {**address, "email": ""}, "shipping": address, "is_paying_customer": False,
                "avatar_url": text.gravatar(email), "meta_data": [],
            }  # fmt: skip
            super().seed(admin, path)

    def refuses_trash_first(self) -> bool:
        """Before WooCommerce 10."""
        return not self.shop.since(10, 0)

    def _is_staff(self, doc: Doc) -> bool:
        """Whether somebody is kept from changes; before 9.5.2 nobody was."""
        return doc.get("role") not in _EDITABLE and self.shop.since(9, 5, 2)

    def allowed(self, call: Call, methods: Sequence[str]) -> Sequence[str]:
        """Staff is not deleted, and its email and password stay."""
        found = super().allowed(call, methods)
        doc = self.state.get(self.kind, self.call_key(call)) if call.path else None
        if doc is None or not self._is_staff(doc):
            return found
        email = call.get("email")
        kept = (
            ("GET",) if call.gave("password") or (email and email != doc["email"]) else ("GET", "POST", "PUT", "PATCH")
        )
        return [method for method in found if method in kept]

    def links(self, call: Call, doc: Doc) -> Json:
        """What can be done with staff is less."""
        found = super().links(call, doc)
        if self._is_staff(doc):
            hints = {"allow": [m for m in found["self"][0]["targetHints"]["allow"] if m != "DELETE"]}
            found["self"] = [{**found["self"][0], "targetHints": hints}]
        return found

    def guard_delete(self, call: Call, doc: Doc) -> None:
        """Staff is not deleted this way, and orders go to somebody who exists."""
        if self._is_staff(doc):
            raise Refused(403, "woocommerce_rest_cannot_delete", "Such a user cannot be deleted here.")
        super().guard_delete(call, doc)
        heir = schema.to_int(call.get("reassign", 0))
        if heir and (heir == doc["id"] or not self.state.has(self.kind, heir)):
            raise Refused(400, "woocommerce_rest_customer_invalid_reassign", "Nobody is there to take over.")

    def discard(self, call: Call, doc: Doc) -> None:
        """Their orders stay, as a guest's."""
        super().discard(call, doc)
        orders = self.shop.resource("orders")
        assert isinstance(orders, Orders)
        orders.forget_customer(int(doc["id"]))

    def narrow(self, query: Query, call: Call) -> None:
        """Lists show customers only, unless another role is asked for."""
        if call.get("role") is None:
            query.one_of("status", ["customer"])

    def index(self, doc: Doc) -> Indexed:
        """Sorted by the name that is shown; found by that, the user name and the email address."""
        found = super().index(doc)
        # What WordPress shows of a user is made up once; of those that come through the API it is the user name.
        name = f"{doc.get('first_name', '')} {doc.get('last_name', '')}".strip()
        found.title = str(doc.setdefault("_display", name or doc.get("username", "")))
        found.status = doc.get("role", "customer")
        found.text = "\n".join((found.title, doc.get("username", ""), doc["email"]))
        return found

    def facets(self, doc: Doc) -> list[tuple[str, Any]]:
        """Email and user name, to find duplicates."""
        return [("email", doc["email"].lower()), ("username", doc.get("username", "").lower())]


class Downloads(Resource):
    """What a customer has bought and may download: computed from orders that are paid."""

    def list(self, call: Call) -> Any:
        """One entry for each file of each line of each order."""
        if not self.parent_exists(call):
            if self.shop.since(10, 0):
                raise self.missing(call)
            raise Refused(404, "woocommerce_rest_customer_invalid", "There is no such customer.")
        customer = self.parent_key(call.path)
        own = [self.render(call, doc) for doc in self.state.all(self.kind, customer)]
        known = {(entry["order_id"], entry["download_id"]) for entry in own}
        orders = [doc for doc in self.state.all("orders") if doc.get("customer_id") == customer]
        found = [entry for order in orders for entry in self._of(call, order)]
        return [*own, *(entry for entry in found if (entry["order_id"], entry["download_id"]) not in known)]

    def _of(self, call: Call, order: Doc) -> Rows:
        granted = self.shop.option("products", "woocommerce_downloads_grant_access_after_payment", "yes") == "yes"
        if order.get("status") not in (("completed", "processing") if granted else ("completed",)):
            return []
        return [
            self._entry(call, order, product, file)
            for line in order.get("line_items", [])
            if (product := self._product(line)) is not None and product.get("downloadable")
            for file in product.get("downloads", [])
        ]

    def _product(self, line: Json) -> Doc | None:
        return self.state.get("products.variations", line.get("variation_id") or 0) or self.state.get(
            "products", line.get("product_id") or 0
        )

    def _entry(self, call: Call, order: Doc, product: Doc, file: Json) -> Json:
        limit, days = schema.to_int(product.get("download_limit")), schema.to_int(product.get("download_expiry"))
        begun = dates.parse(str(order.get("date_completed_gmt") or order.get("date_created_gmt") or ""), UTC)
        until = begun + timedelta(days=min(days, 100_000)) if begun and days > 0 else None
        email = order.get("billing", {}).get("email", "").replace("@", "%40")
        address = (
            f"{self.shop.url}/?download_file={product['id']}&order={order['order_key']}&email={email}&key={file['id']}"
        )
        return {
            "download_id": file["id"],
            "download_url": address,
            "product_id": product["id"],
            "product_name": product.get("name", ""),
            "download_name": file["name"],
            "order_id": order["id"],
            "order_key": order["order_key"],
            "downloads_remaining": str(limit) if limit > 0 else "unlimited",
            "access_expires": dates.local(until, self.shop.zone) if until else "never",
            "access_expires_gmt": dates.utc(until) if until else "never",
            "file": {"name": file["name"], "file": file["file"]},
            "_links": {
                "collection": [{"href": call.url}],
                "product": [{"href": self.shop.rest_url(call.description, f"/products/{product['id']}")}],
                "order": [{"href": self.shop.rest_url(call.description, f"/orders/{order['id']}")}],
            },
        }

    def seed(self, value: Any, path: Json) -> None:
        """A file is known by its order too."""
        for given in value:
            doc = {k: v for k, v in given.items() if k != "_links"}
            doc["_parent"], doc["id"] = path["customer_id"], f"{doc['order_id']}:{doc['download_id']}"
            self.save(doc)

    def show(self, call: Call, doc: Doc) -> Json:
        """The key is ours alone."""
        return {name: value for name, value in super().show(call, doc).items() if name != "id"}

    def links(self, call: Call, doc: Doc) -> Json:
        """The list, the product and the order."""
        return {
            "collection": [{"href": call.url}],
            "product": [{"href": self.shop.rest_url(call.description, f"/products/{doc['product_id']}")}],
            "order": [{"href": self.shop.rest_url(call.description, f"/orders/{doc['order_id']}")}],
        }
