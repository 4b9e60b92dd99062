"""What stays excepted from a limit: in its sentence, its clause, its section; and what is only mentioned."""

from __future__ import annotations

import pytest

from app.models.provisions import LiabilityCap, LiabilityExclusion, Provision
from app.nlp.provisions import find_provisions
from app.nlp.provisions.carveouts import statements_of
from tests.unit.nlp.provisions.conftest import clause

V, G, L, W, P, E, A = (
    "intent", "gross_negligence", "life_body_health", "guarantee", "product_liability", "essential_duties",
    "fraudulent_concealment",
)  # fmt: skip


def provisions(*texts: str, heading: str = "Haftung") -> list[Provision]:
    """Caps and exclusions in clauses with these texts, all under one heading; the first is `c0002`."""
    top = clause(1, "", heading=heading)
    below = [clause(i, text, parent=top.id) for i, text in enumerate(texts, start=2)]
    return [p for p in find_provisions((top, *below)) if isinstance(p.value, LiabilityCap | LiabilityExclusion)]


def carved(*texts: str) -> list[set[str]]:
    """The carve-outs of every limit, in the order of the text."""
    found = []
    for provision in provisions(*texts):
        assert isinstance(provision.value, LiabilityCap | LiabilityExclusion)
        found.append(set(provision.value.carve_outs))
    return found


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Außer bei Vorsatz ist die Haftung auf 5.000 EUR begrenzt.", {V}),
        ("Die Haftung ist, ausser bei grobem Verschulden und Personenschäden, auf den Auftragswert beschränkt.", {V, G, L}),
        ("Soweit der Anbieter nicht wegen Vorsatzes oder grober Fahrlässigkeit haftet, ist seine Haftung auf 9.000 EUR begrenzt.", {V, G}),
        ("Mit Ausnahme von Vorsatz und Garantien ist die Haftung auf 9.000 EUR begrenzt.", {V, W}),
        ("Unbeschadet der Haftung nach dem Produkthaftungsgesetz haften wir höchstens bis zum Auftragswert.", {P}),
        ("Wir haften bis 1.000 EUR, es sei denn, uns trifft grobe Fahrlässigkeit oder wir haben einen Mangel arglistig verschwiegen.", {G, A}),
        ("Die Haftung für Folgeschäden ist, sofern nicht Vorsatz vorliegt, ausgeschlossen.", {V}),
        ("Ansprüche auf Schadensersatz sind ausgeschlossen, soweit sie nicht auf Vorsatz beruhen.", {V}),
        ("Für nicht vorsätzlich oder grob fahrlässig verursachte Schäden haften wir bis 2.000 EUR.", {V, G}),
        ("Für Vorsatz haften wir unbeschränkt, im Übrigen bis 2.000 EUR.", {V}),
        ("Wir haften nur bei Vorsatz, grober Fahrlässigkeit und der Verletzung wesentlicher Vertragspflichten.", {V, G, E}),
        ("Die Haftung ist auf 5.000 EUR begrenzt.", set()),
    ],
)  # fmt: skip
def test_exceptions_in_the_sentence_itself(text: str, codes: set[str]) -> None:
    assert carved(text) == [codes]


@pytest.mark.parametrize(
    "text",
    [
        "Auch bei Verletzung von Leben, Körper und Gesundheit ist die Haftung auf 5.000 EUR begrenzt.",
        "Die Haftung ist auf 5.000 EUR begrenzt; das gilt auch für Körperschäden und bei grober Fahrlässigkeit.",
        "Bei Vorsatz haften wir bis 5.000 EUR.",
        "Die Haftung für Personenschäden ist auf 1 Mio. EUR begrenzt.",
    ],
)
def test_what_the_limit_itself_names_is_mentioned_and_not_granted(text: str) -> None:
    assert carved(text) == [set()]


LIMIT = "Die Haftung des Anbieters ist auf 5.000 EUR begrenzt."


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        ((LIMIT, "Dies gilt nicht bei Vorsatz und bei Körperschäden."), {V, L}),
        ((LIMIT, "Die vorstehenden Beschränkungen gelten nicht für Ansprüche nach dem Produkthaftungsgesetz."), {P}),
        ((f"{LIMIT} Unberührt bleibt die Haftung für Garantien.",), {W}),
        (("Bei Vorsatz und Arglist haftet der Anbieter unbeschränkt.", LIMIT), {V, A}),
        (("Der Anbieter haftet unbeschränkt\na) bei Vorsatz,\nb) für Körperschäden.", LIMIT), {V, L}),
        (("Der Anbieter haftet unbeschränkt bei:", "Vorsatz;", "Verletzung des Lebens.", LIMIT), {V, L}),
        (("Für grobe Fahrlässigkeit gelten die gesetzlichen Vorschriften.", LIMIT), {G}),
    ],
)  # fmt: skip
def test_carve_outs_in_another_sentence_or_paragraph_of_the_section(texts: tuple[str, ...], codes: set[str]) -> None:
    assert carved(*texts) == [codes]


