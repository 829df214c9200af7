"""How the panes stand, by room and by hand."""
