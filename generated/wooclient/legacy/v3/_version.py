"""The version that this package speaks: wc-api/v3."""

from wooclient._runtime.operation import Version

V3 = Version("legacy-v3", "/wc-api/v3", "wooclient.legacy.v3")
