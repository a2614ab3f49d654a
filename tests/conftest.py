"""What the tests share: the register on the committed data, a fixed present day, and a running server."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest

from lib.register.register import Register, load_register

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def register() -> Register:
    return load_register()


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 11, 23)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Address of a running dashboard, without a slash at the end."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "NO_COLOR": "1"},
    )
    address = f"http://localhost:{port}"
    try:
        for _ in range(240):
            if process.poll() is not None:
                pytest.fail(f"the server stopped: {process.stdout.read().decode()}")
            try:
                if httpx.get(f"{address}/_stcore/health").is_success:
                    break
            except httpx.TransportError:
                time.sleep(0.25)
        else:
            pytest.fail("the server did not start within a minute")
        yield address
    finally:
        process.terminate()
        process.wait(10)
