"""The register's own vocabulary in words: statuses, definitions, size classes, kinds of documents and sources.

Codes come in as the plain texts that stand in data and addresses, so that nothing here depends on the register.
"""

from itertools import pairwise

from lib.texts import _
from lib.texts.formats import number, partial_date


def status_word(status: str) -> str:
    """Name a status, for instance ``"Vedtatt"`` for ``"adopted"``."""
    return {
        "adopted": _("Vedtatt"),
        "in_progress": _("Under arbeid"),
        "expired": _("Utløpt eller ubekreftet"),
        "none": _("Ingen funnet"),
        "unknown": _("Ikke undersøkt"),
    }[status]


def status_meaning(status: str) -> str:
    """Explain a status in one sentence."""
    return {
        "adopted": _("Kommunen har vedtatt en politikk for frivilligheten som fortsatt gjelder."),
        "in_progress": _("Kommunen lager en politikk eller har bestemt seg for å gjøre det."),
        "expired": _("Politikken gjaldt til en dato som er passert, eller ingen kilde har bekreftet den på åtte år."),
        "none": _("En kilde sier at kommunen ikke har noen politikk for frivilligheten."),
        "unknown": _("Vi kjenner ingen kilde som sier noe om kommunen. Den kan ha en politikk likevel."),
    }[status]


def council_meaning(status: str) -> str:
    """Explain the status of a county council in one sentence."""
    return {
        "adopted": _("Fylkeskommunen har vedtatt en politikk for frivilligheten som fortsatt gjelder."),
        "in_progress": _("Fylkeskommunen lager en politikk eller har bestemt seg for å gjøre det."),
        "expired": _("Politikken gjaldt til en dato som er passert, eller ingen kilde har bekreftet den på åtte år."),
        "none": _("En kilde sier at fylkeskommunen ikke har noen politikk for frivilligheten."),
        "unknown": _("Vi kjenner ingen kilde som sier at fylkeskommunen har en egen politikk. Den kan ha det likevel."),
    }[status]


def definition_word(definition: str) -> str:
    """Name a definition, for instance ``"Vanlig"`` for ``"standard"``."""
    return {"strict": _("Streng"), "standard": _("Vanlig"), "wide": _("Vid")}[definition]


def definition_meaning(definition: str) -> str:
    """Explain which observations a definition counts."""
    return {
        "strict": _("Bare sterk dokumentasjon teller: kommunens eget dokument eller Frivillighet Norges liste."),
        "standard": _("Sterk og middels dokumentasjon teller, også omtale i pressen."),
        "wide": _("All dokumentasjon teller, også svake og usikre kilder."),
    }[definition]


def confidence_word(confidence: str) -> str:
    """Name the strength of the evidence."""
    return {
        "high": _("sterk dokumentasjon"),
        "medium": _("middels dokumentasjon"),
        "low": _("svak dokumentasjon"),
    }[confidence]


def document_type_word(document_type: str) -> str:
    """Name a kind of document; empty when the source names none."""
    return {
        "politikk": _("politikk"),
        "plan": _("plan"),
        "melding": _("melding"),
        "strategi": _("strategi"),
        "erklæring": _("erklæring"),
        "avtale": _("avtale"),
        "other": _("annet dokument"),
        "": "",
    }[document_type]


def publication_kind_word(kind: str) -> str:
    """Name how a published figure came about."""
    return {
        "mapping": _("Telling"),
        "survey": _("Undersøkelse"),
        "statement": _("Sitert tall"),
    }[kind]


def milestone_kind_word(kind: str) -> str:
    """Name a kind of event."""
    return {
        "mapping": _("Telling"),
        "report": _("Rapport"),
        "research": _("Forskning"),
        "award": _("Pris"),
        "agreement": _("Avtale"),
        "conference": _("Konferanse"),
        "network": _("Nettverk"),
        "boundaries": _("Ny inndeling"),
    }[kind]


def source_kind_word(source_kind: str) -> str:
    """Name a kind of source."""
    return {
        "municipality": _("Kommuner og fylkeskommuner"),
        "frivillighet_norge": _("Frivillighet Norge"),
        "press": _("Aviser, radio og TV"),
        "government": _("Staten"),
        "research": _("Forskning"),
        "other": _("Andre"),
    }[source_kind]


def size_word(lower: int, upper: int | None) -> str:
    """Name a size class, for instance ``"2 000–4 999"``."""
    if upper is None:
        return _("{lower} og flere").format(lower=number(lower))
    if lower == 0:
        return _("under {upper}").format(upper=number(upper + 1))
    return f"{number(lower)}–{number(upper)}"


def date_in_words(date: str) -> str:
    """Say when: «i 2019», «i juli 2019», «17. juli 2019»."""
    if date.count("-") == 2:
        return _("{day}").format(day=partial_date(date))
    return _("i {date}").format(date=partial_date(date))


def since_phrase(status: str, since: str, basis: str) -> str:
    """Say since when a status holds, or how fresh the knowledge is.

    Parameters
    ----------
    status
        The derived status.
    since
        The date that goes with it, partial; empty when there is none.
    basis
        What the date stands for, as ``lib.register.status.Basis`` has it.

    Returns
    -------
    str
        For instance ``"vedtatt 14. desember 2016"``; empty for a municipality without observations.
    """
    if basis == "nothing":
        return ""
    if basis == "undated":
        return _("kilden er udatert")
    if basis == "adopted_on":
        return _("vedtatt {when}").format(when=date_in_words(since))
    if basis == "valid_from":
        return _("gjelder fra {date}").format(date=partial_date(since))
    if basis == "known_since":
        return _("kjent siden {date}").format(date=partial_date(since))
    if basis == "valid_to":
        return _("gjaldt til {date}").format(date=partial_date(since))
    return {
        "expired": _("sist bekreftet {when}"),
        "in_progress": _("sist omtalt {when}"),
        "none": _("ifølge en kilde fra {date}"),
        "unknown": _("omtalt som under arbeid {when}, ikke siden"),
    }[status].format(when=date_in_words(since), date=partial_date(since))


def share_class_words(edges: tuple[int, ...]) -> list[str]:
    """Name the classes of shares of a map or chart.

    Parameters
    ----------
    edges
        Edges in per cent; the first class is exactly nil, the last has no upper edge.

    Returns
    -------
    list of str
        One name for each class, lowest first.
    """
    names = [_("ingen"), _("under {edge} %").format(edge=edges[1])]
    names += [f"{lower}–{upper - 1} %" for lower, upper in pairwise(edges[1:])]
    return [*names, _("{edge} % eller mer").format(edge=edges[-1])]
