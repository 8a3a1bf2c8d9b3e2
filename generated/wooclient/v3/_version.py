"""The version that this package speaks: wc/v3."""

from wooclient._runtime.operation import Version

V3 = Version("v3", "/wp-json/wc/v3", "wooclient.v3")
