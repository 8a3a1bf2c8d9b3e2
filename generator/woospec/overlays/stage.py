"""The stage of overlays: from a valid description and some files to the versions that a client is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from woospec.errors import error_components
from woospec.expand import check_requests, prune
from woospec.families import Version, root_of
from woospec.inputs import digest
from woospec.load import Spec
from woospec.naming import Named, name
from woospec.overlays.applying import Application
from woospec.overlays.completing import check_ids, mark_fields, operations, texts
from woospec.overlays.forms import check_forms
from woospec.overlays.ground import Ground
from woospec.overlays.judging import judge
from woospec.overlays.lacking import check_removed
from woospec.overlays.lifting import lift
from woospec.overlays.namespaces import bundle, check_kinds, split
from woospec.overlays.placing import place
from woospec.overlays.reading import Overlay, read_overlays
from woospec.overlays.references import check_references
from woospec.overlays.samples import fill
from woospec.overlays.stripping import fold, strip
from woospec.parse import parse
from woospec.problems import Place, Problems, Stage
from woospec.references import References
from woospec.rules.answers import check_answers, check_required
from woospec.rules.examples import check_examples
from woospec.rules.house import HouseRules
from woospec.rules.house import operations as operations_of
from woospec.rules.parameters import check_selected
from woospec.rules.standard import Fault
from woospec.select import Bundle
from woospec.unlike import marks, unlike
from woospec.validate import tell_standard

if TYPE_CHECKING:
    from woospec.validate import Validation


@dataclass
class Overlaid:
    """What overlays make of a description: every version there is then, and those that changed."""

    declared: dict[str, Version]
    bundles: dict[str, Bundle]
    named: dict[str, Named]
    digest: str = ""

    def of(self, validation: Validation) -> Whole:
        """All versions of a description, those that changed as they are now."""
        return Whole(self, validation)


class Whole:
    """Every version: as an overlay made it, or else as the description has it."""

    def __init__(self, overlaid: Overlaid, validation: Validation) -> None:
        self._overlaid, self._validation = overlaid, validation
        self.declared = overlaid.declared
        self.wanted = list(dict.fromkeys([*validation.wanted, *overlaid.named]))

    def named(self, version: str) -> Named:
        """A version with the names of what it holds."""
        return self._overlaid.named.get(version) or self._validation.named(version)

    def bundle(self, version: str) -> Bundle:
        """The flat document of a version with its places."""
        return self._overlaid.bundles.get(version) or self._validation.bundle(version)

    def key(self, version: str) -> str:
        """A digest of all that a version is made of."""
        # Further versions are doors in those that were there, and names in their pages.
        doors = " ".join(self.declared)
        if version in self._overlaid.bundles or self.declared.keys() != self._validation.declared.keys():
            return f"{self._overlaid.digest} {doors} {version}"
        return self._validation.key(version)


def overlay(validation: Validation, paths: Sequence[Path], problems: Problems) -> Overlaid:
    """Lay overlays over the versions of a valid description. What is wrong with them goes to `problems`.

    Raises OSError for a file that cannot be read.
    """
    problems.stage = Stage.FILES
    overlays = read_overlays(paths, validation.declared, problems)
    found = Overlaid(dict(validation.declared), {}, {}, _digest(validation, paths))
    if problems:
        return found
    for version in dict.fromkeys(one.version for one in overlays):
        own = [one for one in overlays if one.version == version]
        made = _applied(validation, version, own, found.declared, problems)
        found.bundles |= {one.version: one for one in made}
    for one in found.bundles.values():
        one.declared = found.declared
    if not problems:
        _judged(validation, found, problems)
    problems.begin_in({path.as_posix() for path in paths}, Place(paths[0].as_posix(), 1, 1, ""))
    return found


def _digest(validation: Validation, paths: Sequence[Path]) -> str:
    """A digest of a description and of what is laid over it."""
    keys = [validation.key(version) for version in validation.declared]
    return digest(" ".join([*keys, *(f"{path} {digest(path.read_bytes())}" for path in paths)]).encode())


def _applied(
    validation: Validation, version: str, overlays: Sequence[Overlay], declared: dict[str, Version], problems: Problems
) -> list[Bundle]:
    """The bundle of a version with its overlays, and those of the namespaces that these bring."""
    base = validation.bundle(version)
    application = Application(base.document, problems)
    problems.stage = Stage.REFERENCES
    for one in overlays:
        application.apply(one)
    root = validation.spec.files[root_of(base.about.family)].data
    # What the description does not use itself was left out of its document.
    kinds: dict[str, dict[str, Any]] = application.document["components"]
    kinds["responses"] = {**error_components(), **kinds["responses"]}
    kinds["headers"] = {**root.get("headers", {}), **kinds["headers"]}
    ground = Ground(application, base, root, problems, {one.name: one.title for one in overlays})
    if not problems:
        problems.stage = Stage.YAML
        check_forms(application, problems)
    if not problems:
        problems.stage = Stage.REFERENCES
        check_removed(application, problems)
        check_ids(ground)
        check_references(ground)
    if problems:
        return []
    fold(ground)
    texts(ground)
    lift(ground)
    operations(ground)
    fill(ground)
    strip(ground)
    check_requests(ground.document, References(ground.document))
    place(ground)
    judge(ground, validation.graph)
    if problems:
        return []
    namespaces = split(ground, declared)
    mark_fields(ground)
    check_kinds(ground, [document for _, document in namespaces])
    prune(ground.document, References(ground.document))
    made = [bundle(ground, base.about, ground.document, declared)]
    return made + [bundle(ground, about, document, declared) for about, document in namespaces]


def _judged(validation: Validation, found: Overlaid, problems: Problems) -> None:
    """Judge the bundles as those of the description are, and name what they hold."""
    house = HouseRules(validation.graph, problems, Spec())
    problems.stage = Stage.SCHEMAS
    waiting: list[tuple[Bundle, dict[str, Any], Callable[[], list[Fault]]]] = []
    for one in found.bundles.values():
        for op in operations_of(one):
            check_selected(house, op)
            check_answers(house, op)
        check_required(house, one)
    if problems:
        return  # the standard would tell the same once more
    for one in found.bundles.values():
        known = validation.declared.get(one.version)
        earlier = marks(validation.document(one.version)) if known is not None else None
        part = unlike(one.references, marks(one.document), earlier)
        waiting.append((one, part, validation.standard(part) if part["paths"] else list))
    for one, found_by_standard in [(one, faults()) for one, _, faults in waiting]:
        if not problems:  # else it says the same once more
            tell_standard(problems, one, found_by_standard)
    if problems:
        return
    problems.stage = Stage.EXAMPLES
    for one, part, _ in waiting:
        check_examples(house, one, part)
    problems.stage = Stage.OUTPUT
    for version, one in found.bundles.items() if not problems else ():
        api = parse(one)
        found.named[version] = Named(api, name(api, one, problems))
