"""Reference clauses from files that people already have: a playbook in Word, a list in Excel or CSV.

`table` reads CSV and XLSX into rows of text, `columns` tells which column holds what, `rows` makes drafts of them; `pieces` and
`items` give back what a Word document is made of, its tables too, `playbook` tells positions, guidance and comments apart; `drafting` puts a draft
together in the form of the library's files. Nothing is dropped silently: what became part of no draft is listed with its
place and reason. The clause type and limits proposed from the wording come from `app.pipeline.clauselists`.
"""
