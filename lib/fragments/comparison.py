"""The table of a comparison, with a column for each place; what stands above it is in ``comparison_head``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from lib.fragments.counties import printed_remark
from lib.fragments.render import render
from lib.pages import address
from lib.register.comparison import CountyFacts, Document, MunicipalityFacts
from lib.register.shares import Share
from lib.register.status import Definition, Derived, Status
from lib.texts import _, ngettext
from lib.texts.formats import count_of, listing, number, partial_date, percent
from lib.texts.words import document_type_word, since_phrase, size_word, status_word


@dataclass(frozen=True)
class _Cell:
    """What stands in a cell of the table: a text, perhaps linked or with the swatch of a status, and a note below."""

    text: str
    note: str = ""
    link: str = ""
    status: str = ""


_NOTHING = _Cell("–")


def municipalities_table(facts: Sequence[MunicipalityFacts], definition: Definition) -> str:
    """Show some municipalities side by side.

    Parameters
    ----------
    facts
        The municipalities, one for each column.
    definition
        Which observations count; goes along in the links.

    Returns
    -------
    str
        HTML: a table with a row for each fact.
    """
    chosen = "" if definition == Definition.STANDARD else definition.value
    places = [
        {
            "name": one.name,
            "beside": "" if one.county_name in one.name else one.county_name,
            "link": address("kommune", kommune=one.number, definisjon=chosen),
        }
        for one in facts
    ]
    rows = {
        _("Status"): [_status(one.status) for one in facts],
        _("Siden når"): [_since(one.status) for one in facts],
        _("Dokument"): [_document(one.document, one.status.status) for one in facts],
        _("Dokumentet vedtatt"): [_date(one.document.adopted_on if one.document else "") for one in facts],
        _("Dokumentet gjelder"): [_validity(one.document) for one in facts],
        _("Innbyggere og størrelsesklasse"): [
            _Cell(number(one.inhabitants), size_word(one.size.smallest, one.size.largest)) for one in facts
        ],
        _("Kilder som teller"): [_sources(one) for one in facts],
        _("Sist bekreftet"): [_date(one.confirmed) for one in facts],
        _("Naboer som har vedtatt"): [
            _share(one.neighbours) if one.neighbours.whole else _Cell(_("ingen naboer")) for one in facts
        ],
        _("Like store som har vedtatt"): [_share(one.same_size) for one in facts],
        _("I fylket har vedtatt"): [_share(one.in_county, one.county_name) for one in facts],
    }
    caption = _("Registeret i dag. «Like store» er kommuner i samme størrelsesklasse, kommunen selv medregnet.")
    return _table(caption, places, rows)


def counties_table(facts: Sequence[CountyFacts]) -> str:
    """Show some counties side by side.

    Parameters
    ----------
    facts
        The counties, one for each column.

    Returns
    -------
    str
        HTML: a table with a row for each fact.
    """
    places = [{"name": one.name, "beside": "", "link": address("fylke", fylke=one.number)} for one in facts]
    rows = {_("Kommuner som har vedtatt"): [_share(one.figures.adopted) for one in facts]}
    for status in (Status.IN_PROGRESS, Status.EXPIRED, Status.NONE, Status.UNKNOWN):
        rows[status_word(status)] = [
            _Cell(count_of(one.figures.counts[status], one.figures.total), status=status.value) for one in facts
        ]
    rows |= {
        _("Innbyggere i kommuner som har vedtatt"): [_share(one.figures.inhabitants) for one in facts],
        _("Plass blant fylkene etter andelen som har vedtatt"): [_rank(one) for one in facts],
        _("Frivillighet Norges telling"): [_published(one) for one in facts],
        _("Fylkeskommunens egen politikk"): [_council(one) for one in facts],
    }
    caption = _("Registeret i dag. Frivillighet Norges telling står slik den ble oppgitt, og er ikke blandet inn.")
    return _table(caption, places, rows)


def _table(caption: str, places: list[dict[str, str]], rows: Mapping[str, list[_Cell]]) -> str:
    return render(
        "comparison.html",
        caption=caption,
        places=places,
        rows=[{"name": name, "cells": cells} for name, cells in rows.items()],
    )


def _status(status: Derived) -> _Cell:
    return _Cell(
        status_word(status.status), _("under revisjon") if status.under_revision else "", status=status.status.value
    )


def _since(status: Derived) -> _Cell:
    return _Cell(since_phrase(status.status, status.since, status.basis) or "–")


def _document(document: Document | None, status: Status) -> _Cell:
    if document is None:
        return _NOTHING if status in (Status.NONE, Status.UNKNOWN) else _Cell(_("kildene nevner ingen tittel"))
    kind = document_type_word(document.type)
    return _Cell(document.title, kind, document.url)


def _date(text: str) -> _Cell:
    return _Cell(partial_date(text)) if text else _NOTHING


def _validity(document: Document | None) -> _Cell:
    if document is None or not (document.valid_from or document.valid_to):
        return _NOTHING
    start, end = document.valid_from, document.valid_to
    if not end:
        return _Cell(_("fra {date}").format(date=partial_date(start)))
    if not start:
        text = _("til {date}").format(date=partial_date(end))
    elif len(start) == len(end) == 4:
        text = f"{start}–{end}"
    else:
        text = _("{start} til {end}").format(start=partial_date(start), end=partial_date(end))
    return _Cell(text, _("gått ut") if document.ended else "")


def _sources(facts: MunicipalityFacts) -> _Cell:
    words = {
        "high": lambda n: ngettext("{count} sterk", "{count} sterke", n),
        "medium": lambda n: ngettext("{count} middels", "{count} middels", n),
        "low": lambda n: ngettext("{count} svak", "{count} svake", n),
    }
    text = listing([words[strength](n).format(count=number(n)) for strength, n in facts.strengths.items()])
    out = facts.left_out
    note = (
        ngettext("{count} til teller ikke", "{count} til teller ikke", out).format(count=number(out))
        if out and text
        else ngettext("{count} kilde teller ikke", "{count} kilder teller ikke", out).format(count=number(out))
        if out
        else ""
    )
    return _Cell(text or _("ingen"), note)


def _share(share: Share, note: str = "") -> _Cell:
    ratio = "–" if share.ratio is None else percent(share.ratio)
    return _Cell(count_of(share.part, share.whole), f"{ratio} · {note}" if note else ratio)


def _rank(facts: CountyFacts) -> _Cell:
    rank = facts.rank
    text = _("delt nummer {place} av {of}") if rank.beside else _("nummer {place} av {of}")
    return _Cell(text.format(place=rank.place, of=rank.of))


def _published(facts: CountyFacts) -> _Cell:
    printed = facts.published
    if printed is None:
        return _Cell(_("ingen kjent"))
    count = int(printed["n_with_policy"])
    text = ngettext("{count} kommune, {date}", "{count} kommuner, {date}", count)
    remark = _printed_remark(facts, printed)
    return _Cell(
        text.format(count=number(count), date=partial_date(printed["as_of"])), remark, str(printed["source_url"])
    )


def _printed_remark(facts: CountyFacts, printed: pd.Series) -> str:
    if facts.said_of:
        return _("Sagt om hele {former}, som fylket var en del av da.").format(former=facts.said_of)
    return printed_remark(facts.name, printed, facts.figures.total)


def _council(facts: CountyFacts) -> _Cell:
    since = since_phrase(facts.council.status, facts.council.since, facts.council.basis)
    return _Cell(status_word(facts.council.status), since, status=str(facts.council.status))
