"""Labels of all codes that a reader gets to see, in German and English.

One table a group. German legal terms are the field's own; the English ones are a reader's aid. A code without a label
is shown as itself, with spaces: extractors may learn words before this table does, and a report must not hide them.
"""

from __future__ import annotations

from typing import Final

from app.wording.correctionterms import CORRECTION_TERMS
from app.wording.lang import Lang, Table, pick
from app.wording.readingterms import READING_TERMS
from app.wording.states import STATES
from app.wording.vocabulary import VOCABULARY

_OWN: Final[dict[str, Table]] = {
    "provision_kind": {
        "liability_cap": ("Haftungsobergrenze", "Liability cap"),
        "liability_exclusion": ("Haftungsausschluss", "Exclusion of liability"),
        "notice_period": ("Kündigungsfrist", "Notice period"),
        "objection_deadline": ("Widerspruchs- oder Rügefrist", "Objection deadline"),
        "payment_term": ("Zahlungsfrist", "Payment term"),
        "limitation_period": ("Verjährungs- oder Gewährleistungsfrist", "Limitation period"),
        "contract_term": ("Vertragslaufzeit", "Contract term"),
        "renewal_term": ("Automatische Verlängerung", "Automatic renewal"),
        "withdrawal_period": ("Widerrufsfrist", "Withdrawal period"),
    },
    "provision_kind_plural": {
        "liability_cap": ("Haftungsobergrenzen", "Liability caps"),
        "liability_exclusion": ("Haftungsausschlüsse", "Exclusions of liability"),
        "notice_period": ("Kündigungsfristen", "Notice periods"),
        "objection_deadline": ("Widerspruchs- und Rügefristen", "Objection deadlines"),
        "payment_term": ("Zahlungsfristen", "Payment terms"),
        "limitation_period": ("Verjährungs- und Gewährleistungsfristen", "Limitation periods"),
        "contract_term": ("Vertragslaufzeiten", "Contract terms"),
        "renewal_term": ("Automatische Verlängerungen", "Automatic renewals"),
        "withdrawal_period": ("Widerrufsfristen", "Withdrawal periods"),
    },
    "severity": {
        "high": ("Hoch", "High"),
        "medium": ("Mittel", "Medium"),
        "low": ("Gering", "Low"),
        "info": ("Zur Information", "For information"),
    },
    "outcome": {
        "ok": ("innerhalb der Vorgaben", "within the limits"),
        "finding": ("Hinweis", "finding"),
        "undecidable": ("nicht entscheidbar", "cannot be decided"),
        "not_applicable": ("nicht anwendbar", "not applicable"),
    },
    "finding_kind": {
        "deviation": ("Abweichung", "Deviation"),
        "missing": ("Fehlende Regelung", "Missing clause"),
        "duplicate": ("Wiederholung", "Repetition"),
        "contradiction": ("Widerspruch im Dokument", "Contradiction"),
        "statutory": ("Gesetzlicher Hinweis", "Statutory hint"),
        "broken_reference": ("Verweis ohne Ziel", "Broken reference"),
        "numbering": ("Nummerierung", "Numbering"),
        "definition": ("Begriffsbestimmung", "Definition"),
        "hidden_text": ("Verborgener Text", "Hidden text"),
    },
    "party": {
        "supplier": ("Anbieter", "supplier"),
        "customer": ("Kunde", "customer"),
        "both": ("beide Seiten", "both parties"),
    },
    "perspective": {"supplier": ("Anbieter", "supplier"), "customer": ("Kunde", "customer")},
    "user_of_terms": {
        "ours": ("unsere eigenen Bedingungen", "our own terms"),
        "theirs": ("Bedingungen der anderen Seite", "the other side's terms"),
    },
    "audience": {
        "b2c": ("Verbraucher (B2C)", "consumers (B2C)"),
        "b2b": ("Unternehmer (B2B)", "businesses (B2B)"),
        "merchants": ("Kaufleute (HGB)", "merchants (HGB)"),
    },
    "audience_short": {  # in a column of a list
        "b2c": ("B2C", "B2C"),
        "b2b": ("B2B", "B2B"),
        "merchants": ("Kaufleute", "merchants"),
    },
    "governing_law": {
        "de": ("deutsches Recht", "German law"),
        "at": ("österreichisches Recht", "Austrian law"),
        "ch": ("schweizerisches Recht", "Swiss law"),
        "other": ("anderes Recht", "another law"),
    },
    "contract_kind": {
        "purchase": ("Kauf", "purchase"),
        "service": ("Dienstleistung", "service"),
        "work": ("Werkleistung", "work"),
        "rental": ("Miete", "rental"),
        "saas": ("Software als Dienst (SaaS)", "software as a service (SaaS)"),
        "licence": ("Lizenz", "licence"),
        "maintenance": ("Wartung und Pflege", "maintenance"),
        "telecom": ("Telekommunikation", "telecommunications"),
        "mixed": ("gemischter Vertrag", "mixed contract"),
    },
    "fact": {
        "perspective": ("Unsere Rolle", "Our role"),
        "user_of_terms": ("Wessen Bedingungen", "Whose terms"),
        "audience": ("Gegenüber wem", "Towards whom"),
        "governing_law": ("Anwendbares Recht", "Governing law"),
        "contract_kind": ("Vertragsart", "Kind of contract"),
        "contract_date": ("Vertragsdatum", "Contract date"),
        "contract_value": ("Auftragswert", "Contract value"),
        "annual_fee": ("Jahresvergütung", "Annual fee"),
        "as_of": ("Stichtag", "As of"),
    },
    "fact_source": {
        "user": ("eigene Angabe", "stated by you"),
        "document": ("aus dem Dokument", "from the document"),
        "default": ("Annahme des Programms", "assumed by the program"),
    },
    "fact_source_short": {  # beside a value where there is little room
        "user": ("eigene Angabe", "stated by you"),
        "document": ("aus dem Dokument", "from the document"),
        "default": ("angenommen", "assumed"),
    },
    "need": {
        "perspective": ("unsere Rolle (Kunde oder Anbieter)", "our role (customer or supplier)"),
        "user_of_terms": ("wessen Bedingungen es sind", "whose terms these are"),
        "audience": ("gegenüber wem die Bedingungen gelten", "towards whom the terms apply"),
        "governing_law": ("das anwendbare Recht", "the governing law"),
        "contract_kind": ("die Vertragsart", "the kind of contract"),
        "contract_date": ("das Vertragsdatum", "the date of the contract"),
        "contract_value": ("der Auftragswert in Euro", "the contract value in euros"),
        "annual_fee": ("die Jahresvergütung in Euro", "the annual fee in euros"),
        "as_of": ("der Stichtag", "the date of the review"),
        "obliged": ("wen die Regelung trifft (Kunde oder Anbieter)", "whom the clause binds (customer or supplier)"),
        "complete_text": ("der vollständige Text des Dokuments", "the complete text of the document"),
        "german_text": ("ein Text in deutscher Sprache", "a text in German"),
        "exchange_rate": ("der Wechselkurs", "the exchange rate"),
        "of": (
            "worauf sich der Anteil bezieht (Preis, Jahresvergütung)",
            "what the share refers to (price, annual fee)",
        ),
        "amount": ("der Betrag", "the amount"),
        "duration": ("die Dauer", "the duration"),
        "percent": ("der Prozentsatz", "the percentage"),
        "to": ("der Zeitpunkt, zu dem gekündigt werden kann", "the date to which notice can be given"),
        "per": ("worauf sich die Grenze bezieht (Fall, Jahr)", "what the limit is per (event, year)"),
        "terms": ("der Text der Bedingungen", "the text of the terms"),
        "calendar": ("die genauen Kalendertage", "the exact calendar days"),
    },
    "check_reason": {
        "none_found": ("im Dokument wurde keine solche Regelung gefunden", "no such provision was found"),
        "other_party": ("die Regelung trifft die andere Seite", "the provision binds the other party"),
        "condition_not_met": ("die Voraussetzungen der Vorgabe liegen nicht vor", "the rule's conditions are not met"),
        "facts_missing": ("eine Angabe zum Geschäft fehlt", "a fact of the deal is missing"),
        "other_audience": ("die Stelle spricht einen anderen Kundenkreis an", "the place speaks to another audience"),
        "free_of_charge": ("die Leistung soll nichts kosten", "the service is meant to cost nothing"),
        "not_in_force": (
            "die Vorschrift gilt am maßgeblichen Tag nicht",
            "the norm is not in force on the relevant day",
        ),
        "protected_side": (
            "die Vorschrift schützt die Seite, die diese Bedingungen selbst gestellt hat",
            "the norm protects the side that wrote these terms",
        ),
        "answered_elsewhere": (
            "das Dokument enthält dazu eine klarstellende Regelung",
            "the document holds a provision that answers it",
        ),
        "value_missing": ("der Text nennt diesen Wert nicht", "the text does not state this value"),
        "direction_unknown": (
            "aus dem Text geht nicht hervor, wen die Regelung trifft",
            "the text does not say whom the provision binds",
        ),
        "no_terms": (
            "das Dokument behandelt nur wenige Themen; was fehlt, kann im Vertrag stehen, zu dem es gehört",
            "the document is about few subjects; what it lacks may stand in the contract it belongs to",
        ),
        "text_incomplete": (
            "ein Teil des Dokuments konnte nicht gelesen werden",
            "a part of the document could not be read",
        ),
        "text_foreign": (
            "das Dokument ist nicht in deutscher Sprache",
            "the document is not in German",
        ),
        "other_currency": ("der Betrag steht in einer anderen Währung", "the amount is in another currency"),
        "units_not_comparable": (
            "ob der Wert länger oder kürzer ist, hängt vom Kalender ab",
            "whether it is longer or shorter depends on the calendar",
        ),
        "silence_is_harmless": (
            "ohne Regelung gilt ein Gesetz, das nicht nachteilig ist",
            "without a clause the statute applies, which does no harm",
        ),
        "not_required": ("die Bibliothek verlangt dazu keine Regelung", "the library asks for no clause on it"),
        "no_reference": ("die Bibliothek hat dazu keine Bezugsklausel", "the library has no reference clause on it"),
        "perspective": ("für die andere Rolle gilt", "applies to the other role"),
        "audience": ("für andere Kundenkreise gilt", "applies to other audiences"),
        "governing_law": ("für ein anderes Recht gilt", "applies under another law"),
        "contract_kind": ("für andere Vertragsarten gilt", "applies to other kinds of contracts"),
        "validity": ("am Stichtag nicht gilt", "is not valid on the day of the review"),
    },
    "extent": {
        "unlimited": ("unbegrenzt", "unlimited"),
        "limited": ("begrenzt", "limited"),
        "excluded": ("ausgeschlossen", "excluded"),
        "not_regulated": ("nicht geregelt", "not regulated"),
    },
    "matrix_damage": {
        "life_body_health": ("Leben, Körper, Gesundheit", "life, body, health"),
        "essential_duties": ("wesentliche Vertragspflichten", "essential duties"),
        "other": ("übrige Schäden und Pflichten", "other damage and duties"),
        "delay": ("Verzug", "delay"),
        "data_loss": ("Datenverlust", "loss of data"),
        "indirect": ("mittelbare Schäden, entgangener Gewinn", "indirect damage, lost profit"),
        "guarantee": ("Garantien", "guarantees"),
        "fraudulent_concealment": ("arglistiges Verschweigen", "fraudulent concealment"),
        "product_liability": ("Produkthaftung", "product liability"),
    },
    "start": {
        "receipt": ("ab Erhalt", "from receipt"),
        "delivery": ("ab Lieferung", "from delivery"),
        "discovery": ("ab Entdeckung", "from discovery"),
        "notice": ("ab Mitteilung", "from notice"),
        "invoice_date": ("ab Rechnungsdatum", "from the date of the invoice"),
        "acceptance": ("ab Abnahme", "from acceptance"),
        "completion": ("ab Ende der Leistung", "from completion"),
        "conclusion": ("ab Vertragsschluss", "from conclusion of the contract"),
    },
    "form": {
        "text_form": ("Textform", "text form"),
        "written_form": ("Schriftform", "written form"),
        "registered_letter": ("eingeschriebener Brief", "registered letter"),
    },
    "state": STATES,
    "position": {
        "preferred": ("bevorzugte Fassung", "preferred wording"),
        "fallback": ("Rückfallfassung", "fallback wording"),
        "unacceptable": ("nicht annehmbare Fassung", "unacceptable wording"),
    },
    "status": {
        "draft": ("Entwurf", "draft"),
        "review": ("fachlich zu bestätigen", "to be confirmed by a lawyer"),
        "approved": ("fachlich bestätigt", "confirmed by a lawyer"),
        "retired": ("außer Kraft", "retired"),
    },
    "clause_status": {  # for those who keep the library; "status" is for readers of a report
        "draft": ("Entwurf", "draft"),
        "review": ("in Prüfung", "in review"),
        "approved": ("freigegeben", "approved"),
        "retired": ("ausgemustert", "retired"),
    },
    "relation": {
        "exact": ("wortgleich", "identical"),
        "near": ("nahezu wortgleich", "nearly identical"),
        "ceiling_of": ("Höchstgrenze zu", "ceiling of"),
        "max_of": ("der höhere Wert gilt mit", "the higher of this and"),
        "min_of": ("der niedrigere Wert gilt mit", "the lower of this and"),
        "alternative": ("wahlweise zu", "alternative to"),
    },
    "comparison": {
        "at_most": ("höchstens", "at most"),
        "at_least": ("mindestens", "at least"),
        "equals": ("genau", "exactly"),
        "one_of": ("eines von", "one of"),
        "forbidden": ("nicht zulässig", "not accepted"),
        "required": ("erforderlich", "required"),
    },
    "certainty": {
        "sure": ("sicher", "sure"),
        "likely": ("wahrscheinlich", "likely"),
        "unsure": ("unsicher", "unsure"),
    },
    "type_source": {
        "heading": ("aus der Überschrift", "from the heading"),
        "wording": ("aus dem Wortlaut", "from the wording"),
        "section": ("aus dem Abschnitt", "from the section"),
        "model": ("vom Themenmodell", "by the topic model"),
        "user": ("von Hand festgelegt", "set by hand"),
    },
    "verdict": {
        "accept": ("annehmen", "accept"),
        "negotiate": ("verhandeln", "negotiate"),
        "needs_approval": ("Freigabe nötig", "needs approval"),
        "reject": ("ablehnen", "reject"),
        "not_relevant": ("nicht relevant", "not relevant"),
    },
    "verdict_short": {  # on a button
        "accept": ("Annehmen", "Accept"),
        "negotiate": ("Verhandeln", "Negotiate"),
        "needs_approval": ("Freigabe", "Approval"),
        "reject": ("Ablehnen", "Reject"),
        "not_relevant": ("Nicht relevant", "Not relevant"),
    },
    "verdict_done": {  # in a report or a mail
        "accept": ("angenommen", "accepted"),
        "negotiate": ("zu verhandeln", "to be negotiated"),
        "needs_approval": ("Freigabe nötig", "needs approval"),
        "reject": ("abgelehnt", "rejected"),
        "not_relevant": ("nicht relevant", "not relevant"),
    },
    "library_problem": {
        "not_toml": ("die Datei ist kein gültiges TOML", "the file is not valid TOML"),
        "not_utf8": ("die Datei ist nicht in UTF-8 gespeichert", "the file is not saved as UTF-8"),
        "schema_unknown": ("die Nummer des Formats (schema) ist unbekannt", "the format number (schema) is unknown"),
        "missing": ("eine Angabe fehlt", "an entry is missing"),
        "unknown_key": ("dieses Feld gibt es nicht", "there is no such field"),
        "wrong_type": ("der Wert hat die falsche Art", "the value is of the wrong kind"),
        "not_allowed": ("dieser Wert ist nicht erlaubt", "this value is not allowed"),
        "empty": ("der Wert ist leer", "the value is empty"),
        "duplicate_id": ("diese Kennung kommt mehrfach vor", "this id is used more than once"),
        "wrong_file": ("der Eintrag steht in der falschen Datei", "the entry is in the wrong file"),
        "no_preferred": ("es fehlt eine bevorzugte Fassung", "there is no preferred wording"),
        "character": (
            "ein unsichtbares Steuerzeichen, das in keine Klausel gehört",
            "an invisible control character that belongs in no clause",
        ),
        "outside": ("die Datei liegt nicht im Ordner des Pakets", "the file lies outside the folder of the pack"),
        "placeholder": (
            "Platzhalter schreibt man {{Name}}, hier fehlt eine Klammer",
            "placeholders are written {{Name}}, a brace is missing here",
        ),
        "phrase": (
            "diese Wortfolge ist nicht lesbar, zu lang oder stünde überall (Regeln dafür: rules/README.md)",
            "this phrase cannot be read, is too long or would stand anywhere (see rules/README.md)",
        ),
    },
}
TERMS: Final[dict[str, Table]] = {**_OWN, **VOCABULARY, **CORRECTION_TERMS, **READING_TERMS}


def term(group: str, code: str, lang: Lang) -> str:
    """The label of `code` in `group`; the code itself, with spaces, where there is none."""
    pair = TERMS[group].get(code)
    return code.replace("_", " ") if pair is None else pick(pair, lang)


def terms(group: str, lang: Lang) -> dict[str, str]:
    """All labels of a group, by code."""
    return {code: pick(pair, lang) for code, pair in TERMS[group].items()}
