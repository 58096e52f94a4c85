"""Every fact of the owner's CV is found in the text of the page it belongs to."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

FACTS = {
    "": [
        "distributed-systems and infrastructure engineer",
        "20 years",
        "large-scale, fast, and reliable",
        "Go: I’m an expert",
        "long record of open-source projects",
        "teaching, training, and mentoring",
        "committed",
        "a sort of standard library for microservices in Go",
        "a distributed log management system",
        "CRDTs and coordination-free data systems",
        "observability",
        "microservices",
        "dev/ops and infrastructure tools",
        "best practices",
    ],
    "employers/stealth-startup": ["2022 – now", "Berlin", "core engineering team", "stealth", "crypto", "lead"],
    "employers/fastly": [
        "2017 – 2021",
        "Berlin, San Francisco",
        "Data team",
        "maintained and hardened",
        "infrastructure",
        "billing",
        "real-time and historical stats",
        "customer logging",
        "Production Engineering team",
        "I led the company-wide migration",
        "heterogeneous mix",
        "Prometheus",
        "Most of my time",
        "Office of the CTO",
        "research project on distributed state",
        "QCon London",
        "Infinite Parallel Universes: State at the Edge",
    ],
    "employers/weaveworks": [
        "2015 – 2017",
        "Berlin, London",
        "acquired",
        "infrastructure mapping and monitoring",
        "side project",
        "Weave Scope",
        "Weave Cloud",
        "bootstrapped",
        "AWS",
        "Kubernetes",
        "maintained and improved",
        "gossip",
        "CRDT",
        "Weave Mesh",
        "initial versions",
        "change management",
        "Weave Flux",
    ],
    "employers/soundcloud": [
        "2012 – 2015",
        "Berlin",
        "Discovery team",
        "lead architect and engineer for search",
        "Solr",
        "migrated us to Elasticsearch",
        "indexing and query pipelines",
        "machine learning models for ranking and relevance",
        "latency KPIs",
        "operational (dev/ops) simplicity",
        "scalability",
        "continues to power",
        "Activities team",
        "event feeds",
        "orders-of-magnitude",
        "Roshi",
        "open-source",
        "CRDT",
        "distributed system for events",
        "Several major product features",
        "SoundCloud stream",
        "Infrastructure team",
        "technical lead",
        "pre-Kubernetes",
        "containerized application platform",
        "The Datacenter as a Computer",
        "container supervisor",
        "cluster scheduler",
        "service discovery system",
        "Consul",
        "glue components",
    ],
    "employers/iptego": [
        "2010 – 2012",
        "Berlin",
        "small company",
        "network monitoring",
        "PALLADION",
        "RTCP",
        "MEGACO",
        "DIAMETER",
        "RTP",
        "core technology group",
        "several distributed systems",
        "continent-sized",
        "major telecoms",
        "product manager",
        "build and release management",
        "I left",
        "Acme Packet",
        "around a year later|about a year later",
        "Oracle",
    ],
    "sabbaticals/johannesburg": [
        "2009 – 2010",
        "Johannesburg",
        "South Africa",
        "year",
        "volunteer",
        "NGOs",
        "open-source",
        "personal projects",
    ],
    "employers/bloomberg": [
        "2006 – 2009",
        "New York City",
        "information services company",
        "financial data",
        "BLAW",
        "research tools",
        "corporate lawyers",
        "BBLS",
        "federated (distributed)",
        "legal document search engine",
        "dozens to thousands of concurrent users",
        "tens- to hundreds-of-millions of documents",
        "strict SLAs",
        "system health monitoring",
        "code quality control",
    ],
    "employers/adtran": [
        "2002 – 2006",
        "Huntsville",
        "network equipment",
        "carriers",
        "enterprise",
        "co-op student engineer",
        "recurring internship",
        "several different teams",
        "SNMP",
        "TFTP",
        "embedded-class hardware",
        "multiple new features|several new features",
        "routers and switches",
        "security and VPN",
    ],
    "education/clemson-university": [
        "2001 – 2006",
        "Clemson",
        "Bachelor of Science (B.S.) in Computer Engineering",
        "Computer Science",
        "Electrical Engineering",
        "software engineering",
        "network (distributed) programming",
        "honors",
        "minor in mathematics",
    ],
}


@pytest.mark.parametrize("page", FACTS)
def test_the_facts_stand_on_their_page(site: Path, page: str) -> None:
    tree = LexborHTMLParser((site / page / "index.html").read_text("utf-8"))
    text = re.sub(r"\s+", " ", tree.css("article")[0].text()).lower()
    # "|" stands between wordings of which one is enough
    missing = [fact for fact in FACTS[page] if not any(wording.lower() in text for wording in fact.split("|"))]
    assert missing == []


@pytest.mark.parametrize(
    ("page", "headings"),
    [
        ("employers/fastly", ["Data team", "Production Engineering team", "Office of the CTO"]),
        ("employers/soundcloud", ["Discovery team", "Activities team", "Infrastructure team"]),
        ("employers/weaveworks", ["Weave Scope", "Weave Cloud", "Weave Mesh", "Weave Flux"]),
        ("employers/iptego", ["Protocol analyzers", "Core technology group", "Product management"]),
        ("employers/bloomberg", ["BLAW team", "BBLS"]),
    ],
)
def test_every_team_can_be_linked(site: Path, page: str, headings: list[str]) -> None:
    tree = LexborHTMLParser((site / page / "index.html").read_text("utf-8"))
    found = {
        heading.text(deep=False): heading.parent.attributes.get("id")
        for heading in tree.css("article section h2")
        if heading.parent
    }
    for heading in headings:
        assert found[heading] == heading.lower().replace(" ", "-")
