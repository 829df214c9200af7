"""The day of a post is none of its poster's, and the other posts of a thread tell how its numbers are read."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.document import Heading, plain

TEXTS = (
    "I look for a first bicycle for paths in the forest. Which frame would you take of these two?",
    "Take the one with a single ring, since fewer parts fail, and the chain lasts a year longer.",
    "Spend less on the frame and more on the brakes, which nobody looks at before the first hill.",
)
JOINED = {
    "dt": "<dl class=userinfo_extra><dt>Join Date</dt><dd>Sep 2009</dd><dt>Posts</dt><dd>204</dd></dl>",
    "label": "<ul><li><label>Join Date:</label> <span>Sep 2009</span></li></ul>",
    "spans": "<div><span>Registriert seit:</span> <span class=date>12.09.2009</span></div>",
    "table": "<table><tr><td>Ngày tham gia</td><td>12/09/2009</td></tr></table>",
}


def _thread(days: tuple[str, ...], joined: str, lang: str = "en") -> str:
    posts = "".join(
        f'<li class="postbitlegacy postcontainer" id="post_{n}"><div class=posthead><span class=postdate>'
        f"<span class=date>{day}</span></span></div><div class=userinfo><a class=username>rider{n}</a>"
        f"{joined}</div>"
        f'<div id="post_message_{n}"><blockquote class="postcontent restore">{text}</blockquote></div></li>'
        for n, (day, text) in enumerate(zip(days, TEXTS, strict=True), 1)
    )
    return (
        f"<html lang={lang}><head><title>Which bicycle</title></head><body><ol id=posts>{posts}</ol></body></html>"
    )


@pytest.mark.parametrize("joined", JOINED.values(), ids=JOINED)
def test_the_day_on_which_one_joined_is_no_day_of_a_post(joined: str) -> None:
    page = _thread(("06-02-2026, 09:14 AM", "06-15-2026, 09:14 AM", "Yesterday, 07:01 AM"), joined)
    heads = [plain(block.spans) for block in extract_article(page).document.blocks if isinstance(block, Heading)]
    assert len(heads) == len(TEXTS)
    assert not any("2009" in head for head in heads)
    assert "06-02-2026" in heads[0]


@pytest.mark.parametrize(
    ("days", "published"),
    [
        (("06-02-2026", "06-15-2026", "06-16-2026"), "2026-06-02"),
        (("06-02-2026", "15-02-2026", "16-02-2026"), "2026-02-06"),
    ],
)
def test_a_day_over_twelve_tells_how_the_first_is_read(days: tuple[str, ...], published: str) -> None:
    when = extract_article(_thread(days, JOINED["dt"])).published
    assert when is not None
    assert when.latest.date().isoformat() == published
