"""What users read: marking of texts for translation, words that several parts share, and formats.

Bokmål is the source language: a text stands in the code where it is used, wrapped in ``_`` or ``ngettext``, and
is its own key in the catalogues. Nothing here knows about pages, maps or the register.
"""

from gettext import NullTranslations

_catalogue = NullTranslations()

_ = _catalogue.gettext
ngettext = _catalogue.ngettext