@pytest.mark.parametrize(
    "texts",
    [
        (LIMIT, "Ansprüche verjähren in einem Jahr. Dies gilt nicht bei Vorsatz."),
        (LIMIT, "Die Verjährung nach Absatz 1 gilt nicht bei Vorsatz."),
        ("Die vorstehende Haftungsbeschränkung gilt nicht bei Vorsatz.", LIMIT),
        (LIMIT, "Der Kunde haftet für Vorsatz unbeschränkt."),
        (LIMIT, "Bei Körperschäden bleibt die Haftung unberührt, wobei sie der Höhe nach auf 9.000 EUR begrenzt ist."),
        (LIMIT, "Für Mängel haften wir nicht bei Vorsatz des Kunden."),
    ],
)
def test_what_lifts_another_rule_or_is_taken_back_is_no_carve_out(texts: tuple[str, ...]) -> None:
    limits = [p for p in provisions(*texts) if isinstance(p.value, LiabilityCap) and p.value.amount == 5000]
    assert [p.value.carve_outs for p in limits if isinstance(p.value, LiabilityCap)] == [()]


def test_the_rest_is_what_nothing_before_it_speaks_of() -> None:
    first = "Bei Verletzung wesentlicher Vertragspflichten haften wir bis zum vorhersehbaren Schaden."
    assert carved(first, "Im Übrigen ist die Haftung ausgeschlossen.") == [set(), {E}]


def test_evidence_points_to_the_words_of_the_carve_out_wherever_they_stand() -> None:
    texts = (LIMIT, "Etwas anderes steht hier. Dies gilt nicht.", "Die vorstehenden Grenzen gelten nicht bei Arglist.")
    (cap,) = provisions(*texts)
    assert [(e.clause, e.part, texts[2][e.start : e.end]) for e in cap.evidence] == [("c0004", "carve_out", texts[2])]


def test_evidence_shows_the_lead_the_sentence_before_and_where_the_liable_side_is_named() -> None:
    first = "Der Anbieter haftet bei leichter Fahrlässigkeit nur begrenzt. Die Haftung ist begrenzt auf:\na) 2 Mio. EUR für Sachschäden."
    second = "In diesem Fall sind höchstens 900 EUR zu zahlen."
    by_id = {"c0002": first, "c0003": second}
    listed, carried = provisions(first, second)
    shown = [(e.part, by_id[e.clause][e.start : e.end]) for e in listed.evidence]
    assert shown == [("lead", "Die Haftung ist begrenzt auf:"), ("direction", first.split(". ", maxsplit=1)[0] + ".")]
    assert [(e.part, e.clause) for e in carried.evidence] == [("direction", "c0002")]


def test_evidence_counts_in_the_printed_text_where_umlauts_are_written_out() -> None:
    second = "Fuer Schaeden gilt das auch. Die vorstehende Beschraenkung gilt nicht fuer Vorsatz."
    (cap,) = provisions("Die Haftung ist hoechstens auf 5.000 EUR begrenzt.", second)
    assert [second[e.start : e.end] for e in cap.evidence] == [second[29:]]


def test_two_degrees_of_fault_with_the_same_cap_are_one_item_with_both_places() -> None:
    text = "Bei grober Fahrlässigkeit haften wir bis zum vorhersehbaren Schaden. Bei leichter Fahrlässigkeit ist die Haftung auf den vorhersehbaren Schaden begrenzt."
    (cap,) = provisions(text)
    assert isinstance(cap.value, LiabilityCap)
    assert cap.value.fault == ("slight_negligence", "gross_negligence")
    assert [e.part for e in cap.evidence] == ["rule"]


def test_a_long_section_is_taken_apart_once() -> None:
    statements_of.cache_clear()
    texts = [f"{LIMIT} Absatz {i}." for i in range(60)]
    provisions(*texts)
    assert statements_of.cache_info().misses <= len(texts)
