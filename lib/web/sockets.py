"""Lets answers leave at once, instead of waiting for the reader to acknowledge what came before."""

import gc
import socket


def send_at_once() -> None:
    """Turn off Nagle's algorithm for all who will connect.

    Headers and body leave in two writes, and so do messages of a session. With the algorithm on, the second waits until
    the first is acknowledged, which browsers put off for 40 ms. asyncio turns it off for sockets that were made for TCP
    by name; the one that Streamlit listens on was not. Connections take it over from the socket that they come in by.
    """
    for each in gc.get_objects():
        if type(each) is socket.socket and _listens(each):
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listens(each: socket.socket) -> bool:
    if each.fileno() < 0 or each.family not in (socket.AF_INET, socket.AF_INET6) or each.type != socket.SOCK_STREAM:
        return False
    return bool(each.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
