"""The charts: each drawn once, for the screen and for files."""
