"""What users read: the language spoken, marking of texts for translation, shared words, and formats.

Bokmål is the source language: a text stands in the code where it is used, wrapped in ``_`` or ``ngettext``, and
is its own key in the catalogues. Nothing here knows about pages, maps or the register.
"""

from lib.texts.language import gettext, ngettext

_ = gettext

__all__ = ["_", "ngettext"]
