"""The proxy that the environment names, by curl's rules, which other programs keep too.

`http_proxy`, `https_proxy`, `all_proxy` (in capitals too) and `no_proxy`. Settings of the desktop are not read.
"""

import os
from collections.abc import Callable, Mapping
from ipaddress import ip_address
from typing import TypeAlias

ProxyFinder: TypeAlias = Callable[[str, str, int], str | None]
"""Gives the address of the proxy for a scheme, host and port; None for a direct connection."""


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
    for entry in no_proxy.lower().replace(",", " ").split():
        name = entry.removesuffix(f":{port}").strip("[]").removeprefix("*").lstrip(".")
        if entry == "*" or (name and (host == name or host.endswith(f".{name}"))):
            return True
    return False
