"""Wing 1: the wire. Fetches an address within limits and manners, and refuses where an address may not lead.

Alone knows the HTTP library; `fetcher.Fetcher` is the door, everything else here is behind it.
"""
