"""The version that this package speaks: wc/v2."""

from wooclient._runtime.operation import Version

V2 = Version("v2", "/wp-json/wc/v2", "wooclient.v2")
