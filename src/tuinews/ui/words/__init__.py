"""All that the screen says, a package for each language and a module for each subject.

Each message is one function or constant with whole sentences, and callers take the modules from here: a second
language is a second package with the same names. These modules know nothing of the screen; what is chosen, and
when, is decided by whoever calls them.
"""

from tuinews.ui.words.en import adding, keys, messages, overlays, source_messages, states, versions

__all__ = ["adding", "keys", "messages", "overlays", "source_messages", "states", "versions"]
