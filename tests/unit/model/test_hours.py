import pytest

from portfolio.model.hours import Hours


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("14:30", "14:30"),
        (" 9:05 ", "09:05"),
        ("00:00-23:59", "00:00 – 23:59"),
        ("14:30 to 15:15", "14:30 – 15:15"),
        ("14:30–15:15", "14:30 – 15:15"),
    ],
)
def test_times_of_day(text: str, hours: str) -> None:
    assert str(Hours.parse(text)) == hours


@pytest.mark.parametrize("text", ["", "14", "24:00", "14:60", "2:30 pm", "14:30 –", "14:30 – 14:30", "14:30 – 9:00"])
def test_times_that_are_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a time|does not end after it begins"):
        Hours.parse(text)
