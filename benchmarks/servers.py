"""The servers under test: the dashboard with its own settings, the naive build with Streamlit's defaults.

Everything listens on 127.0.0.1 at a free port, and ends with the context that started it.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import psutil
from xstatic.pkg import leaflet

HOST = "127.0.0.1"
ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 60
# Where a server listens and that it asks nobody for its address; nothing that costs or saves time.
NEUTRAL_OPTIONS = {
    "server.address": HOST,
    "server.headless": "true",
    "browser.serverAddress": "localhost",
    "browser.gatherUsageStats": "false",
}


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes
    ----------
    url
        Its address, with a slash at the end.
    process
        Its process.
    """

    url: str
    process: psutil.Process

    def memory(self) -> int:
        """Give the resident memory of the server with its children, in bytes."""
        return sum(process.memory_info().rss for process in self._processes())

    def processor_time(self) -> float:
        """Give the processor time that the server and its children have used so far, in seconds."""
        times = [process.cpu_times() for process in self._processes()]
        return sum(time.user + time.system for time in times)

    def _processes(self) -> list[psutil.Process]:
        return [self.process, *self.process.children(recursive=True)]


@contextmanager
def dashboard() -> Iterator[Server]:
    """Run the dashboard as it is deployed, with the settings in ``.streamlit/config.toml``.

    Yields
    ------
    Server
        The server, ready to answer.
    """
    with tempfile.TemporaryDirectory() as home, _streamlit(ROOT / "app.py", ROOT, Path(home)) as server:
        yield server


@contextmanager
def naive_build() -> Iterator[Server]:
    """Run the naive build with Streamlit's default settings.

    Yields
    ------
    Server
        The server, ready to answer.
    """
    script = ROOT / "benchmarks" / "naive_app.py"
    # Streamlit reads settings from the home and working folders: both are empty here.
    with (
        tempfile.TemporaryDirectory() as empty,
        _leaflet_files() as address,
        _streamlit(script, Path(empty), Path(empty), LEAFLET_URL=address, PYTHONPATH=str(ROOT)) as server,
    ):
        yield server


@contextmanager
def _streamlit(script: Path, folder: Path, home: Path, **variables: str) -> Iterator[Server]:
    port = _free_port()
    url = f"http://{HOST}:{port}/"
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    options = [f"--{name}={value}" for name, value in {**NEUTRAL_OPTIONS, "server.port": port}.items()]
    with tempfile.TemporaryFile() as log:
        process = psutil.Popen(
            [sys.executable, "-m", "streamlit", "run", str(script), *options],
            cwd=folder,
            env={**inherited, "HOME": str(home), **variables},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            if not _answers(f"{url}_stcore/health", process):
                log.seek(0)
                raise RuntimeError(f"{script.name} did not start:\n{log.read().decode(errors='replace')}")
            yield Server(url, process)
        finally:
            _end(process)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def _answers(url: str, process: psutil.Popen) -> bool:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                return answer.status == 200
        except OSError:
            time.sleep(0.1)
    return False


def _end(process: psutil.Popen) -> None:
    try:
        processes = [*process.children(recursive=True), process]
    except psutil.NoSuchProcess:
        return
    for one in processes:
        one.terminate()
    for one in psutil.wait_procs(processes, timeout=5)[1]:
        one.kill()
    process.wait()


class _Files(SimpleHTTPRequestHandler):
    """Serves files that browsers may keep, as a content delivery network does."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "public, max-age=31536000")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _leaflet_files() -> Iterator[str]:
    with ThreadingHTTPServer((HOST, 0), partial(_Files, directory=leaflet.BASE_DIR)) as files:
        Thread(target=files.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{files.server_port}"
        files.shutdown()
