"""What the map through time shows: the date, and the counts in a sentence."""

from datetime import date

from lib.fragments.render import render
from lib.register.shares import Figures
from lib.register.status import Definition
from lib.texts.formats import day
from lib.texts.sentences import summary
from lib.texts.words import definition_word


def shown_date(when: str) -> str:
    """Write the date of the map large.

    Parameters
    ----------
    when
        The date in words.

    Returns
    -------
    str
        HTML: a paragraph.
    """
    return render("shown_date.html", when=when)


def shown_summary(figures: Figures, on: date, today: date, definition: Definition, *, live: bool) -> str:
    """Say what the map shows.

    Parameters
    ----------
    figures
        All municipalities of the country.
    on
        The date of the map.
    today
        The present day.
    definition
        Which observations count.
    live
        Whether screen readers are to say it when it changes; not while the years pass by themselves.

    Returns
    -------
    str
        HTML: a paragraph.
    """
    text = summary(
        figures.counts,
        (),
        figures.total,
        "",
        when="" if on == today else day(on),
        definition="" if definition == Definition.STANDARD else definition_word(definition),
    )
    return render("shown_summary.html", text=text, live=live)
