"""The text of the reader: an article set in lines, what stands under it, how a line looks."""
