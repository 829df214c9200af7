"""Whose signature on a certificate counts."""

import ssl
from collections.abc import Callable
from typing import TypeAlias

import certifi

Trust: TypeAlias = Callable[[], ssl.SSLContext]
"""Builds the TLS context of every https connection; called once, at the first one."""


def system_trust() -> ssl.SSLContext:
    """The system's authorities, so that a company's own count, and certifi's where the system shows none.

    SSL_CERT_FILE and SSL_CERT_DIR are kept to, as OpenSSL does.
    """
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        context.load_verify_locations(cafile=certifi.where())
    return context
