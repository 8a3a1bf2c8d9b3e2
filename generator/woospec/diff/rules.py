"""The rules of `woospec diff`, as one table: what kinds of change there are, and what each of them breaks.

On the side of requests a change is compatible if everything that was accepted still is; on the side of answers, if
nothing comes that could not come before. Fields that are added to an answer are compatible: readers pass over them.
`oasdiff` names the rule of that tool which speaks of the same change, in the form for properties where there are
several; empty if it has none.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Verdict = Literal["breaking", "compatible", "docs"]
Side = Literal["operation", "request", "answer", "python"]
VERDICTS: tuple[Verdict, ...] = ("breaking", "compatible", "docs")


class Rule(NamedTuple):
    """One kind of change.

    Attributes:
        id: What reports and `--format json` call it.
        side: Where it is seen: an operation as a whole, what is sent, what comes back, or the Python client.
        verdict: What it means for those who depend on the old form.
        says: The change in a few words.
        why: The reason of the verdict.
        oasdiff: The id of the matching rule of oasdiff.
    """

    id: str
    side: Side
    verdict: Verdict
    says: str
    why: str
    oasdiff: str = ""

    @property
    def differs(self) -> str:
        """How oasdiff judges the same change, where it judges otherwise, and why we do not follow."""
        return _DIFFERS.get(self.id, "")


_Rows = tuple[tuple[str, Verdict, str, str, str], ...]
_B: Verdict = "breaking"
_C: Verdict = "compatible"
_D: Verdict = "docs"

_OPERATION: _Rows = (
    ("version-removed", _B, "the version is gone", "Every call of it fails.", ""),
    ("version-added", _C, "a version is new", "Nobody can depend on it yet.", ""),
    ("address-removed", _B, "the store is no longer reached at this address", "Calls go to an address that "
     "nobody speaks of.", ""),
    ("address-added", _C, "there is a further address", "The old ones stay.", ""),
    ("operation-removed", _B, "the operation is gone", "Calls of it fail.", "api-removed-without-deprecation"),
    ("operation-added", _C, "the operation is new", "Nobody can depend on it yet.", "endpoint-added"),
    ("operation-deprecated", _C, "the operation is deprecated", "It still works.", "endpoint-deprecated"),
    ("operation-reactivated", _C, "the operation is no longer deprecated", "It works as before.",
     "endpoint-reactivated"),
    ("operation-id-changed", _D, "the operation has another id", "No id is sent. A client's method may have another "
     "name: that is a change of its own.", "api-operation-id-removed"),
    ("authentication-narrowed", _B, "a way to authenticate is gone", "Calls that used it are refused.",
     "api-security-removed"),
    ("authentication-widened", _C, "there is a further way to authenticate", "The old ones stay.",
     "api-security-added"),
    ("since-raised", _B, "it came with a later release than was said", "On releases between the two it is not there.",
     ""),
    ("since-lowered", _C, "it came with an earlier release than was said", "It is there on more releases.", ""),
    ("until-lowered", _B, "it ends with an earlier release than was said", "On later releases it is not there.", ""),
    ("until-raised", _C, "it stays for longer than was said", "It is there on more releases.", ""),
    ("docs-changed", _D, "the words about it changed", "Nothing that is sent or comes back changed.", ""),
)  # fmt: skip

_REQUEST: _Rows = (
    ("parameter-removed", _B, "the parameter is gone", "The store passes over what is sent, or refuses it.",
     "request-parameter-removed"),
    ("parameter-added", _C, "a parameter that may be left out is new", "Calls without it work as before.",
     "new-optional-request-parameter"),
    ("required-parameter-added", _B, "a parameter that must be given is new", "Calls without it are refused.",
     "new-required-request-parameter"),
    ("parameter-became-required", _B, "the parameter must now be given", "Calls without it are refused.",
     "request-parameter-became-required"),
    ("parameter-became-optional", _C, "the parameter may now be left out", "Calls with it work as before.",
     "request-parameter-became-optional"),
    ("parameter-written-otherwise", _B, "the parameter is written in another form", "What is sent is read as "
     "something else.", ""),
    ("path-parameter-renamed", _D, "the part of the path has another name", "Only its value is sent. A client's "
     "argument may have another name.", ""),
    ("body-removed", _B, "no body is taken any more", "What is sent has no effect, or is refused.",
     "request-body-removed"),
    ("body-added", _C, "a body that may be left out is new", "Calls without it work as before.",
     "request-body-added-optional"),
    ("required-body-added", _B, "a body that must be sent is new", "Calls without it are refused.",
     "request-body-added-required"),
    ("body-became-required", _B, "the body must now be sent", "Calls without it are refused.",
     "request-body-became-required"),
    ("body-became-optional", _C, "the body may now be left out", "Calls with it work as before.",
     "request-body-became-optional"),
    ("request-media-type-removed", _B, "a media type is no longer taken", "Bodies of that type are refused.",
     "request-body-media-type-removed"),
    ("request-media-type-added", _C, "a further media type is taken", "The old ones stay.",
     "request-body-media-type-added"),
    ("request-type-narrowed", _B, "fewer types of value are taken", "Values of the others are refused.",
     "request-property-type-changed"),
    ("request-type-widened", _C, "further types of value are taken", "The old ones are still taken.",
     "request-property-type-generalized"),
    ("request-null-removed", _B, "null is no longer taken", "Calls that send null are refused.",
     "request-property-became-not-nullable"),
    ("request-null-added", _C, "null is taken as well", "Other values are taken as before.",
     "request-property-became-nullable"),
    ("request-value-removed", _B, "one of the values is no longer taken", "Calls that send it are refused.",
     "request-property-enum-value-removed"),
    ("request-value-added", _C, "a further value is taken", "The old ones are still taken.",
     "request-property-enum-value-added"),
    ("request-values-closed", _B, "only certain values are taken now", "Any other value is refused.",
     "request-property-became-enum"),
    ("request-values-opened", _C, "any value is taken now", "The old ones are still taken.", ""),
    ("request-known-value-removed", _C, "one of the values is no longer named", "Values are open: it can be sent as "
     "before.", "request-property-x-extensible-enum-value-removed"),
    ("request-known-value-added", _C, "a further value is named", "Values are open: it could be sent before.", ""),
    ("request-limit-narrowed", _B, "a limit is tighter, or new", "Values outside of it are refused.",
     "request-property-max-decreased"),
    ("request-limit-widened", _C, "a limit is wider, or gone", "Everything within the old one is still taken.",
     "request-property-max-increased"),
    ("request-format-narrowed", _B, "the text must have a certain form, or another one", "Other forms are refused.",
     "request-property-pattern-added"),
    ("request-format-widened", _C, "the text may have any form", "The old form is still taken.",
     "request-property-pattern-removed"),
    ("request-field-removed", _B, "the field is gone", "What is sent has no effect, or is refused.",
     "request-property-removed"),
    ("request-field-added", _C, "a field that may be left out is new", "Calls without it work as before.",
     "new-optional-request-property"),
    ("request-field-became-read-only", _B, "the field can no longer be set", "What is sent has no effect.",
     "request-optional-property-became-read-only"),
    ("request-field-became-writable", _C, "the field can be set", "Calls without it work as before.",
     "request-optional-property-became-not-read-only"),
    ("required-request-field-added", _B, "a field that must be given is new", "Calls without it are refused.",
     "new-required-request-property"),
    ("request-field-became-required", _B, "the field must now be given", "Calls without it are refused.",
     "request-property-became-required"),
    ("request-field-became-optional", _C, "the field may now be left out", "Calls with it work as before.",
     "request-property-became-optional"),
    ("request-extra-fields-refused", _B, "further fields are no longer taken", "Calls that send them are refused.", ""),
    ("request-extra-fields-taken", _C, "further fields are taken", "Calls without them work as before.", ""),
    ("request-form-removed", _B, "one of several forms is no longer taken", "Calls that send it are refused.",
     "request-property-one-of-removed"),
    ("request-form-added", _C, "a further form is taken", "The old ones are still taken.",
     "request-property-one-of-added"),
    ("request-default-changed", _B, "what happens without it changed", "The same call does something else.",
     "request-property-default-value-changed"),
    ("request-default-removed", _B, "what happens without it is no longer said", "The same call may do something "
     "else.", "request-property-default-value-removed"),
    ("request-default-added", _C, "what happens without it is said now", "It was left open before.",
     "request-property-default-value-added"),
    ("request-deprecated", _C, "it is deprecated in requests", "It is still taken.", "request-property-deprecated"),
    ("request-reactivated", _C, "it is no longer deprecated in requests", "It is taken as before.",
     "request-property-reactivated"),
    ("request-rule-changed", _B, "a rule that this comparison does not follow changed", "What was taken may be "
     "refused.", ""),
)  # fmt: skip

_ANSWER: _Rows = (
    ("status-removed", _B, "a status of success is gone", "Programs that wait for it find another one.",
     "response-success-status-removed"),
    ("status-added", _C, "a further status of success", "The old ones stay.", "response-success-status-added"),
    ("refusal-removed", _C, "a refusal is gone", "Programs that look for it never meet it.",
     "response-non-success-status-removed"),
    ("refusal-added", _C, "a further refusal is described", "Any call may be refused; a program handles refusals "
     "that it does not know.", "response-non-success-status-added"),
    ("answer-media-type-removed", _B, "a media type no longer comes", "Programs that ask for it are refused.",
     "response-media-type-removed"),
    ("answer-media-type-added", _C, "a further media type may come", "It comes only to those who ask for it.",
     "response-media-type-added"),
    ("header-removed", _B, "a header no longer comes", "Programs read it.", "required-response-header-removed"),
    ("header-added", _C, "a header is new", "Programs that do not know it pass over it.", "response-header-added"),
    ("header-became-optional", _B, "a header may be missing", "Programs that read it find none.",
     "response-header-became-optional"),
    ("header-became-required", _C, "a header always comes", "Programs that look for it find it.", ""),
    ("answer-type-widened", _B, "further types of value may come", "Programs that read it meet values of a type "
     "that they do not know.", "response-property-type-changed"),
    ("answer-type-narrowed", _C, "fewer types of value come", "Those that come were known before.",
     "response-property-list-of-types-narrowed"),
    ("answer-null-added", _B, "null may come", "Programs that go on with the value fail.",
     "response-property-became-nullable"),
    ("answer-null-removed", _C, "null no longer comes", "Other values come as before.",
     "response-property-became-not-nullable"),
    ("answer-value-added", _B, "a further value may come", "Programs that take the values for a closed list fail.",
     "response-property-enum-value-added"),
    ("answer-value-removed", _C, "one of the values no longer comes", "The others were known before.",
     "response-property-enum-value-removed"),
    ("answer-values-opened", _B, "any value may come now", "Programs that take the values for a closed list fail.",
     ""),
    ("answer-values-closed", _C, "only certain values come now", "Programs that take any value take these.", ""),
    ("answer-known-value-added", _C, "a further value is named", "Values are open: it could come before.", ""),
    ("answer-known-value-removed", _C, "one of the values is no longer named", "Values are open: it may still come.",
     ""),
    ("answer-limit-widened", _B, "a limit is wider, or gone", "Programs keep values in places that are just large "
     "enough.", "response-property-max-length-increased"),
    ("answer-limit-narrowed", _C, "a limit is tighter, or new", "Values within it were known before.", ""),
    ("answer-format-widened", _B, "the text comes in another form, or in any form", "Programs that read the old form "
     "fail.", "response-property-pattern-removed"),
    ("answer-format-narrowed", _C, "the text comes in a certain form", "Programs that take any text take it.",
     "response-property-pattern-added"),
    ("answer-field-removed", _B, "the field is gone", "Programs that read it find nothing.",
     "response-required-property-removed"),
    ("answer-field-added", _C, "a field is new", "Programs that do not know it pass over it.",
     "response-required-property-added"),
    ("answer-field-became-optional", _B, "the field may be missing", "Programs that read it find nothing.",
     "response-property-became-optional"),
    ("answer-field-became-required", _C, "the field always comes", "Programs that look for it find it.",
     "response-property-became-required"),
    ("answer-extra-fields-added", _C, "further fields may come", "Programs that do not know them pass over them.", ""),
    ("answer-extra-fields-removed", _C, "no further fields come", "Programs read those that are named.", ""),
    ("answer-form-added", _B, "a further form may come", "Programs meet a form that they do not know.",
     "response-property-one-of-added"),
    ("answer-form-removed", _C, "one of several forms no longer comes", "The others were known before.",
     "response-property-one-of-removed"),
    ("answer-deprecated", _C, "it is deprecated in answers", "It still comes.", "response-property-deprecated"),
    ("answer-reactivated", _C, "it is no longer deprecated in answers", "It comes as before.",
     "response-property-reactivated"),
    ("answer-rule-changed", _B, "a rule that this comparison does not follow changed", "What comes may be of "
     "another form.", ""),
)  # fmt: skip

_PYTHON: _Rows = (
    ("class-removed", _B, "the class is gone", "Its import fails.", ""),
    ("class-moved", _B, "the class is in another module", "Its import fails, and `isinstance` with the old one is "
     "false.", ""),
    ("class-added", _C, "a class is new", "Nobody can depend on it yet.", ""),
    ("bases-changed", _B, "the class has other bases", "`isinstance` and inherited names may differ.", ""),
    ("name-removed", _B, "the name is gone", "Its import fails.", ""),
    ("name-added", _C, "a name is new", "Nobody can depend on it yet.", ""),
    ("choices-narrowed", _B, "the type allows fewer values", "Type checkers refuse the others.", ""),
    ("choices-widened", _C, "the type allows further values", "Type checkers take the old ones as before.", ""),
    ("value-changed", _B, "the type stands for something else", "Type checkers may refuse what they took.", ""),
    ("method-removed", _B, "the method is gone", "Its calls fail.", ""),
    ("method-added", _C, "a method is new", "Nobody can depend on it yet.", ""),
    ("argument-removed", _B, "the argument is gone", "Calls with it fail.", ""),
    ("argument-added", _C, "an argument that may be left out is new", "Calls without it work as before.", ""),
    ("required-argument-added", _B, "an argument that must be given is new", "Calls without it fail.", ""),
    ("argument-became-required", _B, "the argument must now be given", "Calls without it fail.", ""),
    ("argument-became-optional", _C, "the argument may now be left out", "Calls with it work as before.", ""),
    ("argument-narrowed", _B, "the argument takes fewer types", "Type checkers refuse the others.", ""),
    ("argument-widened", _C, "the argument takes further types", "The old ones are still taken.", ""),
    ("result-widened", _B, "the result may be of further types", "Type checkers refuse what is done with it.", ""),
    ("result-narrowed", _C, "the result is of fewer types", "They were known before.", ""),
    ("field-removed", _B, "the field is gone", "Reading it fails.", ""),
    ("field-added", _C, "a field is new", "Nobody can depend on it yet.", ""),
    ("field-widened", _B, "the field may be of further types", "Type checkers refuse what is done with it.", ""),
    ("field-narrowed", _C, "the field is of fewer types", "They were known before.", ""),
    ("docstring-changed", _D, "the docstring changed", "Nothing that runs changed.", ""),
)  # fmt: skip

_SIDES: dict[Side, _Rows] = {
    "operation": _OPERATION, "request": _REQUEST, "answer": _ANSWER, "python": _PYTHON
}  # fmt: skip
RULES: dict[str, Rule] = {row[0]: Rule(row[0], side, *row[1:]) for side, rows in _SIDES.items() for row in rows}

#: Where oasdiff judges otherwise: what it says, and why we do not follow.
_DIFFERS = {
    "authentication-narrowed": "info: it looks at the rule, not at the callers, whose way in is gone.",
    "parameter-removed": "warning: many servers refuse what they do not know; WordPress passes over it, so that a "
    "filter has no effect any more and nobody is told.",
    "request-known-value-removed": "error, as it takes such a list for closed; ours are open.",
    "request-field-removed": "warning: as with a parameter, what was sent is lost in silence.",
    "request-field-became-read-only": "info: what was sent is lost in silence.",
    "request-default-changed": "info: the same call does something else.",
    "request-default-removed": "info: the same call may do something else.",
    "answer-value-added": "warning: a closed list promises that nothing else comes. Lists of ours that grow are open.",
    "answer-format-widened": "info, for patterns: readers that cut the text apart rely on its form.",
}
