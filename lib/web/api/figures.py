"""The key figures that go with lists and statistics: every share with numerator, denominator and the unknown."""

from dataclasses import replace
from typing import Any

import pandas as pd

from lib.register.shares import figures
from lib.texts import _
from lib.web.api.fields import Field, Row, Schema, count_fields, derived_fields, object_schema, rows_of


def key_figures(municipalities: pd.DataFrame) -> Row:
    """Count the statuses of some municipalities.

    Parameters
    ----------
    municipalities
        A row each, with ``status`` and ``inhabitants``.

    Returns
    -------
    dict
        By :func:`figures_schema`.
    """
    counted = figures(municipalities)
    reached = counted.inhabitants
    counts = {status.value: count for status, count in counted.counts.items()}
    row = {**counts, "total": counted.total, "share": counted.adopted.ratio}
    (plain,) = rows_of(pd.DataFrame([row]), count_fields())
    share = None if reached.ratio is None else round(reached.ratio, 4)
    return plain | {"inhabitants": {"adopted": reached.part, "total": reached.whole, "share": share}}


def figures_schema() -> dict[str, Any]:
    """Describe the key figures.

    Returns
    -------
    dict
        JSON Schema.
    """
    count: Schema = {"type": "integer", "minimum": 0}
    (share,) = derived_fields("share")
    inhabitants = object_schema(
        (
            Field("adopted", _("Innbyggere i kommuner med en vedtatt politikk. Telleren i andelen."), count),
            Field("total", _("Alle innbyggerne i kommunene. Nevneren i andelen."), count),
            replace(share, description=_("Andelen av innbyggerne: adopted / total.")),
        )
    )
    return object_schema(count_fields(), inhabitants=inhabitants)
