"""The parts of a screen; they know the model and typeset, never the library."""
