"""Sentences for quoting on how many municipalities have each status, now and at earlier dates."""

from collections.abc import Sequence

from lib.exports.quoting import unknown_sentence
from lib.exports.view import View
from lib.register.shares import Figures
from lib.register.status import Status
from lib.texts import _
from lib.texts.formats import day, number, percent


def status_counts(view: View, counted: Figures, where: str, chosen: Sequence[Status]) -> list[str]:
    """Say how many municipalities have each status.

    Parameters
    ----------
    view
        Gives the date.
    counted
        The municipalities that it is of; at least one.
    where
        Which they are, in words with a space in front; empty for the whole country.
    chosen
        The statuses to speak of; empty for adopted and every other that there is.

    Returns
    -------
    list of str
        One text for each status.
    """
    on, past = view.selection.on, view.selection.on != view.today
    shown = chosen or [status for status in Status if status == Status.ADOPTED or counted.counts[status]]
    said = []
    for status in shown:
        text = (_past if past else _present)(status).format(
            date=day(on),
            count=number(counted.counts[status]),
            total=number(counted.total),
            where=where,
            share=percent(counted.counts[status] / counted.total),
        )
        if status == Status.UNKNOWN:
            text += " " + _("De kan ha en politikk likevel.")
        elif status == Status.ADOPTED:
            text += f" {unknown_sentence(counted.counts[Status.UNKNOWN], counted.total)}"
        elif counted.counts[Status.UNKNOWN]:
            text += " " + _("{count} av {total} kommuner er ikke undersøkt.").format(
                count=number(counted.counts[Status.UNKNOWN]), total=number(counted.total)
            )
        said.append(text.strip())
    return said


def _present(status: Status) -> str:
    return {
        Status.ADOPTED: _(
            "Per {date} har {count} av {total} kommuner{where} ({share}) en dokumentert frivillighetspolitikk."
        ),
        Status.IN_PROGRESS: _(
            "Per {date} arbeider {count} av {total} kommuner{where} ({share}) med en frivillighetspolitikk."
        ),
        Status.EXPIRED: _(
            "Per {date} har {count} av {total} kommuner{where} ({share}) en frivillighetspolitikk som er utløpt eller "
            "ubekreftet."
        ),
        Status.NONE: _(
            "Per {date} har {count} av {total} kommuner{where} ({share}) ingen frivillighetspolitikk, ifølge en kilde."
        ),
        Status.UNKNOWN: _("Per {date} er {count} av {total} kommuner{where} ({share}) ikke undersøkt."),
    }[status]


def _past(status: Status) -> str:
    return {
        Status.ADOPTED: _(
            "Per {date} hadde {count} av dagens {total} kommuner{where} ({share}) en dokumentert frivillighetspolitikk."
        ),
        Status.IN_PROGRESS: _(
            "Per {date} arbeidet {count} av dagens {total} kommuner{where} ({share}) med en frivillighetspolitikk."
        ),
        Status.EXPIRED: _(
            "Per {date} hadde {count} av dagens {total} kommuner{where} ({share}) en frivillighetspolitikk som var "
            "utløpt eller ubekreftet."
        ),
        Status.NONE: _(
            "Per {date} hadde {count} av dagens {total} kommuner{where} ({share}) ingen frivillighetspolitikk, ifølge "
            "en kilde."
        ),
        Status.UNKNOWN: _(
            "Per {date} hadde {count} av dagens {total} kommuner{where} ({share}) status ikke undersøkt."
        ),
    }[status]
