"""Text recognition: pictures of pages to words with their places."""

from __future__ import annotations
