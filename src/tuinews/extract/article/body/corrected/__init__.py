"""The choice of the line model, corrected by the structure of the page."""
