"""What the keys do in the reader: articles are opened, read another way, copied and handed to other programs."""
