"""Walk a log again: the real store's answers out of it, the mock store's of today."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from differential import logs
from differential.begin import fill
from differential.pool import Pool
from differential.sides import Keys, MockSide
from differential.surface import described
from differential.walk import Exchange, Walk

#: The keys in a replay: those of the store that was walked are nobody's business.
KEYS = Keys(("ck_" + "0" * 38 + "rw", "cs_" + "1" * 38 + "rw"), ("ck_" + "0" * 38 + "ro", "cs_" + "1" * 38 + "ro"))


def replayed(path: Path) -> Iterator[Exchange]:
    """The exchanges of a log; the seed lies beside it."""
    about, rows = logs.read(path)
    seed = {**logs.read_seed(path.with_name(logs.SEEDS), about["release"]), **about["own"]}
    here = MockSide(seed, about["url"], described(about["version"]).prefix, KEYS)
    pool = Pool(Random(0))
    fill(pool, seed)
    walk = Walk(logs.LoggedSide(rows), here, pool)
    yield from walk.replay(rows)
