"""The colours: legible, and told apart in grey as well as in hue."""

import pytest

from analysis import palette


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    "ground", [*palette.SPEAKERS, palette.OTHERS, *map(palette.of_tone, (-1, -0.3, 0, 0.3, 1))]
)
def test_print_is_legible_on_every_colour(ground):
    assert contrast(palette.print_on(ground), ground) >= 4.0


def test_small_print_is_legible_on_paper():
    assert contrast(palette.SOFT, palette.PAPER) >= 4.5


def test_tone_is_blue_when_warm_orange_when_cool_grey_at_zero():
    assert palette.of_tone(0.9) == palette.WARM
    assert palette.of_tone(-0.9) == palette.COOL
    assert palette.of_tone(0.0) == palette.MIDDLE


def test_a_speaker_beyond_the_hues_is_grey():
    colours = palette.of_speakers(f"P{i}" for i in range(8))
    assert len(set(list(colours.values())[:6])) == 6
    assert colours["P7"] == palette.OTHERS
