"""Training of the shipped topic model (`make train`); the measurement in tests/evaluation/topics.py uses the same steps."""
