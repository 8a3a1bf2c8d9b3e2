"""The hand-written parts of the client: folders of the templates, and the packages that they become."""

COPIED = (
    ("runtime", "_runtime"),
    ("compat", "compat"),
    ("cli", "cli"),
    ("mock", "mock"),
    ("contract", "contract"),
    ("drift", "drift"),
    ("snapshot", "snapshot"),
    ("dlt", "dlt"),
    ("spark", "spark"),
)
