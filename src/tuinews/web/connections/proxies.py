"""The proxy that the environment names, by curl's rules, which other programs keep too.

`http_proxy`, `https_proxy`, `all_proxy` (in capitals too) and `no_proxy`. Settings of the desktop are not read.
"""

import os
import re
from collections.abc import Callable, Mapping
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TypeAlias

ProxyFinder: TypeAlias = Callable[[str, str, int], str | None]
"""Gives the address of the proxy for a scheme, host and port; None for a direct connection."""

_Address: TypeAlias = IPv4Address | IPv6Address

_ENTRY = re.compile(r"(?P<host>\[[^\]]*\]|[^:\[\]/]*)(?P<bits>/\d{1,3})?(?::(?P<port>\d{1,5}))?")


def proxy_from_environment(
    scheme: str, host: str, port: int, environ: Mapping[str, str] = os.environ
) -> str | None:
    """The proxy for requests to `host`; never for this computer itself, which a proxy cannot reach."""
    proxy = _variable(environ, f"{scheme}_proxy") or _variable(environ, "all_proxy")
    if not proxy or _is_this_computer(host) or _is_exempt(host, port, _variable(environ, "no_proxy")):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def _variable(environ: Mapping[str, str], name: str) -> str:
    return (environ.get(name) or environ.get(name.upper()) or "").strip()


def _is_this_computer(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _is_exempt(host: str, port: int, no_proxy: str) -> bool:
    """Whether an entry of `no_proxy` is this host: entries stand between commas or blanks, as curl has it."""
    name = host.lower().rstrip(".")
    address = _address(name)
    for entry in no_proxy.lower().replace(",", " ").split():
        wanted, wanted_port = _parted(entry)
        if wanted_port not in (None, port):
            continue
        if wanted == "*":
            return True
        if address is None and _is_name_in(name, wanted.removeprefix("*").strip(".")):
            return True
        network = _network(wanted)
        if address is not None and network is not None and _plain(address) in network:
            return True
    return False


def _parted(entry: str) -> tuple[str, int | None]:
    """The host or network of an entry, and its port where it names one: `[::1]:8080`, `10.0.0.0/8`."""
    parts = _ENTRY.fullmatch(entry)
    if parts is None:  # an IPv6 address without brackets has no port
        return entry.strip("[]"), None
    return parts["host"].strip("[]") + (parts["bits"] or ""), int(parts["port"]) if parts["port"] else None


def _is_name_in(name: str, domain: str) -> bool:
    return bool(domain) and (name == domain or name.endswith(f".{domain}"))


def _address(text: str) -> _Address | None:
    try:
        return ip_address(text.partition("%")[0])
    except ValueError:
        return None


def _plain(address: _Address) -> _Address:
    """An IPv4 address that is written as an IPv6 one is the IPv4 address."""
    return (isinstance(address, IPv6Address) and address.ipv4_mapped) or address


def _network(text: str) -> IPv4Network | IPv6Network | None:
    """The addresses that an entry stands for, one where it names no size; None where it is a name."""
    try:
        return ip_network(re.sub(r"%[^/]*", "", text), strict=False)
    except ValueError:
        return None
