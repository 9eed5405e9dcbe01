from doorbraak.model.documents.whole_sentences import MORE, first_sentences, last_sentences, sentences_of

TEXT = "Dat zei mr. Jansen over art. 3 van toen. “Het mag.” Dan kan het ook! Klaar?"


def test_that_a_short_form_is_no_end_of_a_sentence() -> None:
    assert sentences_of(TEXT) == (
        "Dat zei mr. Jansen over art. 3 van toen.",
        "“Het mag.”",
        "Dan kan het ook!",
        "Klaar?",
    )


def test_that_a_text_is_cut_at_a_whole_sentence_and_says_where_the_rest_is() -> None:
    text = f"{TEXT} En dan nog een heel verhaal."
    assert first_sentences(text, 1000) == text
    assert first_sentences(text, 55) == f"Dat zei mr. Jansen over art. 3 van toen. “Het mag.” {MORE}"


def test_that_the_first_sentence_stays_whole_while_that_is_readable() -> None:
    text = "Dit is een zin van ongeveer zestig letters, die niet kapot mag. En nog een zin."
    assert first_sentences(text, 40).startswith("Dit is een zin van ongeveer zestig letters, die niet kapot mag.")
    assert first_sentences("woord " * 100, 40).endswith("…")


def test_that_the_end_of_a_text_is_whole_sentences_too() -> None:
    assert last_sentences(TEXT, 25) == "Dan kan het ook! Klaar?"
    assert last_sentences("woord " * 100, 40) == ""
