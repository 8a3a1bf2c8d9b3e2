"""Answers about marketplace of wc/v3."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, Json, Number


class MarketplaceFailureData(Model):
    """Why it did not work."""

    __shown__ = ("code", "message")

    message: str
    """For people, in the language of the store."""
    code: str | int | None = None
    """Word that names the cause; only newer releases send it."""
    data: Json | None = None
    """More about the cause."""


class MarketplaceFailure(Model):
    """That something did not work."""

    __shown__ = ("success", "data")

    success: Literal[False]
    """Always false."""
    data: MarketplaceFailureData
    """Why it did not work."""


class MarketplaceProduct(Model):
    """Something the marketplace sells or gives away. Its form is up to woocommerce.com."""

    __shown__ = ("id", "title", "slug", "type", "price", "currency")

    id: int | None = None
    """Number at woocommerce.com."""
    slug: str | None = None
    """Name in addresses."""
    title: str
    """Name for people."""
    description: str | None = None
    """A sentence or two about it."""
    type: Annotated[Literal["extension", "theme", "business-service"] | str, OPEN] | None = None
    """What it is."""
    freemium_type: Annotated[Literal["unset", "primary"] | str, OPEN] | None = None
    """Whether it has a free edition."""
    image: str | None = None
    """Address of a picture."""
    icon: str | None = None
    """Address of its icon."""
    featuredImage: str | None = None
    """Address of a large picture."""
    url: str | None = None
    """Its page at woocommerce.com."""
    vendorName: str | None = None
    """Who makes it."""
    vendorUrl: str | None = None
    """Page of the maker."""
    price: Number | str | None = None
    """Price for one billing period; 0 for free."""
    regularPrice: Number | str | None = None
    """Price without a sale."""
    isOnSale: bool | None = None
    """Whether the price is lowered."""
    currency: str | None = None
    """Code of the currency of the prices."""
    billingPeriod: str | None = None
    """Unit of the billing period, for example `year`."""
    billingPeriodInterval: int | str | None = None
    """How many units make a billing period."""
    averageRating: Number | None = None
    """Average number of stars; null without reviews."""
    reviewsCount: int | None = None
    """How many reviews there are."""
    isInstallable: bool | None = None
    """Whether the admin area can install it."""
    productCategory: str | None = None
    """Category at woocommerce.com."""
    color: str | None = None
    """Colour of its card."""


class MarketplaceGroup(Model):
    """A group of promoted goods. Its form is up to woocommerce.com."""

    __shown__ = ("id", "title")

    id: str
    """Word that names the group."""
    title: str
    """Heading of the group."""
    description: str | None = None
    """What the group has in common."""
    items: list[MarketplaceProduct]
    """The goods."""
    url: str | None = None
    """Where there is more of the kind."""
    url_text: str | None = None
    """Text of that link."""
    url_type: Annotated[Literal["wc-admin", "wp-admin", "external"] | str, OPEN] | None = None
    """Where that link leads."""
    itemType: Annotated[Literal["extension", "theme", "business-service"] | str, OPEN] | None = None
    """What the goods are."""
    cardType: str | None = None
    """How the admin area shows the goods."""


class MarketplaceInstallUrlData(Model):
    """An address, or a message where it is not needed."""

    __shown__ = ("message",)

    url: str | None = None
    """Where the installation begins. Holds access data of the account."""
    message: str | None = None
    """That the extension is installed already."""


class MarketplaceInstallUrl(Model):
    """Where the installation begins."""

    __shown__ = ("success", "data")

    success: Literal[True]
    """Always true."""
    data: MarketplaceInstallUrlData
    """An address, or a message where it is not needed."""


class MarketplaceLocal(Model):
    """The extension as it is installed in this store; all null if it is not."""

    __shown__ = ("slug", "type")

    installed: bool
    """Whether it is installed."""
    active: bool
    """Whether it is switched on."""
    version: str | None
    """Installed release."""
    type: Annotated[Literal["plugin", "theme"] | str, OPEN] | None
    """What it is."""
    slug: str | None
    """Folder that it stands in."""
    path: str | None
    """Its main file."""


class MarketplaceOrderData(Model):
    """The ordered extension, or why it could not be ordered."""

    __shown__ = ("product_id", "zip_slug", "product_type")

    product_id: int | None = None
    """Number of the extension."""
    zip_slug: str | None = None
    """Folder that it will be installed in."""
    product_type: Annotated[Literal["plugin", "theme"] | str, OPEN] | None = None
    """What it is."""
    documentation_url: str | None = None
    """Its manual."""
    code: str | None = None
    """Word that names the cause of a failure."""
    message: str | None = None
    """The cause for people."""
    redirect_location: str | None = None
    """Page where the matter can be settled."""


class MarketplaceOrder(Model):
    """What woocommerce.com said to an order."""

    __shown__ = ("success", "data")

    success: bool
    """Whether the order was placed."""
    data: MarketplaceOrderData
    """The ordered extension, or why it could not be ordered."""


class MarketplaceOutcomeData(Model):
    """What there is to say."""

    __shown__ = ("message",)

    message: str
    """For people, in the language of the store."""


class MarketplaceOutcome(Model):
    """That something worked."""

    __shown__ = ("success", "data")

    success: Literal[True]
    """Always true."""
    data: MarketplaceOutcomeData
    """What there is to say."""


class MarketplaceShare(Model):
    """Loan of a subscription to somebody."""

    __shown__ = ("status",)

    share_id: str | int | None = None
    """Number of the loan."""
    product_key: str | None = None
    """Key of the subscription."""
    user_id: str | int | None = None
    """Who borrows it."""
    subscription_item_id: str | int | None = None
    """Item of the order behind it."""
    status: str | None = None
    """How the loan stands."""
    created: str | None = None
    """When it began."""


class MarketplaceSubscription(Model):
    """A subscription, or an installed extension without one: then the key is empty and `expired` is true. Most fields
    come from woocommerce.com as they are.
    """

    __shown__ = ("product_name", "product_id")

    product_key: str
    """Key of the subscription, or empty."""
    product_id: int
    """Number of the extension at woocommerce.com."""
    product_name: str
    """Name of the extension."""
    product_url: str | None = None
    """Its page, or empty."""
    product_icon: str | None = None
    """Address of its icon."""
    product_slug: str | None = None
    """Its name in addresses."""
    product_type: Annotated[Literal["plugin", "theme"] | str, OPEN] | None = None
    """What it is."""
    product_status: str | None = None
    """Whether it is still sold; `publish` if so."""
    documentation_url: str | None = None
    """Its manual, or empty."""
    zip_slug: str | None = None
    """Folder that it is installed in."""
    key_type: str | None = None
    """Kind of licence, or empty."""
    key_type_label: str | None = None
    """Kind of licence for people, or empty."""
    order_id: int | None = None
    """Order at woocommerce.com that it was bought with."""
    autorenew: bool | None = None
    """Whether it renews itself."""
    lifetime: bool | None = None
    """Whether it never ends."""
    expires: int | None = None
    """End in seconds since 1970, or 0."""
    expired: bool | None = None
    """Whether it has ended."""
    expiring: bool | None = None
    """Whether it ends soon."""
    sites_max: int | None = None
    """How many sites may use it."""
    sites_active: int | None = None
    """How many sites use it."""
    maxed: bool | None = None
    """Whether no further site may use it."""
    connections: list[int | str] | None = None
    """Numbers of the sites that use it."""
    legacy_connections: list[str | int] | None = None
    """Addresses of sites that are connected in the older way."""
    shares: list[MarketplaceShare] | None = None
    """With whom it is shared."""
    product_keys_all: list[str] | None = None
    """All keys of the account for this extension."""
    is_installable: bool | None = None
    """Whether the admin area can install it."""
    is_shared: bool | None = None
    """Whether somebody else lent it to this account."""
    owner_email: str | None = None
    """Who lent it."""
    included_in_host_plan: bool | None = None
    """Whether the hosting company pays for it."""
    is_agency: bool | None = None
    """Whether it belongs to an agency."""
    active: bool
    """Whether this store uses it."""
    local: MarketplaceLocal
    """The extension as it is installed in this store; all null if it is not."""
    has_update: bool
    """Whether a newer release than the installed one is out."""
    version: str | None = None
    """Newest release, where known."""
    subscription_available: bool
    """Whether this store could begin to use it."""
    subscription_installed: bool
    """Whether the installed extension counts as this one."""


MarketplaceFeaturedAnswer = list[MarketplaceGroup] | MarketplaceFailure
