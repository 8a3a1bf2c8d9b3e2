"""What a live store has that the description lacks, and the other way round, told apart by cause.

A store tells of itself: an index for each version, with parameters and fields of every route. That, and real answers if
they are asked for, is held against the flat documents of this package. `wooclient drift --help` tells the options.
"""
