"""Models over frozen data, for Qt's views."""
