"""How wide everything on the map is: two columns of labels at each side, the rings between them, the circle.

It follows from the room and the size of the letters alone, never from what is recorded: a new problem with a long name
must not push all others aside. All measures are in font sizes unless said otherwise.
"""

from dataclasses import dataclass

MARGIN, SPACE, BULGE = 0.8, 0.9, 2.0
CORRIDOR = 2.2  # above and below the labels of problems, for lines to the other side and to the household
AROUND = 1.6  # between the circle and the labels beside it, for arrows
A4 = (103.6, 64.0)  # fills it with a header and a legend
_INNER, _OUTER, _LANE, _RADIUS = 16.0, 14.0, 7.0, 7.0  # the least that they have: problems have longer names
_WIDEST_LABEL, _WIDEST_RADIUS = 24.0, 12.0


@dataclass(frozen=True, slots=True)
class Frame:
    """`x`, `y` is the middle, `width` and `height` what the rings and their labels take around it: these, `font` and
    all that methods give are in pixels. `inner` and `outer` are the widths of labels, `middle` is from the middle to
    the labels where the rings are narrowest.
    """

    x: float
    y: float
    width: float
    height: float
    font: float
    inner: float
    outer: float
    lane_width: float
    middle: float
    radius: float

    def ring(self, y: float, side: int, *, outer: bool) -> float:
        """x of a ring at height y; `side` is 1 for right, -1 for left. Both rings bulge in the middle."""
        off = (y - self.y) / (self.height / 2)
        em = self.middle + BULGE * (1 - off * off) + self.inner + SPACE + (self.lane_width if outer else 0)
        return self.x + side * em * self.font

    def lane(self, side: int) -> float:
        """x of the middle of the room between the rings, where it is narrowest."""
        return self.x + side * (self.middle + BULGE / 2 + self.inner + SPACE + self.lane_width / 2) * self.font

    @property
    def top(self) -> float:
        return self.y - self.height / 2

    @property
    def bottom(self) -> float:
        return self.y + self.height / 2

    def side(self, x: float) -> int:
        return 1 if x > self.x else -1


def frame_in(room: tuple[float, float] | None, font: float) -> Frame:
    """Fills the room, or A4. Where that is too small it is as small as can be read."""
    width, height = (A4[0] * font, A4[1] * font) if room is None else room
    beside = 2 * SPACE + MARGIN + AROUND  # of half the width, what is never wider
    spare = max(0.0, width / font / 2 - beside - _INNER - _OUTER - _LANE - _RADIUS)
    inner = min(_WIDEST_LABEL, _INNER + 0.45 * spare)
    outer = min(_WIDEST_LABEL, _OUTER + 0.25 * spare)
    radius = max(_RADIUS, min(_WIDEST_RADIUS, _RADIUS + 0.15 * spare, 0.17 * height / font))
    rest = max(0.0, spare - (inner - _INNER) - (outer - _OUTER) - (radius - _RADIUS))
    lane, middle = _LANE + rest / 2, radius + AROUND - BULGE + rest / 2
    half = beside - AROUND + BULGE + middle + inner + outer + lane
    width, height = max(width, 2 * half * font), max(height, 4 * radius * font)
    return Frame(width / 2, height / 2, width, height, font, inner, outer, lane, middle, radius)
