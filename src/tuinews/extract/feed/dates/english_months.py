"""The months of RFC 822, apart from the words of all languages, whose index nine feeds of ten never ask for."""

ENGLISH = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
"""The months by their names of three letters, which mean the same in every language."""

COMMON_ERA = 2400
"""A later year is Thailand's, 543 ahead."""
