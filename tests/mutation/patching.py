"""Put a change of a file's source into the functions of a module that is imported already."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType

#: What a function is told apart by: the file, the first line and the name.
_Key = tuple[str, int, str]


class Functions:
    """The functions that there are, below a folder."""

    def __init__(self, root: Path) -> None:
        self._found: dict[_Key, list[FunctionType]] = defaultdict(list)
        for one in gc.get_objects():
            if type(one) is FunctionType and one.__code__.co_filename.startswith(f"{root}/"):
                self._found[_key(one.__code__)].append(one)

    def patches(self, path: str, source: str) -> list[tuple[FunctionType, CodeType]] | None:
        """The functions that `source` changes in the file at `path`, and their new code.

        None if it changes what runs while the file is imported, or functions that are not found.
        """
        pairs = list(_changed(_compiled(path, Path(path).read_text()), _compiled(path, source)))
        if any(old is None for old, _ in pairs):
            return None
        found = [(one, new) for old, new in pairs if old for one in self._found[_key(old)] if one.__code__ == old]
        if not found or any(one.__code__.co_freevars != new.co_freevars for one, new in found):
            return None
        return found


def _compiled(path: str, source: str) -> CodeType:
    return compile(source, path, "exec", dont_inherit=True)


def _key(code: CodeType) -> _Key:
    return code.co_filename, code.co_firstlineno, code.co_qualname


def _changed(old: CodeType, new: CodeType) -> Iterator[tuple[CodeType | None, CodeType]]:
    """The functions of a module or a class body that differ; None for what differs outside of them."""
    before, after = _nested(old), _nested(new)
    if _alone(old) != _alone(new) or len(before) != len(after):
        yield None, new
        return
    for one, other in zip(before, after, strict=True):
        if one == other:
            continue
        if one.co_flags & 1:  # CO_OPTIMIZED: a function; what a class body says runs while it is imported
            yield one, other
            yield from _made(one, other)
        else:
            yield from _changed(one, other)


def _made(old: CodeType, new: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """The functions inside a function that differ: it may have made some of them while the file was imported."""
    before, after = _nested(old), _nested(new)
    for one, other in zip(before, after, strict=True) if len(before) == len(after) else ():
        if one != other:
            yield one, other
            yield from _made(one, other)


def _nested(code: CodeType) -> list[CodeType]:
    return [one for one in code.co_consts if isinstance(one, CodeType)]


def _alone(code: CodeType) -> tuple[object, ...]:
    """What a module or a class body does itself."""
    plain = [(type(one), one) for one in code.co_consts if not isinstance(one, CodeType)]
    return code.co_code, code.co_names, repr(plain)
