"""Articles that people saved in other programs: the exports of those, read without a network and without trust.

Pure: bytes in, `SavedArticle` out. One file a format; what a file is, what stands in it says, never its name.
Nothing is read by an XML parser, so that nothing can expand in it; everything has its bounds (`fields`).
"""
