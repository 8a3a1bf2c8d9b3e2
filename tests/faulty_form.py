"""Edits of the real description as people get its form wrong, and what the first line of the report has to say."""

from __future__ import annotations

from typing import NamedTuple

COUPON, PATHS, EXAMPLES = (f"resources/coupons/{name}.yaml" for name in ("schemas", "paths", "examples"))
ROOT, PARAMETERS, SHARED, ERRORS = "woocommerce.yaml", *(
    f"common/{n}.yaml" for n in ("parameters", "schemas", "errors")
)
AMOUNT = "    amount:\n      type: string\n      format: decimal\n"
CREATE = "CouponCreate:\n  description: A new coupon.\n"
BATCH = "        item: schemas.yaml#/Coupon\n"
UPDATE = "CouponUpdate: {x-writes: Coupon, description: Changes to a coupon.}\n"


class Edit(NamedTuple):
    """In `file`, `old` gives way to `new`; of a whole file if `old` is empty, and no file is left if `new` is None."""

    name: str
    file: str
    old: str
    new: str | None
    #: What stands in the line that the report begins with; empty for the first line of a file.
    line: str
    #: Words of the first message.
    says: str
    #: The file that the report begins with, if it is another one.
    place: str = ""


#: Of files, of YAML and of references.
FORM = (
    # files
    Edit("empty-schemas", COUPON, "", "", "", "this file holds nothing"),
    Edit("only-a-comment", EXAMPLES, "", "# later\n", "", "this file holds nothing"),
    Edit("empty-root", ROOT, "", "", "", "this file holds nothing"),
    Edit("lone-root", ROOT, "", "openapi: 3.1.0\n", "openapi: 3.1.0", "the root lacks info"),
    Edit("no-root", ROOT, "", None, "", "there is no woocommerce.yaml"),
    Edit("no-schemas", COUPON, "", None, "", "there is no resources/coupons/schemas.yaml"),
    Edit("no-examples", EXAMPLES, "", None, "", "there is no resources/coupons/examples.yaml"),
    Edit("no-paths", PATHS, "", None, "", "there is no resources/coupons/paths.yaml"),
    Edit("no-common-file", SHARED, "", None, "", "there is no common/schemas.yaml"),
    Edit("yml", "resources/coupons/more.yml", "", "A: {}\n", "", "this file is not read"),
    Edit("deeper-folder", "resources/coupons/v1/paths.yaml", "", "paths: {}\n", "", "this file is read by nothing"),
    Edit("example-typo", "resources/coupons/examples-v9.yaml", "", "a.b: {}\n", "", "no version is called v9"),
    Edit("new-folder", "resources/gifts/paths.yaml", "", "paths: {}\n", "", "the folder gifts is not listed"),
    Edit("folder-typo", ROOT, "  - coupons\n", "  - coupon\n", "- coupon", "there is no folder for coupon"),
    Edit("folder-twice", ROOT, "  - coupons\n", "  - coupons\n  - coupons\n", "- coupons", "coupons is listed twice"),
    # YAML
    Edit("one-space-less", COUPON, AMOUNT, AMOUNT.replace("    amount", "   amount"), "   amount:", "not YAML"),
    Edit(
        "block-dedented",
        COUPON,
        AMOUNT,
        AMOUNT.replace("    amount", "  amount"),
        "  amount:",
        "this line is indented less",
    ),
    Edit(
        "line-dedented",
        COUPON,
        AMOUNT,
        AMOUNT.replace("      format", "    format"),
        "    format:",
        "this line is indented less",
    ),
    Edit(
        "line-at-the-margin",
        COUPON,
        AMOUNT,
        AMOUNT.replace("    amount", "amount"),
        "amount:",
        "this line is indented less",
    ),
    Edit(
        "line-indented", COUPON, AMOUNT, AMOUNT.replace("      format", "        format"), "        format", "not YAML"
    ),
    Edit("schema-indented", COUPON, CREATE, CREATE.replace("Coupon", "  Coupon", 1), "  CouponCreate", "not YAML"),
    Edit("tab", COUPON, AMOUNT, AMOUNT.replace("      format", "\tformat"), "\tformat", "not YAML"),
    Edit(
        "colon-in-text",
        COUPON,
        "description: A new coupon.",
        "description: A coupon: new.",
        "A coupon: new",
        "not YAML",
    ),
    Edit(
        "open-quote",
        PATHS,
        "summary: Get a coupon",
        'summary: "Get a coupon',
        'summary: "Get',
        "a quote is opened here",
    ),
    Edit("open-bracket", COUPON, "required: [code]", "required: [code", "required: [code", "a bracket is opened here"),
    Edit("twice", COUPON, AMOUNT, AMOUNT + AMOUNT, "    amount:", "the key amount stands twice"),
    Edit(
        "number-as-key",
        PATHS,
        '        "404": [woocommerce_rest_shop_coupon_invalid_id, ',
        "        404: [woocommerce_rest_shop_coupon_invalid_id, ",
        "        404:",
        "the key 404 is not text",
    ),
    Edit(
        "conflict",
        COUPON,
        AMOUNT,
        f"<<<<<<< ours\n{AMOUNT}=======\n{AMOUNT}>>>>>>> theirs\n",
        "<<<<<<< ours",
        "a merge left its marks",
    ),
    Edit(
        "list-for-a-map",
        COUPON,
        AMOUNT,
        AMOUNT.replace("      type: string\n      format: decimal\n", "      - type: string\n"),
        "- type: string",
        "a list begins here",
    ),
    Edit("alias", EXAMPLES, "  response: *freeship\n", "  response: *freeshp\n", "*freeshp", "found undefined alias"),
    # references
    Edit("removed-schema", SHARED, "Links:\n", "Lynks:\n", "Lynks:", "common/schemas.yaml has no Links, and "),
    Edit(
        "removed-parameter",
        PARAMETERS,
        "context:\n  name",
        "contxt:\n  name",
        "contxt:",
        "common/parameters.yaml has no context, and ",
    ),
    Edit(
        "typo-in-ref",
        PATHS,
        "{schema: {$ref: schemas.yaml#/CouponCreate}}",
        "{schema: {$ref: schemas.yaml#/CouponCreat}}",
        "CouponCreat}",
        "leads nowhere",
    ),
    Edit(
        "typo-in-file",
        PATHS,
        "{schema: {$ref: schemas.yaml#/CouponCreate}}",
        "{schema: {$ref: schema.yaml#/CouponCreate}}",
        "schema.yaml",
        "leads nowhere",
    ),
    Edit(
        "schema-as-parameter",
        PATHS,
        "        - $ref: ../../common/parameters.yaml#/force\n",
        "        - $ref: schemas.yaml#/Coupon\n",
        "- $ref: schemas.yaml#/Coupon",
        "must lead to a parameter",
    ),
    Edit(
        "writes-nothing",
        COUPON,
        UPDATE,
        UPDATE.replace("x-writes: Coupon", "x-writes: Cupon"),
        "Cupon,",
        "x-writes names no schema",
    ),
    Edit("batch-of-nothing", PATHS, BATCH, BATCH.replace("Coupon", "Cupon"), "#/Cupon", "leads nowhere"),
    Edit(
        "ref-circle",
        COUPON,
        CREATE,
        "A: {$ref: '#/B', description: A.}\nB: {$ref: '#/A', description: B.}\n" + CREATE,
        "B: {",
        "leads back to itself",
    ),
    Edit(
        "any-of-circle",
        COUPON,
        CREATE,
        "A: {anyOf: [{$ref: '#/B'}], description: A.}\nB: {anyOf: [{$ref: '#/A'}], description: B.}\n" + CREATE,
        "B: {",
        "B is made of itself",
    ),
    Edit(
        "all-of-circle",
        COUPON,
        '  allOf: [{$ref: "#/CouponUpdate"}]\n',
        '  allOf: [{$ref: "#/CouponCreate"}]\n',
        "CouponCreate:",
        "CouponCreate is made of itself",
    ),
)
