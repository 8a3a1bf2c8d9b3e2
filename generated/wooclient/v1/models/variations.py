"""Answers about variations of wc/v1."""

from wooclient._runtime.models import Model


class VariationAttribute(Model):
    """One trait and the option chosen for it."""

    __shown__ = ("name", "option")

    id: int
    """Number of the shared attribute; 0 for one that only this product has."""
    name: str
    """Name of the attribute. Requests use it when `id` is 0 or absent. A shared one is found by `id` or by its slug
    with `pa_`; what the store does not find by this, such as the name of a shared one, it drops, and the variation
    then stands for any of its options.
    """
    option: str
    """Name of the chosen option."""
