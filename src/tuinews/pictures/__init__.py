"""Pictures: alone knows Pillow. Bytes in, what a library keeps or a screen can draw out; pure functions.

Pillow takes 0.1 s to import: whoever needs this room imports its modules at the first picture, off the loop.
"""
