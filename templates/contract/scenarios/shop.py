"""The shop itself: its settings, ways to pay, reports, places and tools. Every change is put back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..._runtime.shapes import is_object
from ..calls.steps import Answer, Steps
from ..described.bodies import items, member
from ..described.description import Json, description
from ..running.run import Run
from ..running.scenario import Scenario, known
from .life import NOTHING

_OPTIONS = "settings.options"
_GATEWAYS = "payment_gateways"
_TOOLS = "system_status.tools"
#: A line of the address that is printed on nothing while the others stand, and how far back it may be changed.
_QUIET = ("general", "woocommerce_store_address_2")
#: A setting whose values are listed, so that others are refused.
_CHOICE = ("general", "woocommerce_currency_pos")
#: A tool that throws away only what has run out by itself.
_TOOL = "clear_expired_transients"


@dataclass(frozen=True)
class _Part:
    """One scenario: its name, the operations that it calls, what it does, and whether it changes the shop."""

    name: str
    calls: tuple[str, ...]
    play: Callable[[Run], Steps[None]]
    writes: bool = False


def scenarios(version: str) -> list[Scenario]:
    """Those of which the version has the first operation."""
    there = description(version).operations
    return [
        Scenario(part.name, version, known(version, *part.calls), part.play, writes=part.writes, alone=part.writes)
        for part in _PARTS
        if part.calls[0] in there
    ]


def _change_setting(run: Run) -> Steps[None]:
    """One setting changed, alone and in a batch; a value that is no choice refused."""
    yield from run.borrow(f"{_OPTIONS}.get", f"{_OPTIONS}.update", *_QUIET, fields=("value",))
    changed = yield from run.answer(f"{_OPTIONS}.update", *_QUIET, value=run.mark)
    run.same({"value": run.mark}, changed.body)
    yield from _reads(run, run.mark)
    yield from _change_in_batch(run)
    # Borrowed as well: a store may take what it should refuse, and make some other value of it.
    yield from run.borrow(f"{_OPTIONS}.get", f"{_OPTIONS}.update", *_CHOICE, fields=("value",))
    refusals = run.codes(f"{_OPTIONS}.update", 400)
    yield from run.refused(refusals, f"{_OPTIONS}.update", *_CHOICE, value=NOTHING)


def _change_in_batch(run: Run) -> Steps[None]:
    """A batch of one group does what it can; that of several groups has no code behind it since 9.5.2."""
    group, name = _QUIET
    word = f"{run.mark} batch"
    rows = [{"id": name, "value": word}, {"id": NOTHING, "value": word}]
    done = yield from run.answer(f"{_OPTIONS}.batch", group, update=rows)
    run.expect(
        _failed(done.body) == [False, True], f"of a good and a bad update failed {_failed(done.body)}", "/update"
    )
    yield from _reads(run, word)
    if run.served("settings.batch"):
        none = yield from run.answer("settings.batch", update=[{"group_id": group, "id": name, "value": "none"}])
        refuses = run.knows("9.5.2")
        message = "it changed something" if refuses else "it changed nothing"
        run.expect(_failed(none.body) == [refuses], f"{message}, which is not what this release does", "/update")
        yield from _reads(run, word if refuses else "none")


def _failed(body: Any) -> list[bool]:
    """Which updates of a batch failed."""
    return ["error" in row for row in items(member(body, "update"))]


def _reads(run: Run, value: str) -> Steps[None]:
    read = yield from run.answer(f"{_OPTIONS}.get", *_QUIET)
    run.same({"value": value}, read.body)


def _settings(run: Run) -> Steps[None]:
    """Groups, the options of each, and one option by its name are told alike."""
    groups = yield from run.answer("settings.list")
    names: list[str] = [group["id"] for group in items(groups.body)]
    run.expect(_QUIET[0] in names, f"there is no group {_QUIET[0]}; there are {names}")
    for name in names:
        listed = yield from run.perhaps(run.codes(f"{_OPTIONS}.list", 404), f"{_OPTIONS}.list", name)
        if listed.error is not None:
            continue  # the store names groups of which plugins took all settings away
        for row in items(listed.body)[:1]:
            one = yield from run.answer(f"{_OPTIONS}.get", name, row["id"])
            run.same({field: row[field] for field in ("id", "type", "value")}, one.body)


def _pay(run: Run) -> Steps[None]:
    """A way to pay takes another title and comes back to the old one."""
    listed = yield from run.answer(f"{_GATEWAYS}.list")
    gateways = [row["id"] for row in items(listed.body) if "title" in row.get("settings", {})]
    if not gateways:
        run.not_run(f"{_GATEWAYS}.update", "no way to pay of this store has a setting for its title")
        return
    one = gateways[0]
    fields = ("settings.title",)
    yield from run.borrow(f"{_GATEWAYS}.get", f"{_GATEWAYS}.update", one, fields=fields)
    changed = yield from run.answer(f"{_GATEWAYS}.update", one, settings={"title": run.mark})
    _has_title(run, changed)  # its `title` beside the settings is what it was: the gateway was loaded before the change
    read = yield from run.answer(f"{_GATEWAYS}.get", one)
    _has_title(run, read)
    run.same({"title": run.mark}, read.body)
    batch = run.codes(f"{_GATEWAYS}.update", 404)
    yield from run.refused(batch, f"{_GATEWAYS}.update", NOTHING, settings={"title": run.mark})


def _has_title(run: Run, answer: Answer) -> None:
    run.same({"value": run.mark}, member(member(answer.body, "settings"), "title"), "/settings/title")


def _gateways(run: Run) -> Steps[None]:
    yield from _each_of(run, _GATEWAYS, ("title", "enabled", "settings"))


def _shipping(run: Run) -> Steps[None]:
    yield from _each_of(run, "shipping.methods", ("title", "description"))


def _tools(run: Run) -> Steps[None]:
    # What a tool's button says follows the orders that are there at the moment.
    yield from _each_of(run, _TOOLS, ("name", "description"))


def _each_of(run: Run, kind: str, fields: tuple[str, ...]) -> Steps[None]:
    """What a list shows of a thing, the thing itself shows too."""
    listed = yield from run.answer(f"{kind}.list")
    for row in items(listed.body):
        one = yield from run.answer(f"{kind}.get", row["id"])
        run.same({name: row[name] for name in fields if name in row}, one.body)


def _use_tool(run: Run) -> Steps[None]:
    tool = yield from run.answer(f"{_TOOLS}.get", _TOOL)
    if tool.error is None:
        done = yield from run.answer(f"{_TOOLS}.update", _TOOL, confirm=True)
        run.same({"id": _TOOL, "success": True}, done.body)


def _reports(run: Run) -> Steps[None]:
    """Each report that the store names is there, in every way it can be asked for."""
    named = yield from run.answer("reports.list")
    slugs: set[str] = {row["slug"] for row in items(named.body)}
    for operation in run.description.operations.values():
        if operation.kind.startswith("reports.") and run.served(operation.id):
            slug = operation.path.removeprefix("/reports/")
            run.expect(slug in slugs, f"{slug} is not among the reports that are named: {sorted(slugs)}")
            for given in _ways(operation.parameters):
                yield from run.answer(operation.id, **given)


def _ways(parameters: Any) -> list[Json]:
    """All ways to ask for a report: by each period, and between two days."""
    periods = parameters.get("period", {}).get("schema", {}).get("enum", ())
    days = [{"date_min": "2024-01-01", "date_max": "2024-01-31"}] if "date_min" in parameters else []
    return [{}, *({"period": period} for period in periods), *days]


def _places(run: Run) -> Steps[None]:
    """Continents have countries that exist; the shop's currency is one of the currencies."""
    yield from run.answer("data.list")
    continents = yield from run.answer("data.continents.list")
    countries = yield from run.answer("data.countries.list")
    codes: set[str] = {row["code"] for row in items(countries.body)}
    for continent in items(continents.body):
        inside: set[str] = {row["code"] for row in items(continent["countries"])}
        run.expect(inside <= codes, f"{continent['code']} has countries that are none: {sorted(inside - codes)}")
    yield from run.answer("data.continents.get", "EU")
    one = yield from run.answer("data.countries.get", "US")
    states = items(member(one.body, "states"))
    run.expect(any(state["code"] == "CA" for state in states), "US has no California")
    yield from _money(run)


