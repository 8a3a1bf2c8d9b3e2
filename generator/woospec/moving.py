"""New files take the place of old ones, all of them or none.

Everything is first written aside, into a folder within the output. Then there are only renames, and each can be taken
back. While they are under way the manifest lists old and new files: a run that is killed leaves a folder whose files
the next run knows all the same.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

ASIDE = ".woospec-new"


class Replacement:
    """Files of one folder that are about to be replaced; the caller holds the folder."""

    def __init__(self, output: Path) -> None:
        self.output, self.aside = output, output / ASIDE
        #: Renames as (from, to), and folders that were made as (None, folder), in order.
        self.steps: list[tuple[Path | None, Path]] = []

    def run(self, gone: Sequence[Path], new: dict[Path, bytes], manifest: Path, during: bytes, after: bytes) -> None:
        """Take files away and put others in, the manifest last; raise OSError with everything as it was."""
        try:
            self._prepare(new, {"during": during, "after": after})
            before = shutil.copy2(manifest, self.aside / "before") if manifest.exists() else None
            os.replace(self.aside / "during", manifest)
            try:
                self._move(gone, list(new))
                os.replace(self.aside / "after", manifest)
            except BaseException:
                if self._undo():
                    if before is None:
                        manifest.unlink()
                    else:
                        os.replace(before, manifest)
                raise
        except OSError as error:
            raise OSError(f"cannot write {self._place(error)}: {error.strerror}; everything is as it was") from error
        finally:
            shutil.rmtree(self.aside, ignore_errors=True)

    def _prepare(self, new: dict[Path, bytes], manifests: dict[str, bytes]) -> None:
        if self.aside.is_symlink():
            self.aside.unlink()
        elif self.aside.exists():
            shutil.rmtree(self.aside)  # of a run that was killed
        self.aside.mkdir()
        for i, data in enumerate(new.values()):
            (self.aside / str(i)).write_bytes(data)
        for name, data in manifests.items():
            (self.aside / name).write_bytes(data)

    def _move(self, gone: Sequence[Path], new: list[Path]) -> None:
        for place in gone:
            self._away(place)
        for i, place in enumerate(new):
            if os.path.lexists(place):
                self._away(place)
            self._make(place.parent)
            self._rename(self.aside / str(i), place)

    def _away(self, place: Path) -> None:
        self._rename(place, self.aside / f"old-{len(self.steps)}")

    def _rename(self, source: Path, target: Path) -> None:
        self.steps.append((source, target))
        os.replace(source, target)

    def _make(self, folder: Path) -> None:
        if not folder.is_dir():
            self._make(folder.parent)
            self.steps.append((None, folder))
            folder.mkdir()

    def _undo(self) -> bool:
        """Take back what was done; whether that worked."""
        done = True
        for source, target in reversed(self.steps):
            try:
                if source is None:
                    target.rmdir()
                elif os.path.lexists(target):
                    os.replace(target, source)
            except FileNotFoundError:
                pass  # the very step that failed
            except OSError:
                done = False
        return done

    def _place(self, error: OSError) -> str:
        """What the error is about, in terms of the output."""
        named = [str(name) for name in (error.filename, error.filename2) if name]
        return next((name for name in named if not name.startswith(str(self.aside))), str(self.output))
