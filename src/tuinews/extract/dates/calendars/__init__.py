"""Calendars beside the common one: their days are made days of that before a text is read."""
