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
    "full_exclusion": _named(
        ("Haftung wird ausgeschlossen", "Liability is excluded"),
        "Für die genannten Fälle soll der Anbieter gar nicht haften. Bitte prüfen Sie, welche Schäden das betrifft und "
        "ob die gesetzlichen Ausnahmen genannt sind.",
        "In the cases named, the supplier is not to be liable at all. Please check which damage this concerns and "
        "whether the exceptions required by law are named.",
    ),
    "missing_carve_outs": _named(
        ("Haftungsausschluss: nicht alle erwarteten Ausnahmen genannt", "Exclusion of liability: exceptions missing"),
        "Genannt sind: {found}. Erwartet werden mindestens: {limit}. Ohne diese Ausnahmen kann die ganze Klausel "
        "unwirksam sein; bitte prüfen Sie den Wortlaut.",
        "Named are: {found}. Expected are at least: {limit}. Without these exceptions the whole clause may be "
        "void; please check the wording.",
    ),
    "low_cap": _values(
        "Der Anbieter soll höchstens {found} schulden, die Vorgabe ist {bound}. Bitte prüfen Sie, ob das einen "
        "realistischen Schaden deckt.",
        "The supplier is to owe {found} at most, the limit is {bound}. Please check whether this covers a "
        "realistic loss.",
    ),
    "high_cap": _values(
        "Die Haftung kann {found} erreichen, die Vorgabe ist {bound}. Bitte prüfen Sie, ob das Risiko getragen oder "
        "versichert werden kann.",
        "Liability can reach {found}, the limit is {bound}. Please check whether the risk can be borne or insured.",
    ),
    "order_value_cap": _named(
        ("Haftung auf den Auftragswert begrenzt", "Liability limited to the value of the contract"),
        "Mehr als den Auftragswert soll der Anbieter nicht schulden. Bei kleinen Aufträgen kann der Schaden weit darüber "
        "liegen.",
        "The supplier is to owe no more than the value of the contract. With small orders the loss can be far higher.",
    ),
    "restoration_effort_cap": _named(
        ("Haftung für Daten auf die Wiederherstellung begrenzt", "Liability for data limited to restoring them"),
        "Bei Datenverlust soll der Anbieter nur den Aufwand ersetzen, der mit Sicherungskopien entsteht. Bitte prüfen Sie, "
        "wer nach dem Vertrag die Daten sichert.",
        "After a loss of data the supplier is to pay only for restoring them from backups. Please check who has to make "
        "the backups under the contract.",
    ),
    "fixed_sum_cap": _named(
        ("Fester Höchstbetrag gegenüber Verbrauchern", "Fixed cap towards consumers"),
        "Gegenüber Verbrauchern sind feste Höchstbeträge der Haftung nur in engen Grenzen möglich. Bitte prüfen Sie, "
        "welche Fälle der Betrag erfasst.",
        "Towards consumers, fixed caps on liability are possible within narrow limits only. Please check which cases the "
        "amount covers.",
    ),
    "percentage_cap_consumer": _named(
        ("Pauschale für Verzug gegenüber Verbrauchern", "Lump sum for delay towards consumers"),
        "Ersatz für Verzug soll auf einen Prozentsatz begrenzt sein. Gegenüber Verbrauchern bitte prüfen, ob ein höherer "
        "Schaden geltend gemacht werden kann.",
        "Compensation for delay is to be limited to a percentage. Towards consumers, please check whether a higher loss "
        "can be claimed.",
    ),
    "foreseeable_cap_missing": _named(
        ("Begrenzung auf den vorhersehbaren Schaden nicht gefunden", "Limit to foreseeable damage not found"),
        "In den gelesenen Teilen wurde keine Begrenzung auf den vorhersehbaren, vertragstypischen Schaden gefunden.",
        "No limit to foreseeable, typical damage was found in the parts that were read.",
    ),
    "restoration_cap_missing": _named(
        ("Begrenzung bei Datenverlust nicht gefunden", "Limit for loss of data not found"),
        "In den gelesenen Teilen wurde keine Begrenzung auf den Aufwand der Wiederherstellung von Daten gefunden.",
        "No limit to the cost of restoring data was found in the parts that were read.",
    ),
    # termination
    "long_notice": _values(
        "Die Kündigungsfrist beträgt {found}, die Vorgabe ist {bound}. So lange läuft der Vertrag nach einer Kündigung "
        "weiter.",
        "The notice period is {found}, the limit is {bound}. The contract goes on for that time after notice is given.",
    ),
    "short_notice": _values(
        "Die andere Seite kann mit einer Frist von {found} kündigen, die Vorgabe ist {bound}. Bitte prüfen Sie, ob die "
        "Zeit für einen Ersatz reicht.",
        "The other side can terminate with a notice of {found}, the limit is {bound}. Please check whether this leaves "
        "enough time to find a replacement.",
    ),
    "immediate_termination": _named(
        ("Ordentliche Kündigung ohne Frist", "Ordinary termination without notice"),
        "Der Vertrag kann ohne Frist beendet werden. Bitte prüfen Sie, ob ein Ende von heute auf morgen tragbar ist.",
        "The contract can be ended without notice. Please check whether an end overnight is acceptable.",
    ),
    "fixed_termination_date": _named(
        ("Kündigung nur zu festen Terminen", "Termination at fixed dates only"),
        "Gekündigt werden kann nur zu bestimmten Terminen. Wer den Termin verpasst, bleibt bis zum nächsten gebunden.",
        "Notice takes effect at certain dates only. Who misses the date is bound until the next one.",
    ),
    "notice_period_missing": _named(
        ("Keine Kündigungsfrist gefunden", "No notice period found"),
        "In den gelesenen Teilen wurde keine Kündigungsfrist gefunden. Dann gilt die gesetzliche Frist, falls es eine gibt.",
        "No notice period was found in the parts that were read. The statutory period then applies, if there is one.",
    ),
    # objection
    "short_objection": _values(
        "Für Einwendungen bleiben {found}, die Vorgabe ist {bound}. Wer die Frist versäumt, kann Rechte verlieren.",
        "The time to object is {found}, the limit is {bound}. Who misses the deadline may lose rights.",
    ),
    "long_objection": _values(
        "Einwendungen sind noch {found} lang möglich, die Vorgabe ist {bound}. So lange bleibt offen, ob es dabei bleibt.",
        "Objections are possible for {found}, the limit is {bound}. Until then it stays open whether things hold.",
    ),
    "immediate_complaint": _named(
        ("Rüge „unverzüglich“ verlangt", "Complaint required “without delay”"),
        "Mängel sollen unverzüglich angezeigt werden, ohne Tage zu nennen. Wer zu spät rügt, kann Rechte verlieren.",
        "Defects are to be reported without delay, with no number of days. Who complains too late may lose rights.",
    ),
    "consumer_complaint_deadline": _named(
        ("Rügefrist für Verbraucher", "Complaint deadline for consumers"),
        "Verbrauchern wird eine Frist für Mängelanzeigen gesetzt. Das Gesetz kennt für sie keine solche Rügepflicht; "
        "bitte prüfen Sie, welche Folge die Klausel an die Frist knüpft.",
        "Consumers are given a deadline for reporting defects. The statute knows no such duty for them; please check "
        "what the clause makes of a missed deadline.",
    ),
    "deemed_consent": _named(
        ("Schweigen soll als Zustimmung gelten", "Silence is to count as consent"),
        "Wer innerhalb der Frist nicht widerspricht, soll zugestimmt haben. Bitte prüfen Sie, wofür das gilt und ob die "
        "Frist überwacht werden kann.",
        "Who does not object in time is taken to have agreed. Please check what this covers and whether the deadline can "
        "be kept under watch.",
    ),
    "risky_deemed_consent": _named(
        ("Zustimmung durch Schweigen gegenüber Verbrauchern", "Consent by silence towards consumers"),
        "Änderungen sollen gelten, wenn Verbraucher schweigen. Solche Klauseln sind nur in engen Grenzen wirksam; bitte "
        "fachlich prüfen lassen.",
        "Changes are to apply when consumers stay silent. Such clauses are valid within narrow limits only; please have "
        "a lawyer look at this.",
    ),
    # payment, term, limitation, withdrawal
    "short_payment": _values(
        "Zu zahlen ist innerhalb von {found}, die Vorgabe ist {bound}. Bitte prüfen Sie, ob die Frist eingehalten werden "
        "kann.",
        "Payment is due within {found}, the limit is {bound}. Please check whether this can be met.",
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
        "Die erste Laufzeit beträgt {found}, die Vorgabe ist {bound}. In dieser Zeit ist eine ordentliche Kündigung meist nicht möglich.",
        "The first term is {found}, the limit is {bound}. During that time an ordinary termination is usually not possible.",
    ),
    "long_renewal": _values(
        "Ohne Kündigung verlängert sich der Vertrag um {found}, die Vorgabe ist {bound}.",
        "Without notice the contract is renewed for {found}, the limit is {bound}.",
    ),
    "fixed_renewal": _named(
        ("Verlängerung um eine feste Zeit", "Renewal for a fixed time"),
        "Ohne Kündigung verlängert sich der Vertrag um eine feste Zeit. Nach der Vorgabe soll er unbefristet weiterlaufen "
        "und jederzeit kündbar sein.",
        "Without notice the contract is renewed for a fixed time. Under our rules it should go on indefinitely and be "
        "terminable at any time.",
    ),
    "short_limitation": _values(
        "Ansprüche sollen nach {found} verjähren, die Vorgabe ist {bound}. Danach können sie nicht mehr durchgesetzt werden.",
        "Claims are to be time-barred after {found}, the limit is {bound}. After that they cannot be enforced.",
    ),
    "long_limitation": _values(
        "Ansprüche sollen erst nach {found} verjähren, die Vorgabe ist {bound}.",
        "Claims are to be time-barred only after {found}, the limit is {bound}.",
    ),
    "short_withdrawal": _values(
        "Die Widerrufsfrist beträgt {found}, die Vorgabe ist {bound}. Bitte prüfen Sie die Widerrufsbelehrung.",
        "The withdrawal period is {found}, the limit is {bound}. Please check the instructions on withdrawal.",
    ),
}
