"""Answers about variations of wc/v1."""

from wooclient._runtime.models import Model


class VariationAttribute(Model):
    """One trait and the option chosen for it."""

    __shown__ = ("name", "option")

    id: int
    """Number of the shared attribute; 0 for one that only this product has."""
    name: str
    """Name of the attribute. Requests use it when `id` is 0 or absent."""
    option: str
    """Name of the chosen option."""