def _money(run: Run) -> Steps[None]:
    currencies = yield from run.answer("data.currencies.list")
    current = yield from run.answer("data.currencies.current")
    code: str = member(current.body, "code", "")
    run.expect(any(row["code"] == code for row in items(currencies.body)), f"{code} is not among the currencies")
    same = yield from run.answer("data.currencies.get", code)
    run.same({"code": code, "name": member(current.body, "name")}, same.body)
    setting = yield from run.answer(f"{_OPTIONS}.get", "general", "woocommerce_currency")
    run.same({"value": code}, setting.body)


def _status(run: Run) -> Steps[None]:
    """The store's report of itself agrees with its settings."""
    status = yield from run.answer("system_status.get")
    setting = yield from run.answer(f"{_OPTIONS}.get", "general", "woocommerce_currency")
    run.same({"currency": member(setting.body, "value")}, member(status.body, "settings"), "/settings")


def _templates(run: Run) -> Steps[None]:
    """Each by itself is what it is among all; a store whose form for products has no templates has none to get."""
    every = yield from run.answer("layout_templates.all")
    found: Json = every.body if is_object(every.body) else {}
    for name, template in found.items():
        one = yield from run.answer("layout_templates.get", name)
        run.same(template, one.body)
    if not found:
        run.not_run("layout_templates.get", "this store has no layout templates")
    yield from run.refused(run.codes("layout_templates.get", 404), "layout_templates.get", NOTHING)


