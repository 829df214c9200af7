"""Processes that read pages for the library: `pool` has them, `process` is one as its owner sees it, `loop` is
what it runs, and `messages` is how the two talk."""
