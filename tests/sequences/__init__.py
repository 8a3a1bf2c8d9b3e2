"""Requests in sequence, and what a real store answered to each. Cases are in `cases/`, answers in `expected.json`.

A case has a `name`, the `settings` that it needs (`group/id: value`), and `steps`. A step has:

- `do`: a method and a path, below `/wp-json/wc/v3/` unless it begins with a slash. `BEGIN AGAIN`: the mock store is
  left, and one made of its answers goes on.
- `with`, `headers`: the body, and what goes with it. `nobody`: sent without a key.
- `as`: a name for the body of the answer, or names for what it holds. `$pot.id` is a field of what is called `pot`,
  `$store` the store's address.
- `shows`: what of the answer is compared, beside its status and the code of a refusal: keys and places with dots
  between. A key said of a list is said of all that is in it, `*` stands for everything in a list or an object, `#` for
  how many there are, `keys()` for the keys. `path?`: whether anything is there; `path=$pot.id`: whether it is that;
  `path~regex`: what is found in it; `@Link`: a header; `text()`: the body as it came.
"""
