"""What a command line asks for, what the terminal shows, and how signals end a run."""
