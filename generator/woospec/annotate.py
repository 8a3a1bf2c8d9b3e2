"""Types of the representation as Python annotations."""

from __future__ import annotations

from collections.abc import Iterable

from woospec.formats import OR_EMPTY, called
from woospec.model import Api, EmptyList, Enum, ListOf, MapOf, Null, Reference, Scalar, Type, Union
from woospec.naming import Names, input_name
from woospec.text import literal


def alternatives(kinds: Iterable[str]) -> str:
    """A union without repeats, None last."""
    distinct: dict[str, bool] = {}
    for kind in kinds:
        rest = kind.removesuffix(" | None")
        distinct[rest] = True
        if rest != kind:
            distinct["None"] = True
    return " | ".join(sorted(distinct, key=lambda one: one == "None"))


class Annotator:
    """Writes the annotations of one version, with or without the marks that the runtime reads."""

    def __init__(self, api: Api, names: Names, *, marks: bool = True) -> None:
        self.api, self.names, self.marks = api, names, marks
        self.folder, self.wire = "", ""

    def within(self, folder: str, wire: str) -> Annotator:
        """The same annotator, for the field `wire` of something in `folder`: there its enums have names."""
        self.folder, self.wire = folder, wire
        return self

    # what answers hold

    def read(self, kind: Type) -> str:
        """The annotation of a value in an answer."""
        match kind:
            case Scalar():
                return called(kind.type, kind.format).read
            case Enum():
                return self.enum(kind, marked=True)
            case Reference():
                return self.names.schemas[kind.name]
            case ListOf():
                return f"list[{self.read(kind.item)}]"
            case MapOf():
                return self.map(kind)
            case Union():
                return self.union(kind)
            case Null():
                return "None"
            case EmptyList():
                return "list[Json]"

    def enum(self, kind: Enum, *, marked: bool) -> str:
        """Known values, and for an open enum any other text."""
        words = self.words(kind)
        if not kind.open:
            return words
        return self.marked(f"{words} | str", "OPEN") if marked else f"{words} | str"

    def words(self, kind: Enum) -> str:
        """The known values: the name of the enum if it has one."""
        named = self.names.enums.get((self.folder, self.wire, kind.values))
        if named is not None:
            return named
        return f"Literal[{', '.join(literal(v) for v in kind.values)}]"

    def map(self, kind: MapOf) -> str:
        """A mapping with free keys."""
        plain = f"dict[str, {self.read(kind.value)}]"
        return self.marked(plain, "MAP_OR_EMPTY_LIST") if kind.empty_list else plain

    def union(self, kind: Union) -> str:
        """Alternatives; where null, "" and [] can all stand for nothing, they stay apart."""
        options = [self.option(o, kind) for o in kind.options if o != EmptyList()]
        joined = alternatives(options)
        if EmptyList() not in kind.options:
            return joined
        if Null() in kind.options:
            return self.marked(f"{joined} | tuple[()]", "TUPLE_AS_EMPTY_LIST")
        return self.marked(f"{joined} | None", "NONE_AS_EMPTY_LIST")

    def option(self, option: Type, whole: Union) -> str:
        """One alternative of a union."""
        if (
            isinstance(option, Scalar)
            and option.format in OR_EMPTY
            and (Null() in whole.options or EmptyList() in whole.options)
        ):
            return 'DecimalText | Literal[""]'
        return self.read(option)

    def marked(self, plain: str, mark: str) -> str:
        """`plain` with a mark of the runtime."""
        return f"Annotated[{plain}, {mark}]" if self.marks else plain

    # what callers pass

    def write(self, kind: Type) -> str:
        """The annotation of a value in a request."""
        match kind:
            case Scalar():
                return called(kind.type, kind.format).write
            case Enum():
                return self.enum(kind, marked=False)
            case Reference():
                return input_name(self.names, kind.name, self.api)
            case ListOf():
                return f"Sequence[{self.write(kind.item)}]"
            case MapOf():
                return f"Mapping[str, {self.write(kind.value)}]"
            case Union():
                return alternatives(self.write(o) for o in kind.options)
            case Null():
                return "None"
            case EmptyList():
                return "Sequence[Json]"
