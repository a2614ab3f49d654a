"""What happened, told in a headline and a few sentences. Codes and dates come in as plain texts."""

from lib.texts import _
from lib.texts.formats import partial_date
from lib.texts.words import date_in_words


def event_word(kind: str) -> str:
    """Name a kind of event."""
    return {
        "adopted": _("Vedtatt"),
        "renewed": _("Fornyet"),
        "expired": _("Utløpt eller ubekreftet"),
        "observed": _("Ny observasjon"),
        "corrected": _("Rettelse"),
    }[kind]


def change_title(kind: str, basis: str, place: str) -> str:
    """Head the news of a change.

    Parameters
    ----------
    kind
        ``adopted``, ``renewed`` or ``expired``.
    basis
        What the date of the change stands for, as ``lib.register.status.Basis`` has it.
    place
        Name of the municipality.

    Returns
    -------
    str
        One sentence without a full stop.
    """
    if kind == "expired":
        if basis == "valid_to":
            return _("Frivillighetspolitikken i {place} er utløpt").format(place=place)
        return _("Ingen kilde bekrefter lenger frivillighetspolitikken i {place}").format(place=place)
    if basis == "known_since":
        if kind == "renewed":
            return _("Frivillighetspolitikken i {place} er bekreftet på nytt").format(place=place)
        return _("{place} har en frivillighetspolitikk").format(place=place)
    if kind == "renewed":
        return _("{place} har fornyet frivillighetspolitikken sin").format(place=place)
    return _("{place} har vedtatt en frivillighetspolitikk").format(place=place)


def change_text(kind: str, basis: str, when: str) -> str:
    """Say when a change came about, no more precisely than the sources do.

    Parameters
    ----------
    kind, basis
        As for :func:`change_title`.
    when
        A partial date.

    Returns
    -------
    str
        One sentence.
    """
    if basis == "adopted_on":
        return _("Dokumentet ble vedtatt {when}.").format(when=date_in_words(when))
    if basis == "valid_from":
        return _("Dokumentet gjelder fra {date}.").format(date=partial_date(when))
    if basis == "valid_to":
        return _("Dokumentet gjaldt til og med {date}.").format(date=partial_date(when))
    if basis == "last_seen":
        return _("Den ble sist bekreftet {when}.").format(when=date_in_words(when))
    if kind == "renewed":
        return _("En kilde bekreftet den på nytt {when}. Ingen kilde sier når den ble fornyet.").format(
            when=date_in_words(when)
        )
    return _("Den første kilden er fra {date}. Ingen kilde sier når den ble vedtatt.").format(date=partial_date(when))


def observation_title(status: str, place: str, publisher: str) -> str:
    """Head the news of an observation.

    Parameters
    ----------
    status
        What the source says.
    place
        Whom it speaks of.
    publisher
        Who published it.

    Returns
    -------
    str
        One phrase without a full stop.
    """
    return {
        "adopted": _("{place}: vedtatt, ifølge {publisher}"),
        "in_progress": _("{place}: under arbeid, ifølge {publisher}"),
        "none": _("{place}: ingen frivillighetspolitikk, ifølge {publisher}"),
    }[status].format(place=place, publisher=publisher)


def agreement_title(status: str, place: str, publisher: str) -> str:
    """Head the news of an observation of an agreement with Frivillighet Norge; as :func:`observation_title`."""
    return {
        "adopted": _("{place}: avtale med Frivillighet Norge, ifølge {publisher}"),
        "in_progress": _("{place}: avtale med Frivillighet Norge under arbeid, ifølge {publisher}"),
        "none": _("{place}: ingen avtale med Frivillighet Norge, ifølge {publisher}"),
    }[status].format(place=place, publisher=publisher)


def observed_text(known: str) -> str:
    """Say from when an observation is, no more precisely than the source does.

    Parameters
    ----------
    known
        A partial date; empty where the source has none.

    Returns
    -------
    str
        One sentence.
    """
    if not known:
        return _("Kilden er udatert.")
    return _("Dato i kilden: {date}.").format(date=partial_date(known))


def correction_title(place: str, version: str) -> str:
    """Head the news of a correction; `place` is empty when it concerns no one place."""
    if place:
        return _("{place}: registeret er rettet").format(place=place)
    return _("Registeret er rettet i versjon {version}").format(version=version)
