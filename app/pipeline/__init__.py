"""The only code that knows the order of the stages: read, understand, evaluate."""
