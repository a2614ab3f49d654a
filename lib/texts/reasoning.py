"""Why a municipality has its status, in plain sentences that follow the word for the status and a colon.

Codes come in as plain texts, so that nothing here depends on the register.
"""

from collections.abc import Sequence

from lib.texts import _
from lib.texts.formats import listing, partial_date
from lib.texts.words import date_in_words


def reasoning_sentence(
    ground: str,
    *,
    document_type: str = "",
    adopted_on: str = "",
    valid_to: str = "",
    confirmed: str = "",
    about: str = "",
    earlier: str | None = None,
    progress: str | None = None,
    predecessors: Sequence[str] = (),
) -> str:
    """Say why a municipality has its status.

    Parameters
    ----------
    ground
        The branch of the rule, as ``lib.register.reasoning.Ground`` has it.
    document_type, adopted_on, valid_to, confirmed, about, earlier, progress, predecessors
        The facts of ``lib.register.reasoning.Reasoning``.

    Returns
    -------
    str
        One to three sentences. The first begins with a small letter, to stand after «Vedtatt:».
    """
    document = _document(document_type)
    if ground in ("valid", "recent", "undated"):
        said = _adopted(ground, document, adopted_on, valid_to, confirmed)
        if progress is not None:
            said += " " + _("En ny er på vei, ifølge {source}.").format(source=_source(progress))
    elif ground in ("ended", "unconfirmed"):
        said = _expired(ground, document, adopted_on, valid_to, confirmed)
        if progress is not None:
            said += " " + _("Arbeidet med en ny er sist omtalt {when} og regnes ikke lenger som pågående.").format(
                when=date_in_words(progress)
            )
    elif ground == "contradicted":
        said = _(
            "{first} kjente til et vedtak, en senere kilde sa at det ikke fantes, og arbeidet som siden ble tatt opp, "
            "er sist omtalt {when}."
        ).format(first=_source(confirmed), when=date_in_words(progress or ""))
    elif ground == "none":
        said = _("{source} sier at kommunen ikke har noen.").format(source=_source(confirmed))
        if earlier is not None:
            said += " " + _("Den går foran {source}, som kjente til et vedtak.").format(source=_source(earlier))
    elif ground == "in_progress":
        said = _in_progress(confirmed, valid_to, earlier)
    else:
        said = _unknown(ground, confirmed, predecessors)
    if about:
        said += " " + _("Kilden sier dette om {whom}.").format(whom=about)
    return said


def _document(document_type: str) -> str:
    return {
        "plan": _("planen"),
        "melding": _("meldingen"),
        "strategi": _("strategien"),
        "erklæring": _("erklæringen"),
        "avtale": _("avtalen"),
        "other": _("dokumentet"),
    }.get(document_type, _("politikken"))


def _source(known: str) -> str:
    return _("en kilde fra {date}").format(date=partial_date(known)) if known else _("en udatert kilde")


def _adopted(ground: str, document: str, adopted_on: str, valid_to: str, confirmed: str) -> str:
    adopted = date_in_words(adopted_on) if adopted_on else ""
    again = date_in_words(confirmed) if confirmed and not adopted_on.startswith(confirmed) else ""
    if ground == "valid":
        if adopted:
            said = _("{document} ble vedtatt {when} og gjelder til {end}").format(
                document=document, when=adopted, end=partial_date(valid_to)
            )
        else:
            said = _("{document} gjelder til {end}").format(document=document, end=partial_date(valid_to))
        return said + (_(", sist bekreftet {when}.").format(when=again) if again else ".")
    if adopted:
        said = _("{document} ble vedtatt {when}").format(document=document, when=adopted)
        said += _(", sist bekreftet {when}.").format(when=again) if again else "."
    else:
        known = "" if ground == "undated" else confirmed
        said = _("{source} sier at {document} er vedtatt.").format(source=_source(known), document=document)
    if valid_to:
        said += " " + _("En kilde oppgir at dokumentet gjaldt til {end}, men en annen oppgir ingen sluttdato.").format(
            end=partial_date(valid_to)
        )
    if ground == "undated":
        return (
            said
            + " "
            + _("Uten dato og sluttdato regnes vedtaket som gjeldende så lenge ingen senere kilde motsier det.")
        )
    return said + " " + _("Uten sluttdato regnes et vedtak som gjeldende i åtte år.")


def _expired(ground: str, document: str, adopted_on: str, valid_to: str, confirmed: str) -> str:
    if ground == "ended":
        return _("{document} gjaldt til {end}, og ingen av kildene som teller med, nevner en senere.").format(
            document=document, end=partial_date(valid_to)
        )
    if adopted_on and adopted_on.startswith(confirmed):
        return _(
            "{document} ble vedtatt {when}, for mer enn åtte år siden, og ingen av kildene som teller med, har "
            "bekreftet vedtaket siden."
        ).format(document=document, when=date_in_words(adopted_on))
    return _("{document} er sist bekreftet {when}, for mer enn åtte år siden, og har ingen kjent sluttdato.").format(
        document=document, when=date_in_words(confirmed)
    )


def _in_progress(confirmed: str, valid_to: str, earlier: str | None) -> str:
    said = _("{source} sier at kommunen arbeider med en politikk.").format(source=_source(confirmed))
    if valid_to:
        said += " " + _("Den forrige gjaldt til {end}.").format(end=partial_date(valid_to))
    elif earlier is not None:
        said += " " + _("En tidligere politikk er kjent fra {source}.").format(source=_source(earlier))
    return said


def _unknown(ground: str, confirmed: str, predecessors: Sequence[str]) -> str:
    if ground == "stale_progress":
        return _(
            "arbeidet med en politikk er sist omtalt {when}. Etter fire år regnes det ikke lenger som pågående, "
            "og vi vet ikke hva det førte til."
        ).format(when=date_in_words(confirmed))
    if ground == "predecessors":
        return _(
            "kildene vi kjenner, gjelder {names}, som siden er blitt en del av kommunen. "
            "En ny kommune begynner på nytt."
        ).format(names=listing(list(predecessors)))
    if ground == "left_out":
        return _("ingen av kildene vi kjenner, er sterke nok til å telle med den definisjonen som er valgt.")
    return _("vi kjenner ingen kilde som sier noe om kommunen. Den kan ha en politikk likevel.")
