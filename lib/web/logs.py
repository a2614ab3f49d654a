"""What the server writes in its logs: never the whole address of a visitor."""

import ipaddress
import logging

# Both write who asked: every request in one, every session of the dashboard in the other.
_LOGGERS = ("uvicorn.access", "uvicorn.error")


def shorten_addresses() -> None:
    """Let the server's logs name the network that a visitor comes from, not the machine."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, _Shorten) for each in logger.filters):
            logger.addFilter(_Shorten())


class _Shorten(logging.Filter):
    """Shorten the address that stands first among what is to be written into a message."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple) and record.args and isinstance(record.args[0], str):
            record.args = (shortened(record.args[0]), *record.args[1:])
        return True


def shortened(client: str) -> str:
    """Name the network that an address belongs to; leave all other texts alone.

    Parameters
    ----------
    client
        An address and a port, as uvicorn writes them, or anything else.

    Returns
    -------
    str
        The first three of an address's four numbers, or the first three of eight, and zeros.

    Examples
    --------
    >>> shortened("192.0.2.17:50514")
    '192.0.2.0'
    """
    try:
        address = ipaddress.ip_address(client.rpartition(":")[0])
    except ValueError:
        return client
    address = getattr(address, "ipv4_mapped", None) or address
    network = ipaddress.ip_network((address, 24 if address.version == 4 else 48), strict=False)
    return str(network.network_address)
