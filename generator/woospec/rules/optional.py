"""Rules for what answers may lack: in their schemas `required` is the rule, and `x-optional` the exception."""

from __future__ import annotations

from typing import Any

from woospec.answered import ABSENT, OPTIONAL
from woospec.families import family_of_file
from woospec.kinds import members
from woospec.pointers import escape
from woospec.rules.house import HouseRules
from woospec.rules.shape import node_at
from woospec.rules.sites import Site


def is_answer(house: HouseRules, site: Site) -> bool:
    """Whether this is a named schema that answers hold."""
    return site.role == "named" and (site.file.path, f"/{escape(site.name)}") in house.graph.answered


def optional_rule(house: HouseRules, site: Site, value: bool) -> None:
    """`x-optional` is true, on a field of which nothing else says that it may lack."""
    said = next((word for word in ABSENT if word in site.value), "")
    if value is not True:
        hint = "take it out: answers have each field that does not say x-optional: true"
        house.add("x-optional", "x-optional is false, which says nothing", site.node(OPTIONAL), hint=hint)
    elif site.role != "property":
        hint = "put it on the field that answers may lack"
        house.add("x-optional", "x-optional stands on no field", site.node(OPTIONAL), hint=hint)
    elif said:
        hint = f"take it out: answers may lack a field with {said}"
        house.add("x-optional", f"x-optional beside {said} says nothing", site.node(OPTIONAL), hint=hint)


def refuse_required(house: HouseRules, site: Site, *steps: str) -> None:
    """Report a list of what is required in a schema of answers; `steps` lead to it."""
    hint = "take the list out, and write x-optional: true on each field that answers may lack"
    message = f"answers have every field of {site.name}, so nothing is listed as required"
    house.add("required", message, site.node(*steps, "required"), hint=hint)


def check_optional(house: HouseRules) -> None:
    """`x-optional` stands in schemas that answers hold; to be asked of whole trees, in which nothing is unused."""
    for site in house.sites:
        fields: dict[str, Any] = members(site.value.get("properties"))
        marked = next((name for name, field in fields.items() if OPTIONAL in members(field)), None)
        is_whole = family_of_file(site.file.path) in house.whole
        if marked is not None and is_whole and not is_answer(house, site):
            node = node_at(site.file, (OPTIONAL, marked, "properties", *site.path()))
            hint = "take it out; a schema of requests lists what it needs under required"
            house.add("x-optional", f"no answer holds {site.name}, so x-optional says nothing in it", node, hint=hint)
