"""`wooclient` on the command line. It needs the extra `wooclient[cli]`; the library needs nothing of it.

It knows no resource by name: commands ask the package's own operations what there is, and which parameters and fields.
"""
