"""The legend of the map: a bar of the shares, and what each colour means."""

from collections.abc import Mapping, Sequence

from lib.fragments.render import render
from lib.palette import SHARE_EDGES
from lib.register.shares import Figures
from lib.register.status import Status
from lib.texts.words import share_class_words, status_meaning, status_word


def status_legend(figures: Figures, *, bar: bool = True) -> str:
    """Show the five statuses with their counts.

    Parameters
    ----------
    figures
        The municipalities that stand out on the map.
    bar
        Whether to draw the bar, which takes styles in the markup.

    Returns
    -------
    str
        HTML: the bar with a part for each status, as wide as its count, and a list of what the colours mean.
    """
    return render("status_legend.html", entries=_entries(figures.counts), bar=bar)


def chart_legend(statuses: Sequence[Status] = ()) -> str:
    """Show what the colours of a chart mean.

    Parameters
    ----------
    statuses
        The statuses in the chart; empty for all five.

    Returns
    -------
    str
        HTML: a list of the colours and words.
    """
    return render("status_legend.html", entries=_entries(dict.fromkeys(statuses or Status)), bar=False)


def _entries(counts: Mapping[Status, int | None]) -> list[dict]:
    return [
        {"code": status.value, "word": status_word(status), "meaning": status_meaning(status), "count": count}
        for status, count in counts.items()
    ]


def share_legend() -> str:
    """Show the classes of shares that counties are shaded by.

    Returns
    -------
    str
        HTML: a list of the classes.
    """
    return render("share_legend.html", names=share_class_words(SHARE_EDGES))
