"""Answers about index of wc-api/v2."""

from wooclient._runtime.models import Model
from wooclient.legacy.v3.models.index import LegacyRoute, LegacyStoreMeta


class LegacyStore(Model):
    """The store, its settings and the routes of this version of the API."""

    __shown__ = ("name",)

    name: str
    """Title of the site."""
    description: str
    """Subtitle of the site; may be empty."""
    URL: str
    """Address of the site."""
    wc_version: str
    """Release of WooCommerce."""
    routes: dict[str, LegacyRoute]
    """Routes by path; placeholders stand in angle brackets, such as `/orders/<id>`."""
    meta: LegacyStoreMeta
    """Settings of the store that matter to clients."""
