"""Labels of the parts of values: bases of caps, kinds of damage, degrees of fault, subjects, units.

German forms fit the sentence `values.value_text` puts them into: `of` is a genitive, `per` and `to` follow the value.
Durations need singular and plural; the printed word of a working day is kept, because Werktag and Arbeitstag differ.
"""

from __future__ import annotations

from typing import Final

from app.wording.lang import Table

_FAULTS: Final[Table] = {
    "intent": ("Vorsatz", "intent"),
    "gross_negligence": ("grobe Fahrlässigkeit", "gross negligence"),
    "slight_negligence": ("leichte Fahrlässigkeit", "slight negligence"),
    "simple_negligence": ("einfache Fahrlässigkeit", "simple negligence"),
    "negligence": ("Fahrlässigkeit", "negligence"),
    "no_fault": ("ohne Verschulden", "without fault"),
    "strict": ("verschuldensunabhängige Haftung", "strict liability"),
    "vicarious_agents": ("Erfüllungsgehilfen", "vicarious agents"),
    "essential_duties": ("Verletzung wesentlicher Vertragspflichten", "breach of essential duties"),
    "force_majeure": ("höhere Gewalt", "force majeure"),
}
_DAMAGES: Final[Table] = {
    "indirect": ("mittelbare Schäden", "indirect damage"),
    "consequential": ("Folgeschäden", "consequential damage"),
    "lost_profit": ("entgangener Gewinn", "lost profit"),
    "data_loss": ("Datenverlust", "loss of data"),
    "property": ("Sachschäden", "property damage"),
    "property_damage": ("Sachschäden", "property damage"),
    "personal_injury": ("Personenschäden", "personal injury"),
    "financial_loss": ("Vermögensschäden", "financial loss"),
    "pure_financial_loss": ("reine Vermögensschäden", "pure financial loss"),
    "delay": ("Verzugsschäden", "damage caused by delay"),
    "defect": ("Mängel", "defects"),
    "business_interruption": ("Betriebsunterbrechung", "business interruption"),
    "third_party_claims": ("Ansprüche Dritter", "claims of third parties"),
}
_CARVE_OUTS: Final[Table] = {
    "life_body_health": ("Leben, Körper und Gesundheit", "life, body and health"),
    "guarantee": ("Garantien", "guarantees"),
    "product_liability": ("Produkthaftungsgesetz", "Product Liability Act"),
    "fraudulent_concealment": ("arglistiges Verschweigen", "fraudulent concealment"),
    "mandatory_law": ("zwingendes Recht", "mandatory law"),
}

VOCABULARY: Final[dict[str, Table]] = {
    "basis": {
        "amount": ("fester Betrag", "fixed amount"),
        "percentage": ("Prozentsatz", "percentage"),
        "multiple": ("Vielfaches", "multiple"),
        "foreseeable_damage": ("vorhersehbarer, vertragstypischer Schaden", "foreseeable, typical damage"),
        "restoration_effort": ("typischer Wiederherstellungsaufwand", "typical cost of restoring data"),
        "order_value": ("Auftragswert", "value of the contract"),
        "insurance_cover": ("Deckungssumme der Versicherung", "insurance cover"),
    },
    "of": {
        "price": ("des Preises", "of the price"),
        "remuneration": ("der Vergütung", "of the remuneration"),
        "annual_fee": ("der Jahresvergütung", "of the annual fee"),
        "year_fee": ("der Jahresvergütung", "of the annual fee"),
        "quarterly_fee": ("der Quartalsvergütung", "of the quarterly fee"),
        "monthly_fee": ("der Monatsvergütung", "of the monthly fee"),
        "order_value": ("des Auftragswerts", "of the order value"),
        "contract_value": ("des Auftragswerts", "of the contract value"),
        "invoice": ("des Rechnungsbetrags", "of the invoice amount"),
        "delayed_part": ("des verspäteten Teils", "of the delayed part"),
        "purchase_price": ("des Kaufpreises", "of the purchase price"),
        "rent": ("der Miete", "of the rent"),
    },
    "per": {
        "event": ("je Schadensereignis", "per event"),
        "year": ("je Jahr", "per year"),
        "total": ("insgesamt", "in total"),
        "claimant": ("je Geschädigtem", "per claimant"),
        "contract": ("je Vertrag", "per contract"),
        "week": ("je Woche", "per week"),
        "day": ("je Tag", "per day"),
        "month": ("je Monat", "per month"),
    },
    "to": {
        "end_of_year": ("zum Jahresende", "to the end of the year"),
        "end_of_quarter": ("zum Quartalsende", "to the end of a quarter"),
        "end_of_month": ("zum Monatsende", "to the end of a month"),
        "end_of_term": ("zum Ende der Laufzeit", "to the end of the term"),
        "any_time": ("jederzeit", "at any time"),
    },
    "subject": {
        "invoice": ("Rechnung", "invoice"),
        "change_of_terms": ("Änderung der Bedingungen", "change of terms"),
        "price_change": ("Preisänderung", "price change"),
        "timesheet": ("Leistungsnachweis", "timesheet"),
        "defect": ("Mängelrüge", "notice of defects"),
        "delivery": ("Lieferung", "delivery"),
        "acceptance": ("Abnahme", "acceptance"),
        "other": ("sonstiger Gegenstand", "other subject"),
    },
    "fault": _FAULTS,
    "damage": _DAMAGES,
    "carve_out": {**_FAULTS, **_DAMAGES, **_CARVE_OUTS},
    "unit": {
        "hour": ("Stunde", "hour"),
        "day": ("Tag", "day"),
        "working_day": ("Werktag", "working day"),
        "week": ("Woche", "week"),
        "month": ("Monat", "month"),
        "quarter": ("Quartal", "quarter"),
        "year": ("Jahr", "year"),
    },
    "unit_plural": {
        "hour": ("Stunden", "hours"),
        "day": ("Tage", "days"),
        "working_day": ("Werktage", "working days"),
        "week": ("Wochen", "weeks"),
        "month": ("Monate", "months"),
        "quarter": ("Quartale", "quarters"),
        "year": ("Jahre", "years"),
    },
    "value_part": {
        "duration": ("Dauer", "duration"),
        "amount": ("Betrag", "amount"),
        "percent": ("Prozentsatz", "percentage"),
        "factor": ("Faktor", "factor"),
        "basis": ("Art der Begrenzung", "kind of limit"),
        "per": ("Bezug", "per"),
        "of": ("Bezugsgröße", "reference figure"),
        "to": ("Kündigungstermin", "termination date"),
        "immediate": ("unverzüglich", "without delay"),
        "deemed_consent": ("Schweigen gilt als Zustimmung", "silence counts as consent"),
        "indefinite": ("auf unbestimmte Zeit", "for an indefinite time"),
        "liable": ("wer haftet", "who is liable"),
        "by": ("wen die Frist trifft", "whom the period binds"),
        "fault": ("Verschulden", "degree of fault"),
        "damage": ("Schadensart", "kind of damage"),
        "carve_outs": ("Ausnahmen", "exceptions"),
        "subject": ("Gegenstand", "subject"),
        "currency": ("Währung", "currency"),
    },
}
