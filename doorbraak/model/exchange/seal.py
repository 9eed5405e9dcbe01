"""Who may make a figure that leaves: one module for each kind of it, which alone holds that kind's seal."""


class Seal:
    """Whoever holds it can make what it is checked for. A module keeps its own and hands it to nobody."""

    __slots__ = ("_sentence",)

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence

    def check(self, key: object) -> None:
        """Raises TypeError for anything but this very seal."""
        if key is not self:
            raise TypeError(self._sentence)


class Sealed:
    """What only its own module makes; nobody makes a kind of a kind."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        if cls.__mro__[1] is not Sealed:
            raise TypeError("what is sealed can't be extended")
