"""Rules for what operations can be refused with, and for what the root says of that."""

from __future__ import annotations

import re

from woospec.errors import OPEN, common_errors
from woospec.families import family_of_file
from woospec.kinds import is_list, members
from woospec.rules.house import HouseRules, SourceOperation
from woospec.rules.shape import node_at, shown
from woospec.rules.values import Form

_CODE = Form("errors", re.compile(r"[A-Za-z0-9_.-]+\Z"), "error code", "a word as the store sends it in `code`")
_PERMISSION = _CODE._replace(hint=f"the code without the permission, or {OPEN} where none is asked for")
_STATUS = Form("errors", re.compile(r"[45]\d\d\Z"), "error status", 'three digits from "400" on, quoted')


def check_errors(house: HouseRules) -> None:
    """Judge the codes of the roots and of every operation."""
    for root in house.roots:
        for key in ("permissionErrors", "parameterErrors"):
            for name, code in members(root.data.get(key)).items():
                if isinstance(code, str):
                    _CODE.judge(house, code, node_at(root, (name, key)))
    roots = {family_of_file(root.path): root.data for root in house.roots}
    for op in house.operations:
        permission = op.raw.get("x-permission")
        if isinstance(permission, str):
            _PERMISSION.judge(house, permission, op.node("x-permission"))
        if "x-errors" not in op.raw:
            hint = "list statuses and codes, or write x-errors: {} if there are none but those of the root"
            house.add("errors", f"{op.id} has no x-errors", op.node(), hint=hint)
            continue
        common = common_errors(op.raw, op.method, members(roots.get(family_of_file(op.file.path))))
        for status, codes in members(op.raw["x-errors"]).items():
            _status(house, op, status)
            if is_list(codes):
                _codes(house, op, status, codes, common.get(status, []))


def _status(house: HouseRules, op: SourceOperation, status: str) -> None:
    node = op.node("x-errors", status)
    _STATUS.judge(house, status, node)
    if status in members(op.raw.get("responses")):
        other = op.node("responses", status)
        house.add("errors", f"{status} is in x-errors and in responses", node, other, hint="keep one of them")


def _codes(house: HouseRules, op: SourceOperation, status: str, codes: list[object], common: list[str]) -> None:
    if not codes:
        house.add("errors", f"no codes for {status}", op.node("x-errors", status), hint="name at least one code")
    for i, code in enumerate(codes):
        if not isinstance(code, str):
            continue
        node = op.node("x-errors", status, i)
        _CODE.judge(house, code, node)
        if code in codes[:i]:
            house.add("errors", f"{shown(code)} stands twice under {status}", node, hint="list each code once")
        if code in common:
            hint = "take it out: the root gives it to every operation of this kind"
            house.add("errors", f"{shown(code)} goes without saying under {status}", node, hint=hint)
