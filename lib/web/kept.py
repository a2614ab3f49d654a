"""Keeps answers that never change in memory, compressed as they were first sent.

Streamlit's scripts come uncompressed and are large; compressing them anew for every visitor would cost more than the
rest of a visit. Their addresses carry a hash of the content, so one compressed copy serves for the life of the
process.
"""

from collections import OrderedDict

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Kept = tuple[Message, bytes]


class KeepImmutable:
    """Answer repeated requests for immutable files from memory.

    Parameters
    ----------
    app
        The application inside, which compresses.
    max_bytes
        How much to keep; the longest unused goes first.
    """

    def __init__(self, app: ASGIApp, max_bytes: int = 64 * 2**20):
        self.app = app
        self.max_bytes = max_bytes
        self.kept: OrderedDict[tuple[str, str], Kept] = OrderedDict()
        self.size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        headers = Headers(scope=scope) if scope["type"] == "http" else None
        if headers is None or scope["method"] != "GET" or "range" in headers or "if-none-match" in headers:
            await self.app(scope, receive, send)
            return
        key = (scope["path"], headers.get("accept-encoding", ""))
        if key in self.kept:
            self.kept.move_to_end(key)
            start, body = self.kept[key]
            await send({**start, "headers": list(start["headers"])})
            await send({"type": "http.response.body", "body": body})
            return

        start_message: Message = {}
        chunks: list[bytes] = []

        async def send_and_gather(message: Message) -> None:
            nonlocal start_message
            if message["type"] == "http.response.start":
                answer = Headers(raw=message["headers"])
                if message["status"] == 200 and "immutable" in answer.get("cache-control", ""):
                    start_message = {**message, "headers": list(message["headers"])}
            elif message["type"] == "http.response.body" and start_message:
                chunks.append(message.get("body", b""))
                if not message.get("more_body", False):
                    self._keep(key, start_message, b"".join(chunks))
            await send(message)

        await self.app(scope, receive, send_and_gather)

    def _keep(self, key: tuple[str, str], start: Message, body: bytes) -> None:
        self.kept[key] = (start, body)
        self.size += len(body)
        while self.size > self.max_bytes:
            self.size -= len(self.kept.popitem(last=False)[1][1])
