"""What is kept as it was said is said in the language of whoever reads it."""

import pickle
from collections.abc import Callable

import pytest

from tuinews.errors import ExtractError, FetchError, Remedy, TuinewsError
from tuinews.language import TranslatedText, _, as_said_now, ngettext, to_keep
from tuinews.library.sources.refresh_tally import reason
from tuinews.web.error_messages import bad_status, duration

Speak = Callable[[str], str]


def _made(number: int) -> TuinewsError:
    """An error, made in the language that is spoken."""
    return (
        bad_status("a.test", 503, "Service Unavailable", 900.0),
        bad_status("a.test", 404, "Not Found", None),
        bad_status("a.test", 599, "", None),
        FetchError("a.test", _("took longer than {time}", time=duration(30)), _("try again later")),
        ExtractError(
            "a.test", _("this is a {found}, not a {wanted}", found=_("feed"), wanted="x"), Remedy.OWN_KIND
        ),
        FetchError("a.test", _("the response is compressed too many times")),
    )[number]


@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize(("then", "now"), [("vi", "en"), ("en", "vi")])
def test_a_failure_is_said_in_the_language_of_whoever_reads_it(
    speak: Speak, number: int, then: str, now: str
) -> None:
    speak(then)
    kept = to_keep(pickle.loads(pickle.dumps(reason(_made(number)))))
    as_it_was = as_said_now(kept)
    assert as_it_was == reason(_made(number))
    speak(now)
    assert as_said_now(kept) == reason(_made(number)) != as_it_was


def test_what_an_older_version_kept_stays_as_it_is(speak: Speak) -> None:
    assert as_said_now("máy chủ không phản hồi") == "máy chủ không phản hồi"
    speak("vi")
    assert as_said_now("the server is not responding") == "the server is not responding"


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "\x1e",
        "\x1e[1]",
        '\x1e{"language":"vi","text":"chữ"}',
        '\x1e{"language":"vi","text":"chữ","made":{"message":"{b}","many":null,"count":null,"values":{"a":1}}}',
        '\x1e{"language":"vi","text":"chữ","made":{"message":"x","many":"y","count":"z","values":{}}}',
    ],
)
def test_what_is_damaged_is_no_error(kept: str) -> None:
    assert as_said_now(kept) in (kept[1:], "chữ")


def test_a_sentence_knows_what_it_was_made_of() -> None:
    said = ngettext("{count} minute", "{count} minutes", 3)
    assert isinstance(said, TranslatedText)
    assert (said, said.message, said.many, said.amount) == ("3 minutes", "{count} minute", "{count} minutes", 3)
