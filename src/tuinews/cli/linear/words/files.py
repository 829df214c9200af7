"""The words of files that go with articles: episodes, films."""

from tuinews.cli.linear.words.word import Word, WordGroup
from tuinews.language import N_, _, ngettext

WORDS = WordGroup(
    N_("Files"),
    (
        Word(N_("files"), N_("lists the files that come with the open article: episodes, films")),
        Word(
            N_("download"),
            N_("N: downloads the files of an article; without a number, of the open one"),
        ),
        Word(N_("downloads"), N_("lists the downloads, numbered")),
        Word(N_("pause"), N_("N: pauses a download, by its number in downloads")),
        Word(
            N_("resume"),
            N_("N: resumes a download that is paused or has failed; without a number, all of them"),
        ),
        Word(N_("remove download"), N_("N: removes a download from the list; a finished file stays")),
        Word(N_("play"), N_("N: opens a file that was downloaded, by its number in downloads")),
    ),
)

NO_FILES = N_("This article comes with no files.")
NO_DOWNLOADS = N_("There are no downloads.")
PAUSED = N_("It is paused; resume continues it.")
GOES_ON = N_("It continues; downloads says how far it is.")
TAKEN_OUT = N_("It was removed from the list.")
NOT_HERE = N_("The file is not on this computer.")
PLAYS = N_("Opening it.")
NO_PLAYER = N_("No program could open it. The file is:")


def wanted(count: int) -> str:
    """Files are on their way."""
    return ngettext(
        "1 file is being downloaded; downloads says how far it is.",
        "{count} files are being downloaded; downloads says how far they are.",
        count,
    )


def have(count: int) -> str:
    """Files go with the article that was said."""
    return ngettext(
        "1 file comes with it; files lists it, download fetches it.",
        "{count} files come with it; files lists them, download fetches them.",
        count,
    )


def share(words: str, percent: int) -> str:
    """How far a download is."""
    return _("{words}, {percent} per cent", words=words, percent=percent)
