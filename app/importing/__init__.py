"""Bytes → `SourceDocument`: one reader a format behind one protocol."""
