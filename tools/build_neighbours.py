"""Build ``data/neighbours.csv``, which municipalities are neighbours, from ``data/kommuner.geojson``.

``python -m tools.build_neighbours`` gives the same bytes each time. What makes two municipalities neighbours is decided
in ``lib.geography.borders``.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

from lib.geography.borders import Pairs, facing_pairs, land_pairs
from lib.geography.boundaries import BOUNDARIES_PATH, read_boundaries
from lib.geography.neighbours import FJORD, LAND
from lib.register.tables import DATA_DIRECTORY
from lib.texts import _

# UTM zone 33 north, in metres: the one zone that Norwegian maps of the whole country use.
METRES = 25833


def build(boundaries: gpd.GeoDataFrame) -> pd.DataFrame:
    """Find all neighbours.

    Parameters
    ----------
    boundaries : GeoDataFrame
        What ``lib.geography.boundaries.read_boundaries`` returns.

    Returns
    -------
    DataFrame
        ``kommunenummer``, ``nabo`` and ``over`` (``land`` or ``fjord``), sorted by the first two. Each pair stands
        twice, once for each of the two; those that share a border on land are not listed again across water.
    """
    numbers = boundaries.index.to_numpy()
    land = _table(numbers, land_pairs(boundaries.geometry), LAND)
    fjord = _table(numbers, facing_pairs(boundaries.geometry.to_crs(METRES)), FJORD)
    both = pd.concat([land, fjord]).drop_duplicates(["kommunenummer", "nabo"], keep="first")
    return both.sort_values(["kommunenummer", "nabo"], ignore_index=True)


def _table(numbers: np.ndarray, pairs: Pairs, over: str) -> pd.DataFrame:
    both_ways = numbers[np.vstack([pairs, pairs[:, ::-1]])]
    return pd.DataFrame(both_ways, columns=["kommunenummer", "nabo"]).assign(over=over)


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the file and print what came out.

    Parameters
    ----------
    arguments : sequence of str, optional
        Of the command line; by default those that the program was started with.

    Returns
    -------
    int
        Exit status.
    """
    parser = argparse.ArgumentParser(
        prog="python -m tools.build_neighbours", description=_("Finner hvilke kommuner som er naboer.")
    )
    parser.add_argument("--boundaries", type=Path, default=BOUNDARIES_PATH, help=_("filen med kommunegrensene"))
    parser.add_argument(
        "--output",
        type=Path,
        default=DATA_DIRECTORY / "neighbours.csv",
        help=_("filen som resultatet skrives til"),
    )
    options = parser.parse_args(arguments)
    try:
        boundaries = read_boundaries(options.boundaries)
    except OSError as error:
        print(
            _("Får ikke lest {path}: {reason}").format(path=options.boundaries, reason=error.strerror), file=sys.stderr
        )
        return 1
    neighbours = build(boundaries)
    options.output.write_text(neighbours.to_csv(index=False, lineterminator="\n"), encoding="utf-8", newline="\n")
    counts = neighbours["over"].value_counts() // 2
    print(
        _("{land} par av naboer over land og {fjord} over fjord. Uten naboer: {alone}.").format(
            land=counts.get(LAND, 0),
            fjord=counts.get(FJORD, 0),
            alone=", ".join(boundaries.loc[boundaries.index.difference(neighbours["kommunenummer"]), "navn"]) or "–",
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
