"""The renewal watch: which documents run out, which have run out, and which nobody has confirmed for a long time.

Everything follows from the status rule, applied to what is known today. Words and tables live elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import pandas as pd

from lib.register.dates import last_day
from lib.register.evidence import document_of, evidence_of
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.status import Definition, Status, derive, in_force_until, observations_that_count

_COLUMNS = ["kommunenummer", "navn", "fylkesnummer", "fylke"]
_DOCUMENT = ["document_title", "document_type", "known", "source_url", "source_publisher"]


@dataclass(frozen=True)
class Renewal:
    """What there is to renew.

    Attributes
    ----------
    ending
        Documents in force that hold to a date in this year or the next, the earliest first: the municipality
        (``kommunenummer``, ``navn``, ``fylkesnummer``, ``fylke``), the document (``document_title``,
        ``document_type``, ``known``, ``source_url``, ``source_publisher``), ``valid_to``, ``on_its_way`` (bool: a newer
        one is known to be in the making) and ``afterwards`` (:class:`~lib.register.status.Status` on the day after, if
        nothing new becomes known).
    expired
        Municipalities whose status is ``expired``, the latest first: the municipality, the newest document, ``since``
        and ``basis`` as the status rule has them.
    unconfirmed
        Municipalities with an adopted policy of no known end that the rule counts as unconfirmed before the end of
        next year, the earliest first: the municipality, the newest document, ``last_confirmed`` (partial date),
        ``until`` (the last day on which it counts) and ``on_its_way``.
    adopted
        All municipalities with an adopted policy, and ``dated_end`` (bool: a document in force
        states to when it holds).
    """

    ending: pd.DataFrame
    expired: pd.DataFrame
    unconfirmed: pd.DataFrame
    adopted: pd.DataFrame

    def within(self, counties: Sequence[str]) -> "Renewal":
        """Restrict all of it to some counties.

        Parameters
        ----------
        counties
            County numbers; empty for all.

        Returns
        -------
        Renewal
            The rows of those counties.
        """
        if not counties:
            return self
        tables = (self.ending, self.expired, self.unconfirmed, self.adopted)
        return Renewal(*(table[table["fylkesnummer"].isin(counties)] for table in tables))


@lru_cache(maxsize=32)
def renewal(register: Register, definition: Definition, today: date) -> Renewal:
    """Find what runs out, what has run out and what is about to become unconfirmed.

    Parameters
    ----------
    register
        The observations.
    definition
        Which observations count.
    today
        The present day.

    Returns
    -------
    Renewal
        All municipalities of the country; not to be changed.
    """
    municipalities = register.at(Selection(today, definition), today)
    observations = register.tables.policy_status
    counting = observations_that_count(observations, definition)
    ending, expired, unconfirmed, adopted = [], [], [], []
    for row in municipalities[municipalities["status"].isin([Status.ADOPTED, Status.EXPIRED])].itertuples():
        place = {"kommunenummer": row.Index, "navn": row.navn, "fylkesnummer": row.fylkesnummer, "fylke": row.fylke}
        evidence = evidence_of(row.Index, observations, today, definition, today=today)
        document = _document(evidence, row.status)
        if row.status == Status.EXPIRED:
            expired.append(place | document | {"since": row.since, "basis": row.basis})
            continue
        standing = standing_documents(evidence, today)
        adopted.append(place | {"dated_end": bool((standing["valid_to"] != "").any())})
        for end, rows in standing[standing["valid_to"] != ""].groupby("valid_to", sort=False):
            if last_day(end).year > today.year + 1:
                continue
            after = derive(counting[row.Index], last_day(end) + timedelta(days=1), today=today).status
            ending.append(
                place
                | _document(rows, row.status)
                | {"valid_to": end, "on_its_way": row.under_revision, "afterwards": after}
            )
        until = standing["until"].max()
        last = standing[standing["until"] == until].iloc[0]
        if not last["valid_to"] and until < date(today.year + 1, 12, 31):
            unconfirmed.append(
                place | document | {"last_confirmed": last["known"], "until": until, "on_its_way": row.under_revision}
            )
    return Renewal(
        _table(ending, ["valid_to", "on_its_way", "afterwards"], lambda row: (last_day(row["valid_to"]), row["navn"])),
        _table(expired, ["since", "basis"], lambda row: (-_ordinal(row["since"]), row["navn"])),
        _table(unconfirmed, ["last_confirmed", "until", "on_its_way"], lambda row: (row["until"], row["navn"])),
        pd.DataFrame(adopted, columns=[*_COLUMNS, "dated_end"]).astype({"dated_end": bool}),
    )


def standing_documents(evidence: pd.DataFrame, on: date) -> pd.DataFrame:
    """List the adopted documents that are in force and that no later source contradicts.

    Parameters
    ----------
    evidence
        A municipality's observations, as :func:`lib.register.evidence.evidence_of` gives them.
    on
        The date.

    Returns
    -------
    pandas.DataFrame
        The rows with ``until``, the last day on which each counts as in force.
    """
    counting = evidence[evidence["counts"]]
    contradicted = [last_day(known) for known in counting.loc[counting["status"] == "none", "known"] if known]
    adopted = counting[counting["status"] == "adopted"]
    days = [last_day(known) if known else date.min for known in adopted["known"]]
    adopted = adopted[[day >= max(contradicted, default=date.min) for day in days]]
    until = [in_force_until(*pair) for pair in zip(adopted["valid_to"], adopted["known"], strict=True)]
    adopted = adopted.assign(until=pd.Series(until, index=adopted.index, dtype=object))
    return adopted[[day >= on for day in until]]


def _document(evidence: pd.DataFrame, status: Status) -> dict[str, str]:
    """Take the newest document with a title, or else the newest source."""
    found = document_of(evidence, status)
    if found is None:
        found = evidence[evidence["counts"] & (evidence["status"] == "adopted")].iloc[0]
    return {column: found[column] for column in _DOCUMENT}


def _ordinal(partial: str) -> int:
    return last_day(partial).toordinal() if partial else 0


def _table(rows: list[dict], own: list[str], order) -> pd.DataFrame:  # type: ignore[no-untyped-def]  # a sort key
    return pd.DataFrame(sorted(rows, key=order), columns=[*_COLUMNS, *_DOCUMENT, *own])
