"""The vocabulary of the self-assessment: answers, who gives them, and averages in words.

Codes come in as the plain texts that stand in files, so that nothing here depends on the guide.
"""

from collections.abc import Sequence

from babel.numbers import format_decimal

from lib.texts import _, ngettext
from lib.texts.formats import count_of, listing, number
from lib.texts.language import language


def answer_word(answer: str) -> str:
    """Name an answer."""
    return {
        "nei": _("Nei"),
        "delvis": _("Delvis"),
        "i-stor-grad": _("I stor grad"),
        "ja": _("Ja"),
        "vet-ikke": _("Vet ikke"),
    }[answer]


def respondent_word(respondent: str) -> str:
    """Name those who answer."""
    return {"kommunen": _("Kommunen"), "organisasjonene": _("Organisasjonene")}[respondent]


def answered_by(respondent: str) -> str:
    """Say who has answered, in a sentence."""
    return {
        "kommunen": _("Besvart av kommunen."),
        "organisasjonene": _("Besvart av organisasjonene i kommunen."),
    }[respondent]


def average_words(average: float | None) -> str:
    """Write an average with its scale, for instance ``"2,3 av 3"``; a dash for none."""
    return "–" if average is None else _("{average} av 3").format(average=decimal(average))


def change_words(change: float | None) -> str:
    """Write how much an average has changed, with its sign; a dash for none."""
    if change is None:
        return "–"
    return decimal(change, "+0.0;−0.0") if round(change, 1) else decimal(0.0)


def decimal(value: float, form: str = "0.0") -> str:
    """Write a number with one decimal, for instance ``"2,3"``."""
    return format_decimal(value, format=form, locale=language().locale)


def base_words(answered: int, total: int) -> str:
    """Say how many statements an average rests on, for instance ``"2 av 3 svar"``."""
    return _("{count} svar").format(count=count_of(answered, total))


def quoted(name: str) -> str:
    """Put a name in quotation marks."""
    return _("«{name}»").format(name=name)


def verdict_word(verdict: str) -> str:
    """Name what an average says."""
    return {
        "strength": _("Styrke"),
        "underway": _("På vei"),
        "gap": _("Mangel"),
        "unknown": _("For få svar"),
    }[verdict]


def method_note() -> str:
    """Say how the averages come about."""
    return _(
        "Hvert svar teller fra 0 (nei) til 3 (ja). Gjennomsnittet er av påstandene som er besvart. «Vet ikke» og "
        "ubesvart teller ikke med, og regnes aldri som nei. Et snitt på 2 eller mer er en styrke, 1 eller mindre er en "
        "mangel. Er under halvparten besvart, er det for få svar til å si noe."
    )


def ring_note(before: str) -> str:
    """Explain the rings of the profile.

    Parameters
    ----------
    before
        The date of the earlier assessment, in words.
    """
    return _("Ringene viser egenvurderingen fra {date}.").format(date=before)


def answered_sentence(answered: int, unsure: int, total: int) -> str:
    """Say how many statements are answered.

    Parameters
    ----------
    answered
        How many count.
    unsure
        How many are answered with «vet ikke».
    total
        How many there are.

    Returns
    -------
    str
        One or two sentences.
    """
    said = _("{count} påstander er besvart.").format(count=count_of(answered, total))
    if unsure:
        said += " " + ngettext(
            "{count} er besvart med «vet ikke».", "{count} er besvart med «vet ikke».", unsure
        ).format(count=number(unsure))
    return said


def findings_sentence(strengths: Sequence[str], gaps: Sequence[str]) -> str:
    """Name the strengths and the gaps.

    Parameters
    ----------
    strengths, gaps
        Names of recommendations, the most marked first.

    Returns
    -------
    str
        One or two sentences; empty where there is neither.
    """
    said = []
    if strengths:
        said.append(_("Størst styrke: {names}.").format(names=listing([quoted(name) for name in strengths])))
    if gaps:
        said.append(_("Mest å hente: {names}.").format(names=listing([quoted(name) for name in gaps])))
    return " ".join(said)
