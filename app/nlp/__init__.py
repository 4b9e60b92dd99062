"""`SourceDocument` → clauses, clause types and provisions, on a spaCy pipeline without a trained model."""
