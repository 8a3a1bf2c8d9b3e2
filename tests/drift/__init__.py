"""`wooclient drift`, in this process: on what real stores said, on the mock store, on made-up stores."""
