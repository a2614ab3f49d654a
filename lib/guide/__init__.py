"""The guide: what a municipality can do, and what others have done, apart from how it is shown."""
