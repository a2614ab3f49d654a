"""The evidence behind a municipality's status: its observations, newest first, and which of them count."""

from datetime import date

import pandas as pd

from lib.register.status import Definition, Status, known_day


def known_date(observations: pd.DataFrame) -> pd.Series:
    """Give the date at which each observation was known: observed, else adopted, else valid from.

    Parameters
    ----------
    observations
        Rows of ``policy_status``.

    Returns
    -------
    pandas.Series
        Partial dates as texts, ``""`` where the source has none.
    """
    known = observations["observed_on"].where(observations["observed_on"] != "", observations["adopted_on"])
    return known.where(known != "", observations["valid_from"])


def _known_days(observations: pd.DataFrame, known: pd.Series) -> pd.Series:
    days = [known_day(*pair) for pair in zip(observations["status"], known, strict=True)]
    return pd.Series(days, index=observations.index, dtype=object)


def known_by(observations: pd.DataFrame, on: date, *, today: date) -> pd.Series:
    """Tell which observations were known at a date.

    Parameters
    ----------
    observations
        Rows of ``policy_status``.
    on
        The date.
    today
        The present day; undated observations are known from it on.

    Returns
    -------
    pandas.Series
        Booleans on the index of `observations`.
    """
    known = known_date(observations)
    return (_known_days(observations, known) <= on) & ((known != "") | (on >= today))


def evidence_of(
    number: str, observations: pd.DataFrame, on: date, definition: Definition, *, today: date
) -> pd.DataFrame:
    """List what the sources said of a municipality.

    Parameters
    ----------
    number
        The municipality's number.
    observations
        The table ``policy_status``.
    on, definition, today
        The date, the definition and the present day, as for :func:`lib.register.status.statuses_at`.

    Returns
    -------
    pandas.DataFrame
        The municipality's rows with ``known`` (partial date) and ``counts`` (whether the rule reads the row), newest
        first, undated last.
    """
    rows, days = _read(observations[observations["kommunenummer"] == number], on, definition, today)
    strength = rows["confidence"].map({"high": 0, "medium": 1, "low": 2})
    order = pd.DataFrame({"day": days, "strength": strength}).sort_values(
        ["day", "strength"], ascending=[False, True], kind="stable"
    )
    return rows.loc[order.index]


def which_count(observations: pd.DataFrame, on: date, definition: Definition, *, today: date) -> pd.DataFrame:
    """Tell which observations the rule reads, for many municipalities at once.

    Parameters
    ----------
    observations
        Rows of ``policy_status``.
    on, definition, today
        As for :func:`evidence_of`.

    Returns
    -------
    pandas.DataFrame
        The rows in their order, with ``known`` and ``counts`` as :func:`evidence_of` has them.
    """
    return _read(observations, on, definition, today)[0]


def _read(rows: pd.DataFrame, on: date, definition: Definition, today: date) -> tuple[pd.DataFrame, pd.Series]:
    """Tell when each observation was known and whether the rule reads it, and give the days to sort them by."""
    known = known_date(rows)
    days = _known_days(rows, known)
    counts = rows["confidence"].isin(definition.confidences) & (rows["scope"] != "predecessor")
    counts &= (days <= on) & ((known != "") | (on >= today))
    return rows.assign(known=known, counts=counts), days


def document_of(evidence: pd.DataFrame, status: Status) -> pd.Series | None:
    """Find the document that a status rests on.

    Parameters
    ----------
    evidence
        As :func:`evidence_of` gives it.
    status
        The derived status.

    Returns
    -------
    pandas.Series or None
        The newest row that counts and names a document: an adopted one for ``adopted`` and ``expired``, one on its
        way for ``in_progress``; None when there is none, or when the status rests on no document.
    """
    said = {Status.ADOPTED: "adopted", Status.EXPIRED: "adopted", Status.IN_PROGRESS: "in_progress"}
    if status not in said:
        return None
    rows = evidence[evidence["counts"] & (evidence["status"] == said[status]) & (evidence["document_title"] != "")]
    return None if rows.empty else rows.iloc[0]


def documents_at(
    statuses: pd.Series, observations: pd.DataFrame, on: date, definition: Definition, *, today: date
) -> pd.DataFrame:
    """Find the documents that the statuses of many municipalities rest on.

    Parameters
    ----------
    statuses
        The derived status of each municipality, indexed by ``kommunenummer``.
    observations
        The table ``policy_status``.
    on, definition, today
        As for :func:`evidence_of`.

    Returns
    -------
    pandas.DataFrame
        Indexed by ``kommunenummer``: the row of :func:`document_of` for each municipality that has one.
    """
    resting = statuses[statuses.isin([Status.ADOPTED, Status.EXPIRED, Status.IN_PROGRESS])]
    found = {
        number: document_of(evidence_of(number, observations, on, definition, today=today), status)
        for number, status in resting.items()
    }
    documents = {number: document for number, document in found.items() if document is not None}
    columns = [*observations.columns, "known", "counts"]
    return pd.DataFrame(list(documents.values()), columns=columns).set_axis(pd.Index(documents, name="kommunenummer"))
