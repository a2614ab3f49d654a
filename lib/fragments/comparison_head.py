"""What stands above the table of a comparison: the finding, and notices about what the address asked for."""

from collections.abc import Mapping, Sequence

from lib.fragments.render import render
from lib.register.comparison import CountyFacts, MunicipalityFacts
from lib.register.places import Earlier, Places
from lib.register.status import Definition, Status
from lib.texts import _
from lib.texts.comparison import (
    CountyShare,
    finding_of_counties,
    finding_of_municipalities,
    left_out_sentence,
    others_in_words,
    shares_in_words,
)
from lib.texts.formats import listing
from lib.texts.words import definition_word


def municipalities_finding(facts: Sequence[MunicipalityFacts], definition: Definition) -> str:
    """Say what the comparison of some municipalities comes to.

    Parameters
    ----------
    facts
        One municipality or more.
    definition
        Which observations count.

    Returns
    -------
    str
        HTML: the page's main heading, and a paragraph about those without a policy.
    """
    statuses = [(one.name, one.status.status.value) for one in facts]
    if len(facts) == 1:
        return _finding(
            _("Sammenlign {name} med andre kommuner").format(name=facts[0].name),
            _("Tabellen viser bare {name}. Velg minst én til: søk, eller bruk et av forslagene.").format(
                name=facts[0].name
            ),
        )
    others = others_in_words(statuses) or _("Tabellen viser dem side om side.")
    return _finding(finding_of_municipalities(statuses), others, definition)


def counties_finding(facts: Sequence[CountyFacts], definition: Definition) -> str:
    """Say what the comparison of some counties comes to.

    Parameters
    ----------
    facts
        One county or more.
    definition
        Which observations count.

    Returns
    -------
    str
        HTML: the page's main heading, and a paragraph with the share of each.
    """
    if len(facts) == 1:
        return _finding(
            _("Sammenlign {name} med andre fylker").format(name=facts[0].name),
            _("Tabellen viser bare {name}. Velg minst ett til.").format(name=facts[0].name),
        )
    shares = [
        CountyShare(one.name, one.figures.adopted.part, one.figures.total, one.figures.counts[Status.UNKNOWN])
        for one in facts
    ]
    return _finding(finding_of_counties(shares), shares_in_words(shares), definition)


def invitation(title: str, text: str) -> str:
    """Say what can be compared, as long as nothing is chosen.

    Parameters
    ----------
    title, text
        The page's main heading and a sentence.

    Returns
    -------
    str
        HTML.
    """
    return _finding(title, text)


def _finding(title: str, text: str, definition: Definition = Definition.STANDARD) -> str:
    if definition != Definition.STANDARD:
        text += " " + _("Dokumentasjonen er vurdert med {definition} definisjon.").format(
            definition=definition_word(definition).lower()
        )
    return render("headline.html", text=title) + render("lead_text.html", text=text)


def places_notice(read: Places, names: Mapping[str, str], links: Mapping[str, str]) -> str:
    """Tell what an address asked for that is not shown as it stands there.

    Parameters
    ----------
    read
        What the address asks for.
    names
        Name for each of today's numbers.
    links
        The address that adds a place, for each number that a former one was split into; empty where there is no
        room for it.

    Returns
    -------
    str
        HTML; empty when there is nothing to tell.
    """
    sentences = [
        _("Nummeret {former} er ikke lenger i bruk. Her vises {name}, nummer {number}.").format(
            former=_former(one), name=names[one.successors[0]], number=one.successors[0]
        )
        for one in read.replaced
    ]
    if read.left_out:
        sentences.append(left_out_sentence([names[number] for number in read.left_out]))
    split = [
        {
            "former": _former(one),
            "successors": [(names[number], links.get(number, "")) for number in one.successors],
        }
        for one in read.split
    ]
    return render("comparison_notice.html", sentences=sentences, split=split) if sentences or split else ""


def _former(one: Earlier) -> str:
    return f"{one.number} ({one.name})" if one.name else one.number


def example_names(numbers: Sequence[str], names: Mapping[str, str]) -> str:
    """Name the places of a suggested set.

    Parameters
    ----------
    numbers
        The places.
    names
        Name for each number.

    Returns
    -------
    str
        For instance ``"Oslo, Bergen og Trondheim"``.
    """
    return listing([names[number] for number in numbers])
