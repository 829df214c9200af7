"""The links of a page: which of them are the headlines of its articles."""
