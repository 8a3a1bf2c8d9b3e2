"""The older API below `/wc-api/`: versions v3, v2 and v1 over the same state as `wc/v3`.

Nothing is kept here. A request in legacy form becomes a call of the `wc/v3` resource, what that resource shows becomes
the answer in legacy form.
"""
