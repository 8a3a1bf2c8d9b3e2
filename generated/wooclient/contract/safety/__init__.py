"""What keeps a store and its secrets safe: guards, marks, the journal, what is a run's own, leftovers, the mask."""
