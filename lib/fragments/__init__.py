"""Pieces of HTML that several pages show: legend, figures, tables and cards. Pure functions from data to markup."""
