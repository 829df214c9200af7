"""The data of a page: what its scripts and attributes hold for an application, decoded and never executed."""
