"""The dated facts of a municipality in a table, for those who do not see the timeline's chart."""

from collections import Counter
from collections.abc import Sequence

from lib.fragments.prizes import prize_sentence
from lib.fragments.render import render
from lib.register.chronicle import Happening, Moment
from lib.register.status import Status
from lib.texts import _, ngettext
from lib.texts.formats import number, partial_date
from lib.texts.words import document_type_word, status_word


def chronicle_table(moments: Sequence[Moment], undated: int) -> str:
    """Show what happened when, and which sources say so.

    Parameters
    ----------
    moments
        As :func:`lib.register.chronicle.chronicle` gives them; at least one.
    undated
        How many sources are not dated at all.

    Returns
    -------
    str
        HTML: a table with a row for each fact, and how many sources have no place in it.
    """
    rows = [
        {
            "when": partial_date(moment.date),
            "word": _word(moment),
            "status": moment.status if moment.happening in (Happening.ADOPTED, Happening.SAID) else "",
            "aside": moment.predecessor,
            "document": _document(moment),
            "about": _about(moment),
            "sources": _sources(moment),
        }
        for moment in moments
    ]
    note = ngettext(
        "{count} kilde er udatert og står bare i listen over kilder.",
        "{count} kilder er udaterte og står bare i listen over kilder.",
        undated,
    ).format(count=number(undated))
    return render("chronicle.html", rows=rows, note=note if undated else "")


def _sources(moment: Moment) -> list[tuple[str, str]]:
    """Name the sources; several of one publisher are told apart by a number."""
    named, seen = [], Counter[str]()
    for publisher, url in moment.sources:
        seen[publisher] += 1
        name = publisher or _("Kilde")
        text = name if seen[publisher] == 1 else _("{name} ({number})").format(name=name, number=seen[publisher])
        named.append((text, url))
    return named


def _word(moment: Moment) -> str:
    if moment.happening == Happening.PRIZE:
        return prize_sentence(moment.result, moment.about, int(moment.date))
    if moment.happening == Happening.MERGED:
        return _("Tidligere {name} ble en del av kommunen").format(name=moment.about)
    if moment.happening == Happening.ADOPTED:
        return _("Vedtatt")
    if moment.happening == Happening.BEGAN:
        return _("Dokumentet gjelder fra")
    if moment.happening == Happening.ENDS:
        return _("Dokumentet gjelder til")
    if moment.status == Status.NONE:
        return _("En kilde sier at kommunen ikke har noen politikk")
    return _("Omtalt som {status}").format(status=status_word(moment.status).lower())


def _document(moment: Moment) -> str:
    kind = document_type_word(moment.document_type)
    if moment.title and kind:
        return _("{title} ({kind})").format(title=moment.title, kind=kind)
    return moment.title or kind


def _about(moment: Moment) -> str:
    if not moment.about or moment.happening in (Happening.MERGED, Happening.PRIZE):
        return ""
    if moment.predecessor:
        return _("Gjelder tidligere {name}, og teller ikke i statusen.").format(name=moment.about)
    return _("Sagt om {name}.").format(name=moment.about)
