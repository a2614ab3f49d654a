"""What sentences for quoting share: a municipality's status, how much is not known, and what others have counted."""

from dataclasses import asdict
from datetime import date

import pandas as pd

from lib.exports.view import View
from lib.register.evidence import evidence_of
from lib.register.former_counties import former_county, said_of_former
from lib.register.published import latest_mapping
from lib.register.reasoning import reasoning_of
from lib.register.register import Register
from lib.register.schemas.publications import COUNTRY
from lib.register.status import Definition
from lib.texts import _, ngettext
from lib.texts.formats import day, number, partial_date
from lib.texts.reasoning import reasoning_sentence
from lib.texts.words import definition_word, status_word


def status_sentence(view: View, register: Register, municipality: str) -> str:
    """Say which status a municipality has, and why.

    Parameters
    ----------
    view
        Gives the date and the definition.
    register
        The observations.
    municipality
        Its number.

    Returns
    -------
    str
        One or more sentences.
    """
    row, chosen = view.municipalities(register).loc[municipality], view.selection
    observations = register.tables.policy_status
    evidence = evidence_of(municipality, observations, chosen.on, chosen.definition, today=view.today)
    return _("Status for {name} per {date} er «{status}»: {reason}").format(
        name=row["navn"],
        date=day(chosen.on),
        status=status_word(row["status"]).lower(),
        reason=reasoning_sentence(**asdict(reasoning_of(evidence, chosen.on))),
    )


def unknown_sentence(unknown: int, total: int) -> str:
    """Say how many are not looked into, so that a count of policies is not taken for all there are.

    Parameters
    ----------
    unknown, total
        Numbers of municipalities.

    Returns
    -------
    str
        A sentence; empty when all are looked into.
    """
    if not unknown:
        return ""
    return ngettext(
        "{count} av {total} kommuner er ikke undersøkt, så tallet er et minstetall.",
        "{count} av {total} kommuner er ikke undersøkt, så tallet er et minstetall.",
        unknown,
    ).format(count=number(unknown), total=number(total))


def qualified(sentence: str, definition: Definition) -> str:
    """Add which definition a sentence rests on, where it is not the usual one.

    Parameters
    ----------
    sentence
        The sentence.
    definition
        Which observations count.

    Returns
    -------
    str
        One or more sentences.
    """
    if definition == Definition.STANDARD:
        return sentence
    added = _("Dokumentasjonen er vurdert med {definition} definisjon.").format(
        definition=definition_word(definition).lower()
    )
    return f"{sentence} {added}"


def published_sentence(register: Register, area: str, on: date) -> list[str]:
    """Quote Frivillighet Norge's newest count of an area as theirs.

    Parameters
    ----------
    register
        The register.
    area
        ``NO``, a county number, or empty for a place without counts of its own.
    on
        Later counts are left out.

    Returns
    -------
    list of str
        One sentence or none: a count that cannot be right, or that was said of a larger county, is not quoted.
    """
    row = latest_mapping(register.tables.published_totals, area, on)
    if row is None:
        return []
    count, counties = int(row["n_with_policy"]), register.municipalities["fylkesnummer"]
    if area != COUNTRY:
        former = former_county(register.tables.municipalities, area)
        if count > int((counties == area).sum()) or (former and said_of_former(row["as_of"])):
            return []
        text = ngettext(
            "Frivillighet Norges egen telling ({date}) ga {count} kommune med frivillighetspolitikk i {county}, "
            "ifølge {publisher}. Det er en annen serie enn registerets.",
            "Frivillighet Norges egen telling ({date}) ga {count} kommuner med frivillighetspolitikk i {county}, "
            "ifølge {publisher}. Det er en annen serie enn registerets.",
            count,
        )
    elif pd.isna(row["n_total"]):
        return []
    else:
        text = _(
            "Frivillighet Norges egen telling ({date}) ga {count} av {total} kommuner med frivillighetspolitikk, "
            "ifølge {publisher}. Det er en annen serie enn registerets."
        )
    return [
        text.format(
            date=partial_date(row["as_of"]),
            count=number(count),
            total="" if pd.isna(row["n_total"]) else number(int(row["n_total"])),
            county=register.county_names.get(area, ""),
            publisher=row["source_publisher"].split(",")[0],
        )
    ]
