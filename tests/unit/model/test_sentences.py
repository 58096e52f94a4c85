"""Where sentences end, and what is left out of long ones."""

import pytest

from portfolio.model.entries import Key
from portfolio.model.sentences import MOST, Sentence, shortened

KEY = Key("skill", "drawing")


def whole(sentence: Sentence) -> str:
    parts = (*sentence.before, sentence.mention, *sentence.after)
    return "".join(part if isinstance(part, str) else f"<{part.slug}>" for part in parts).strip()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("I like @.", "I like @."),
        ("One. I like @. Three.", "I like @."),
        ("Really? I like @! Yes.", "I like @!"),
        ("One. @ is next. Three.", "@ is next."),
        ("One.\n@ is next.\nThree.", "@ is next."),
        ("Tools, e.g. @, are v1.2 now. Then more.", "Tools, e.g. @, are v1.2 now."),
        ("In v1.2. @ was new.", "@ was new."),
        ("Werkzeuge, z. B. @, helfen. Ja.", "Werkzeuge, z. B. @, helfen."),
        ("By J. Smith, Dr. Who and @. Then.", "By J. Smith, Dr. Who and @."),
        ("As i.e. Anna did @.", "As i.e. Anna did @."),
        ("It took 3.5 days with @... and more. End.", "It took 3.5 days with @... and more."),
        ("He said “Draw.” I took @.", "I took @."),
        ("Here (see there.) I took @. (Not there.)", "I took @."),
        ("Wait … then @ came.", "Wait … then @ came."),
        ("描いた。私は@が好き。終わり。", "私は@が好き。"),
        ("One. 2020 saw @; no end", "2020 saw @; no end"),
        ("One. Ölfarben mit @. Дальше. Ещё.", "Ölfarben mit @."),
        ("конец. потом @ был.", "конец. потом @ был."),
        ("@", "@"),
    ],
)
@pytest.mark.parametrize("mention", ["It", KEY])
def test_the_sentence_around_a_mention(text: str, sentence: str, mention: str | Key) -> None:
    before, after = text.split("@")
    shown = "<drawing>" if mention is KEY else "It"
    assert whole(Sentence.of([before, mention, after], 1)) == sentence.replace("@", shown)


def test_other_parts_stay_as_they_are() -> None:
    other = Key("project", "atlas")
    parts: list[str | Key] = ["One. For ", other, ", ", "the plates", ", I ", KEY, " well. ", other, " followed."]
    found = Sentence.of(parts, at=5)
    assert found == Sentence(before=(" For ", other, ", ", "the plates", ", I "), mention=KEY, after=(" well.",))


@pytest.mark.parametrize(
    ("before", "mention", "after", "most", "shown"),
    [
        ("  By\n", "hand", " \u00a0alone. ", 20, "By hand alone."),
        ("Some words and ", "a mention", " and more words.", 40, "Some words and a mention and more words."),
        ("Some words and ", "a mention", " and more words.", 39, "Some words and a mention and more …"),
        ("Some words and ", "a mention", ", and more words.", 26, "Some words and a mention …"),
        ("Many words stand here before ", "a mention", " and more words.", 26, "… before a mention and more …"),
        ("Many words stand here before ", "a mention", ".", 20, "… before a mention."),
        ("Many words stand here before ", "x" * 30, " end.", 20, "… " + "x" * 14 + " …"),
        ("y" * 30, "here", "z" * 30, 12, "… yyyyherezzzz …"),
        ("", "x" * 30, "", 12, "x" * 12 + " …"),
    ],
)
def test_long_sentences_are_cut_between_words(before: str, mention: str, after: str, most: int, shown: str) -> None:
    assert shortened(before, mention, after, most) == shown


def test_what_is_cut_keeps_its_length() -> None:
    for ahead in range(0, 400, 7):
        found = shortened("word " * ahead, "mention", " word" * 200)
        assert "mention" in found
        assert len(found) <= MOST + len("… ") + len(" …")
