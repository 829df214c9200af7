"""Which addresses a fetch may connect to, when nobody typed them.

A feed, a page or a redirect is written by somebody else, and must not reach the reader's router, printer or
cloud metadata. The lists are IANA's special-purpose registries (RFC 6890, with RFC 6598, 8215, 9637, 9602),
written out here because what `ipaddress.is_global` says changes with Python's version.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_CLOSED_4 = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by a provider's customers
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local, and where clouds answer with credentials
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",
    )
)
_OPEN_6 = ip_network("2000::/3")
_CLOSED_6 = tuple(
    ip_network(block)
    for block in (
        "2001::/23",  # Teredo, ORCHID, benchmarks
        "2001:db8::/32",
        "3fff::/20",
    )
)
_SIX_TO_FOUR = ip_network("2002::/16")
_NAT64 = ip_network("64:ff9b::/96")

_PRIVATE_NAMES = (".localhost", ".local", ".internal", ".home.arpa", ".lan")


def is_public(address: str) -> bool:
    """Whether an IP address in text is one of the open internet; False for what is no address at all."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return not any(ip in block for block in _CLOSED_4)
    inner = _embedded(ip)
    if inner is not None:
        return is_public(str(inner))
    return ip in _OPEN_6 and not any(ip in block for block in _CLOSED_6)


def is_public_name(host: str) -> bool:
    """Whether a host, by its name alone, may be one of the open internet: for where a proxy resolves it.

    Names without a dot and the private top levels (RFC 6761, 6762, 8375, ICANN's .internal) are not.
    """
    try:
        ip_address(host)
    except ValueError:
        return "." in host.rstrip(".") and not host.rstrip(".").endswith(_PRIVATE_NAMES)
    return is_public(host)


def _embedded(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a mapped, 6to4 or NAT64 address is a way to (RFC 4291, 3056, 6052)."""
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip in _SIX_TO_FOUR:
        return ip.sixtofour
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    return None
