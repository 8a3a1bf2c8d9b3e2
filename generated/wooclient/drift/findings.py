"""What one difference is: a kind, a place, what the store says and what the description says."""

from __future__ import annotations

from dataclasses import dataclass

#: Kinds of differences, and what each means. `{name}`, `{store}` and `{described}` are those of a finding.
KINDS = {
    "namespace-undescribed": "a namespace that the description lacks ({store})",
    "route-undescribed": "routes that the description lacks",
    "method-undescribed": "methods that the description lacks",
    "operation-missing": "operations that the store does not have",
    "parameter-undescribed": "a parameter that the description lacks ({store})",
    "parameter-missing": "a parameter that the store does not name",
    "field-undescribed": "a field that the description lacks ({store})",
    "field-missing": "a field that the store does not name",
    "type-differs": "the store says {store}, the description {described}",
    "required-differs": "the store says {store}, the description {described}",
    "word-undescribed": "the store takes or shows the word {store}, which the description lacks",
    "word-missing": "the store does not name the word {described}",
    "words-unnamed": "the store names no words, the description has only {described}",
    "too-early": "it is there, though the description has it {described}",
    "answer-field": "answers have a field that the description lacks ({store})",
    "answer-word": "answers have the word {store}, which the description lacks",
    "answer-differs": "an answer contradicts the description: {store}",
}
#: What answers show as well as what a store says of itself: one thing, told once.
SAME = {"answer-field": "field-undescribed", "answer-word": "word-undescribed"}
#: Causes, worst first, and what each means.
CAUSES = {
    "contradiction": "Store and description contradict each other",
    "newer release": "The store is of a newer release than the description knows",
    "plugin": "Plugins",
    "older release": "The store is of an older release than the description knows",
}


#: How a number of differences of a cause is told.
COUNTED = {
    "contradiction": "contradictions",
    "newer release": "of a newer release",
    "plugin": "of plugins",
    "older release": "of an older release",
}


@dataclass(frozen=True)
class Finding:
    """One difference.

    Attributes:
        kind: Its kind, of `KINDS`.
        version: The version of the API, such as `v3`; for a namespace of a plugin, that.
        operation: The operation as the description calls it; method and path for what it lacks.
        part: What of it: `query`, `body`, `answer`; empty for all.
        name: The parameter or field, its path from the record down.
        store: What the store says.
        described: What the description says.
        place: Where in the spec.
        by_release: Whether the description itself says that this release lacks it.
        cause: Why it may be, of `CAUSES`.
        owner: The plugin that is behind it, if that can be known.
    """

    kind: str
    version: str
    operation: str
    part: str = ""
    name: str = ""
    store: str = ""
    described: str = ""
    place: str = ""
    by_release: bool = False
    cause: str = ""
    owner: str = ""

    @property
    def subject(self) -> str:
        """Where it is, in one text, as `known.toml` names it."""
        return " ".join(word for word in (self.operation, self.part, self.name) if word)

    @property
    def message(self) -> str:
        """What differs, in a sentence."""
        return KINDS[self.kind].format(name=self.name, store=self.store, described=self.described)

    @property
    def family(self) -> str:
        """What it is about: the resource of the operation, or the first part of its path."""
        if self.kind == "namespace-undescribed":
            return self.operation
        word = self.operation.rpartition(" ")[2]
        return word.strip("/").partition("/")[0] if "/" in word else word.rpartition(".")[0] or word
