"""The methods of resource classes, sync and async: signature, docstring, and the one statement that they run."""

from __future__ import annotations

from typing import NamedTuple

from woospec.model import ListOf, Operation, Reference, Resource, Scalar, parts
from woospec.text import call, docstring, literal
from woospec.views.limits import sentences
from woospec.views.models import described
from woospec.views.references import References


class Colour(NamedTuple):
    """What differs between sync and async."""

    prefix: str
    define: str
    wait: str
    iterator: str
    base: str


SYNC = Colour("", "def", "", "Iterator", "Resource")
ASYNC = Colour("Async", "async def", "await ", "AsyncIterator", "AsyncResource")


class MethodView(NamedTuple):
    """One method: its `def` line, docstring and the one statement it runs; the ways to call it if there are several."""

    signature: str
    doc: str
    statement: str
    overloads: tuple[str, ...] = ()


#: What walks, batches and `save` promise, wherever they are.
_WALK = (
    "Walk all pages of {}, as items are taken.\n\n"
    "One request at a time is made, when its items are due. Without `orderby` and `order`, items come by "
    "ascending id where the store can sort so; none comes twice. If as many enter the filter during the walk as leave "
    "it, some may be missed: collect the ids first.\n\n"
    "`prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are "
    "kept. Raises RequestError or one of its kinds."
)
_MODIFIED = (
    "Walk all that was changed at `when` or later.\n\n"
    "An aware datetime is that moment; a naive one, or text without an "
    "offset, is shop time. Records of that very second may come again next time.\n\n"
    "`prefetch` is how many pages may be fetched at once. Raises RequestError or one of its kinds."
)
_LOOKUP = (
    "Find {} by `{}`, however many.\n\n"
    "Gives a mapping of what was asked to what was found, the missing in its `missing`. A request is made for about "
    "100 values at a time. Letter case does not matter, blanks at the ends neither; a value with a comma takes a "
    "request of its own. Of several records with one value the oldest is given, and all of them in `duplicates`. "
    "`params` narrow the search, as in `list`. What is in the trash is not found.\n\n"
    "Raises ValueError for an empty value, and RequestError or one of its kinds."
)
_BATCH = (
    "Any number of items may be given; they are sent in requests of the size that the store takes. The result holds "
    "one outcome for each item, in the order given. `on_outcome` is called with each as it arrives, as a "
    "`BatchOutcome` with its item; `on_progress` after each request with how many items are done and how many there "
    "are.\n\n"
    "`concurrency` is how many requests may be under way at once. One after the other, items are carried out in the "
    "order {}; for the rest, any order may happen. So leave it at 1 if an item depends on another one.\n\n"
    "Raises BatchInterrupted if a request fails, whatever the number of items: what came back is in it, and what is "
    "left can be given again, also from a file. After a cancellation or Ctrl-C, and after an error that a callback "
    "raises, `BatchInterrupted.of(error)` has the same. An item that is refused raises nothing{}."
)
#: What differs between a batch with its three parts and one list of items.
_PARTED = (
    "create, update, delete. With several at once, all creations still end before the first update begins, all updates "
    "before the first deletion, and no two requests are about the same id",
    "; see `BatchResult.raise_for_errors`",
)
_LISTED = ("given. With several at once, no two requests are about the same id", ": it stands in its place")
_SAVE = (
    "Send what was changed in a model since it was read, and nothing else.\n\n"
    "Gives back what the store made of it. Without any change, nothing is sent and the model itself comes back. "
    "Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is "
    "cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed "
    "field that only the store sets."
)
_SAVE_BELOW = "The model knows the {} that it was read with, which need not be given."


