"""Sentences of the library's rules: message code → title and explanation.

They say what was found and why a reader should look at it, in words that need no law degree, and leave the judgement to
the reader. `{found}` is the value in the document, `{bound}` the limit with its direction ("höchstens 3 Monate").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.wording.lang import Pair


@dataclass(frozen=True, slots=True)
class RuleText:
    """Title and explanation of a message code."""

    title: Pair
    explanation: Pair


def _values(german: str, english: str) -> RuleText:
    """A value beside its limit: the title names both."""
    return RuleText(("{kind}: {found}, Vorgabe {bound}", "{kind}: {found}, limit {bound}"), (german, english))


def _named(title: Pair, german: str, english: str) -> RuleText:
    return RuleText(title, (german, english))


RULES: Final[dict[str, RuleText]] = {
    # liability
    "missing_carve_outs": _named(
        ("Haftungsausschluss: nicht alle erwarteten Ausnahmen genannt", "Exclusion of liability: exceptions missing"),
        "Bei diesem Haftungsausschluss sind nicht alle üblichen Ausnahmen zu erkennen (gefunden: {found}; erwartet:"
        " {limit}). Hinweis: Ohne diese Ausnahmen kann die Klausel insgesamt angreifbar sein.",
        "Not all usual exceptions to this exclusion of liability were recognised (found: {found}; expected: "
        "{limit}). Note: without them the clause as a whole may be open to challenge.",
    ),
    "low_cap": _values(
        "Die Haftung ist auf {found} begrenzt; unsere Untergrenze ist {limit}. Ein höherer Schaden bliebe bei uns.",
        "Liability is capped at {found}; our minimum is {limit}. Any higher damage would stay with us.",
    ),
    "high_cap": _values(
        "Unsere Haftung kann {found} erreichen; unsere Obergrenze ist {limit}. Bitte Freigabe und "
        "Versicherungsdeckung prüfen.",
        "Our liability can reach {found}; our maximum is {limit}. Please check approval and insurance cover.",
    ),
    "order_value_cap": _named(
        ("Haftung auf den Auftragswert begrenzt", "Liability limited to the value of the contract"),
        "Die Haftung ist auf den Auftragswert oder die gezahlte Vergütung begrenzt. Der mögliche Schaden kann ein "
        "Vielfaches davon betragen.",
        "Liability is limited to the order value or the remuneration paid. Possible damage may be many times that.",
    ),
    "restoration_effort_cap": _named(
        ("Haftung für Daten auf die Wiederherstellung begrenzt", "Liability for data limited to restoring them"),
        "Bei Datenverlust wird nur der typische Wiederherstellungsaufwand ersetzt. Bitte prüfen, wer für die "
        "Datensicherung verantwortlich ist.",
        "For loss of data only the typical effort of restoring it is owed. Please check who is responsible for "
        "backups.",
    ),
    "fixed_sum_cap": _named(
        ("Fester Höchstbetrag gegenüber Verbrauchern", "Fixed cap towards consumers"),
        "Die Haftung gegenüber Verbrauchern ist auf einen festen Betrag oder den Preis begrenzt. Hinweis: Üblich "
        "ist die Grenze des vorhersehbaren, vertragstypischen Schadens.",
        "Liability towards consumers is limited to a fixed sum or the price. Note: usual is a limit at the "
        "foreseeable damage typical of the contract.",
    ),
    "price_share_cap": _named(
        (
            "Haftung gegenüber Verbrauchern auf einen Teil des Preises begrenzt",
            "Liability towards consumers limited to a share of the price",
        ),
        "Die Haftung gegenüber Verbrauchern ist auf einen Prozentsatz begrenzt. Hinweis: Üblich ist die Grenze des "
        "vorhersehbaren, vertragstypischen Schadens.",
        "Liability towards consumers is limited to a percentage. Note: usual is a limit at the foreseeable damage "
        "typical of the contract.",
    ),
    "percentage_cap_consumer": _named(
        ("Pauschale für Verzug gegenüber Verbrauchern", "Lump sum for delay towards consumers"),
        "Der Ersatz gegenüber Verbrauchern ist auf einen Prozentsatz begrenzt. Hinweis: Bitte prüfen, ob grobe "
        "Fahrlässigkeit und das Rücktrittsrecht ausgenommen sind.",
        "Compensation towards consumers is limited to a percentage. Note: please check whether gross negligence and"
        " the right to rescind are excepted.",
    ),
    "foreseeable_cap_missing": _named(
        ("Begrenzung auf den vorhersehbaren Schaden nicht gefunden", "Limit to foreseeable damage not found"),
        "Eine Begrenzung unserer Haftung auf den vorhersehbaren, vertragstypischen Schaden wurde nicht gefunden.",
        "No limitation of our liability to the foreseeable damage typical of the contract was found.",
    ),
    # termination
    "long_notice": _values(
        "Die Kündigungsfrist beträgt {found}, die Vorgabe ist {bound}. So lange läuft der Vertrag nach einer "
        "Kündigung weiter.",
        "The notice period is {found}, the limit is {bound}. The contract goes on for that time after notice is given.",
    ),
    "short_notice": _values(
        "Die Kündigungsfrist beträgt {found}, die Vorgabe ist {bound}. Bitte prüfen Sie, ob die Zeit für Ersatz "
        "oder Umplanung reicht.",
        "The notice period is {found}, the limit is {bound}. Please check whether this leaves time to find a "
        "replacement or to plan anew.",
    ),
    "immediate_termination": _named(
        ("Ordentliche Kündigung ohne Frist", "Ordinary termination without notice"),
        "Die ordentliche Kündigung soll ohne Frist möglich sein. Fristlos soll nur aus wichtigem Grund gekündigt "
        "werden können.",
        "Ordinary termination is meant to be possible without notice. Termination without notice should need good "
        "cause.",
    ),
    "fixed_termination_date": _named(
        ("Kündigung nur zu festen Terminen", "Termination at fixed dates only"),
        "Gekündigt werden kann nur zu bestimmten Terminen. Wer den Termin verpasst, bleibt bis zum nächsten gebunden.",
        "Notice takes effect at certain dates only. Who misses the date is bound until the next one.",
    ),
    # objection
    "short_objection": _values(
        "Die Frist beträgt {found}, die Vorgabe ist {bound}. Wer sie versäumt, kann Rechte verlieren.",
        "The period is {found}, the limit is {bound}. Whoever misses it may lose rights.",
    ),
    "long_objection": _values(
        "Die Frist beträgt {found}, die Vorgabe ist {bound}. Klarheit entsteht später als gewollt.",
        "The period is {found}, the limit is {bound}. Certainty comes later than wanted.",
    ),
    "immediate_complaint": _named(
        ("Rüge „unverzüglich“ verlangt", "Complaint required “without delay”"),
        "Mängel sind unverzüglich oder sofort anzuzeigen, eine feste Frist ist nicht genannt. Bitte prüfen, ob "
        "unser Ablauf das zulässt, und eine Frist in Tagen oder Wochen anstreben.",
        "Defects must be reported without delay, no fixed period is given. Please check whether our process allows "
        "for that, and aim for a period in days or weeks.",
    ),
    "consumer_complaint_deadline": _named(
        ("Rügefrist für Verbraucher", "Complaint deadline for consumers"),
        "Verbrauchern wird eine Frist für Mängelanzeigen gesetzt. Hinweis: Beim Kauf kennt das Gesetz für sie "
        "keine Rügepflicht; bitte prüfen Sie, welche Folge die Klausel an die Frist knüpft.",
        "Consumers are given a deadline for reporting defects. Note: the law of sales knows no such duty for them; "
        "please check what the clause makes of a missed deadline.",
    ),
    "deemed_consent": _named(
        ("Schweigen soll als Zustimmung gelten", "Silence is to count as consent"),
        "Wer nicht rechtzeitig widerspricht, hätte danach zugestimmt. Bitte prüfen, ob Frist, Hinweis und Folge für uns tragbar sind.",
        "Whoever does not object in time would have agreed. Please check whether period, notice and consequence are acceptable for us.",
    ),
    "deemed_consent_notice": _named(
        (
            "Schweigen soll als Zustimmung gelten: Hinweis zugesagt?",
            "Silence is to count as consent: is a notice promised?",
        ),
        "Schweigen der Verbraucher soll als Zustimmung gelten. Hinweis: Bitte prüfen, ob die Klausel eine angemessene "
        "Frist einräumt und zusagt, bei Beginn der Frist auf diese Folge besonders hinzuweisen.",
        "Consumers' silence is to count as consent. Note: please check whether the clause allows a reasonable period "
        "and promises a special notice of this consequence at its beginning.",
    ),
    "risky_deemed_consent": _named(
        ("Zustimmung durch Schweigen gegenüber Verbrauchern", "Consent by silence towards consumers"),
        "Schweigen der Verbraucher soll als Zustimmung gelten. Hinweis: Solche Fiktionen werden von den Gerichten "
        "streng geprüft; bitte der Rechtsabteilung vorlegen.",
        "Consumers' silence is to count as consent. Note: courts examine such clauses strictly; please show it to "
        "the legal department.",
    ),
    # payment, term, limitation, withdrawal
    "short_payment": _values(
        "Das Zahlungsziel beträgt {found}, die Vorgabe ist {bound}. Bitte prüfen Sie, ob es eingehalten werden kann.",
        "The time for payment is {found}, the limit is {bound}. Please check whether it can be met.",
    ),
    "long_payment": _values(
        "Das Zahlungsziel beträgt {found}, die Vorgabe ist {bound}. So lange bleibt die Leistung unbezahlt.",
        "The time for payment is {found}, the limit is {bound}. The service remains unpaid for that time.",
    ),
    "immediate_payment": _named(
        ("Zahlung sofort fällig", "Payment due at once"),
        "Rechnungen sollen sofort fällig sein. Bitte prüfen Sie, ob die Frist eingehalten werden kann.",
        "Invoices are to be due at once. Please check whether this can be met.",
    ),
    "short_term": _values(
        "Die erste Laufzeit beträgt {found}, die Vorgabe ist {bound}.",
        "The first term is {found}, the limit is {bound}.",
    ),
    "long_term": _values(
        "Die erste Laufzeit beträgt {found}, die Vorgabe ist {bound}. In dieser Zeit ist eine ordentliche Kündigung"
        " meist nicht möglich.",
        "The first term is {found}, the limit is {bound}. During that time an ordinary termination is usually not "
        "possible.",
    ),
    "long_renewal": _values(
        "Ohne Kündigung verlängert sich der Vertrag um {found}, die Vorgabe ist {bound}.",
        "Without notice the contract is renewed for {found}, the limit is {bound}.",
    ),
    "fixed_renewal": _named(
        ("Verlängerung um eine feste Zeit", "Renewal for a fixed time"),
        "Ohne Kündigung verlängert sich der Vertrag um eine feste Zeit. Nach der Vorgabe soll er unbefristet "
        "weiterlaufen und jederzeit kündbar sein.",
        "Without notice the contract is renewed for a fixed time. Under our rules it should go on indefinitely and "
        "be terminable at any time.",
    ),
    "short_limitation": _values(
        "Die Verjährungs- oder Gewährleistungsfrist beträgt {found}, die Vorgabe ist {bound}. Danach lassen sich "
        "Ansprüche nicht mehr durchsetzen.",
        "The limitation or warranty period is {found}, the limit is {bound}. After that claims cannot be enforced.",
    ),
    "long_limitation": _values(
        "Die Verjährungs- oder Gewährleistungsfrist beträgt {found}, die Vorgabe ist {bound}.",
        "The limitation or warranty period is {found}, the limit is {bound}.",
    ),
    "short_withdrawal": _values(
        "Die Widerrufsfrist beträgt {found}; unsere Vorgabe ist mindestens {limit}. Hinweis: Das Gesetz sieht bei "
        "Fernabsatzverträgen mit Verbrauchern 14 Tage vor.",
        "The withdrawal period is {found}; our reference asks for at least {limit}. Note: the law provides for 14 "
        "days in distance contracts with consumers.",
    ),
}
