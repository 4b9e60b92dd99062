"""A copy of a PDF with a highlight and a note at each finding; the pages themselves stay as they are, to the byte.

Strategy: the copy is the original file with an update behind it, as the format provides (ISO 32000-1, 7.5.6): new objects, the changed
list of annotations of some pages, and a cross-reference that leads to the old one. pypdf only reads; what is written is written here,
because pypdf writes no update of an encrypted file and reads every object of the file to write one.

`syntax` finds values in the bytes of an object, `pdffile` is the original, `update` what is written behind it, `places` leads from findings
to the pages, `shapes` to user space, `texts` words the notes, `marks` makes the annotations, `copying` knows the order, `checking` opens the result.
"""
