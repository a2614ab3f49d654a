"""Building the table of neighbours: the same bytes each time, and told when it cannot be done."""

import json
import subprocess
import sys

import shapely

from lib.register.tables import DATA_DIRECTORY
from tools import build_neighbours


def write_boundaries(path, areas):
    features = [
        {
            "type": "Feature",
            "properties": {"kommunenummer": number, "navn": f"Kommune {number}", "fylkesnummer": number[:2]},
            "geometry": shapely.geometry.mapping(area),
        }
        for number, area in areas.items()
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def test_gives_the_file_in_the_repository_each_time(tmp_path, capsys):
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    assert build_neighbours.main(["--output", str(first)]) == 0
    assert capsys.readouterr().out == (
        "738 par av naboer over land og 157 over fjord. Uten naboer: Utsira, Træna, Røst, Værøy.\n"
    )
    # The second in a process of its own, by the command that the documentation gives.
    command = [sys.executable, "-m", "tools.build_neighbours", "--output", str(second)]
    subprocess.run(command, check=True, cwd=DATA_DIRECTORY.parent, capture_output=True)
    assert first.read_bytes() == second.read_bytes() == (DATA_DIRECTORY / "neighbours.csv").read_bytes()


def test_both_ways_sorted_and_land_before_fjord(tmp_path):
    # 0002 shares a border with 0001 and faces it across a bay too; 0003 lies across a sound.
    areas = {
        "0002": shapely.union(shapely.box(10.1, 60.0, 10.2, 60.1), shapely.box(10.1, 60.1, 10.11, 60.2)),
        "0001": shapely.union(shapely.box(10.0, 60.0, 10.1, 60.1), shapely.box(10.0, 60.1, 10.07, 60.2)),
        "0003": shapely.box(10.0, 60.22, 10.2, 60.3),
    }
    output = tmp_path / "neighbours.csv"
    path = write_boundaries(tmp_path / "areas.geojson", areas)
    assert build_neighbours.main(["--boundaries", str(path), "--output", str(output)]) == 0
    assert output.read_text("utf-8") == (
        "kommunenummer,nabo,over\n"
        "0001,0002,land\n0001,0003,fjord\n0002,0001,land\n0002,0003,fjord\n0003,0001,fjord\n0003,0002,fjord\n"
    )


def test_missing_boundaries_are_told(tmp_path, capsys):
    output = tmp_path / "neighbours.csv"
    assert build_neighbours.main(["--boundaries", str(tmp_path / "borte.geojson"), "--output", str(output)]) == 1
    assert "Får ikke lest" in capsys.readouterr().err
    assert not output.exists()
