"""The words of files that go with articles: episodes, films."""

from tuinews.cli.linear.words.word import Word, WordGroup
from tuinews.language import N_, _, ngettext

WORDS = WordGroup(
    N_("Files"),
    (
        Word(N_("files"), N_("says the files that go with the open article: episodes, films")),
        Word(
            N_("download"),
            N_("N: downloads the files of an article; without a number, of the open one"),
        ),
        Word(N_("downloads"), N_("lists the downloads, numbered")),
        Word(N_("pause"), N_("N: lets a download wait, by its number in downloads")),
        Word(
            N_("resume"),
            N_("N: goes on with a download that waits or failed; without a number, with all"),
        ),
        Word(N_("remove download"), N_("N: takes a download out of the list; a whole file stays")),
        Word(N_("play"), N_("N: opens a file that was downloaded, by its number in downloads")),
    ),
)

NO_FILES = N_("This article comes with no files.")
NO_DOWNLOADS = N_("There are no downloads.")
PAUSED = N_("It waits now; resume goes on with it.")
GOES_ON = N_("It goes on; downloads says how far it is.")
TAKEN_OUT = N_("It is taken out of the list.")
NOT_HERE = N_("The file is not on this computer.")
PLAYS = N_("It opens.")
NO_PLAYER = N_("Nothing could be started for it. The file is:")


def wanted(count: int) -> str:
    """Files are on their way."""
    return ngettext(
        "1 file is on its way; downloads says how far.",
        "{count} files are on their way; downloads says how far.",
        count,
    )


def have(count: int) -> str:
    """Files go with the article that was said."""
    return ngettext(
        "1 file goes with it; files says it, download fetches it.",
        "{count} files go with it; files says them, download fetches them.",
        count,
    )


def share(words: str, percent: int) -> str:
    """How far a download is."""
    return _("{words}, {percent} per cent", words=words, percent=percent)
