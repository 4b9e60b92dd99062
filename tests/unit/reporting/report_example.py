"""A small analysis made by hand: every kind of provision and of finding, every kind of gap.

All sentences are ours. Offsets are found by searching, so that quotes are verbatim by construction.
"""

from __future__ import annotations

from datetime import date

from app.comparing.diff import word_diff
from app.models.analysis import (
    Analysis,
    Check,
    Comparison,
    DuplicatePair,
    Finding,
    FindingKind,
    LibraryStamp,
    Limit,
    Outcome,
    Severity,
)
from app.models.facts import Audience, DealFacts, Fact, FactSource, GoverningLaw, Perspective, UserOfTerms
from app.models.liability import Damage, Extent, Fault, LiabilityCell, LiabilityMatrix
from app.models.provisions import (
    Duration,
    Evidence,
    LiabilityCap,
    LiabilityExclusion,
    NoticePeriod,
    ObjectionDeadline,
    Party,
    Provision,
    ProvisionKind,
    ProvisionValue,
    RenewalTerm,
    Term,
    Unit,
)
from app.models.reading import Clause, Correction, LostCorrection, NotAnalysed, Reading
from app.models.source import Box, Ignored, IgnoredReason, ImportNote, Page, SourceDocument

HOSTILE = "<script>alert('x')</script> & \"Zitat\""

_TEXTS = {
    "c0001": ("§ 1", "Laufzeit", "", None, "term"),
    "c0002": (
        "(1)",
        "",
        "Der Vertrag läuft 24 Monate. Er verlängert sich um jeweils 12 Monate, wenn er nicht mit einer Frist von "
        "6 Monaten zum Ende der Laufzeit gekündigt wird.",
        "c0001",
        "termination",
    ),
    "c0003": ("(2)", "", "Verbraucher können den Vertrag binnen 14 Tagen widerrufen.", "c0001", "withdrawal"),
    "c0004": ("§ 2", f"Haftung {HOSTILE}", "", None, "limitation_of_liability"),
    "c0005": (
        "(1)",
        "",
        "Der Anbieter haftet je Schadensereignis nur bis zu 10.000 Euro. Bei Verzug zahlt er 0,5 % des Preises je "
        "angefangene Woche.",
        "c0004",
        "limitation_of_liability",
    ),
    "c0006": (
        "(2)",
        "",
        "Für entgangenen Gewinn haftet der Anbieter nicht, außer bei Vorsatz.",
        "c0004",
        "limitation_of_liability",
    ),
    "c0007": ("§ 3", "Rechnung", "", None, "payment"),
    "c0008": (
        "(1)",
        "",
        "Rechnungen sind innerhalb von 30 Tagen zu bezahlen. Einwendungen sind binnen 10 Werktagen zu erheben, sonst "
        "gilt die Rechnung als anerkannt. Ansprüche wegen Mängeln verjähren in einem Jahr.",
        "c0007",
        "payment",
    ),
    "c0009": (
        "(2)",
        "",
        "Rechnungen sind innerhalb von 14 Tagen zu bezahlen. Einwendungen sind binnen 10 Werktagen zu erheben, sonst "
        "gilt die Rechnung als anerkannt. Ansprüche wegen Mängeln verjähren in einem Jahr.",
        "c0007",
        "payment",
    ),
    "c0010": ("§ 5", "Schlussbestimmungen", "", None, "written_form"),
    "c0011": (
        "(1)",
        "",
        "„Werktag“ ist jeder Tag außer Sonntag. § 9 Abs. 2 bleibt unberührt. Es gilt deutsches Recht.",
        "c0010",
        "applicable_law",
    ),
    "c0012": (
        "(2)",
        "",
        "Der Kunde kann den Vertrag mit einer Frist von 3 Monaten zum Jahresende kündigen. „Werktag“ ist jeder Tag von "
        "Montag bis Freitag. Änderungen gelten als genehmigt, wenn der Kunde schweigt.",
        "c0010",
        "termination",
    ),
}


