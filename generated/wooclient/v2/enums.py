"""Known values of fields and parameters of wc/v2."""

from typing import Literal
