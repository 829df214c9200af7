"""tuinews: a full-screen terminal news reader.

`docs/house.md` shows the packages and what each may import.
"""

__version__ = "0.1.0"
