"""The pieces of a Word file: elements, styles, lists, tables, contents, and the package around them."""
