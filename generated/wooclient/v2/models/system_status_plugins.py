"""Answers about system status plugins of wc/v2."""

from wooclient._runtime.models import Model


class SystemStatusDropin(Model):
    """A file that replaces part of WordPress."""

    __shown__ = ("name",)

    plugin: str
    """The file, for example `object-cache.php`."""
    name: str
    """What the file calls itself, else the file name."""


class SystemStatusMuPlugin(Model):
    """A plugin that is always on."""

    __shown__ = ("name",)

    plugin: str
    """File of the plugin."""
    name: str
    """What the plugin calls itself, else the file name."""
    version: str
    """Its release, or empty."""
    url: str
    """Its home page, or empty."""
    author_name: str
    """Who made it, or empty."""
    author_url: str
    """Home page of the maker, or empty."""


class SystemStatusDropins(Model):
    """Plugins that cannot be switched off. Up to an hour old."""

    __shown__ = ("dropins", "mu_plugins")

    dropins: list[SystemStatusDropin]
    """Files that replace parts of WordPress."""
    mu_plugins: list[SystemStatusMuPlugin]
    """Plugins that are always on."""


class SystemStatusOverride(Model):
    """A template of WooCommerce that the theme replaces."""

    __shown__ = ("file", "version", "core_version")

    file: str
    """The replacing file below the theme folder."""
    version: str
    """Release that the replacement is made for, or empty."""
    core_version: str
    """Release of the original, or empty."""


class SystemStatusPlugin(Model):
    """An installed plugin."""

    __shown__ = ("name", "version")

    plugin: str
    """Main file of the plugin, below the plugin folder."""
    name: str
    """What the plugin calls itself."""
    version: str
    """Installed release."""
    version_latest: str
    """Newest release that WordPress has heard of."""
    url: str
    """Home page of the plugin, or empty."""
    author_name: str
    """Who made the plugin, or empty."""
    author_url: str
    """Home page of the maker, or empty."""
    network_activated: bool
    """Whether the plugin insists on being on for a whole network of sites."""


class SystemStatusTheme(Model):
    """The theme in use. Up to an hour old."""

    __shown__ = ("name", "version")

    name: str
    """What the theme calls itself."""
    version: str
    """Installed release, or empty."""
    version_latest: str | int
    """Newest release at wordpress.org; the number 0 if the theme is not known there."""
    author_url: str
    """Home page of the maker, or empty."""
    is_child_theme: bool
    """Whether the theme builds on another one."""
    is_block_theme: bool | None = None
    """Whether the theme is made of blocks. New in WooCommerce 9.5."""
    has_woocommerce_support: bool
    """Whether the theme says that it is made for WooCommerce."""
    has_woocommerce_file: bool
    """Whether the theme has a `woocommerce.php` of its own."""
    has_outdated_templates: bool
    """Whether any of `overrides` is older than the original."""
    overrides: list[SystemStatusOverride]
    """Templates of WooCommerce that the theme replaces."""
    parent_name: str
    """The theme built upon; empty unless `is_child_theme`."""
    parent_version: str
    """Its installed release; empty unless `is_child_theme`."""
    parent_version_latest: str | int
    """Its newest release, or the number 0; empty unless `is_child_theme`."""
    parent_author_url: str
    """Home page of its maker; empty unless `is_child_theme`."""
