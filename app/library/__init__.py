"""Reference clauses: the model, the TOML files and their validation."""
