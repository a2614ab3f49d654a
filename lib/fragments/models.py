"""Documents to learn from: how many there are in the places chosen, the list of them, and what to loosen."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from lib.fragments.render import render
from lib.register.dates import first_day, last_day
from lib.register.status import Status
from lib.texts import _, ngettext
from lib.texts.formats import count_of, number, partial_date
from lib.texts.words import document_type_word


def models_headline(documents: pd.DataFrame, municipalities: pd.DataFrame, place: str) -> str:
    """Tell in how many of the municipalities a document is known.

    Parameters
    ----------
    documents
        Those that are shown, as :func:`lib.guide.documents.chosen` gives them.
    municipalities
        Those in the chosen places.
    place
        The places in words; empty for the whole country.

    Returns
    -------
    str
        HTML: the page's main heading.
    """
    share = count_of(documents["number"].nunique(), len(municipalities))
    text = _("Lær av {documents} fra {share} kommuner {place}").format(
        documents=ngettext("{count} dokument", "{count} dokumenter", len(documents)).format(
            count=number(len(documents))
        ),
        share=share,
        place=place,
    )
    if documents.empty:
        text = _("Ingen dokumenter fra kommuner {place} passer til valgene").format(place=place)
    # Without a place, two spaces are left side by side.
    return render("headline.html", text=text.replace("  ", " ").strip())


def models_lead(documents: pd.DataFrame, municipalities: pd.DataFrame) -> str:
    """Say what the list has and what it leaves out.

    Parameters
    ----------
    documents
        All documents, as :func:`lib.guide.documents.adopted_documents` gives them.
    municipalities
        All municipalities with their status today.

    Returns
    -------
    str
        HTML: a paragraph.
    """
    adopted = municipalities.index[municipalities["status"] == Status.ADOPTED]
    unnamed = len(adopted.difference(documents["number"]))
    return render(
        "lead_text.html",
        text=_(
            "Her er vedtatte planer, meldinger, strategier og erklæringer som registeret kjenner ved navn, også dem "
            "som er gått ut. I tillegg har {unnamed} kommuner en politikk der ingen kilde sier hva dokumentet heter."
        ).format(unnamed=number(unnamed)),
    )


def own_size_note(name: str, size: str, documents: pd.DataFrame, municipalities: pd.DataFrame) -> str:
    """Say what municipalities of the size of one's own have done.

    Parameters
    ----------
    name
        The reader's municipality.
    size
        Its size class in words.
    documents
        All documents of municipalities of that size.
    municipalities
        All municipalities of that size.

    Returns
    -------
    str
        HTML: a paragraph.
    """
    text = _("{name} er en av {total} kommuner med {size} innbyggere. Fra {part} av dem har vi et vedtatt dokument.")
    return render(
        "message.html",
        text=text.format(
            name=name,
            size=size,
            total=number(len(municipalities)),
            part=number(documents["number"].nunique()),
        ),
    )


def document_table(documents: pd.DataFrame, municipalities: pd.DataFrame) -> str:
    """List documents.

    Parameters
    ----------
    documents
        Those that are shown; at least one.
    municipalities
        Those in the chosen places.

    Returns
    -------
    str
        HTML: a sortable table, the newest first.
    """
    rows = [
        {
            "number": row.number,
            "name": row.navn,
            "county": row.fylke,
            "inhabitants": row.inhabitants,
            "title": row.title[:1].upper() + row.title[1:],
            "type": document_type_word(row.document_type),
            "url": row.url,
            "publisher": row.publisher,
            "begun": _begun(row.adopted_on, row.valid_from),
            "begun_order": _order(row.adopted_on or row.valid_from),
            "end": _end(row.valid_to, row.ended),
            "end_order": last_day(row.valid_to).toordinal() if row.valid_to else 0,
            "sources": row.sources,
        }
        for row in documents.itertuples()
    ]
    caption = _(
        "{documents} fra {share} kommuner, de nyeste først. Lenken går til dokumentet eller til siden som forteller om "
        "det. Sterk og middels dokumentasjon er med."
    ).format(
        documents=ngettext("{count} dokument", "{count} dokumenter", len(documents)).format(
            count=number(len(documents))
        ),
        share=count_of(documents["number"].nunique(), len(municipalities)),
    )
    return render("document_table.html", rows=rows, caption=caption)


def _begun(adopted_on: str, valid_from: str) -> str:
    if adopted_on:
        return partial_date(adopted_on)
    return _("gjelder fra {date}").format(date=partial_date(valid_from)) if valid_from else _("ikke oppgitt")


def _order(text: str) -> int:
    return first_day(text).toordinal() if text else date.min.toordinal()


def _end(valid_to: str, ended: bool) -> str:
    if not valid_to:
        return _("ikke oppgitt")
    return _("{date}, gått ut").format(date=partial_date(valid_to)) if ended else partial_date(valid_to)


def no_documents(loosened: Mapping[str, int], municipalities: pd.DataFrame) -> str:
    """Tell that nothing fits, and what to loosen.

    Parameters
    ----------
    loosened
        As :func:`lib.guide.documents.loosened` gives it.
    municipalities
        Those in the chosen places.

    Returns
    -------
    str
        HTML.
    """
    ways = [_loosened(field, count) for field, count in sorted(loosened.items(), key=lambda item: -item[1])]
    advice = _("Slik får du noe å se på:") if ways else _("Ta bort flere av valgene, eller nullstill dem.")
    count = len(municipalities)
    found = (
        ngettext(
            "Den ene kommunen i utvalget har ikke noe slikt dokument i registeret.",
            "Ingen av de {count} kommunene i utvalget har et slikt dokument i registeret.",
            count,
        ).format(count=number(count))
        if count
        else _("Ingen kommuner er både i fylket og av størrelsen du har valgt.")
    )
    return render("no_documents.html", found=found, advice=advice, ways=ways)


def _loosened(field: str, count: int) -> str:
    text = {
        "counties": ngettext(
            "Ta bort valget av fylke, så er det {count} dokument.",
            "Ta bort valget av fylke, så er det {count} dokumenter.",
            count,
        ),
        "sizes": ngettext(
            "Ta bort valget av størrelse, så er det {count} dokument.",
            "Ta bort valget av størrelse, så er det {count} dokumenter.",
            count,
        ),
        "types": ngettext(
            "Ta bort valget av type, så er det {count} dokument.",
            "Ta bort valget av type, så er det {count} dokumenter.",
            count,
        ),
        "years": ngettext(
            "Ta bort valget av år, så er det {count} dokument.",
            "Ta bort valget av år, så er det {count} dokumenter.",
            count,
        ),
    }[field]
    return text.format(count=number(count))
