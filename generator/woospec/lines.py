"""From a place in the spec, as the flat documents name it (`x-origin`), to file and line."""

from __future__ import annotations

from pathlib import Path

import yaml

from woospec.load import SpecFile


class Lines:
    """The lines of one spec folder. A file is read when somebody first asks for a place in it."""

    def __init__(self, spec: Path) -> None:
        self.spec = spec
        self._files: dict[str, SpecFile | None] = {}

    def __call__(self, place: str) -> str:
        """`file:line` for `file#pointer`; a place that is not there any more as it came."""
        path, _, pointer = place.partition("#")
        if path not in self._files:
            self._files[path] = self._read(path)
        file = self._files[path]
        try:
            return place if file is None else f"{path}:{file.place(pointer).line}"
        except yaml.YAMLError:  # somebody is at work on it
            return place

    def _read(self, path: str) -> SpecFile | None:
        file = self.spec / path
        if not path or not file.resolve().is_relative_to(self.spec.resolve()) or not file.is_file():
            return None
        return SpecFile(path, file.read_text("utf-8"))
