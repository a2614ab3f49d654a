"""Whether connections send at once, on sockets made as Streamlit makes them."""

import socket

import pytest

from lib.web.sockets import send_at_once


def accepted(listening):
    with socket.create_connection(listening.getsockname()[:2]):
        connection, _address = listening.accept()
        with connection:
            return bool(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_connections_send_at_once(family, host):
    with socket.socket(family) as listening:
        listening.bind((host, 0))
        listening.listen()
        assert not accepted(listening)
        send_at_once()
        assert accepted(listening)


def test_other_sockets_are_left_alone():
    with socket.socket() as closed, socket.socket() as idle, socket.socket(socket.AF_UNIX) as local:
        closed.close()
        send_at_once()
        assert not idle.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert local.fileno() >= 0
