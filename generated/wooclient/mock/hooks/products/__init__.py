"""Products and what hangs on them: variations, attributes, terms, reviews, pictures."""
