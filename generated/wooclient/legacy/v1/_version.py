"""The version that this package speaks: wc-api/v1."""

from wooclient._runtime.operation import Version

V1 = Version("legacy-v1", "/wc-api/v1", "wooclient.legacy.v1")
