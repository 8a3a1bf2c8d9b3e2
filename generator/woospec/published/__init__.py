"""The flat document of a version as the package has it: what other tools look for, written out.

A build makes it of the bundle. Nothing here adds to what a store takes or answers.
"""
