"""Which edition of the register the data files are: shown in citations, exports and the data package."""

REGISTER_VERSION = "1.0.0"
REGISTER_DATE = "2026-11-23"
