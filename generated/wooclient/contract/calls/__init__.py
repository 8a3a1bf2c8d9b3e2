"""One call: what a scenario asks for, what went over the wire, and how it fits the description."""
