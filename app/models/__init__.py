"""The data of the program: frozen dataclasses with tuple fields, one way from bytes to findings.

`source` (what was read) → `reading` (clauses) with `provisions` (values) → `analysis` (checks and findings);
`facts` are the user's statements about the deal. Nothing later changes anything earlier.
"""
