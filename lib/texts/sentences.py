"""Sentences that say what a view shows, put together from what was chosen."""

from collections.abc import Mapping, Sequence
from typing import Any

from lib.texts import _, ngettext
from lib.texts.formats import listing, number

# More places than this are counted instead of named.
NAMED = 3


def places_phrase(counties: Sequence[str], sizes: Sequence[str]) -> str:
    """Say which municipalities a selection is about.

    Parameters
    ----------
    counties
        Names of the chosen counties; empty for all.
    sizes
        Names of the chosen size classes, for instance ``"2 000–4 999"``; empty for all.

    Returns
    -------
    str
        For instance ``"i Innlandet med 2 000–4 999 innbyggere"``; empty when nothing is chosen.
    """
    parts = []
    if counties:
        named = (
            listing(list(counties))
            if len(counties) <= NAMED
            else ngettext("{count} fylke", "{count} fylker", len(counties)).format(count=number(len(counties)))
        )
        parts.append(_("i {counties}").format(counties=named))
    if sizes:
        parts.append(
            _("med {sizes} innbyggere").format(sizes=listing(list(sizes), any_of=True))
            if len(sizes) <= NAMED
            else _("med størrelse i en av {count} klasser").format(count=number(len(sizes)))
        )
    return " ".join(parts)


def summary(
    counts: Mapping[Any, int],
    shown: Sequence[str],
    total: int,
    place: str,
    *,
    when: str = "",
    definition: str = "",
) -> str:
    """Say what the map shows: «Viser 46 kommuner i Innlandet: 4 har vedtatt …».

    Parameters
    ----------
    counts
        Number of municipalities in the chosen places for each status.
    shown
        The chosen statuses; empty for all.
    total
        Number of municipalities in the chosen places.
    place
        The places in words; empty for the whole country.
    when
        The date in words; empty for today.
    definition
        The definition in words; empty for the usual one.

    Returns
    -------
    str
        One or two sentences.
    """
    if not total:
        return _("Ingen kommuner passer til valgene dine.")
    matching = sum(counts[status] for status in shown) if shown else total
    # A number does not stand alone at the end of a line.
    said = [
        _count(status, counts[status]).replace(" ", "\u00a0", 1)
        for status in counts
        if (not shown or status in shown) and counts[status]
    ]
    subject = ngettext("{count} kommune", "{count} kommuner", total).format(count=number(total))
    if shown:
        subject = _("{count} av {subject}").format(count=number(matching), subject=subject)
    elif not place:
        subject = _("alle {subject}").format(subject=subject)
    sentence = _("Viser {subject}").format(subject=f"{subject} {place}".strip())
    sentence += f": {listing(said)}." if said else "."
    if when:
        sentence += " " + _("Slik var det {when}, regnet med dagens kommuner.").format(when=when)
    if definition:
        sentence += " " + _("Dokumentasjonen er vurdert med {definition} definisjon.").format(
            definition=definition.lower()
        )
    return sentence


def _count(status: str, count: int) -> str:
    text = {
        "adopted": ngettext("{count} har vedtatt en politikk", "{count} har vedtatt en politikk", count),
        "in_progress": ngettext("{count} arbeider med en", "{count} arbeider med en", count),
        "expired": ngettext(
            "{count} har en som er utløpt eller ubekreftet", "{count} har en som er utløpt eller ubekreftet", count
        ),
        "none": ngettext("{count} har ingen ifølge en kilde", "{count} har ingen ifølge en kilde", count),
        "unknown": ngettext("{count} er ikke undersøkt", "{count} er ikke undersøkt", count),
    }[status]
    return text.format(count=number(count))
