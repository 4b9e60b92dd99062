"""Pairs of versions made from terms of our own by known edits: what the comparison of two versions finds of them.

`draft` holds a document whose parts know where they come from, `edits` and `wordedits` change it, `pairs` makes the pairs from seeds,
`measure` reads both versions in all formats, compares them and scores clauses, kinds and values.
"""
