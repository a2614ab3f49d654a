"""The running application: what it serves, compressed, cached and headed as it should be."""

import os
import shutil
import statistics
import subprocess
import sys
import time

import httpx
import pytest
from lxml import html

from lib.maps.assets import map_assets
from lib.texts.language import Language
from lib.web.assets import site_script
from lib.web.styles import plain_style, site_style
from tests.conftest import ROOT, free_port


@pytest.fixture(scope="module")
def client(server):
    with httpx.Client(base_url=server, headers={"Accept-Encoding": "br, gzip"}) as client:
        yield client


FRAMES = [
    "/",
    "/kommune",
    "/data/",
    "/endringer.atom",
    "/kommune/4601-bergen",
    "/healthz",
    "/embed/kart",
    "/embed/kommune/4601",
]
ASSETS = [*map_assets(), site_style(), plain_style(), *map(site_script, Language)]


@pytest.mark.parametrize("asset", ASSETS, ids=lambda asset: asset.name)
def test_assets_are_kept_for_good_and_compressed(client, asset):
    answer = client.get(asset.path)
    assert answer.status_code == 200
    assert answer.content == asset.body
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["Content-Type"].split(";")[0] == asset.media_type.split(";")[0]
    assert answer.headers["Content-Encoding"] == "br"


@pytest.mark.parametrize("path", ["/assets/map.0000000000.js", "/assets/..%2f..%2fapp.py", "/assets/%00"])
def test_no_other_file_is_given_out(client, path):
    answer = client.get(path)
    assert answer.status_code in (400, 404)
    assert b"import" not in answer.content


def test_the_start_page_is_norwegian(client):
    answer = client.get("/")
    assert answer.status_code == 200
    assert '<html lang="nb">' in answer.text
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")


def test_an_unknown_page_says_404(client):
    assert client.get("/finnes/ikke").status_code == 404


def test_streamlits_scripts_are_compressed(client):
    page = client.get("/").text
    script = page.split('<script type="module" crossorigin src="./')[1].split('"')[0]
    answer = client.get(f"/{script}")
    assert answer.headers["Content-Encoding"] == "br"
    assert "immutable" in answer.headers["Cache-Control"]


def test_all_that_the_start_page_names_is_compressed_and_kept(client):
    page = html.fromstring(client.get("/").content)
    files = [path.removeprefix(".") for path in page.xpath("//head/*/@src | //head/link[@rel!='preload']/@href")]
    files = [path for path in files if path.endswith((".js", ".css"))]
    assert len(files) > 20
    for path in files:
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert "immutable" in answer.headers["Cache-Control"], path
        assert answer.headers.get("Content-Encoding") == "br" or len(answer.content) < 500, path


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
@pytest.mark.parametrize("path", ["/data/policy_status.csv", "/data/kommuner.geojson", "/endringer.atom", "/data/"])
def test_own_answers_come_in_the_encoding_that_is_taken(client, path, encoding):
    answer = client.get(path, headers={"Accept-Encoding": encoding})
    assert answer.headers.get("Content-Encoding", "identity") == encoding
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert answer.content == client.get(path).content
    known = {"Accept-Encoding": encoding, "If-None-Match": answer.headers["ETag"]}
    assert client.get(path, headers=known).status_code == 304


def test_answers_leave_at_once(client):
    """Two writes and a reader that puts its acknowledgement off would take 40 ms for each."""
    client.get("/healthz")
    times = []
    for _ in range(20):
        started = time.perf_counter()
        client.get("/healthz")
        times.append(time.perf_counter() - started)
    assert statistics.median(times) < 0.03


def test_only_embeds_may_be_framed_by_others(client):
    framed = {path: "frame-ancestors *" in client.get(path).headers["Content-Security-Policy"] for path in FRAMES}
    assert framed == {path: path.startswith("/embed/") for path in FRAMES}


def test_a_fault_in_the_data_stops_the_start_with_the_list(tmp_path):
    for name in ("app.py", "lib", "pages", "data", ".streamlit"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    table = tmp_path / "data" / "policy_status.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",adopted,", ",adoptd,", 1), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(free_port())],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
    )
    told = run.stdout + run.stderr
    assert run.returncode == 1
    assert "data/policy_status.csv, rad 2, kolonne status: «adoptd» er ikke tillatt." in told
    assert "Traceback" not in told


def test_it_runs_below_a_path_of_a_larger_site(tmp_path):
    port = free_port()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "streamlit", "run", "app.py"),
            *("--server.port", str(port), "--server.baseUrlPath", "frivillig"),
        ],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "FRIVILLIG_ADRESSE": "https://kart.eksempel.no"},
    )
    address = {"Host": "kart.eksempel.no"}
    try:
        base = f"http://localhost:{port}/frivillig"
        transport = httpx.HTTPTransport(retries=3)
        with httpx.Client(transport=transport) as client:
            for _ in range(200):
                try:
                    if client.get(f"{base}/_stcore/health").is_success:
                        break
                except httpx.TransportError:
                    pass
            assert '<html lang="nb">' in client.get(f"{base}/").text
            assert client.get(base + map_assets().areas.path).content == map_assets().areas.body
            assert client.get(f"{base}/healthz").json()["status"] == "ok"
            assert client.get(f"{base}/metrics").status_code == 200
            # With a published address, other names are refused, and browsers are told to keep to TLS.
            known = client.get(f"{base}/data/", headers=address)
            assert known.status_code == 200
            assert known.headers["Strict-Transport-Security"].startswith("max-age=")
            assert "https://kart.eksempel.no/frivillig/data/policy_status.csv" in known.text
            assert client.get(f"{base}/metrics", headers=address).status_code == 403
            for path in ("/", "/data/", "/healthz", "/_stcore/health"):
                other = client.get(base + path, headers={"Host": "annet.eksempel.no"})
                assert (other.status_code, other.text) == (400, "Invalid host header")
    finally:
        process.terminate()
        process.wait(10)


def test_the_icon_font_costs_visitors_nothing(client):
    from lib.web.icons import _MEDIA

    (icons,) = _MEDIA.glob("MaterialSymbols*.woff2")
    answer = client.get(f"/static/media/{icons.name}")
    assert answer.status_code == 308
    assert "SourceSansVF-Upright" in answer.headers["Location"]
    assert client.get(answer.headers["Location"]).status_code == 200
