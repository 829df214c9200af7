"""Notes and highlights on the command line."""

from pathlib import Path

from .conftest import Run

PAGE = Path(__file__).with_name("article.html")


def test_what_is_written_and_marked_is_read_listed_and_exported(tuinews: Run, tmp_path: Path) -> None:
    article = tuinews("read", str(PAGE), "--json").json
    number, words = str(article["id"]), " ".join(article["text"].split()[3:9])
    assert tuinews("note", number).out == "no note\n"
    assert tuinews("note", number, "ask", "*again*").out == "the note is saved\n"
    assert tuinews("note", number, "--json").json == {"id": article["id"], "note": "ask *again*"}
    made = tuinews("highlight", "add", number, words, "--json").json
    assert tuinews("highlight", "add", number, "words that it has not").status == 1

    assert tuinews("read", number).out.endswith("\n\nNote:\nask *again*\n")
    assert tuinews("read", number, "--format", "markdown").out.endswith("\n---\n\nask \\*again\\*\n")
    read = tuinews("read", number, "--json").json
    assert (read["note"], read["highlights"]) == ("ask *again*", [made])
    [row] = tuinews("list", "--search", "has:note has:highlight", "--json").json
    assert (row["note"], row["highlights"]) == ("ask *again*", 1)
    assert tuinews("list").out.endswith(" ✎\n")
    [listed] = tuinews("highlights", "--json").json
    assert listed == made | listed
    assert (listed["in_text"], listed["entry"]) == (True, article["id"])
    assert f"“{words}”" in tuinews("highlights").out
    told = tuinews("highlights", "is:odd")
    assert (told.status, told.err.count("is:→odd")) == (1, 1)
    file = tmp_path / "kept.md"
    assert tuinews("export", "--markdown", str(file)).status == 0
    text = file.read_text("utf-8")
    assert text.startswith(f"## {article['title']}")
    assert text.endswith(f"\n\nask \\*again\\*\n\n> {words}\n")
    assert tuinews("highlights", "--markdown").out == text
    assert tuinews("export", "--markdown", "--search", "is:starred").out == ""
    assert tuinews("export", "--markdown", "--search", "is:odd").status == 1

    assert tuinews("highlight", "remove", str(made["id"])).out == "the highlight was removed\n"
    assert tuinews("highlight", "remove", str(made["id"])).status == 1
    assert tuinews("note", number, "").out == "no note\n"
    assert tuinews("list", "--search", "has:note OR has:highlight", "--json").json == []
