"""The open API: routes, their one declaration, and the description and documentation that follow from it."""
