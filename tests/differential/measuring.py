"""`python -m differential.measuring`: how many answers of the mock store differ in each log, into `bars.toml`.

For a gain that is to be kept, or a new log. Who lets a number grow says why in the change.
"""

from __future__ import annotations

from pathlib import Path

from differential.replaying import replayed
from differential.report import Report

HERE = Path(__file__).parent
BARS = HERE / "bars.toml"
LOGS = {path.name.removesuffix(".log.xz"): path for path in sorted((HERE / "logs").glob("*.log.xz"))}
_HEAD = (
    "# How many answers of the mock store differ from those of the real one, by log; each level counts those before it."
)


def measured(path: Path) -> tuple[dict[str, int], Report]:
    """The numbers of a log, and the report that tells more."""
    report = Report()
    for done in replayed(path):
        report.add(done)
    return {"requests": report.count, **{level: report.count - n for level, n in report.agreed.items()}}, report


def main() -> None:
    """Write the bars anew."""
    parts = [_HEAD]
    for name, path in LOGS.items():
        found, report = measured(path)
        parts.append("\n".join((f'["{name}"]', *(f"{level} = {number}" for level, number in found.items()))))
        print(name, report.shares())
    BARS.write_text("\n\n".join(parts) + "\n")


if __name__ == "__main__":
    main()
