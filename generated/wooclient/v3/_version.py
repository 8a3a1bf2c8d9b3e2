"""The version that this package speaks: wc/v3."""

from wooclient._runtime.operation import Version

VERSION = Version("v3", "/wp-json/wc/v3", "wooclient.v3")
