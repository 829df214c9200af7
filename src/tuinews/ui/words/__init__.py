"""All that the screen says, a module for each subject, in English; `tuinews.language` has the other languages.

Each message is one function or constant with whole sentences. A function looks its message up in the language that
is spoken; a constant is only marked, and `_()` stands around it wherever it is said. These modules know nothing of
the screen; what is chosen, and when, is decided by whoever calls them.
"""
