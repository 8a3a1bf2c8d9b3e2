"""Answers about system status of wc/v3."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import MAP_OR_EMPTY_LIST, NONE_AS_EMPTY_LIST, OPEN, DecimalText, Number
from wooclient.v3.enums import SystemStatusLoggingLevelThresholdValue
from wooclient.v3.models.system_status_plugins import SystemStatusDropins, SystemStatusPlugin, SystemStatusTheme


class SystemStatusTable(Model):
    """A table of the database."""

    __shown__ = ("data", "index", "engine")

    data: DecimalText | None
    """Size of the rows in megabytes, to two decimals; null for a view."""
    index: DecimalText | None
    """Size of the indexes in megabytes, to two decimals; null for a view."""
    engine: str | None
    """Storage engine, for example InnoDB; null for a view."""


class SystemStatusTables(Model):
    """Tables by name, in two groups."""

    __shown__ = ("woocommerce", "other")

    woocommerce: dict[str, SystemStatusTable | Literal[False]]
    """Tables that WooCommerce insists on. A missing one is false."""
    other: Annotated[dict[str, SystemStatusTable], MAP_OR_EMPTY_LIST]
    """All other tables of the site."""


class SystemStatusSize(Model):
    """Size of all tables together."""

    __shown__ = ("data", "index")

    data: Number
    """Rows, in megabytes; a sum of rounded figures."""
    index: Number
    """Indexes, in megabytes; a sum of rounded figures."""


class SystemStatusDatabase(Model):
    """The database and its tables."""

    __shown__ = ("wc_database_version", "database_prefix", "maxmind_geoip_database", "database_tables")

    wc_database_version: str
    """Release of WooCommerce that last changed the tables."""
    database_prefix: str
    """What the names of all tables of this site begin with."""
    maxmind_geoip_database: str
    """Path of the file that tells countries from IP addresses; empty in current releases."""
    database_tables: Annotated[SystemStatusTables | None, NONE_AS_EMPTY_LIST]
    """Tables in two groups; an empty list where the database cannot be asked."""
    database_size: Annotated[SystemStatusSize | None, NONE_AS_EMPTY_LIST]
    """Size of all tables together; an empty list where the database cannot be asked."""


class SystemStatusEnvironment(Model):
    """Versions and limits of WordPress, PHP and the server."""

    __shown__ = ("home_url", "site_url", "store_id", "version")

    home_url: str
    """Address that visitors use."""
    site_url: str
    """Address of the WordPress files."""
    store_id: str | None = None
    """UUID of the store, made once when WooCommerce is installed. New in WooCommerce 8.4."""
    version: str
    """Release of WooCommerce."""
    log_directory: str
    """Folder of the log files, as a path on the server."""
    log_directory_writable: bool
    """Whether the store can write logs there."""
    wp_version: str
    """Release of WordPress."""
    wp_multisite: bool
    """Whether WordPress runs a network of sites."""
    wp_memory_limit: int
    """Memory that PHP may use, in bytes; the larger of the limits of WordPress and PHP."""
    wp_debug_mode: bool
    """Whether `WP_DEBUG` is on."""
    wp_cron: bool
    """Whether WordPress sets off its timed jobs itself; false where a system timer does."""
    wp_environment_type: Literal["local", "development", "staging", "production"] | None = None
    """What the site is for. New in WooCommerce 10.5."""
    language: str
    """Locale of the site, for example `de_DE`."""
    external_object_cache: bool | None
    """Whether an object cache such as Redis is in use; null where none was ever set up."""
    server_info: str
    """What the web server calls itself; empty if it does not say."""
    server_architecture: str | None = None
    """Operating system, kernel and processor family. New in WooCommerce 9.9."""
    php_version: str
    """Release of PHP."""
    php_post_max_size: int
    """Largest request body that PHP takes, in bytes."""
    php_max_execution_time: int
    """Seconds that a request may run; 0 means no limit."""
    php_max_input_vars: int
    """How many form fields PHP takes in one request."""
    curl_version: str
    """Releases of cURL and of its TLS library; empty without cURL."""
    suhosin_installed: bool
    """Whether the old PHP extension Suhosin is loaded."""
    max_upload_size: int
    """Largest file that can be uploaded, in bytes."""
    mysql_version: str
    """Release of the database server, figures only."""
    mysql_version_string: str
    """Release of the database server in full, MariaDB named as such."""
    default_timezone: str
    """Time zone of PHP, which WordPress wants to be UTC. Not the zone of the shop."""
    fsockopen_or_curl_enabled: bool
    """Whether PHP can open outside connections at all."""
    soapclient_enabled: bool
    """Whether PHP can speak SOAP."""
    domdocument_enabled: bool
    """Whether PHP can parse HTML and XML."""
    gzip_enabled: bool
    """Whether PHP can unpack gzip files."""
    mbstring_enabled: bool
    """Whether PHP can handle texts in Unicode."""
    remote_post_successful: bool | None
    """Whether a trial POST to another site worked; null if it was not tried."""
    remote_post_response: int | str | Literal[False] | None
    """What a trial connection gave: the HTTP status as a number, or as text when it was remembered from an earlier
    trial; an error in words; an empty text or false if nothing came back; null if it was not tried.
    """
    remote_get_successful: bool | None
    """Whether a trial GET to another site worked; null if it was not tried."""
    remote_get_response: int | str | Literal[False] | None
    """What a trial connection gave: the HTTP status as a number, or as text when it was remembered from an earlier
    trial; an error in words; an empty text or false if nothing came back; null if it was not tried.
    """


class SystemStatusIntegrityDetails(Model):
    """What the check of the files found; empty if all is well."""

    __shown__ = ("manifest_version", "missing_files_count", "missing_files")

    manifest_version: str | None = None
    """Release that the list of files belongs to."""
    missing_files_count: int | None = None
    """How many files are missing."""
    missing_files: list[str] | None = None
    """The first twenty of them."""


class SystemStatusIntegrity(Model):
    """Whether the files of WooCommerce are all there."""

    __shown__ = ("status",)

    status: Annotated[Literal["not_checked", "version_mismatch", "missing_files"] | str, OPEN]
    """Outcome of the last check."""
    version: str
    """Release that was checked, or empty."""
    date: str
    """When it was checked, for example `2025-07-01 09:30:00`, or empty."""
    details: SystemStatusIntegrityDetails
    """What the check of the files found; empty if all is well."""


class SystemStatusLogging(Model):
    """How the store keeps its logs."""

    __shown__ = ("logging_enabled", "default_handler", "retention_period_days", "level_threshold")

    logging_enabled: bool
    """Whether anything is written at all."""
    default_handler: str
    """PHP class that writes the logs."""
    retention_period_days: int
    """Days after which entries are deleted."""
    level_threshold: Annotated[SystemStatusLoggingLevelThresholdValue | str, OPEN]
    """Least serious level that is still written; empty for all."""
    log_directory_size: str
    """Size of the log folder for people to read, for example `12 MB`."""


class SystemStatusPage(Model):
    """A page that the shop needs."""

    __shown__ = ("page_name", "page_id", "page_set", "page_exists")

    page_name: str
    """What the page is for, in the language of the store."""
    page_id: str | int | Literal[False]
    """Number of the page, nearly always as text; empty if none is chosen, false if nobody ever chose."""
    page_set: bool
    """Whether a page is chosen."""
    page_exists: bool
    """Whether the chosen page is there."""
    page_visible: bool
    """Whether the chosen page is published."""
    shortcode: str
    """Shortcode that belongs on the page, or empty."""
    block: str
    """Block that does the same, or empty."""
    shortcode_required: bool
    """Whether the page exists and has a shortcode of its own."""
    shortcode_present: bool
    """Whether the page holds the shortcode."""
    block_present: bool
    """Whether the page holds the block."""
    block_required: bool
    """Whether the page exists and has a block of its own."""


class SystemStatusPostTypeCount(Model):
    """How many posts there are of one type."""

    __shown__ = ("type", "count")

    type: str
    """Type as WordPress names it."""
    count: DecimalText
    """Number of posts in any status, as text."""


class SystemStatusSettings(Model):
    """The settings that matter most when something goes wrong."""

    __shown__ = ("currency",)

    api_enabled: bool
    """Whether the legacy API is switched on. Says nothing about this one."""
    force_ssl: bool
    """Whether the checkout insists on HTTPS."""
    currency: str
    """Three-letter code of the currency that the store sells in."""
    currency_symbol: str
    """Sign of the currency, often as an HTML entity."""
    currency_position: Annotated[Literal["left", "right", "left_space", "right_space"] | str, OPEN]
    """Where the sign stands in a price."""
    thousand_separator: str
    """Character between groups of three digits, or empty."""
    decimal_separator: str
    """Character before the cents. Prices in this API always have a point."""
    number_of_decimals: int
    """Digits that prices have after the separator."""
    geolocation_enabled: bool
    """Whether the store guesses where a new visitor is."""
    taxonomies: Annotated[dict[str, str], MAP_OR_EMPTY_LIST]
    """Product types, slug to name in small letters."""
    product_visibility_terms: Annotated[dict[str, str], MAP_OR_EMPTY_LIST]
    """Marks that hide or rank products, slug to name in small letters."""
    woocommerce_com_connected: Literal["yes", "no"]
    """Whether the store is tied to an account at woocommerce.com."""
    enforce_approved_download_dirs: bool
    """Whether downloads may only come from approved folders."""
    HPOS_feature_screen_enabled: bool | None = None
    """Whether the choice of order storage was offered. Gone since WooCommerce 8.9."""
    order_datastore: str
    """PHP class that stores orders."""
    HPOS_enabled: bool
    """Whether orders have tables of their own."""
    HPOS_sync_enabled: bool
    """Whether orders are kept both in their own tables and as posts."""
    enabled_features: list[str] | None = None
    """Optional features that are switched on. New in WooCommerce 9.9."""


class SystemStatusSecurity(Model):
    """Two basic points of security."""

    __shown__ = ("secure_connection", "hide_errors")

    secure_connection: bool
    """Whether the address of the shop page begins with https."""
    hide_errors: bool
    """Whether PHP keeps its error messages to itself."""


class SystemStatusReport(Model):
    """Condition of the server, the database and the shop software."""

    __shown__ = ("environment", "database", "active_plugins", "inactive_plugins")

    environment: SystemStatusEnvironment
    """Versions and limits of WordPress, PHP and the server."""
    database: SystemStatusDatabase
    """The database and its tables."""
    active_plugins: list[SystemStatusPlugin]
    """Plugins switched on. Up to an hour old."""
    inactive_plugins: list[SystemStatusPlugin]
    """Plugins installed but switched off. Up to an hour old."""
    dropins_mu_plugins: SystemStatusDropins
    """Plugins that cannot be switched off. Up to an hour old."""
    theme: SystemStatusTheme
    """The theme in use. Up to an hour old."""
    settings: SystemStatusSettings
    """The settings that matter most when something goes wrong."""
    security: SystemStatusSecurity
    """Two basic points of security."""
    pages: list[SystemStatusPage]
    """The pages that the shop needs and whether each is in order."""
    post_type_counts: list[SystemStatusPostTypeCount]
    """How many posts of each type the database holds."""
    logging: SystemStatusLogging | None = None
    """How the store keeps its logs. New in WooCommerce 8.7."""
    installation_integrity: SystemStatusIntegrity | None = None
    """Whether the files of WooCommerce are all there. New in WooCommerce 11.1. Known from documentation alone: no store
    was asked.
    """
