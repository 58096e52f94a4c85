"""Says what of the model stands in ``evidence.json``."""

from __future__ import annotations

from portfolio.model.fields import Field, fields_of

VERSION = 2
"""That of the schema. Within a version, properties are added only."""


def exported(cls: type) -> list[Field]:
    """The fields of a class that stand in the file: all that authors write, but who finds the page, and public proofs.

    These stand together, and so do the date and the time of a delivery.
    """
    hidden = {"visibility", "id", "time"}
    return [each for each in fields_of(cls) if each.doc.meaning and each.name not in hidden and not each.public_proof]
