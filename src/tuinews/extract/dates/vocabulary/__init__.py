"""The words of dates in some fifty languages, as data, and how they are looked up."""
