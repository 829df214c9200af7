"""The words of dates in some seventy languages, as data, and how they are looked up."""
