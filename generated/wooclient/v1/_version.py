"""The version that this package speaks: wc/v1."""

from wooclient._runtime.operation import Version

V1 = Version("v1", "/wp-json/wc/v1", "wooclient.v1")
