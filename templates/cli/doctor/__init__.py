"""`wooclient doctor`: why a store does not answer, or not as it should.

Each check is a row of `table.CHECKS`: it asks the store through a `Probe`, and gives one finding.
"""
