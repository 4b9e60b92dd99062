"""The panels beside a document, one module each; `panel` says what they have in common."""
