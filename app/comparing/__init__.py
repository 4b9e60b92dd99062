"""Clauses × rules → checks and findings: policy, wording, missing subjects, duplicates."""
