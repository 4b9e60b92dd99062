"""The clause library in windows of its own: list and reading, editor, history, review, packs."""
