"""Two documents side by side in a window of their own: versions of the same terms, or two companies' terms."""
