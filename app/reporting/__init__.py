"""Analysis → files: one report model, one writer a format."""
