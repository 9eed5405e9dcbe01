from doorbraak.model.documents.whole_sentences import MORE, both_ends, first_sentences, last_sentences, sentences_of

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
    assert first_sentences(text, 45) == f"Dat zei mr. Jansen over art. 3 van toen. {MORE}"


def test_that_the_first_sentence_stays_whole_while_that_is_readable() -> None:
    text = "Dit is een zin van ongeveer zestig letters, die niet kapot mag. En nog een zin."
    assert first_sentences(text, 40).startswith("Dit is een zin van ongeveer zestig letters, die niet kapot mag.")
    assert first_sentences("woord " * 100, 40).endswith("…")


def test_that_a_text_is_not_cut_just_before_what_its_last_sentence_announces() -> None:
    for_it = "Wij vinden dat het kan, want het helpt en het mag."
    against = "Er is ook iets tegen. Anderen gaan dit ook vragen."
    text = f"{for_it} {against} {'Daarom horen er voorwaarden bij. ' * 5}"
    announced = len(f"{for_it} Er is ook iets tegen.") + 5
    assert first_sentences(text, announced) == f"{for_it} {against} {MORE}"
    far = text.replace("Anderen", f"Anderen in {'heel ' * 9}de stad")
    assert first_sentences(far, announced) == f"{for_it} {MORE}"


def test_that_an_announcement_with_nothing_before_it_is_better_than_nothing() -> None:
    long = f"Dat {'kan niet en ' * 20}mag niet."
    assert first_sentences(f"Nee. {long}", 40) == f"Nee. {MORE}"
    assert first_sentences(f"Nee. Dat mag hier niet van de wet. {long}", 30) == (
        f"Nee. Dat mag hier niet van de wet. {MORE}"
    )


def test_that_both_ends_are_the_first_sentence_and_what_fits_of_the_last() -> None:
    text = f"Wij vinden van wel. {'Zo is het nu eenmaal hier. ' * 20}Er is iets tegen. Dit moet wel."
    room = len(f"Wij vinden van wel. {MORE} Er is iets tegen. Dit moet wel.")
    assert both_ends(text, room) == f"Wij vinden van wel. {MORE} Er is iets tegen. Dit moet wel."
    assert both_ends(text, room - 1) == f"Wij vinden van wel. {MORE} Dit moet wel."
    assert both_ends(text, 45) == f"Dit moet wel. {MORE}"
    assert both_ends(text, 1000) == text.strip()


def test_that_the_end_of_a_text_is_whole_sentences_too() -> None:
    assert last_sentences(TEXT, 25) == "Dan kan het ook! Klaar?"
    assert last_sentences("woord " * 100, 40) == ""
