"""Worker processes with progress, cancel and kill; without Qt, used by window and command line alike."""
