"""The finding of a comparison, in sentences: who has a policy and who has not, and how sure that is.

Codes come in as plain texts, so that nothing here depends on the register.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lib.texts import _, ngettext
from lib.texts.formats import count_of, listing, number, percent


class CountyShare(NamedTuple):
    """A county's name, how many of its municipalities have a policy, how many it has, and how many are unknown."""

    name: str
    adopted: int
    total: int
    unknown: int

    @property
    def share(self) -> float:
        """Adopted of total, 0 to 1."""
        return self.adopted / self.total


def finding_of_municipalities(statuses: Sequence[tuple[str, str]]) -> str:
    """Say how many of some municipalities have a policy, and which.

    Parameters
    ----------
    statuses
        Name and derived status of each, two or more.

    Returns
    -------
    str
        For instance ``"Bergen er den eneste av de 5 som har en dokumentert frivillighetspolitikk"``.
    """
    names = [name for name, status in statuses if status == "adopted"]
    without = [name for name, status in statuses if status != "adopted"]
    part, whole = len(names), len(statuses)
    if not names:
        text = _("Ingen av de {whole} kommunene har en dokumentert frivillighetspolitikk")
    elif not without:
        text = (
            _("Både {names} har en dokumentert frivillighetspolitikk")
            if whole == 2
            else _("Alle de {whole} kommunene har en dokumentert frivillighetspolitikk")
        )
    elif part == 1 and whole > 2:
        text = _("{names} er den eneste av de {whole} som har en dokumentert frivillighetspolitikk")
    elif len(without) == 1 and whole > 2:
        text = _("{part} av {whole} har en dokumentert frivillighetspolitikk, alle unntatt {without}")
    else:
        text = _("{part} av {whole} har en dokumentert frivillighetspolitikk: {names}")
    return text.format(part=part, whole=whole, names=listing(names), without=listing(without))


def others_in_words(statuses: Sequence[tuple[str, str]]) -> str:
    """Say what is known of the municipalities without a policy.

    Parameters
    ----------
    statuses
        Name and derived status of each.

    Returns
    -------
    str
        A sentence for each status among them; empty when all have a policy.
    """
    sentences = {
        "in_progress": _("{names} arbeider med en."),
        "expired": _("{names} har en som er utløpt eller ubekreftet."),
        "none": _("{names} har ingen, ifølge en kilde."),
        "unknown": _("{names} er ikke undersøkt og kan ha en likevel."),
    }
    said = []
    for status, sentence in sentences.items():
        names = [name for name, found in statuses if found == status]
        if names:
            said.append(sentence.format(names=listing(names)))
    return " ".join(said)


def finding_of_counties(counties: Sequence[CountyShare]) -> str:
    """Say which of some counties has the largest share of municipalities with a policy.

    Parameters
    ----------
    counties
        Two or more.

    Returns
    -------
    str
        For instance ``"Av de 3 fylkene har Agder størst andel kommuner med en dokumentert frivillighetspolitikk"``.
    """
    largest = max(county.share for county in counties)
    names = [county.name for county in counties if county.share == largest]
    if not largest:
        return _("Ingen av kommunene i {names} har en dokumentert frivillighetspolitikk").format(names=listing(names))
    if len(names) == len(counties):
        text = _("{names} har like stor andel kommuner med en dokumentert frivillighetspolitikk")
    else:
        text = _("Av de {whole} fylkene har {names} størst andel kommuner med en dokumentert frivillighetspolitikk")
    return text.format(names=listing(names), whole=len(counties))


def shares_in_words(counties: Sequence[CountyShare]) -> str:
    """Give the share of each county with both its numbers, and how many municipalities are unknown.

    Parameters
    ----------
    counties
        One or more.

    Returns
    -------
    str
        Two or three sentences, the largest share first.
    """
    order = sorted(counties, key=lambda county: -county.share)
    shares = [
        _("{count} i {name} ({share})").format(
            count=count_of(county.adopted, county.total), name=county.name, share=percent(county.share)
        )
        for county in order
    ]
    said = [_("Det er {shares}.").format(shares=listing(shares))]
    unknown, total = sum(county.unknown for county in counties), sum(county.total for county in counties)
    if unknown:
        said.append(
            _("{count} kommuner er ikke undersøkt, så tallene er minstetall.").format(count=count_of(unknown, total))
        )
    said += [
        _("{name} er både kommune og fylke, så andelen kan bare være 0 eller 100 %.").format(name=county.name)
        for county in counties
        if county.total == 1
    ]
    return " ".join(said)


def left_out_sentence(names: Sequence[str]) -> str:
    """Say which places of an address are not among the first that can be compared.

    Parameters
    ----------
    names
        Their names.

    Returns
    -------
    str
        A sentence.
    """
    return ngettext(
        "{names} er ikke med: du kan sammenligne høyst seks, og adressen har {count} for mye.",
        "{names} er ikke med: du kan sammenligne høyst seks, og adressen har {count} for mange.",
        len(names),
    ).format(names=listing(list(names)), count=number(len(names)))