def _clause(id_: str, index: int) -> Clause:
    label, heading, text, parent, type_ = _TEXTS[id_]
    path = (_TEXTS[parent][0], label) if parent else (label,)
    return Clause(
        id=id_,
        anchor=f"anchor-{index}",
        label=label,
        heading=heading,
        text=text,
        path=path,
        parent=parent,
        level=1 if parent else 0,
        page=1 + index // 6,
        boxes=(Box(1 + index // 6, 72.123456, 100.0 + index, 500.0, 112.5 + index),),
        type=type_,
        confidence=0.9 if text else 0.45,
        type_source="wording" if text else "heading",
    )


CLAUSES = tuple(_clause(id_, index) for index, id_ in enumerate(_TEXTS))


def _provision(
    number: int, kind: ProvisionKind, clause: str, quote: str, value: ProvisionValue, confidence: float = 0.8
) -> Provision:
    place = _place(clause, quote, "")
    rule = f"example_{number}"
    return Provision(
        f"p{number:04}", kind, clause, place.start, place.end, quote, value, rule=rule, confidence=confidence
    )


def _place(clause: str, quote: str, part: str) -> Evidence:
    start = _TEXTS[clause][2].index(quote)
    return Evidence(clause, start, start + len(quote), part)


def _d(value: float, unit: Unit, printed: str = "") -> Duration:
    return Duration(value, unit, printed)


_NOTICE = NoticePeriod(_d(6, Unit.MONTH, "Monaten"), "end_of_term", by=Party.CUSTOMER)
_NOTICE_AT_YEAR_END = NoticePeriod(_d(3, Unit.MONTH, "Monaten"), "end_of_year", by=Party.CUSTOMER)
_CAP = LiabilityCap("amount", amount=10000.0, currency="EUR", per="event", liable=Party.SUPPLIER)
_DELAY = LiabilityCap("percentage", percent=0.5, of="price", per="week", liable=Party.SUPPLIER, damage=("delay",))
_EXCLUSION = LiabilityExclusion(Party.SUPPLIER, damage=("lost_profit",), carve_outs=("intent",))
_OBJECTION = ObjectionDeadline(
    _d(10, Unit.WORKING_DAY, "Werktagen"), subject="invoice", deemed_consent=True, by=Party.CUSTOMER
)
K = ProvisionKind
PROVISIONS = (
    _provision(1, K.CONTRACT_TERM, "c0002", "läuft 24 Monate", Term(_d(24, Unit.MONTH, "Monate"))),
    _provision(2, K.RENEWAL_TERM, "c0002", "um jeweils 12 Monate", RenewalTerm(_d(12, Unit.MONTH, "Monate"))),
    _provision(3, K.NOTICE_PERIOD, "c0002", "mit einer Frist von 6 Monaten zum Ende der Laufzeit", _NOTICE),
    _provision(4, K.WITHDRAWAL_PERIOD, "c0003", "binnen 14 Tagen widerrufen", Term(_d(14, Unit.DAY, "Tagen"))),
    _provision(5, K.LIABILITY_CAP, "c0005", "je Schadensereignis nur bis zu 10.000 Euro", _CAP),
    _provision(6, K.LIABILITY_CAP, "c0005", "0,5 % des Preises je angefangene Woche", _DELAY),
    _provision(7, K.LIABILITY_EXCLUSION, "c0006", "Für entgangenen Gewinn haftet der Anbieter nicht", _EXCLUSION),
    _provision(8, K.PAYMENT_TERM, "c0008", "innerhalb von 30 Tagen", Term(_d(30, Unit.DAY, "Tagen"))),
    _provision(9, K.OBJECTION_DEADLINE, "c0008", "Einwendungen sind binnen 10 Werktagen zu erheben", _OBJECTION),
    _provision(10, K.LIMITATION_PERIOD, "c0008", "verjähren in einem Jahr", Term(_d(1, Unit.YEAR, "Jahr")), 0.55),
    _provision(11, K.NOTICE_PERIOD, "c0012", "mit einer Frist von 3 Monaten zum Jahresende", _NOTICE_AT_YEAR_END),
)

_REFERENCE_TEXT = (
    "Der Vertrag läuft 12 Monate. Er verlängert sich auf unbestimmte Zeit, wenn er nicht mit einer Frist von "
    "3 Monaten zum Ende der Laufzeit gekündigt wird."
)


def _comparison(reference: str, title: str, text: str, clause: str) -> Comparison:
    own = _TEXTS[clause][2]
    return Comparison(reference, title, "preferred", 0, 0.8123, text, own, word_diff(text, own))


def _finding(number: int, kind: FindingKind, severity: Severity, code: str, **rest: object) -> Finding:
    return Finding(f"f{number:04}", f"finding-{number}", kind, severity, code, **rest)  # type: ignore[arg-type]


_RULE = "termination.customer.1"
NOTICE_FINDING = _finding(
    1,
    FindingKind.DEVIATION,
    Severity.HIGH,
    "value_above_limit",
    params={"kind": "notice_period", "field": "duration", "comparison": "at_most", "reference": "Kündigung"},
    clauses=("c0002",),
    provisions=("p0003",),
    evidence=(Evidence("c0002", 0, 28, "term"),),
    reference="termination.customer",
    rule=_RULE,
    legal_basis=("§ 307 BGB", "§ 309 Nr. 9 BGB"),
    comparison=_comparison("termination.customer", "Kündigung durch den Kunden", _REFERENCE_TEXT, "c0002"),
    limit=Limit(_RULE, "duration", 6.0, "at_most", 3.0, "month", "month"),
    guidance="Intern: notfalls vier Monate.",
    reference_status="review",
)
EXCLUSION_FINDING = _finding(
    2,
    FindingKind.DEVIATION,
    Severity.HIGH,
    "provision_forbidden",
    params={"kind": "liability_exclusion", "field": "damage", "comparison": "forbidden", "reference": "Haftung"},
    clauses=("c0006",),
    provisions=("p0007",),
    reference="liability.customer",
    rule="liability.customer.2",
    comparison=_comparison("liability.customer", "Haftung", "Die Parteien haften nach dem Gesetz.", "c0006"),
    guidance="Intern.",
    reference_status="approved",
)
_CONTRADICTING = (
    "wenn er nicht mit einer Frist von 6 Monaten zum Ende der Laufzeit gekündigt wird",
    "Der Kunde kann den Vertrag mit einer Frist von 3 Monaten zum Jahresende kündigen.",
)
CONTRADICTION_FINDING = _finding(
    3,
    FindingKind.CONTRADICTION,
    Severity.HIGH,
    "contradiction",
    params={"kind": "notice_period", "first": _CONTRADICTING[0], "second": _CONTRADICTING[1], "places": 2},
    clauses=("c0002", "c0012"),
    provisions=("p0003", "p0011"),
    evidence=tuple(_place(c, q, "value") for c, q in zip(("c0002", "c0012"), _CONTRADICTING, strict=True)),
)
_ESSENTIAL_DE = (
    "Hinweis: Die Klausel könnte nach § 307 Abs. 2 Nr. 2 BGB unwirksam sein, weil sie auch bei wesentlichen Pflichten gilt. "
    "Für uns heißt das: Der Kern der Leistung wäre nicht gedeckt."
)
_ESSENTIAL_EN = (
    "Note: the clause may be ineffective under § 307 Abs. 2 Nr. 2 BGB, because it covers essential duties too. For us this "
    "means that the core of the service would not be covered."
)
_GROSS_DE = (
    "Hinweis: Die Klausel könnte nach § 309 Nr. 7 Buchst. b BGB unwirksam sein, weil sie bei grober Fahrlässigkeit nicht "
    "ausgenommen ist. Für uns heißt das: Auch grobe Fehler blieben ohne Ersatz."
)
_GROSS_EN = (
    "Note: the clause may be ineffective under § 309 Nr. 7 Buchst. b BGB, because gross negligence is not excepted. For us "
    "this means that even gross faults would go without compensation."
)
LIABILITY_FINDING = _finding(
    4,
    FindingKind.STATUTORY,
    Severity.HIGH,
    "statutory_liability",
    params={
        "title_de": "Wesentliche Vertragspflichten",
        "title_en": "Essential duties",
        "norm": "§ 307 Abs. 2 Nr. 2 BGB, § 309 Nr. 7 Buchst. b BGB",
        "why_de": f"{_ESSENTIAL_DE}\n{_GROSS_DE}",
        "why_en": f"{_ESSENTIAL_EN}\n{_GROSS_EN}",
        "effect": "direct",
        "audience": "b2b",
        "disputed": False,
        "kind_assumed": False,
        "date_assumed": True,
        "note": "Welche Pflichten wesentlich sind, bestimmt der Vertrag.",
        "as_of": "2026-11-22",
        "rules": "bgb-307-2-2, bgb-309-7b",
    },
    clauses=("c0006",),
    provisions=("p0007",),
    evidence=(_place("c0006", "Für entgangenen Gewinn haftet der Anbieter nicht", "rule"),),
    rule="bgb-307-2-2",
    legal_basis=("§ 307 Abs. 2 Nr. 2 BGB", "§ 309 Nr. 7 Buchst. b BGB"),
    reference_status="review",
)
MISSING_FINDING = _finding(
    5,
    FindingKind.MISSING,
    Severity.MEDIUM,
    "missing_clause",
    params={
        "type": "confidentiality",
        "effect": "Es gibt keine allgemeine Pflicht zur Verschwiegenheit.",
        "norm": "§ 241 Abs. 2 BGB",
        "good_for": "supplier",
    },
    searched=("type:confidentiality", "provision:notice_period"),
    reference="confidentiality.customer",
    rule="confidentiality.customer#required",
    legal_basis=("§ 241 Abs. 2 BGB",),
)
SECTIONS_FINDING = _finding(
    6,
    FindingKind.DUPLICATE,
    Severity.MEDIUM,
    "repeated_sections",
    params={"copies": 2, "clauses": 3, "exact": 1, "near": 2, "changed_numbers": 1},
    clauses=("c0001", "c0004"),
    sections=(("c0001", "c0002", "c0003"), ("c0004", "c0005", "c0006")),
)
STATUTORY_FINDING = _finding(
    7,
    FindingKind.STATUTORY,
    Severity.MEDIUM,
    "statutory",
    params={
        "title_de": "Schweigen gilt als Erklärung",
        "title_en": "Silence counts as a declaration",
        "norm": "§ 308 Nr. 5 BGB",
        "why_de": "Hinweis: Die Klausel könnte nach § 308 Nr. 5 BGB unwirksam sein, weil sie Schweigen als Erklärung wertet. "
        "Für uns heißt das: Ein versäumter Widerspruch könnte als Zustimmung gelten.",
        "why_en": "Note: the clause may be ineffective under § 308 Nr. 5 BGB, because it treats silence as a declaration. "
        "For us this means that a missed objection might be read as consent.",
        "effect": "indicative",
        "audience": "b2b",
        "disputed": True,
        "kind_assumed": False,
        "date_assumed": False,
        "note": "Handelsbräuche sind zu beachten.",
        "as_of": "2026-11-22",
    },
    clauses=("c0012",),
    evidence=(_place("c0012", "Änderungen gelten als genehmigt, wenn der Kunde schweigt.", "wording"),),
    rule="bgb-308-5",
    legal_basis=("§ 308 Nr. 5 BGB",),
    reference_status="review",
)
_WITHDRAWAL = "Verbraucher können den Vertrag binnen 14 Tagen ohne Angabe von Gründen widerrufen."
WORDING_FINDING = _finding(
    8,
    FindingKind.DEVIATION,
    Severity.MEDIUM,
    "wording_missing",
    params={"reference": "Widerruf", "old": "ohne Angabe von Gründen", "new": ""},
    clauses=("c0003",),
    evidence=(_place("c0003", "Verbraucher können den Vertrag binnen 14 Tagen widerrufen.", "changed"),),
    reference="withdrawal.customer",
    legal_basis=("§ 355 BGB",),
    comparison=_comparison("withdrawal.customer", "Widerruf", _WITHDRAWAL, "c0003"),
    reference_status="review",
)
DUPLICATE_FINDING = _finding(
    9,
    FindingKind.DUPLICATE,
    Severity.LOW,
    "duplicate_clause",
    params={"relation": "near", "similarity": 0.9667, "copies": 2, "changed_numbers": 1},
    clauses=("c0008", "c0009"),
)
REFERENCE_FINDING = _finding(
    10,
    FindingKind.BROKEN_REFERENCE,
    Severity.LOW,
    "broken_reference",
    params={"label": "§ 5 > (1)", "target": "§ 9 Abs. 2", "home": None, "there": "§ 1 – § 5", "places": 1},
    clauses=("c0011",),
    evidence=(_place("c0011", "§ 9 Abs. 2", "reference"),),
)
DEFINITION_FINDING = _finding(
    11,
    FindingKind.DEFINITION,
    Severity.LOW,
    "definition_twice",
    params={"term": "Werktag"},
    clauses=("c0011", "c0012"),
    evidence=(
        _place("c0011", "„Werktag“ ist jeder Tag außer Sonntag.", "term"),
        _place("c0012", "„Werktag“ ist jeder Tag von Montag bis Freitag.", "term"),
    ),
)
NUMBERING_FINDING = _finding(
    12,
    FindingKind.NUMBERING,
    Severity.INFO,
    "numbering_gap",
    params={"before": "§ 3", "after": "§ 5", "missing": "§ 4", "home": None},
    clauses=("c0007", "c0010"),
    evidence=(Evidence("c0007", 0, 0, "label"), Evidence("c0010", 0, 0, "label")),
)
HIDDEN_FINDING = _finding(
    13,
    FindingKind.HIDDEN_TEXT,
    Severity.INFO,
    "hidden_text_on_page",
    params={"quote": f"Verborgene Worte {HOSTILE}", "cause": "white", "page": 2, "paragraph": None, "part": None},
)
FINDINGS = (
    NOTICE_FINDING,
    EXCLUSION_FINDING,
    CONTRADICTION_FINDING,
    LIABILITY_FINDING,
    MISSING_FINDING,
    SECTIONS_FINDING,
    STATUTORY_FINDING,
    WORDING_FINDING,
    DUPLICATE_FINDING,
    REFERENCE_FINDING,
    DEFINITION_FINDING,
    NUMBERING_FINDING,
    HIDDEN_FINDING,
)

CHECKS = (
    Check(_RULE, Outcome.FINDING, clauses=("c0002",), provisions=("p0003",)),
    Check("liability.customer.1", Outcome.OK, clauses=("c0005",), provisions=("p0005",)),
    Check("liability.customer.2", Outcome.FINDING, clauses=("c0006",), provisions=("p0007",)),
    Check(
        "liability.customer.3",
        Outcome.UNDECIDABLE,
        ("contract_value",),
        ("c0005",),
        ("p0006",),
        "facts_missing",
    ),
    Check("objection.customer.1", Outcome.UNDECIDABLE, ("calendar",), ("c0008",), ("p0009",), "units_not_comparable"),
    Check("saas.customer.1", Outcome.UNDECIDABLE, ("contract_kind",), reason="facts_missing"),
    Check("saas.customer.2", Outcome.UNDECIDABLE, ("contract_kind",), reason="facts_missing"),
    Check("payment.b2c.1", Outcome.NOT_APPLICABLE, reason="audience"),
    Check("confidentiality.customer#required", Outcome.FINDING),
)

SOURCE = SourceDocument(
    name=f"muster {HOSTILE}.pdf",
    sha256="ab" * 32,
    size=123_456,
    media_type="application/pdf",
    text="\n".join(c.text for c in CLAUSES),
    blocks=(),
    lines=(),
    runs=(),
    pages=(Page(1, 595.0, 842.0), Page(2, 595.0, 842.0), Page(3, 595.0, 842.0)),
    ignored=(
        Ignored(IgnoredReason.HEADER, f"Muster AG {HOSTILE}", 1, Box(1, 72.0, 20.0, 200.0, 30.0)),
        Ignored(IgnoredReason.HEADER, f"Muster AG {HOSTILE}", 2),
        Ignored(IgnoredReason.PAGE_NUMBER, "1", 1),
        Ignored(IgnoredReason.PAGE_NUMBER, "2", 2),
        Ignored(IgnoredReason.COMMENT, "Bitte prüfen", part="word/comments.xml"),
    ),
    warnings=(
        ImportNote("page_without_text", {"page": 3}, 3),
        ImportNote("name_mismatch", {"expected": "DOCX", "found": "PDF"}),
    ),
    unread_pages=(3,),
)

FACTS = DealFacts(
    perspective=Fact(Perspective.CUSTOMER, FactSource.USER),
    user_of_terms=Fact(UserOfTerms.THEIRS),
    audience=Fact(Audience.B2B),
    governing_law=Fact(
        GoverningLaw.DE, FactSource.DOCUMENT, (_place("c0011", "Es gilt deutsches Recht.", "governing_law"),)
    ),
    contract_date=Fact(date(2026, 3, 1), FactSource.USER),
    annual_fee=Fact(12_500.5, FactSource.USER),
    as_of=Fact(date(2026, 12, 31), FactSource.USER),
)


def _cell(fault: Fault, damage: Damage) -> LiabilityCell:
    """Unlimited for intent, limited by the cap, no lost profit, nothing said of the rest."""
    if fault is Fault.INTENT:
        return LiabilityCell(fault, damage, Extent.UNLIMITED, (), (_place("c0006", "außer bei Vorsatz", "carve_out"),))
    if damage is Damage.INDIRECT:
        return LiabilityCell(
            fault,
            damage,
            Extent.EXCLUDED,
            ("p0007",),
            (_place("c0006", "Für entgangenen Gewinn haftet der Anbieter nicht", "rule"),),
        )
    if damage in (Damage.OTHER, Damage.ESSENTIAL_DUTIES):
        return LiabilityCell(
            fault,
            damage,
            Extent.LIMITED,
            ("p0005",),
            (_place("c0005", "Der Anbieter haftet je Schadensereignis nur bis zu 10.000 Euro", "rule"),),
        )
    return LiabilityCell(fault, damage, Extent.NOT_REGULATED)


ANALYSIS = Analysis(
    reading=Reading(
        source=SOURCE,
        clauses=CLAUSES,
        provisions=PROVISIONS,
        not_analysed=(
            NotAnalysed("title", ((0, 10),), 1, None, "Allgemeine Bedingungen"),
            NotAnalysed("surroundings", ((10, 40),), 1, None, "Warenkorb Anmelden Impressum"),
            NotAnalysed("language", ((40, 80),), 2, None, "These terms are governed by …"),
        ),
        lost_corrections=(LostCorrection(Correction("merge", "anchor-99"), "no_such_clause"),),
        liability=(LiabilityMatrix(Party.SUPPLIER, None, tuple(_cell(f, d) for f in Fault for d in Damage)),),
        model="probe sha256:0123456789abcdef",
    ),
    facts=FACTS,
    library=LibraryStamp("Musterbibliothek", "cd" * 32),
    checks=CHECKS,
    findings=FINDINGS,
    duplicates=(DuplicatePair("c0008", "c0009", "near", 0.9667),),
    rules=LibraryStamp("Musterregeln", "ef" * 32),
    not_checked=(NotAnalysed("no_reference", ((80, 90),), 1, None, "Verbraucher können den Vertrag …"),),
)

EMPTY = Analysis(
    reading=Reading(
        source=SourceDocument("leer.txt", "ef" * 32, 12, "text/plain", "Nur ein Satz", (), (), ()), clauses=()
    ),
    facts=DealFacts(),
    library=LibraryStamp("Musterbibliothek", "cd" * 32),
)
