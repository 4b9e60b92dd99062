"""The way back to Word: a copy of the file with the findings as comments and our wordings as tracked changes.

`commented` chooses what is said and proposed, `redline` writes it: `document` holds the trees, `units`, `matching`, `standing`,
`removing` and `planning` decide what changes where, `runs` cuts, `tracked` writes changes, `anchoring` and `commentspart` comments.
"""
