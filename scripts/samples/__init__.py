"""Sample documents of our own: read the sources in tests/data/samples, write documents and gold files."""
