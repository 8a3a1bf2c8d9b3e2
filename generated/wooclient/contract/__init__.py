"""The contract suite: does a store do what the description says, and does the client understand it?

Every operation of every version is called through the generated client, sync and async. Each answer's status, headers
and body are held against the description, read, and written back. `wooclient contract --help` runs it on a store.
"""
