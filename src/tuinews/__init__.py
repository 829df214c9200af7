"""tuinews: a full-screen terminal news reader.

The rooms of the house and what each may know are drawn in `docs/house.md`.
"""

__version__ = "0.1.0"
