"""Mails as entries: newsletters that lie in a folder of this computer."""
