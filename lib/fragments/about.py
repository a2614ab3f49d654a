"""What the register is, how a status comes about in worked examples, what is not known, and how to use it."""

from datetime import date

from lib.fragments.municipality import reasoning_words
from lib.fragments.render import render
from lib.fragments.sources import source_items
from lib.register.account import Account, account, worked_examples
from lib.register.published import latest_mapping
from lib.register.register import Register
from lib.register.status import Definition, Status
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.settings import correction_address
from lib.texts import _, ngettext
from lib.texts.formats import count_of, number, partial_date
from lib.texts.words import definition_word


def about(register: Register, today: date) -> str:
    """Tell about the register.

    Parameters
    ----------
    register
        The observations.
    today
        The present day.

    Returns
    -------
    str
        HTML: the whole page.
    """
    known = account(register, today)
    correction = correction_address()
    return render(
        "about.html",
        known=known,
        with_source=count_of(known.with_source, known.municipalities),
        statuses=[{"code": status.value, "count": _municipalities(count)} for status, count in known.counts.items()],
        examples=_examples(register, today),
        definitions=_definitions(known),
        unknown=count_of(known.counts[Status.UNKNOWN], known.municipalities),
        undated=count_of(known.undated, known.observations),
        published=_published(register, today),
        adopted=number(known.counts[Status.ADOPTED]),
        correction=correction,
        mail=bool(correction and correction.startswith("mailto:")),
        version=REGISTER_VERSION,
        date=REGISTER_DATE,
    )


def _municipalities(count: int) -> str:
    return ngettext("{count} kommune i dag.", "{count} kommuner i dag.", count).format(count=number(count))


def _examples(register: Register, today: date) -> list[dict[str, object]]:
    return [
        {
            "number": example.number,
            "name": register.municipalities.loc[example.number, "navn"],
            "status": example.status,
            "reasoning": reasoning_words(example.reasoning),
            "sources": source_items(example.evidence, dates=True),
        }
        for example in worked_examples(register, today)
    ]


def _definitions(known: Account) -> list[dict[str, str]]:
    return [
        {
            "word": definition_word(chosen),
            "observations": count_of(
                sum(known.by_confidence[level] for level in chosen.confidences), known.observations
            ),
            "adopted": count_of(known.adopted[chosen], known.municipalities),
        }
        for chosen in Definition
    ]


def _published(register: Register, today: date) -> str:
    """Say what Frivillighet Norge counted last; empty when the register has no count."""
    newest = latest_mapping(register.tables.published_totals, "NO", today)
    if newest is None:
        return ""
    return _("Frivillighet Norges egne tall fra {date} gir {count} kommuner med politikk.").format(
        count=number(newest["n_with_policy"]), date=partial_date(newest["as_of"])
    )
