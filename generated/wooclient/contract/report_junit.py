"""The report as JUnit XML, which CI services show: a suite for each version, a case for each operation."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Xml

from .description import Json

#: What XML 1.0 cannot hold.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(report: Json) -> bytes:
    """The XML of a report as `report_json.report` gives it."""
    root = Xml.Element("testsuites", name=_text(f"contract of {report['store']['url']}"), time=str(report["seconds"]))
    for version in report["versions"]:
        operations, counts = version["operations"], version["counts"]
        suite = Xml.SubElement(
            root, "testsuite", name=version["version"], tests=str(len(operations)), failures=str(counts["failed"]),
            errors="0", skipped=str(counts["not run"] + counts["not served"]), timestamp=report["began"],
        )  # fmt: skip
        for operation in operations:
            _case(suite, version["version"], operation)
    if report["crashes"]:
        count = str(len(report["crashes"]))
        suite = Xml.SubElement(root, "testsuite", name="scenarios", tests=count, failures="0", errors=count)
        for crash in report["crashes"]:
            name = crash.splitlines()[0]
            case = Xml.SubElement(suite, "testcase", classname="scenarios", name=_text(name))
            Xml.SubElement(case, "error", message=_text(name)).text = _text(crash)
    Xml.indent(root)
    found: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return found


def _case(suite: Xml.Element, version: str, operation: Json) -> None:
    case = Xml.SubElement(suite, "testcase", classname=version, name=operation["id"])
    for failure in operation["failures"]:
        where = f"{failure['pointer']}: " if failure["pointer"] else ""
        shown = Xml.SubElement(case, "failure", type=failure["kind"], message=_text(where + failure["message"]))
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
