"""A reader of addresses that need no session: a connection that is kept, as a browser's or a crawler's is.

Python's own client is used, since it costs a fraction of what the server spends on an answer from memory.
"""

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from types import MappingProxyType
from typing import NamedTuple, Self
from urllib.parse import urlsplit

# As browsers say it.
ENCODINGS = MappingProxyType({"Accept-Encoding": "gzip, deflate, br"})
TIMEOUT = 60


class Answer(NamedTuple):
    """What came back.

    Attributes
    ----------
    seconds
        From sending the request to the last byte of the answer.
    status
        The status.
    media_type
        The content type without its parameters.
    body
        The body as transferred.
    """

    seconds: float
    status: int
    media_type: str
    body: bytes


class FetchError(RuntimeError):
    """An address that did not answer with what was asked for."""


class Connection:
    """A connection to a server, opened at the first request and kept.

    Parameters
    ----------
    url
        An address of the server.
    """

    def __init__(self, url: str):
        parts = urlsplit(url)
        self._http = HTTPConnection(parts.hostname or "", parts.port, timeout=TIMEOUT)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; the next request opens a new one."""
        self._http.close()

    def get(self, address: str, headers: Mapping[str, str] = ENCODINGS) -> Answer:
        """Fetch an address.

        Parameters
        ----------
        address
            Path and query, or a whole address of this server.
        headers
            Of the request.

        Returns
        -------
        Answer
            Whatever its status; redirects are not followed.
        """
        parts = urlsplit(address)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        start = time.perf_counter()
        self._http.request("GET", target, headers=dict(headers))
        answer = self._http.getresponse()
        body = answer.read()
        return Answer(time.perf_counter() - start, answer.status, answer.headers.get_content_type(), body)

    def need(self, address: str, headers: Mapping[str, str] = ENCODINGS) -> Answer:
        """Fetch an address that must exist.

        Parameters
        ----------
        address, headers
            As for :meth:`get`.

        Returns
        -------
        Answer
            With status 200.

        Raises
        ------
        FetchError
            When it has another status.
        """
        answer = self.get(address, headers)
        if answer.status != 200:
            raise FetchError(f"{address} answered with status {answer.status}: {answer.body[:500]!r}")
        return answer


def throughput(url: str, address: str, connections: int, seconds: float) -> float:
    """Ask for one address again and again, over several connections at once.

    Parameters
    ----------
    url
        The server's address.
    address
        What to ask for.
    connections
        How many at once.
    seconds
        For how long.

    Returns
    -------
    float
        Answers per second.
    """

    def ask() -> int:
        count = 0
        with Connection(url) as connection:
            while time.perf_counter() < end:
                connection.need(address)
                count += 1
        return count

    start = time.perf_counter()
    end = start + seconds
    with ThreadPoolExecutor(connections) as pool:
        counts = [pool.submit(ask) for _ in range(connections)]
        total = sum(count.result() for count in counts)
    return total / (time.perf_counter() - start)
