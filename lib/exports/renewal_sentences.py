"""Sentences for quoting on renewal: what runs out, what has run out, and what nobody has confirmed for long."""

from lib.exports.findings import view_figures
from lib.exports.naming import place_names
from lib.exports.quoting import status_sentence, unknown_sentence
from lib.exports.view import View
from lib.register.register import Register
from lib.register.renewal import renewal
from lib.register.status import Status
from lib.texts import _, ngettext
from lib.texts.formats import day, number
from lib.texts.sentences import places_phrase


def renewal_sentences(view: View, register: Register) -> list[str]:
    """Write what the renewal page shows as sentences.

    Parameters
    ----------
    view
        A view of the renewal page.
    register
        The observations.

    Returns
    -------
    list of str
        Each with the date, and with the municipalities that it is of.
    """
    counted = view_figures(view, register)
    if counted.total == 1:
        municipalities = view.municipalities(register)
        return [status_sentence(view, register, municipalities.index[municipalities["matches"]][0])]
    found = renewal(register, view.selection.definition, view.today).within(view.selection.counties)
    phrase = places_phrase(place_names(view, register), [])
    told = {
        "date": day(view.today),
        "where": f" {phrase}" if phrase else "",
        "adopted": number(counted.adopted.part),
        "total": number(counted.total),
        "year": view.today.year,
        "next": view.today.year + 1,
    }
    said = []
    if counted.adopted.part:
        dated = int(found.adopted["dated_end"].sum())
        counts = (found.ending["kommunenummer"].nunique(), len(found.unconfirmed), dated)
        texts = _of_adopted(counted.adopted.part)
        said = [text.format(count=number(count), **told) for text, count in zip(texts, counts, strict=True)]
    expired = _(
        "Per {date} har {count} av {total} kommuner{where} en frivillighetspolitikk som er utløpt eller ubekreftet."
    ).format(count=number(len(found.expired)), **told)
    said.append(f"{expired} {unknown_sentence(counted.counts[Status.UNKNOWN], counted.total)}".strip())
    return said


def _of_adopted(adopted: int) -> list[str]:
    """Word what is said of those with a policy: documents that run out, policies without confirmation, known ends."""
    return [
        ngettext(
            "Per {date} har {count} av {adopted} kommune{where} med en dokumentert frivillighetspolitikk et dokument "
            "som går ut i {year} eller {next}.",
            "Per {date} har {count} av {adopted} kommuner{where} med en dokumentert frivillighetspolitikk et dokument "
            "som går ut i {year} eller {next}.",
            adopted,
        ),
        ngettext(
            "Per {date} har {count} av {adopted} kommune{where} med en dokumentert frivillighetspolitikk en politikk "
            "uten kjent sluttdato som regnes som ubekreftet før utgangen av {next}, hvis ingen ny kilde bekrefter den.",
            "Per {date} har {count} av {adopted} kommuner{where} med en dokumentert frivillighetspolitikk en politikk "
            "uten kjent sluttdato som regnes som ubekreftet før utgangen av {next}, hvis ingen ny kilde bekrefter den.",
            adopted,
        ),
        ngettext(
            "Per {date} har {count} av {adopted} kommune{where} med en dokumentert frivillighetspolitikk et dokument "
            "med oppgitt sluttdato.",
            "Per {date} har {count} av {adopted} kommuner{where} med en dokumentert frivillighetspolitikk et dokument "
            "med oppgitt sluttdato.",
            adopted,
        ),
    ]
