"""The version that this package speaks: wc-api/v2."""

from wooclient._runtime.operation import Version

V2 = Version("legacy-v2", "/wc-api/v2", "wooclient.legacy.v2")
