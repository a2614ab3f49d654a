"""What the map shows, in a sentence that follows the choices."""

from collections.abc import Mapping

from lib.fragments.render import render
from lib.register.selection import Selection
from lib.register.shares import Figures
from lib.register.status import Definition
from lib.texts.sentences import places_phrase, summary
from lib.texts.words import definition_word, size_word


def place_in_words(selection: Selection, county_names: Mapping[str, str]) -> str:
    """Name the chosen places.

    Parameters
    ----------
    selection
        The choice.
    county_names
        Name for each county number.

    Returns
    -------
    str
        For instance ``"i Innlandet"``; empty for the whole country.
    """
    return places_phrase(
        [county_names[number] for number in selection.counties],
        [size_word(size.smallest, size.largest) for size in selection.sizes],
    )


def selection_summary(figures: Figures, selection: Selection, place: str, when: str) -> str:
    """Say what the map shows.

    Parameters
    ----------
    figures
        The municipalities of the chosen places.
    selection
        The choice.
    place
        The places in words, as :func:`place_in_words` has them.
    when
        The date in words; empty for today.

    Returns
    -------
    str
        HTML: a paragraph that screen readers read anew when it changes.
    """
    usual = selection.definition == Definition.STANDARD
    text = summary(
        figures.counts,
        selection.statuses,
        figures.total,
        place,
        when=when,
        definition="" if usual else definition_word(selection.definition),
    )
    return render("summary.html", text=text)
