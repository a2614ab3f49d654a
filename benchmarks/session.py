"""A visitor without a browser: speaks Streamlit's protocol over a WebSocket as its front end does.

It keeps what the front end keeps (the values of the widgets, the address, the messages it need not be sent again), so
that the server does the same work and sends the same bytes as for a browser.
"""

import asyncio
import time
from collections.abc import Iterable
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.changes import Change

MAX_CACHED_RUNS = 2


class _CountingConnection(ClientConnection):
    """Counts what arrives on the wire, compressed or not."""

    received = 0

    def data_received(self, data: bytes) -> None:
        self.received += len(data)
        super().data_received(data)


class Session:
    """One visitor's connection to a server.

    Parameters
    ----------
    url
        The server's address, with a slash at the end.
    page, query
        Path of the page to open and the parameters of its address; the start page as it is when left out.
    """

    def __init__(self, url: str, page: str = "", query: str = ""):
        self.url = url
        self._path = page
        self._widgets: dict[str, WidgetState] = {}
        self._options: dict[str, tuple[str, list[str], bool]] = {}
        self._cached: dict[str, int] = {}
        self._runs = 0
        self._page = ""
        self._query = query

    async def __aenter__(self) -> Self:
        # Many sessions keep one event loop busy; a late answer to a ping must not end one.
        self._socket = await connect(
            f"{self.url.replace('http', 'ws', 1)}_stcore/stream",
            create_connection=_CountingConnection,
            subprotocols=["streamlit"],
            max_size=None,
            open_timeout=60,
            ping_interval=None,
            proxy=None,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        self._socket.close_timeout = 1
        await self._socket.close()

    @property
    def compressed(self) -> bool:
        """Whether the server compresses what it sends over the WebSocket."""
        return bool(self._socket.protocol.extensions)

    @property
    def received(self) -> int:
        """Bytes that have arrived on the wire so far."""
        return self._socket.received

    async def change(self, change: Change) -> float:
        """Make a filter change and wait for the run that follows.

        Parameters
        ----------
        change
            The change.

        Returns
        -------
        float
            Seconds from sending it to the word that the run has finished.
        """
        name, options, several = self._options[change.key]
        values = self._widgets[name].string_array_value.data
        option = options[change.option]
        kept = [value for value in values if several and value != option]
        values[:] = [*kept, option] if change.chosen else kept
        return await self.run()

    async def run(self) -> float:
        """Ask for a run of the page and read it to its end.

        Returns
        -------
        float
            Seconds from asking to the word that the run has finished.

        Raises
        ------
        RuntimeError
            When the page shows an exception.
        """
        message = BackMsg()
        state = message.rerun_script
        state.query_string = self._query
        state.page_script_hash = self._page
        state.page_name = "" if self._page else self._path
        state.widget_states.widgets.extend(self._widgets.values())
        state.cached_message_hashes.extend(self._cached)
        context = state.context_info
        context.timezone, context.locale, context.color_scheme, context.url = "UTC", "nb-NO", "light", self.url
        request = message.SerializeToString()
        self.sent = len(request)
        start = time.perf_counter()
        await self._socket.send(request)
        finished = None
        while True:
            answer = ForwardMsg.FromString(await self._socket.recv())
            kind = answer.WhichOneof("type")
            if kind == "script_finished" and answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                finished = time.perf_counter() - start
                self._age_cache()
            elif kind == "session_status_changed" and finished is not None:
                return finished
            else:
                self._keep(answer, kind)

    def _keep(self, message: ForwardMsg, kind: str | None) -> None:
        if message.metadata.cacheable:
            self._cached[message.hash] = self._runs
        if kind == "ref_hash":
            self._cached[message.ref_hash] = self._runs
        elif kind in ("new_session", "navigation"):
            self._page = getattr(message, kind).page_script_hash
        elif kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._keep_widget(message.delta.new_element)

    def _age_cache(self) -> None:
        self._runs += 1
        self._cached = {key: run for key, run in self._cached.items() if self._runs - run <= MAX_CACHED_RUNS}

    def _keep_widget(self, element: Element) -> None:
        kind = element.WhichOneof("type")
        widget = getattr(element, kind)
        if kind == "exception":
            raise RuntimeError(f"{self.url} shows {widget.type}: {widget.message}")
        if kind == "button_group":
            options = [option.content for option in widget.options]
            several = widget.click_mode == widget.MULTI_SELECT
        elif kind == "multiselect":
            options, several = list(widget.options), True
        elif kind == "text_input":
            self._widgets.setdefault(widget.id, WidgetState(id=widget.id, string_value=widget.default))
            return
        elif kind == "date_input":
            value = WidgetState(id=widget.id)
            value.string_array_value.data.extend(widget.value if widget.set_value else widget.default)
            self._widgets.setdefault(widget.id, value)
            return
        else:
            return
        self._options[widget.id.rsplit("-", 1)[-1]] = (widget.id, options, several)
        if widget.set_value or widget.id not in self._widgets:
            value = WidgetState(id=widget.id)
            chosen = widget.raw_values if widget.set_value else [options[index] for index in widget.default]
            value.string_array_value.data.extend(chosen)
            self._widgets[widget.id] = value


async def bytes_on_the_wire(url: str, changes: Iterable[Change]) -> tuple[list[int], bool]:
    """Count what filter changes bring over the wire.

    Parameters
    ----------
    url
        The server's address.
    changes
        The changes to make, one after another, from a new visit.

    Returns
    -------
    list of int
        For each change, bytes received on the connection (frames and compression as they are) and sent (uncompressed).
    bool
        Whether the connection is compressed.
    """
    counts = []
    async with asyncio.timeout(120), Session(url) as session:
        await session.run()
        for change in changes:
            before = session.received
            await session.change(change)
            counts.append(session.received - before + session.sent)
        return counts, session.compressed