class Methods:
    """Writes the methods of one module in one self.colour."""

    def __init__(self, references: References, colour: Colour) -> None:
        self.references, self.colour = references, colour
        self.api, self.names, self.uses = references.api, references.names, references.uses

    def of(self, operation: Operation) -> list[MethodView]:
        """Every method by which an operation is called."""
        if not operation.deprecated:
            return self.plain(operation)
        self.uses.add("deprecated")
        mark = f"@deprecated({literal(f'{operation.id} is deprecated; its docstring tells more')})\n    "
        return [m._replace(signature=f"{mark}{m.signature}") for m in self.plain(operation)]

    def plain(self, operation: Operation) -> list[MethodView]:
        """The same, none of them marked."""
        if operation.batch_limit:
            return [self.bulk(operation) if isinstance(operation.body, ListOf) else self.batch(operation)]
        methods = [self.method(operation)]
        if operation.paging == "pages" and operation.answer.shape == "items":
            methods.insert(1 if operation.verb == "list" else 0, self.walk(operation))
            if operation.verb == "list" and any(f.wire == "modified_after" for f in operation.query):
                methods.append(self.modified(operation))
            if operation.lookup:
                methods.append(self.lookup(operation))
        if operation.verb == "update" and self.record(operation):
            methods.append(self.save(operation))
        return methods

    def method(self, operation: Operation) -> MethodView:
        """The method that calls an operation once."""
        names = self.names.operations[operation.id]
        arguments, passed = self.arguments(operation)
        kind = self.references.result(operation)
        listed = operation.answer.shape == "items"
        if listed:
            self.uses.add("Page")
        returned = f"Page[{kind}]" if listed else kind
        signature = call(f"{self.colour.define} {names.method}", arguments, f" -> {returned}:", 4)
        runner = "_page" if listed else "_call"
        statement = call(f"return {self.colour.wait}self.{runner}", [names.constant, *passed], "", 8)
        return MethodView(signature, docstring(self.doc(operation), 8), statement)

    def walk(self, operation: Operation) -> MethodView:
        """The walk over all pages of a list."""
        names = self.names.operations[operation.id]
        arguments, passed = self.arguments(operation)
        name = "iter" if operation.verb == "list" else f"iter_{names.method}"
        signature = call(f"def {name}", _with_prefetch(arguments), self.iterating(operation), 4)
        statement = call("return self._walk", [names.constant, *passed, "prefetch=prefetch"], "", 8)
        return MethodView(
            signature, docstring(self.at_length(_WALK.format(operation.id)) + _needs(operation), 8), statement
        )

    def iterating(self, operation: Operation) -> str:
        """What a walk gives back."""
        self.uses.add(self.colour.iterator)
        return f" -> {self.colour.iterator}[{self.references.result(operation)}]:"

    def modified(self, operation: Operation) -> MethodView:
        """The walk over what changed since a moment."""
        names = self.names.operations[operation.id]
        arguments, passed = self.arguments(operation)
        self.uses.add("datetime")
        at = arguments.index("/") if "/" in arguments else 1
        taken = [*arguments[:at], "when: datetime | str", "/", arguments[-1]]
        signature = call("def modified_since", _with_prefetch(taken), self.iterating(operation), 4)
        statement = call("return self._modified", [names.constant, "when", *passed, "prefetch=prefetch"], "", 8)
        return MethodView(signature, docstring(self.at_length(_MODIFIED), 8), statement)

    def lookup(self, operation: Operation) -> MethodView:
        """The method that finds records by a value of theirs."""
        assert isinstance(operation.answer.type, Reference)
        names, wire = self.names.operations[operation.id], operation.lookup
        arguments, passed = self.arguments(operation)
        parameter = self.names.queries[operation.id][wire]
        attribute = self.names.fields[operation.answer.type.name][wire]
        self.uses |= {"Found", "Iterable"}
        at = arguments.index("/") if "/" in arguments else 1
        taken = [*arguments[:at], "values: Iterable[str]", "/", arguments[-1]]
        returned = f" -> Found[{self.references.result(operation)}]:"
        signature = call(f"{self.colour.define} by_{parameter}", taken, returned, 4)
        told = [names.constant, literal(parameter), literal(attribute), "values", *passed]
        statement = call(f"return {self.colour.wait}self._lookup", told, "", 8)
        kind = operation.resource[-1].replace("_", " ")
        return MethodView(signature, docstring(self.at_length(_LOOKUP.format(kind, wire)), 8), statement)

    def batch(self, operation: Operation) -> MethodView:
        """The method for batches of any size."""
        arguments, passed = self.arguments(operation)
        self.uses.add("BatchResult")
        kind = self.outcome(operation)
        taken = [*arguments[:-1], "*", *self.sending(kind), arguments[-1]]
        return self.many(operation, taken, passed, "_batch", f"BatchResult[{kind}]", _PARTED)

    def bulk(self, operation: Operation) -> MethodView:
        """The method for lists of any size of new items and of changes, where one list takes both."""
        arguments, passed = self.arguments(operation)
        self.uses.add("Page")
        kind = self.references.result(operation)
        return self.many(operation, [*arguments, "*", *self.sending(kind)], passed, "_bulk", f"Page[{kind}]", _LISTED)

    def sending(self, outcome: str) -> list[str]:
        """The parameters that say how a batch is sent and who hears of it."""
        self.uses |= {"OnOutcome", "Progress"}
        return [
            "concurrency: int = 1",
            "on_progress: Progress | None = None",
            f"on_outcome: OnOutcome[{outcome}] | None = None",
        ]

    def many(
        self,
        operation: Operation,
        taken: list[str],
        passed: list[str],
        runner: str,
        result: str,
        words: tuple[str, str],
    ) -> MethodView:
        """The method that sends any number of items by `runner`; `words` are those that differ in its docstring."""
        names = self.names.operations[operation.id]
        options = [f"{name}={name}" for name in ("concurrency", "on_progress", "on_outcome")]
        signature = call(f"{self.colour.define} {names.method}", taken, f" -> {result}:", 4)
        statement = call(f"return {self.colour.wait}self.{runner}", [names.constant, *passed, *options], "", 8)
        doc = self.doc(operation)
        doc = f"{doc}\n\n{_BATCH.format(*words)}" if self.is_told() else doc
        return MethodView(signature, docstring(doc, 8), statement)

    def outcome(self, operation: Operation) -> str:
        """The type of one carried out item of a batch."""
        assert isinstance(operation.answer.type, Reference)
        found: list[str] = []
        for field in self.api.schema(operation.answer.type.name).fields:
            for part in parts(field.type):
                if isinstance(part, Reference) and not any(
                    f.wire == "error" for f in self.api.schema(part.name).fields
                ):
                    found.append(self.references.model(part.name))
        return " | ".join(dict.fromkeys(found))

    def record(self, operation: Operation) -> str:
        """The attribute by which a record names itself, if it can be read, changed and saved; else nothing."""
        kind = operation.answer.type
        read = self.api.reads.get(operation.path)
        if (
            not isinstance(kind, Reference)
            or read is None
            or read.answer != operation.answer
            or not operation.path_parameters
        ):
            return ""
        return (
            self.names.fields[kind.name].get(operation.path_parameters[-1].wire, "")
            if isinstance(operation.body, Reference)
            else ""
        )

    def save(self, operation: Operation) -> MethodView:
        """The method that sends what was changed in a model; a parent it may be given, or know itself."""
        arguments, _ = self.arguments(operation)
        kind, parents = self.references.result(operation), arguments[1 : arguments.index("/") - 1]
        constant = self.names.operations[operation.id].constant
        head, tail = f"{self.colour.define} save", f" -> {kind}:"
        statement = f"return {self.colour.wait}self._save"
        if not parents:
            signature = call(head, ["self", f"record: {kind}", "/"], tail, 4)
            return MethodView(signature, self.save_doc(_SAVE), call(statement, [constant, "record"], "", 8))
        self.uses.add("overload")
        ways = [["self", *given, f"record: {kind}", "/"] for given in ([], parents)]
        kinds = dict.fromkeys([*(one.partition(": ")[2] for one in parents), kind])
        return MethodView(
            call(head, ["self", f"*given: {' | '.join(kinds)}"], tail, 4),
            self.save_doc(f"{_SAVE} {_SAVE_BELOW.format(' and '.join(one.partition(':')[0] for one in parents))}"),
            call(statement, [constant, "*given"], "", 8),
            tuple(call(head, way, f"{tail} ...", 4) for way in ways),
        )

    def save_doc(self, text: str) -> str:
        """What `save` promises."""
        return docstring(self.at_length(text), 8)

    def meta(self, resource: Resource) -> list[MethodView]:
        """The way to the custom fields of one resource, if its records have any that can be set."""
        update = next((o for o in resource.operations if o.verb == "update" and self.record(o)), None)
        if update is None or not isinstance(update.body, Reference):
            return []
        assert isinstance(update.answer.type, Reference)
        fields = [*self.api.schema(update.body.name).fields, *self.api.schema(update.answer.type.name).fields]
        rows = [p.name for f in fields if f.wire == "meta_data" for p in parts(f.type) if isinstance(p, Reference)]
        if len(rows) < 2:
            return []
        row, made = self.references.model(rows[-1]), f"{self.colour.prefix}Meta"
        self.uses.add(made)
        arguments, passed = self.arguments(update)
        parents = arguments[1 : arguments.index("/") - 1]
        self.uses |= set() if parents else {"cached_property"}
        read = self.api.reads[update.path]
        constants = [self.names.operations[o.id].constant for o in (read, update)]
        head = call("def meta", ["self", *parents, *(["/"] if parents else [])], f" -> {made}[{row}]:", 4)
        statement = call(f"return {made}", ["self._client", *constants, *passed[1:-1]], "", 8)
        return [
            MethodView(
                head if parents else f"@cached_property\n    {head}",
                docstring("Custom fields, by their key.", 8),
                statement,
            )
        ]

    def arguments(self, operation: Operation) -> tuple[list[str], list[str]]:
        """The parameters of a method, and what it passes on after the operation."""
        names = self.names.operations[operation.id].arguments
        kinds = ["int" if f.type == Scalar("integer") else "str" for f in operation.path_parameters]
        arguments = ["self", *(f"{n}: {k}" for n, k in zip(names, kinds, strict=True))]
        if isinstance(operation.body, ListOf):
            self.uses.add("Sequence")
            items = f"items: Sequence[{self.references.body(operation.body.item)}]"
            return [*arguments, items, "/"], ["[*items]", *names]
        arguments += ["/"] if names else []
        if operation.body is not None:
            self.uses.add("Unpack")
            kind = self.references.query(operation) if operation.query else self.references.body(operation.body)
            return [*arguments, f"**fields: Unpack[{kind}]"], ["fields", *names]
        if operation.query:
            self.uses.add("Unpack")
            return [*arguments, f"**params: Unpack[{self.references.query(operation)}]"], ["params", *names]
        return arguments, ["{}", *names]

    def is_told(self) -> bool:
        """Whether docstrings are given in full: once for each method, in the newest version of its row, for sync."""
        return self.colour is SYNC and self.api.about.newest

    def at_length(self, text: str) -> str:
        """A docstring in full, or its first line where it is told elsewhere."""
        return text if self.is_told() else text.partition("\n")[0]

    def doc(self, operation: Operation) -> str:
        """What an operation does, and its route."""
        rest = f"`{operation.method} {self.api.prefix}{operation.path}`"
        needs = _needs(operation)
        if not self.is_told():
            return f"{described(operation.summary, operation.deprecated)}: {rest}.{needs}"
        since = [f"New in WooCommerce {operation.since}."] if operation.since else []
        told = described(operation.description, operation.deprecated)
        return f"{operation.summary}.\n\n{' '.join([told, *sentences(operation.limits), *since])}{needs}\n\n{rest}."


def _needs(operation: Operation) -> str:
    """What a docstring says of the stores that an operation does not work with."""
    return f"\n\n{operation.needs.says}" if operation.needs is not None else ""


def _with_prefetch(arguments: list[str]) -> list[str]:
    return [*arguments[:-1], "*", "prefetch: int = 0", arguments[-1]]
