"""Suggesting a correction: a text with what the register says and the fields to fill in, to copy or to send."""

import pandas as pd

from lib.fragments.municipality import reasoning_words
from lib.fragments.render import render
from lib.register.evidence import document_of
from lib.register.reasoning import Reasoning
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.settings import prefilled
from lib.texts import _
from lib.texts.formats import partial_date
from lib.texts.words import definition_word, status_word


def correction_text(
    number: str, municipality: pd.Series, evidence: pd.DataFrame, reasoning: Reasoning, definition: str
) -> str:
    """Write what the register says of a municipality, and leave room for what it should say.

    Parameters
    ----------
    number
        The municipality's number.
    municipality
        Its row, as :meth:`lib.register.register.Register.at` gives it.
    evidence
        Its observations, as :func:`lib.register.evidence.evidence_of` gives them.
    reasoning
        What decided its status.
    definition
        The definition that the status is derived with.

    Returns
    -------
    str
        Plain text of several lines.
    """
    document = document_of(evidence, municipality["status"])
    said = [
        _("Status: {word} ({definition} definisjon)").format(
            word=status_word(municipality["status"]).lower(), definition=definition_word(definition).lower()
        ),
        _("Begrunnelse: {reasoning}").format(reasoning=reasoning_words(reasoning)),
        _("Dokument: {title}").format(title=_("ingen") if document is None else document["document_title"]),
        _("Kilder: {sources}").format(sources=_sources(evidence)),
    ]
    asked = [
        _("Status (vedtatt, under arbeid, utløpt, ingen):"),
        _("Dokumentets tittel:"),
        _("Type dokument (politikk, plan, melding, strategi, erklæring, annet):"),
        _("Vedtatt (dato, og av hvem):"),
        _("Gjelder fra og til:"),
        _("Lenke til dokumentet eller vedtaket:"),
        _("Annet:"),
    ]
    return "\n".join(
        [
            _("Kommune: {name}, nummer {number}").format(name=municipality["navn"], number=number),
            _("Register: versjon {version}, {date}").format(version=REGISTER_VERSION, date=partial_date(REGISTER_DATE)),
            "",
            _("DETTE SIER REGISTERET"),
            *said,
            "",
            _("DETTE ER RIKTIG (fyll ut det du vet)"),
            *asked,
        ]
    )


def _sources(evidence: pd.DataFrame) -> str:
    if evidence.empty:
        return _("ingen")
    return _("{count}, den nyeste {address}").format(count=len(evidence), address=evidence["source_url"].iloc[0])


def correction_section(name: str, number: str, text: str, destination: str | None, *, with_script: bool = True) -> str:
    """Show the text, ready to copy, and a link that opens it in a message where there is somewhere to send it.

    Parameters
    ----------
    name, number
        The municipality.
    text
        As :func:`correction_text` writes it.
    destination
        As :func:`lib.settings.correction_address` gives it.
    with_script
        Whether the page has the script that copies the text at the push of a button.

    Returns
    -------
    str
        HTML.
    """
    subject = _("Rettelse: {name} ({number})").format(name=name, number=number)
    return render(
        "correction.html",
        name=name,
        text=text,
        with_script=with_script,
        link=None if destination is None else prefilled(destination, subject, text),
        mail=destination is not None and destination.startswith("mailto:"),
    )
