"""What stands before the items of lists."""

import pytest
from docutils import nodes

from portfolio.writing.list_marks import marks


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({}, "1. 2. 3."),
        ({"enumtype": "arabic", "prefix": "(", "suffix": ")", "start": 9}, "(9) (10) (11)"),
        ({"enumtype": "loweralpha", "suffix": ")", "start": 25}, "y) z) aa)"),
        ({"enumtype": "upperalpha", "start": 3}, "C. D. E."),
        ({"enumtype": "lowerroman", "start": 8}, "viii. ix. x."),
        ({"enumtype": "upperroman", "start": 1993}, "MCMXCIII. MCMXCIV. MCMXCV."),
    ],
)
def test_marks(attributes: dict[str, object], expected: str) -> None:
    found = nodes.enumerated_list("", *(nodes.list_item() for _ in range(3)), **attributes)
    assert " ".join(marks(found)) == expected
