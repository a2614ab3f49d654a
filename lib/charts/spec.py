"""Charts as plain Vega-Lite, to be made once and sent many times: making one takes longer than the rest of a page."""

from typing import Any

import altair as alt


def self_contained(chart: alt.Chart | alt.LayerChart) -> dict[str, Any]:
    """Write a chart as Vega-Lite with the data inside it, or inside each layer.

    Parameters
    ----------
    chart
        The chart.

    Returns
    -------
    dict
        Its specification. Data that stand beside the layers would be packed anew each time that it is sent.
    """
    # Most of the time goes to the validation, which the tests do for every chart.
    spec = chart.to_dict(validate=False)
    datasets = spec.pop("datasets", {})
    for part in [spec, *spec.get("layer", [])]:
        if "data" in part:
            part["data"] = {"values": datasets[part["data"]["name"]]}
    return spec
