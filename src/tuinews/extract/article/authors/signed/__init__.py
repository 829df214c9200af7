"""What says at either end of a text who wrote it: signatures, and what is told of the authors."""
