"""The language that a page, a file or an answer is written in, and the catalogues with its texts.

The language belongs to the context: each run of a page and each request speaks one, and everything that they call
follows. Catalogues are the ``.po`` files in ``lib/texts/catalogues``, compiled in memory when first used.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import cache, lru_cache, wraps
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import ParamSpec, TypeVar

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

P = ParamSpec("P")
R = TypeVar("R")


class Language(StrEnum):
    """The languages there are, as they stand in ``lang=`` of an address and in HTML."""

    BOKMAL = "nb"
    NYNORSK = "nn"
    ENGLISH = "en"

    @property
    def own_name(self) -> str:
        """What the language calls itself."""
        return {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}[self]

    @property
    def locale(self) -> str:
        """The locale whose numbers, dates and lists go with it; English as the British write it."""
        return {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}[self]


# The parameter of every address that tells the language.
LANGUAGE = "lang"

_spoken: ContextVar[Language] = ContextVar("language", default=Language.BOKMAL)


def language() -> Language:
    """Tell which language is spoken here."""
    return _spoken.get()


def speak(chosen: Language) -> None:
    """Speak a language from here on, in this thread or task.

    Parameters
    ----------
    chosen
        The language.
    """
    _spoken.set(chosen)


@contextmanager
def speaking(chosen: Language) -> Iterator[None]:
    """Speak a language for as long as the block lasts.

    Parameters
    ----------
    chosen
        The language.
    """
    token = _spoken.set(chosen)
    try:
        yield
    finally:
        _spoken.reset(token)


@cache
def _catalogue(chosen: Language) -> NullTranslations:
    if chosen == Language.BOKMAL:
        return NullTranslations()
    compiled = BytesIO()
    with (files("lib.texts") / f"catalogues/{chosen}.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=chosen.value))
    compiled.seek(0)
    return GNUTranslations(compiled)


def gettext(message: str) -> str:
    """Give a text in the language spoken.

    Parameters
    ----------
    message
        The text in bokmål.

    Returns
    -------
    str
        Its translation; the bokmål when the catalogue has none.
    """
    return _catalogue(_spoken.get()).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Give the form of a text that goes with a number, in the language spoken.

    Parameters
    ----------
    singular, plural
        The text in bokmål.
    count
        The number.

    Returns
    -------
    str
        The translation of the one that fits.
    """
    return _catalogue(_spoken.get()).ngettext(singular, plural, count)


def kept_by_language(maxsize: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep what a function returns, one copy for each language, as :func:`functools.lru_cache` does for one.

    Parameters
    ----------
    maxsize
        How many results to keep in all.

    Returns
    -------
    callable
        The decorator, for functions whose arguments can be hashed.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @lru_cache(maxsize=maxsize)
        def keep(_language: Language, *args: P.args, **kwargs: P.kwargs) -> R:
            return function(*args, **kwargs)

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            return keep(_spoken.get(), *args, **kwargs)  # type: ignore[arg-type]  # unhashable: TypeError, as it should

        return call

    return decorate
