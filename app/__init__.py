"""Klausellupe: a reviewer for German general terms that runs on the user's own machine.

The folders are the data flow: importing -> nlp -> comparing -> reporting, tied together by pipeline and jobs, shown by
ui and cli. docs/development.md is the map.
"""

from __future__ import annotations

__version__ = "0.1.0"
