"""PDFium's functions with plain addresses for its handles: calls that cost a third of those with typed pointers.

A page has thousands of characters and objects, and the same object is recognised by its address. Signatures are those of
PDFium's public headers (fpdf_text.h, fpdf_edit.h).
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_double, c_float, c_int, c_uint, c_ulong, c_void_p
from typing import Any

import pypdfium2.raw as pdfium

TEXT, PATH, IMAGE, SHADING, FORM = range(1, 6)  # FPDFPageObj_GetType


def _function(name: str, result: Any, *arguments: Any) -> Any:  # noqa: ANN401 - ctypes has no types
    address = ctypes.cast(getattr(pdfium, name), c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(address)


_FLOATS = [POINTER(c_float)] * 4
_UINTS = [POINTER(c_uint)] * 4

char_count = _function("FPDFText_CountChars", c_int, c_void_p)
char_object = _function("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
char_origin = _function("FPDFText_GetCharOrigin", c_int, c_void_p, c_int, POINTER(c_double), POINTER(c_double))
char_box = _function("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, POINTER(pdfium.FS_RECTF))
char_matrix = _function("FPDFText_GetMatrix", c_int, c_void_p, c_int, POINTER(pdfium.FS_MATRIX))
char_unicode = _function("FPDFText_GetUnicode", c_uint, c_void_p, c_int)
char_is_generated = _function("FPDFText_IsGenerated", c_int, c_void_p, c_int)

page_object_count = _function("FPDFPage_CountObjects", c_int, c_void_p)
page_object = _function("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
form_object_count = _function("FPDFFormObj_CountObjects", c_int, c_void_p)
form_object = _function("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)
object_type = _function("FPDFPageObj_GetType", c_int, c_void_p)
object_bounds = _function("FPDFPageObj_GetBounds", c_int, c_void_p, *_FLOATS)
object_matrix = _function("FPDFPageObj_GetMatrix", c_int, c_void_p, POINTER(pdfium.FS_MATRIX))
object_fill = _function("FPDFPageObj_GetFillColor", c_int, c_void_p, *_UINTS)
object_is_transparent = _function("FPDFPageObj_HasTransparency", c_int, c_void_p)
object_marks = _function("FPDFPageObj_CountMarks", c_int, c_void_p)
object_mark = _function("FPDFPageObj_GetMark", c_void_p, c_void_p, c_ulong)
mark_name = _function("FPDFPageObjMark_GetName", c_int, c_void_p, c_void_p, c_ulong, POINTER(c_ulong))
mark_text = _function(
    "FPDFPageObjMark_GetParamStringValue", c_int, c_void_p, ctypes.c_char_p, c_void_p, c_ulong, POINTER(c_ulong)
)
text_mode = _function("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)
text_font = _function("FPDFTextObj_GetFont", c_void_p, c_void_p)
text_size = _function("FPDFTextObj_GetFontSize", c_int, c_void_p, POINTER(c_float))
font_flags = _function("FPDFFont_GetFlags", c_int, c_void_p)
font_descent = _function("FPDFFont_GetDescent", c_int, c_void_p, c_float, POINTER(c_float))
path_mode = _function("FPDFPath_GetDrawMode", c_int, c_void_p, POINTER(c_int), POINTER(c_int))
path_segments = _function("FPDFPath_CountSegments", c_int, c_void_p)
path_segment = _function("FPDFPath_GetPathSegment", c_void_p, c_void_p, c_int)
segment_type = _function("FPDFPathSegment_GetType", c_int, c_void_p)
segment_point = _function("FPDFPathSegment_GetPoint", c_int, c_void_p, POINTER(c_float), POINTER(c_float))
clip_path = _function("FPDFPageObj_GetClipPath", c_void_p, c_void_p)
clip_paths = _function("FPDFClipPath_CountPaths", c_int, c_void_p)
clip_segments = _function("FPDFClipPath_CountPathSegments", c_int, c_void_p, c_int)
clip_segment = _function("FPDFClipPath_GetPathSegment", c_void_p, c_void_p, c_int, c_int)


def address(handle: Any) -> int:  # noqa: ANN401
    """The address behind a typed handle of pypdfium2; 0 for none."""
    return ctypes.cast(handle, c_void_p).value or 0
