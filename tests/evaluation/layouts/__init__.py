"""Our own terms in layouts that the corpus lacks: printed, scanned, read back and compared with what was set."""
