"""Faults planted one a document into terms of our own: what the findings find of them, and what they invent besides.

`terms` reads and prints the clean terms, `faults` and the modules beside it plant, `measure` analyses and compares.
"""
