"""Employers: where, when and in what role one worked."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.model.entries import Section, Traits
from portfolio.model.fields import N_, NN_

from .employment import Employment


@Traits(
    folder="employers",
    one=N_("Employer"),
    many=N_("Experience"),
    counted=NN_("%(number)d employer", "%(number)d employers"),
    mark="bar",
    lasting=True,
    occupation=True,
    schema_org="Organization",
    json_resume=Section(name="work", whole="description", before=("company",)),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Employer(Employment):
    """An employment: an organization, where and in what role."""
