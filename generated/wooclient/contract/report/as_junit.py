"""The report as JUnit XML, which CI services show: a suite for each version, a case for each operation."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Xml

from ..described.description import Json
from .as_json import ENDS, leftovers, times

#: What CI services show as skipped.
_SKIPPED = ("known defect", "not run", "not served")
#: What XML 1.0 cannot hold.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(report: Json) -> bytes:
    """The XML of a report as `as_json.report` gives it."""
    root = Xml.Element("testsuites", name=_text(f"contract of {report['store']['url']}"), time=str(report["seconds"]))
    _suites(root, report, "")
    if "compared" in report:
        _suites(root, report["compared"], f"{report['compared']['store']['url']} ")
    Xml.indent(root)
    found: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return found


def _suites(root: Xml.Element, report: Json, prefix: str) -> None:
    """The suites of one store, their names behind a prefix."""
    for version in report["versions"]:
        operations, counts = version["operations"], version["counts"]
        name = _text(prefix + version["version"])
        suite = Xml.SubElement(
            root, "testsuite", name=name, tests=str(len(operations)), failures=str(counts["failed"]),
            errors="0", skipped=str(sum(counts[state] for state in _SKIPPED)), timestamp=report["began"],
        )  # fmt: skip
        properties = Xml.SubElement(suite, "properties")
        Xml.SubElement(properties, "property", name="known defects", value=str(counts["known defect"]))
        for operation in operations:
            _case(suite, name, operation)
    _errors(root, f"{prefix}scenarios", report["crashes"])
    _errors(root, f"{prefix}run", [*filter(None, [ENDS[report["end"]]]), *leftovers(report)])


def _errors(root: Xml.Element, name: str, errors: list[str]) -> None:
    """A suite of what went wrong beside the operations; none if nothing did."""
    if not errors:
        return
    count = str(len(errors))
    suite = Xml.SubElement(root, "testsuite", name=_text(name), tests=count, failures="0", errors=count)
    for error in errors:
        first = _text(error.partition("\n")[0])
        case = Xml.SubElement(suite, "testcase", classname=_text(name), name=first)
        Xml.SubElement(case, "error", message=first).text = _text(error)


def _case(suite: Xml.Element, version: str, operation: Json) -> None:
    case = Xml.SubElement(suite, "testcase", classname=version, name=operation["id"])
    if operation["state"] == "known defect":
        what = operation["failures"][0]["defect"]
        Xml.SubElement(case, "skipped", message=_text(f"known defect of the store: {what}"))
        return
    for failure in operation["failures"]:
        where = f"{failure['pointer']}: " if failure["pointer"] else ""
        message = _text(where + failure["message"] + times(failure))
        shown = Xml.SubElement(case, "failure", type=failure["kind"], message=message)
        shown.text = _text("\n".join(_lines(failure)))
    if operation["state"] in ("not run", "not served"):
        Xml.SubElement(case, "skipped", message=_text(f"{operation['state']}: {operation['why']}"))


def _lines(failure: Json) -> list[str]:
    lines = [f"spec: {failure['place']}", f"scenario: {failure['scenario']} ({', '.join(failure['clients'])})"]
    if failure["request"]:
        lines += [failure["request"]["line"], failure["request"]["body"]]
    if failure["answer"]:
        lines += [f"status {failure['answer']['status']}", failure["answer"]["body"]]
    return lines


def _text(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
