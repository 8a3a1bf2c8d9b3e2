"""Requests in sequence, and what a real store answered to each. Cases are in `cases/`, answers in `expected.json`.

A case has a `name`, the `settings` that it needs (`group/id: value`), and `steps`. A step has:

- `do`: a method and a path below `/wc-api/`, or below `/wp-json/` if it begins with `wc/`
- `send`, `headers`: the body, and what goes with it; `{store}` is the store's address
- `as`: names for what the answer holds; `{name}` stands for it further on
- `see`: what of the answer is compared, beside its status and the code of a refusal: keys with dots between, a number
  for a place in a list, `*` for every key. A key said of a list is said of all that is in it.
"""
