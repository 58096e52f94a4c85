"""What the person's own data say of them."""

import pytest

from portfolio.model.person import username


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://github.com/ada", "ada"),
        ("https://www.linkedin.com/in/ada-flora/", "ada-flora"),
        ("https://social.example/@ada", "ada"),
        ("https://social.example/@ada/", "ada"),
        ("https://example.org/%C3%A4da", "äda"),
        ("https://example.org/", ""),
        ("https://example.org", ""),
        ("https://example.org/citations?user=ada", ""),
        ("https://example.org/users#ada", ""),
    ],
)
def test_username(address: str, name: str) -> None:
    assert username(address) == name
