"""`python -m mutation`: break the code, run the tests that reach the broken line, say what nobody noticed."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import threading
import time
from pathlib import Path

from mutation import choosing, table
from mutation.mutants import Mutant
from mutation.reaching import Reach, collected, measure
from mutation.targets import PARTS
from mutation.workers import Worker, copy_project, try_all

ROOT = Path(__file__).resolve().parents[2]


def parser() -> argparse.ArgumentParser:
    """The options."""
    made = argparse.ArgumentParser(prog="python -m mutation", description=__doc__)
    made.add_argument("--part", action="append", choices=[part.name for part in PARTS], help="only this part")
    made.add_argument("--file", action="append", default=[], help="every mutant of this file")
    made.add_argument("--again", type=Path, metavar="TABLE", help="only the survivors that this earlier table lists")
    made.add_argument("--changed", metavar="REVISION", help="only lines that differ from this revision")
    made.add_argument("--most", type=int, default=150, help="with --changed: how many at most (default: 150)")
    made.add_argument("--share", type=float, default=1.0, help="this share of the usual number (default: 1)")
    made.add_argument("--minutes", type=float, default=0, help="begin no further mutant after so many minutes")
    made.add_argument(
        "--also", action="append", default=[], metavar="TESTS", help="run this file of tests first: the reach is older"
    )
    made.add_argument(
        "--fates", type=Path,
        help="keep here what became of each, so that a run that was ended goes on; with --again, so that the next run's"
        " table is of all",
    )  # fmt: skip
    made.add_argument("--wanted", type=int, help="so many in a hundred of all together (default: as each part wants)")
    made.add_argument("--workers", type=int, default=2, help="how many at a time (default: 2)")
    made.add_argument(
        "--reach", type=Path, help="which tests reach which lines: read from here, or measured and kept here"
    )
    made.add_argument(
        "--out", type=Path, default=ROOT / "mutants.md", help="where the table goes (default: mutants.md)"
    )
    return made


def main() -> int:
    """Run; 1 if a part is below what is wanted of it."""
    options = parser().parse_args()
    began = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="mutants-")).resolve()
    try:
        mutants = _chosen(options)
        print(f"{len(mutants)} mutants", flush=True)
        reach = _reach(options.reach, folder)
        fates = _tried(mutants, reach, folder, options, began)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    options.out.write_text(table.markdown(ROOT, fates))
    below = table.missed(ROOT, fates, options.wanted)
    print(
        f"{len(fates)} tried in {(time.monotonic() - began) / 60:.1f} minutes; the table is in {options.out}",
        *below,
        sep="\n",
    )
    return 1 if below else 0


def _chosen(options: argparse.Namespace) -> list[Mutant]:
    if options.again:
        return choosing.again(ROOT, options.again.read_text())
    if options.changed:
        return choosing.touched(ROOT, options.changed, options.most)
    if options.file:
        return choosing.of_files(ROOT, options.file)
    parts = [part for part in PARTS if not options.part or part.name in options.part]
    return choosing.sampled(ROOT, parts, options.share)


def _reach(kept: Path | None, folder: Path) -> Reach:
    if kept is not None and kept.exists():
        return Reach.read(kept, collected(copy_project(ROOT, folder / "measured")))
    found = measure(copy_project(ROOT, folder / "measured"), folder)
    if kept is not None:
        found.write(kept)
    return found


def known_fates(file: Path | None) -> dict[str, str]:
    """What became of mutants, by key, as far as `file` tells; of one that was tried again, what it tells last."""
    lines = file.read_text().splitlines() if file is not None and file.exists() else []
    return {key: fate for fate, _, key in (line.partition("\t") for line in lines)}


def _tried(
    mutants: list[Mutant], reach: Reach, folder: Path, options: argparse.Namespace, began: float
) -> dict[Mutant, str]:
    known = {} if options.again else known_fates(options.fates)
    fates = {one: known[one.key] for one in mutants if one.key in known}
    mutants = [one for one in mutants if one.key not in known]
    if not mutants:
        return fates
    files = sorted({*reach.files({one.file for one in mutants}), *options.also})
    workers = [Worker(ROOT, folder / f"copy{number}", files) for number in range(options.workers)]
    lock = threading.Lock()

    def tell(mutant: Mutant, fate: str) -> None:
        with lock:
            fates[mutant] = fate
            if options.fates:
                with options.fates.open("a") as file:
                    file.write(f"{fate}\t{mutant.key}\n")
            if fate != "noticed":
                print(f"{fate}: {mutant.file}:{mutant.line} {mutant.key.partition(' ')[2]}", flush=True)
            elif len(fates) % 50 == 0:
                print(f"{len(fates)} of {len(mutants)}", flush=True)

    def late() -> bool:
        return bool(options.minutes) and time.monotonic() - began > options.minutes * 60

    try:
        try_all(mutants, reach, workers, tell, late, options.also)
    finally:
        for worker in workers:
            worker.close()
    return fates


if __name__ == "__main__":
    raise SystemExit(main())
