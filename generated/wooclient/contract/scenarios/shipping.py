"""Shipping zones: where they are, by what they ship, and what a wrong one is told."""

from __future__ import annotations

from typing import Any

from ..calls.steps import Steps
from ..running.run import Run
from ..running.scenario import Scenario, known
from .life import forced
from .tables.places import ANTARCTICA, made, under_zone

_KIND = "shipping.zones.methods"
_LOCATIONS = ("shipping.zones.locations.list", "shipping.zones.locations.update")


def scenarios(version: str) -> list[Scenario]:
    """Those of the version; v1 has no zones."""
    methods = [f"{_KIND}.{verb}" for verb in ("create", "get", "list", "update", "delete")]
    slug = known(version, "products.shipping_classes.slug_suggestion")
    found = [
        Scenario("places of a shipping zone", version, known(version, *_LOCATIONS), _places),
        Scenario("methods of a shipping zone", version, known(version, *methods), _methods),
        Scenario("the rest of the world", version, known(version, "shipping.zones.get"), _rest, writes=False),
        Scenario("a slug for a shipping class", version, slug, _slug),
    ]
    return [scenario for scenario in found if scenario.covers]


def _places(run: Run) -> Steps[None]:
    """A zone is where it is put, and nowhere else."""
    (zone,) = (yield from under_zone(run)).ids
    for places in ([*ANTARCTICA, {"code": "BV", "type": "country"}], [], ANTARCTICA):
        yield from run.answer("shipping.zones.locations.update", zone, places)
        listed = yield from run.answer("shipping.zones.locations.list", zone)
        found = [(place["code"], place["type"]) for place in listed.items]
        wanted = [(place["code"], place["type"]) for place in places]
        run.expect(found == wanted, f"put into {wanted}, the zone is in {found}")


def _methods(run: Run) -> Steps[None]:
    """Each has settings of its own; one that the shop does not know is not added."""
    (zone,) = (yield from under_zone(run)).ids
    added = yield from run.needed(f"{_KIND}.create", zone, method_id="flat_rate", settings={"cost": "5"})
    instance = added.body["instance_id"]
    run.made(f"{_KIND}.delete", zone, instance, **forced(_KIND, run))
    run.expect(added.body["settings"]["cost"]["value"] == "5", "it does not cost 5", "/settings/cost/value")
    given: dict[str, Any] = {"enabled": False, "settings": {"title": run.mark, "cost": "7"}}
    changed = yield from run.needed(f"{_KIND}.update", zone, instance, **given)
    read = yield from run.needed(f"{_KIND}.get", zone, instance)
    for body in (changed.body, read.body):
        run.same({"enabled": False, "method_id": "flat_rate"}, body)
        for name, value in given["settings"].items():
            here = body["settings"][name]["value"]
            run.expect(here == value, f"{name} was written as {value!r} and reads {here!r}", f"/settings/{name}/value")
    second = yield from run.needed(f"{_KIND}.create", zone, method_id="local_pickup")
    listed = yield from run.answer(f"{_KIND}.list", zone)
    found = {method["instance_id"] for method in listed.items}
    run.expect(found == {instance, second.body["instance_id"]}, f"the zone ships by {sorted(found)}")
    codes = run.codes(f"{_KIND}.create", 500)
    yield from run.refused(codes, f"{_KIND}.create", zone, method_id=f"no-{run.mark}")


def _rest(run: Run) -> Steps[None]:
    """Zone 0 is every place without a zone of its own."""
    read = yield from run.answer("shipping.zones.get", 0)
    run.expect(read.member("id") == 0, "zone 0 has another id", "/id")
    listed = yield from run.answer("shipping.zones.list")
    run.expect(any(zone["id"] == 0 for zone in listed.items), "zone 0 is not among the zones")


def _slug(run: Run) -> Steps[None]:
    """The name itself, until it is taken."""
    operation = "products.shipping_classes.slug_suggestion"
    free = yield from run.needed(operation, name=run.mark)
    run.expect(free.body == run.mark, f"the slug for {run.mark} is {free.body!r}")
    yield from made(run, "products.shipping_classes", name=run.mark)
    taken = yield from run.needed(operation, name=run.mark)
    run.expect(taken.body != run.mark, "a slug that is taken is suggested")
