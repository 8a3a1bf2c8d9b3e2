"""The command line, most of it in this process, against the mock store."""
