"""The house rules: what a description must keep so that its client is true, typed and safe.

Some rules read the spec as it is written (each fault is seen once, whatever versions there are), others the flat
bundle of a version (what is left after selection). No rule raises: what has the wrong shape is reported by
`shape` and passed over by the rest.
"""
