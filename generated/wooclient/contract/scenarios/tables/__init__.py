"""What the things of each kind are made with, changed to and found by."""

from __future__ import annotations

from ..life import Life
from .catalog import CATALOG
from .selling import SELLING
from .shop import SHOP

LIVES: tuple[Life, ...] = (*CATALOG, *SELLING, *SHOP)
