"""Fetching: within limits, and only to addresses that are allowed.

The only package that uses the HTTP library; `fetcher.Fetcher` is its interface.
"""

import sys

# httpx imports its own command line where it can, and with it click, pygments and rich: 80 modules that nobody
# here calls.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
