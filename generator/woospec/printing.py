"""Faults of templates, told like other problems: one that cannot be printed, and one that printed what is no Python."""

from __future__ import annotations

import traceback
from collections.abc import Container, Iterable, Mapping
from pathlib import Path, PurePosixPath

import jinja2

from woospec.copied import COPIED
from woospec.problems import Place, Problems, Stage

_ENDING = ".jinja"
#: How many lines that lead to a fault are told besides its own.
_CALLERS = 2
_COPIES = {package for _, package in COPIED}
#: Folders whose modules have one template, and modules that are not called as their template is.
_FOLDERS = ("models", "params", "resources")
_MODULES = {"_version": "version", "_versions": "versions", "api": "version_api", "__main__": "main"}


class TemplateFault(ValueError):
    """A template that cannot be read, or that fails while it prints."""

    def __init__(self, message: str, *places: Place) -> None:
        super().__init__(f"{places[0].file}:{places[0].line}: {message}")
        self.message, self.places = message, places

    def tell(self, problems: Problems) -> None:
        """Add it to some problems."""
        problems.stage = Stage.OUTPUT
        problems.outside.update(place.file for place in self.places)
        hint = "mend the template; templates/README.md says what each receives, and which filters there are"
        problems.add("template", self.message, *self.places, hint=hint)


def fault_of(error: Exception, template: str) -> TemplateFault:
    """Return what an error says that came while `template`, a path, was read or printed.

    The innermost line of a template comes first, then those that led there.
    """
    if isinstance(error, jinja2.TemplateSyntaxError):
        return TemplateFault(error.message or "it cannot be read", _place(error.filename or template, error.lineno))
    frames = traceback.extract_tb(error.__traceback__)
    lines = [(f.filename, f.lineno or 1) for f in frames if f.filename.endswith(_ENDING)]
    first, *others = reversed(lines or [(template, 1)])
    callers = [_place(*line)._replace(note="led here") for line in dict.fromkeys(others) if line != first]
    return TemplateFault(_said(error, frames), _place(*first), *callers[:_CALLERS])


def _said(error: Exception, frames: traceback.StackSummary) -> str:
    if isinstance(error, jinja2.TemplateNotFound):
        return f"there is no template {error.name}"
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8: {error}"
    if isinstance(error, jinja2.TemplateError):
        return str(error)
    last = PurePosixPath(frames[-1].filename)
    where = "" if last.suffix == _ENDING or "jinja2" in last.parts else f" (in {last.name}, line {frames[-1].lineno})"
    return f"{type(error).__name__}: {error}{where}"


def _place(path: str, number: int, text: str | None = None) -> Place:
    """A line of a file, or of the text that is to be its content."""
    if text is None:
        place = Path(path)
        text = place.read_text("utf-8", "replace") if place.is_file() else ""
    line = dict(enumerate(text.split("\n"), 1)).get(number, "")
    return Place(PurePosixPath(path).as_posix(), number, len(line) - len(line.lstrip()) + 1, "", line)


def check_python(files: Mapping[str, str], paths: Iterable[str], output: Path, problems: Problems) -> None:
    """Add to `problems` the first of `paths` by each template that would be no Python; `files` have the texts."""
    faulty: dict[str, list[Place]] = {}
    for path in paths:
        error = _refused(files[path]) if path.endswith(".py") and not _is_copied(path) else None
        if error is not None:
            place = _place(f"{output.as_posix()}/{path}", error.lineno or 1, files[path])
            faulty.setdefault(template_of(path, files), []).append(place._replace(note=error.msg))
    problems.stage = Stage.OUTPUT
    for template, places in faulty.items():
        message = f"{template} prints what is no Python: {places[0].note}"
        more = f"; {len(places) - 1} more of its files are not" if places[1:] else ""
        hint = f"mend {template} or what it takes macros from{more}. The file was not written: its line is as printed"
        problems.outside.add(places[0].file)
        problems.add("template-python", message, places[0]._replace(note=""), hint=hint)


def _refused(source: str) -> SyntaxError | None:
    try:
        compile(source, "", "exec", dont_inherit=True)
    except SyntaxError as error:
        return error
    except ValueError as error:  # a zero byte
        return SyntaxError(str(error))
    return None


def _is_copied(path: str) -> bool:
    """Whether a file of the output is one of those by hand, which no template prints."""
    return not _COPIES.isdisjoint(PurePosixPath(path).parts[1:2])


def template_of(path: str, paths: Container[str]) -> str:
    """Return the template that prints the module at `path`, one of the `paths` of an output."""
    folder, name = PurePosixPath(path).parent, PurePosixPath(path).stem
    if folder.name in _FOLDERS:
        name = folder.name
    elif name == "__init__":
        name = _package(folder, paths)
    return f"{_MODULES.get(name, name)}.py{_ENDING}"


def _package(folder: PurePosixPath, paths: Container[str]) -> str:
    """What prints the head of a folder: of the package, of a version, of its examples, or of a family."""
    if len(folder.parts) == 1:
        return "package"
    return "exports" if f"{folder}/_version.py" in paths else folder.name if folder.name == "fixtures" else "family"
