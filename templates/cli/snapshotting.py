"""`wooclient snapshot`: a real store as a seed of the mock store, people and secrets replaced. It only reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from wooclient._runtime.errors import ConfigurationError

from .app import World
from .console import say_json, tell
from .opening import JSON, Named, store_options
from .progress import Progress

#: What can be kept; the table is in `snapshot/rules.py`, which this need not load to help.
_KEPT = ("names", "addresses", "emails", "phones", "ips", "tokens", "notes", "metadata", "urls")


class _Told:
    """The progress of one kind after the other."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._bar: Progress | None = None

    def __call__(self, kind: str, done: int, total: int | None) -> None:
        if self._bar is None or self._bar.what != kind:
            self.end()
            self._bar = Progress(kind, quiet=self._quiet)
            self._bar.__enter__()
        self._bar.at(done, total)

    def end(self) -> None:
        """The last bar is done."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
        self._bar = None


@click.command()
@store_options
@click.option(
    "--out", "place", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The seed: a JSON file."
)
@click.option("--keep", multiple=True, type=click.Choice(_KEPT), help="Leave these as they are; can be given again.")
@click.option("--overwrite", is_flag=True, help="Replace a seed that is there.")
@JSON
@click.pass_obj
def snapshot(world: World, /, named: Named, place: Path, keep: tuple[str, ...], overwrite: bool, as_json: bool) -> None:
    """Read a store into a seed: `wooclient mock --seed FILE` is then this store, offline.

    Names, addresses, emails, phones, IPs, tokens, notes, metadata and addresses of files are replaced by made-up ones
    before anything is written; the same person stays the same person. What was read is kept in a journal beside the
    output; after a kill, the same command goes on there. Records in the trash are left out.
    """
    from wooclient.snapshot.journal import Journal
    from wooclient.snapshot.reading import Reader
    from wooclient.snapshot.writing import write

    if place.exists() and not overwrite:
        raise ConfigurationError(f"there is {place} already: name another output, or --overwrite it")
    with named.open(world) as opened, opened.client() as woo:
        path = place.with_name(f"{place.name}.journal")
        if path.exists():
            tell(f"goes on where {path.name} ends")
        journal = Journal(path, {"store": woo.url, "keep": sorted(set(keep))})
        told = _Told(quiet=as_json)
        whole = Progress("records", quiet=True)
        try:
            reader = Reader(woo, journal, frozenset(keep), told)
            reader.read()
            write(journal, place)
        except BaseException:
            journal.close()
            tell(f"what was read is in {path.name}; the same command goes on from there")
            raise
        finally:
            told.end()
        totals = journal.totals()
        counts = dict(reader.replacer.counts)
        journal.delete()
    _report(place, totals, counts, whole.seconds, as_json=as_json)


def _report(place: Path, totals: dict[str, int], counts: dict[str, int], seconds: float, *, as_json: bool) -> None:
    unfit = counts.pop("unfit", 0)
    if as_json:
        found: dict[str, Any] = {"out": str(place), "records": totals, "replaced": counts, "unfit": unfit}
        say_json(found)
        return
    shown = ("orders", "customers", "products", "products.variations", "coupons", "products.reviews")
    listed = ", ".join(f"{totals[kind]:,} {kind}" for kind in shown if totals.get(kind))
    tell(f"{sum(totals.values()):,} records in {place} ({listed or 'an empty shop'}), {seconds:.1f} s")
    replaced = ", ".join(f"{number:,} {name}" for name, number in counts.items() if number)
    tell(f"replaced by made-up ones: {replaced or 'nothing'}")
    if unfit:
        tell(f"{unfit:,} values left out that are of another type than the API describes")
    tell(f"it still says what the shop sells, and when who bought what. Try it: wooclient mock --seed {place}")
