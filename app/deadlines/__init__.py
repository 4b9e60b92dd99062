"""When a period ends: §§ 187 to 193 BGB applied to a period of the document and a day that the user enters."""

from __future__ import annotations
