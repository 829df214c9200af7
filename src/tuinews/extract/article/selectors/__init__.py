"""A person's selectors for one source: checked, applied, and made from a choice on one page."""
