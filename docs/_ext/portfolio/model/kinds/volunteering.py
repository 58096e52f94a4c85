"""Volunteering: where, when and in what role one worked without pay."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.model.entries import Section, Traits
from portfolio.model.fields import N_, NN_

from .employment import Employment


@Traits(
    folder="volunteering",
    one=N_("Volunteering"),
    many=N_("Volunteering"),
    counted=NN_("%(number)d volunteer role", "%(number)d volunteer roles"),
    mark="double",
    lasting=True,
    occupation=True,
    schema_org="Organization",
    json_resume=Section(name="volunteer", title="organization"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteering(Employment):
    """Unpaid work: an organization, where and in what role."""
