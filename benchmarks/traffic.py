"""What goes over a page's network, by Chromium's own account (DevTools protocol)."""

import base64
from typing import Any, NamedTuple

from playwright.sync_api import Page
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


class Message(NamedTuple):
    """A message over the WebSocket.

    Attributes
    ----------
    received
        True from the server, False to it.
    body
        The message, uncompressed.
    """

    received: bool
    body: bytes

    @property
    def size(self) -> int:
        """Bytes of the message without the frame around it."""
        return len(self.body)

    @property
    def kind(self) -> str:
        """What it carries, for instance ``vega_lite_chart``, ``block`` or ``reference``."""
        if not self.received:
            return "request"
        message = ForwardMsg.FromString(self.body)
        kind = message.WhichOneof("type") or "nothing"
        if kind == "ref_hash":
            return "reference"
        if kind != "delta":
            return kind
        if message.delta.WhichOneof("type") == "add_block":
            return "block"
        return message.delta.new_element.WhichOneof("type") or "nothing"


class Traffic:
    """Records what a page fetches and what goes over its WebSocket, from now on.

    Parameters
    ----------
    page
        The page; nothing opened in it yet.

    Attributes
    ----------
    messages
        Messages over the WebSocket, in order.
    """

    def __init__(self, page: Page):
        self.messages: list[Message] = []
        self._addresses: dict[str, str] = {}
        self._sizes: dict[str, int] = {}
        devtools = page.context.new_cdp_session(page)
        devtools.on("Network.requestWillBeSent", self._asked)
        devtools.on("Network.loadingFinished", self._fetched)
        devtools.on("Network.webSocketFrameReceived", lambda event: self._passed(event, received=True))
        devtools.on("Network.webSocketFrameSent", lambda event: self._passed(event, received=False))
        devtools.send("Network.enable")

    def files(self) -> list[tuple[str, int]]:
        """Give what was fetched, largest first.

        Returns
        -------
        list of (str, int)
            Address, and bytes as transferred with headers; 0 for what came from the browser's own cache.
        """
        files = [(self._addresses.get(request, "?"), size) for request, size in self._sizes.items()]
        return sorted(files, key=lambda file: -file[1])

    def _asked(self, event: dict[str, Any]) -> None:
        self._addresses[event["requestId"]] = event["request"]["url"]

    def _fetched(self, event: dict[str, Any]) -> None:
        self._sizes[event["requestId"]] = int(event["encodedDataLength"])

    def _passed(self, event: dict[str, Any], *, received: bool) -> None:
        # Streamlit's messages are binary, which arrive here in base64; opcodes above 2 are pings and the like.
        frame = event["response"]
        if frame["opcode"] == 2:
            self.messages.append(Message(received, base64.b64decode(frame["payloadData"])))
