"""Papers as PDF: texts become lines, lines become boxes, boxes are put on pages, pages are drawn.

Every step but the last knows nothing of the file, so pages can be counted without one; where a heading stands and how many pages
there are is known before the first is drawn. Only this package imports reportlab, and only when a PDF is wanted.
"""
