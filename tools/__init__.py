"""Commands for those who keep the data."""
