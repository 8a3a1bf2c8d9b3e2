"""Answers about reports of wc-api/v2."""

from typing import Annotated, Literal

from wooclient._runtime.scalars import OPEN

ReportsListAnswer = Annotated[Literal["sales", "sales/top_sellers"] | str, OPEN]