def _index(run: Run) -> Steps[None]:
    index = yield from run.answer("index.get")
    run.expect(bool(member(index.body, "routes")), "the index lists no routes", "/routes")


_PARTS = (
    _Part("settings", ("settings.list", f"{_OPTIONS}.list", f"{_OPTIONS}.get"), _settings),
    _Part(
        "settings changed and put back",
        (f"{_OPTIONS}.update", f"{_OPTIONS}.get", f"{_OPTIONS}.batch", "settings.batch"),
        _change_setting,
        writes=True,
    ),
    _Part("ways to pay", (f"{_GATEWAYS}.list", f"{_GATEWAYS}.get"), _gateways),
    _Part(
        "way to pay changed and put back",
        (f"{_GATEWAYS}.update", f"{_GATEWAYS}.list", f"{_GATEWAYS}.get"),
        _pay,
        writes=True,
    ),
    _Part("ways to ship", ("shipping.methods.list", "shipping.methods.get"), _shipping),
    _Part("system status", ("system_status.get",), _status),
    _Part("tools", (f"{_TOOLS}.list", f"{_TOOLS}.get"), _tools),
    _Part("tool used", (f"{_TOOLS}.update", f"{_TOOLS}.get"), _use_tool, writes=True),
    _Part(
        "reports",
        (
            "reports.list",
            "reports.sales.list",
            "reports.top_sellers.list",
            "reports.orders_totals.list",
            "reports.products_totals.list",
            "reports.customers_totals.list",
            "reports.coupons_totals.list",
            "reports.reviews_totals.list",
        ),
        _reports,
    ),
    _Part(
        "places and money",
        (
            "data.list",
            "data.continents.list",
            "data.continents.get",
            "data.countries.list",
            "data.countries.get",
            "data.currencies.list",
            "data.currencies.current",
            "data.currencies.get",
        ),
        _places,
    ),
    _Part("layout templates", ("layout_templates.all", "layout_templates.get"), _templates),
    _Part("index", ("index.get",), _index),
)
