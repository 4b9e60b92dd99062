"""The same kinds of faults in other words, kept back until the finders had been mended with the first tables in view.

The recall of that first run (`FIRST_RUN`) forecasts more about other documents than any later one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.models.analysis import FindingKind
from tests.evaluation.planted.fault import Fault
from tests.evaluation.planted.statutes import reworded_whole
from tests.evaluation.planted.terms import Terms, clean_terms
from tests.evaluation.planted.values import with_wording

DEVIATION, CONTRADICTION, STATUTORY = FindingKind.DEVIATION, FindingKind.CONTRADICTION, FindingKind.STATUTORY
DEFINITION, REFERENCE, MISSING = FindingKind.DEFINITION, FindingKind.BROKEN_REFERENCE, FindingKind.MISSING
DUPLICATE = FindingKind.DUPLICATE

# found of planted, on the day they were first run
FIRST_RUN = {DEVIATION: (13, 14), CONTRADICTION: (9, 14), STATUTORY: (20, 25), DEFINITION: (4, 12), REFERENCE: (9, 10)}

LIMITS = (
    ("saas", "fees.due", "Rechnungen sind innerhalb von 30 Tagen nach Zugang zu bezahlen.", "Der Rechnungsbetrag wird zehn Tage nach Rechnungseingang fällig."),
    ("saas", "defects.limit", "Ansprüche wegen Mängeln verjähren in zwei Jahren.", "Die Verjährungsfrist für Mängelansprüche beträgt neun Monate."),
    ("consulting", "liability.cap", "auf den vertragstypischen, vorhersehbaren Schaden begrenzt, der in der Regel 1.500.000 Euro je Auftrag nicht übersteigt", "der Höhe nach auf das vereinbarte Honorar begrenzt"),
    ("consulting", "fees.due", "Rechnungen sind innerhalb von 30 Tagen nach Zugang zu zahlen.", "Das Honorar ist sofort nach Rechnungsstellung ohne Abzug fällig."),
    ("purchasing", "frame.notice", "von jeder Partei mit einer Frist von drei Monaten zum Monatsende", "von jeder Partei mit halbjähriger Frist zum Jahresende"),
    ("hosting", "defects.limit", "in einem Jahr nach Kenntnis", "in vier Jahren nach Kenntnis"),
    ("rental", "termination.notice", "mit einer Frist von drei Monaten zum Monatsende", "mit einer Frist von 14 Tagen"),
    ("machines", "payment.due", "innerhalb von 30 Tagen nach Lieferung", "spätestens 75 Tage nach Lieferung"),
    ("training", "withdrawal.period", "innerhalb von 14 Tagen ab Vertragsschluss", "binnen einer Woche ab Vertragsschluss"),
)  # fmt: skip

TURNS = (
    ("saas", "changes", "Änderung der Bedingungen", "Änderungen dieser Bedingungen werden auch dann wirksam, wenn der Kunde ihnen nicht ausdrücklich in Textform zustimmt. Schweigen oder die weitere Nutzung der Leistung gilt als Zustimmung."),
    ("saas", "", "Abtretung und Übertragung", "Der Anbieter darf den Vertrag im Ganzen oder einzelne Pflichten daraus ohne Zustimmung des Kunden auf Dritte übertragen. Geldforderungen dürfen nach vorheriger Anzeige abgetreten werden."),
    ("saas", "", "Lieferung von Unteraufträgen durch Dritte", "Der Anbieter erbringt die Leistung mit eigenem Personal. Unterauftragnehmer darf er ohne Zustimmung des Kunden einsetzen; er haftet für sie nicht."),
    ("hosting", "", "Einsatz von Dritten", "Wir dürfen zur Erfüllung unserer Pflichten keine Dritten einsetzen. Unsere Verantwortung gegenüber dem Kunden wird dadurch nicht berührt."),
    ("hosting", "price", "Anpassung der Vergütung", "Steigen oder sinken unsere Personal- oder Beschaffungskosten für die geschuldete Leistung, passen wir die Vergütung einmal im Jahr entsprechend an. Wir legen die Gründe offen und teilen die Anpassung drei Monate vorher in Textform mit. Beträgt eine Erhöhung mehr als fünf Prozent, kann der Kunde den Vertrag nicht kündigen."),
)  # fmt: skip

SECOND = (
    ("saas", "fees.object", "defects", "Gegen Rechnungen kann der Kunde nur binnen vier Wochen nach Zugang Einwendungen erheben."),
    ("saas", "term.first", "formation", "Die Mindestvertragslaufzeit beträgt zwei Jahre."),
    ("saas", "liability.cap", "final", "Für einfache Fahrlässigkeit ist die Haftung bei Verletzung wesentlicher Vertragspflichten je Schadensfall auf eine Million Euro begrenzt."),
    ("consulting", "fees.due", "services", "Honorarrechnungen begleicht der Mandant binnen 45 Tagen nach Zugang."),
    ("consulting", "defects.limit", "services", "Mängelansprüche des Mandanten verjähren drei Jahre nach Übergabe des Abschlussberichts."),
    ("consulting", "term.notice", "scope", "Der Mandant kann den Auftrag mit einer Frist von zwei Wochen zum Monatsende kündigen."),
    ("purchasing", "payment.due", "prices", "Zahlungen leistet der Besteller binnen 60 Tagen nach Eingang der Rechnung."),
    ("purchasing", "inspection.open", "delivery", "Offene Mängel zeigt der Besteller innerhalb von drei Wochen nach Eingang der Ware an."),
    ("maintenance", "term.notice", "final", "Der Wartungsvertrag ist beiderseits mit einer Frist von sechs Wochen zum Ende der jeweiligen Laufzeit kündbar."),
    ("rental", "fees.due", "period", "Die Miete ist binnen 30 Tagen nach Rechnungszugang zu entrichten."),
    ("machines", "warranty.limit", "delivery", "Die Gewährleistungsfrist beträgt 18 Monate ab Ablieferung."),
)  # fmt: skip

FIGURES = (
    ("hosting", "fees.due", "21 Tagen", "einundzwanzig (12) Tagen"),
    ("consulting", "liability.cap", "1.500.000 Euro", "1.500.000 Euro (in Worten: eine Million Euro)"),
    ("rental", "fees.due", "14 Tagen", "zehn (14) Tagen"),
)

STATUTES: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    ("webshop", "prices", "", "Erhöhen sich nach Vertragsschluss unsere Einkaufspreise, sind wir berechtigt, den Kaufpreis bis zur Auslieferung entsprechend anzuheben.", ("309 Nr. 1",)),
    ("webshop", "setoff", "own", "Eine Aufrechnung durch Sie ist in jedem Fall ausgeschlossen.", ("309 Nr. 3",)),
    ("webshop", "payment", "default", "Bei Verzug stellen wir für jedes Mahnschreiben pauschal 15,00 € in Rechnung.", ("309 Nr. 5",)),
    ("webshop", "liability", "full", "Wir haften nur für vorsätzlich verursachte Schäden.", ("309 Nr. 7",)),
    ("webshop", "liability", "rest", "Im Übrigen ist unsere Haftung, auch für grobe Fahrlässigkeit, ausgeschlossen.", ("309 Nr. 7",)),
    ("webshop", "warranty", "law", "Die Gewährleistung beschränkt sich auf die Abtretung unserer Ansprüche gegen den Hersteller.", ("309 Nr. 8", "476")),
    ("webshop", "warranty", "limit", "Die Gewährleistungsfrist für neue Artikel beträgt ein Jahr ab Erhalt der Ware.", ("309 Nr. 8", "476")),
    ("webshop", "delivery", "", "Angegebene Lieferzeiten sind nur ungefähre Angaben; geraten wir um bis zu zehn Wochen in Rückstand, können Sie hieraus keine Rechte herleiten.", ("308 Nr. 1", "308 Nr. 2", "309 Nr. 8")),
    ("webshop", "dispute", "", "Verbraucher können die OS-Plattform der EU zur außergerichtlichen Beilegung von Streitigkeiten nutzen.", ("524/2013", "2024/3228", "ODR", "OS-Plattform")),
    ("webshop", "final", "", "Mängelanzeigen und sonstige Erklärungen müssen uns per Einschreiben zugehen.", ("309 Nr. 13",)),
    ("webshop", "privacy", "", "Es gelten die Vorschriften des Telemediengesetzes.", ("TMG", "DDG", "Telemedien")),
    ("training", "term", "first", "Der Kursvertrag wird für 30 Monate fest abgeschlossen.", ("309 Nr. 9",)),
    ("training", "term", "notice", "Der Vertrag verlängert sich stillschweigend um ein Jahr, sofern er nicht drei Monate vor Ablauf gekündigt wird.", ("309 Nr. 9",)),
    ("training", "cancel", "fee", "Wer sich später abmeldet, schuldet das volle Entgelt als Schadensersatz.", ("309 Nr. 5", "307", "308 Nr. 7")),
    ("training", "changes", "", "Die Veranstalterin kann Preise und Bedingungen ändern; erhebt der Teilnehmer binnen eines Monats keinen Widerspruch, gelten die Änderungen als genehmigt.", ("308 Nr. 5", "307", "XI ZR 26/20")),
    ("training", "services", "swap", "Die Veranstalterin behält sich vor, Inhalt, Ort und Termine der Kurse jederzeit nach freiem Ermessen zu ändern.", ("308 Nr. 4",)),
    ("itservice", "liability", "full", "Die Haftung des Auftragnehmers ist in allen Fällen, gleich aus welchem Rechtsgrund, auf 25.000 EUR begrenzt.", ("309 Nr. 7", "307")),
    ("itservice", "liability", "rest", "Jede weitere Haftung, auch für Personenschäden, ist ausgeschlossen.", ("309 Nr. 7", "307")),
    ("itservice", "fees", "setoff", "Aufrechnung und Zurückbehaltung durch den Auftraggeber sind ausgeschlossen.", ("309 Nr. 3", "309 Nr. 2", "307")),
    ("itservice", "final", "", "Statt einer unwirksamen Klausel gilt das, was die Parteien wirtschaftlich gewollt haben.", ("306",)),
    ("itservice", "final", "", "Mündliche Nebenabreden sind nur gültig, wenn der Auftragnehmer sie schriftlich bestätigt.", ("305b",)),
    ("hosting", "privacy", "", "Soweit wir geschäftsmäßig Telekommunikation anbieten, gilt § 44a TKG.", ("44a", "70 TKG")),
    ("purchasing", "payment", "due", "Zahlungen erfolgen 90 Tage nach Rechnungseingang.", ("271a", "308 Nr. 1a")),
    ("rental", "final", "court", "Ausschließlicher Gerichtsstand für alle Streitigkeiten mit Mietern jeder Art ist der Sitz der Vermieterin.", ("38 ZPO",)),
    ("machines", "liability", "rest", "Im Übrigen ist jede Haftung, auch für vorsätzliches Handeln unserer Erfüllungsgehilfen und für grobe Fahrlässigkeit, ausgeschlossen.", ("309 Nr. 7", "307", "278", "276")),
)  # fmt: skip

PARTIES = (
    ("hosting", "fees.lock", "Ist der Kunde mit", "Ist der Auftraggeber mit"),
    ("machines", "retention.resale", "Der Käufer darf", "Der Besteller darf"),
    ("purchasing", "secrecy.years", "Diese Pflicht gilt", "Diese Pflicht des Verkäufers gilt"),
    ("consulting", "rights.result", "erwirbt der Mandant", "erwirbt der Kunde"),
    ("training", "rights.use", "Teilnehmer dürfen sie", "Kunden dürfen sie"),
    ("rental", "return.check", "teilt die Vermieterin", "teilt die Verkäuferin"),
)

TWICE = (
    ("itservice", "services", "Als „Einzelauftrag“ gilt auch jede telefonische Bestellung."),
    ("saas", "final", "Unter „Plattform“ verstehen die Parteien das Rechenzentrum des Anbieters."),
    (
        "purchasing",
        "rights",
        "Die Leistungsdaten und das Muster (zusammen die „Spezifikation“) bleiben Eigentum des Bestellers.",
    ),
)

NEVER = (
    ("itservice", "services", "Die „Reaktionszeit“ im Sinne dieser Bedingungen beginnt mit der Meldung."),
    ("rental", "return", "Schäden werden nach der Schadensstufe gemäß Begriffsbestimmung abgerechnet."),
    ("hosting", "services", "Für Verfügbarkeitsklassen gilt die Definition in diesen Bedingungen."),
)

BROKEN = (
    ("itservice", "privacy", "Die Haftung richtet sich nach § 31."),
    ("hosting", "domains", "§ 9 Abs. 12 gilt sinngemäß."),
    ("machines", "prices", "Näheres regelt die beigefügte Anlage 2."),
    ("saas", "rights", "Im Fall der Ziffern 2.1 bis 2.9 gilt Entsprechendes."),
    ("consulting", "delay", "Siehe hierzu Ziffer 17."),
    ("purchasing", "quality", "Abschnitt 21 bleibt unberührt."),
    ("webshop", "prices", "Die Fristen des § 8 Abs. 4 sind zu beachten."),
    ("rental", "period", "Es gilt die Gebührentabelle in Anhang 5."),
    ("maintenance", "emergency", "Das Entgelt bestimmt sich nach § 6 Abs. 7 Satz 2 dieser Bedingungen."),
    ("training", "care", "Verstöße werden nach Punkt 22.3 behandelt."),
)


def other_words() -> list[Fault]:
    """One fault a document."""
    base = clean_terms()
    return [*_values(base), *_statutes(base), *_names(base), *_references(base)]


def _values(base: Mapping[str, Terms]) -> Iterator[Fault]:
    also = frozenset({STATUTORY})
    for name, place, old, new in LIMITS:
        yield Fault(f"limit {name} {place}", DEVIATION, base[name].reworded(place, old, new), (place,), also=also)
    for name, away, heading, text in TURNS:
        terms = with_wording(base[name], away, heading, text)
        yield Fault(f"turned {name} {heading}", DEVIATION, terms, ("planted.wording",), also=also)
    also = frozenset({DEVIATION, STATUTORY, DUPLICATE})
    for name, place, section, text in SECOND:
        terms = base[name].inserted(f"{section}.planted", text)
        yield Fault(f"second {name} {place}", CONTRADICTION, terms, (place, f"{section}.planted"), also=also)
    for name, place, old, new in FIGURES:
        yield Fault(f"number {name} {place}", CONTRADICTION, base[name].reworded(place, old, new), (place,), also=also)


def _statutes(base: Mapping[str, Terms]) -> Iterator[Fault]:
    also = frozenset({DEVIATION, MISSING, CONTRADICTION})
    for name, section, away, text, norms in STATUTES:
        place = f"{section}.{away or 'planted'}"
        terms = reworded_whole(base[name], place, text) if away else base[name].inserted(place, text)
        yield Fault(f"{norms[0]} {name} {place}", STATUTORY, terms, (place,), says=norms, also=also)


def _names(base: Mapping[str, Terms]) -> Iterator[Fault]:
    for name, place, old, new in PARTIES:
        yield Fault(f"party {name} {place}", DEFINITION, base[name].reworded(place, old, new), (place,))
    for what, rows in (("twice", TWICE), ("never", NEVER)):
        for name, section, text in rows:
            place = f"{section}.planted"
            yield Fault(f"{what} {name} {section}", DEFINITION, base[name].inserted(place, text), (place,))


def _references(base: Mapping[str, Terms]) -> Iterator[Fault]:
    for name, section, text in BROKEN:
        place = f"{section}.planted"
        yield Fault(f"{name} {text}", REFERENCE, base[name].inserted(place, text), (place,))
