"""Stories: which entries tell the same, found as they arrive, and which were set apart by hand."""
