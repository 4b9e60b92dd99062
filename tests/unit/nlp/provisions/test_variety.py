"""One provision said in many ways: word order, voice, nouns for verbs, number words, two values in a sentence.

Each row names the kinds a sentence holds, all of them, and the parts of their values that matter for the row.
"""

from __future__ import annotations

import pytest

from app.models.provisions import ProvisionKind
from app.nlp.provisions import find_provisions
from tests.unit.nlp.provisions.conftest import clause, short


def missing_and_extra(text: str, expected: list[str]) -> tuple[list[str], list[str]]:
    """Expectations that no provision fulfils, and provisions that fulfil none."""
    rest = [
        f"{p.kind} {short(p.value)}"
        for p in find_provisions((clause(1, text),))
        if p.kind is not ProvisionKind.LIABILITY_EXCLUSION
    ]
    missing = []
    for line in expected:
        fits = next((found for found in rest if all(f" {part} " in f" {found} " for part in line.split(", "))), None)
        if fits is None:
            missing.append(line)
        else:
            rest.remove(fits)
    return missing, rest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Haftung der Auftragnehmerin ist der Höhe nach auf fünfzigtausend Euro je Schadensereignis begrenzt.", ["liability_cap, amount=50000, per=event"]),
        ("Wir haften maximal mit T€ 250 im Kalenderjahr.", ["liability_cap, amount=250000, per=year"]),
        ("In keinem Fall haftet der Lieferant für mehr als CHF 25'000.00.", ["liability_cap, amount=25000, currency=CHF"]),
        ("Für Sachschäden ist die Ersatzpflicht auf 1,5 Mio. EUR je Schadensfall beschränkt, höchstens jedoch auf 3 Mio. EUR im Versicherungsjahr.", ["liability_cap, amount=1.5e+06, per=event", "liability_cap, amount=3e+06, per=year"]),
        ("Die Haftung beträgt in jedem Fall höchstens das Dreifache der monatlichen Nettovergütung.", ["liability_cap, basis=multiple, factor=3, of=monthly_fee"]),
        ("Der Schadensersatz ist auf die Hälfte des Auftragswertes begrenzt.", ["liability_cap, basis=percentage, percent=50"]),
        ("Die Haftung ist auf die Deckungssumme der Betriebshaftpflichtversicherung des Auftragnehmers beschränkt.", ["liability_cap, basis=insurance_cover"]),
        ("Die Haftung ist auf die Deckungssumme der Betriebshaftpflichtversicherung von 2 Mio. € begrenzt.", ["liability_cap, basis=insurance_cover, amount=2e+06"]),
        ("Bei einfacher Fahrlässigkeit wird nur für den vertragstypischen Schaden gehaftet.", ["liability_cap, basis=foreseeable_damage"]),
        ("Der zu ersetzende Schaden ist auf solche Schäden begrenzt, die bei Vertragsschluss vorhersehbar waren.", ["liability_cap, basis=foreseeable_damage"]),
        ("Ersatzansprüche sind der Höhe nach auf den Rechnungsbetrag der betroffenen Lieferung beschränkt.", ["liability_cap, basis=order_value"]),
        ("Kommt der Verkäufer in Verzug, kann der Käufer für jede vollendete Woche eine Entschädigung von 0,5 %, insgesamt aber höchstens 5 % des Preises der verspäteten Lieferung verlangen.", ["liability_cap, percent=0.5, per=week", "liability_cap, percent=5, per=total"]),
        ("Der Verzugsschaden ist auf drei vom Hundert des Lieferwertes pro vollendeter Verzugswoche, maximal auf fünfzehn vom Hundert, begrenzt.", ["liability_cap, percent=3, per=week", "liability_cap, percent=15, per=total"]),
        ("Eine weitergehende Haftung als bis zu einem Betrag von zwanzigtausend Schweizer Franken ist ausgeschlossen.", ["liability_cap, amount=20000, currency=CHF"]),
        ("Die Summe aller Ersatzleistungen eines Vertragsjahres darf die Vergütung, die der Kunde in diesem Vertragsjahr gezahlt hat, nicht übersteigen.", ["liability_cap, basis=multiple, factor=1, of=annual_fee"]),
        ("Unsere Einstandspflicht endet bei 100.000 Euro.", ["liability_cap, amount=100000"]),
        ("Der Höhe nach ist die Haftung auf das Zweifache des Jahresentgelts gedeckelt.", ["liability_cap, basis=multiple, factor=2, of=annual_fee"]),
        ("Höchstens haften wir mit dem Betrag von € 5.000,-- pro Person.", ["liability_cap, amount=5000, per=claimant"]),
        ("Bei Verlust von Daten ist der Ersatz auf den Aufwand beschränkt, der bei ordnungsgemäßer Datensicherung zur Wiederherstellung nötig gewesen wäre.", ["liability_cap, basis=restoration_effort"]),
        ("Schadensersatzansprüche gegen uns sind auf das vereinbarte Honorar begrenzt.", ["liability_cap, basis=order_value"]),
        ("Der Anbieter haftet nur bis zur Höhe des Betrages, den der Kunde in den letzten zwölf Monaten vor dem Schadensfall gezahlt hat.", ["liability_cap"]),
        ("Die Haftung ist auf den Betrag beschränkt, den Sie für die Leistung tatsächlich an uns bezahlt haben.", ["liability_cap, basis=order_value"]),
        ("Die Haftung ist auf die Summe begrenzt, die der Kunde entrichtet hat.", ["liability_cap, basis=order_value"]),
        ("Der Auftragnehmer haftet je Schadensfall bis 50.000 Euro, im Jahr höchstens bis 100.000 Euro.", ["liability_cap, amount=50000, per=event", "liability_cap, amount=100000, per=year"]),
        ("Die Haftung ist begrenzt auf 10.000 Euro pro Schadensfall und 30.000 Euro pro Jahr.", ["liability_cap, amount=10000, per=event", "liability_cap, amount=30000, per=year"]),
        ("Pro Schadensfall haften wir mit höchstens 10 000 €, pro Kalenderjahr mit höchstens 20 000 €.", ["liability_cap, amount=10000, per=event", "liability_cap, amount=20000, per=year"]),
        ("Die Gesamthaftung ist auf einen Drittel des Werklohns begrenzt.", ["liability_cap, percent=33.33"]),
        ("Bei leicht fahrlässiger Verletzung wesentlicher Pflichten ist der Ersatz auf die typischerweise zu erwartenden Schäden beschränkt.", ["liability_cap, basis=foreseeable_damage"]),
        ("Die Haftungsobergrenze liegt bei 75.000 EUR.", ["liability_cap, amount=75000"]),
        ("Es wird höchstens bis zum Wert der Ware gehaftet.", ["liability_cap, basis=order_value"]),
        ("Für Schäden, die durch leichte Fahrlässigkeit entstehen, wird bis zur Höhe von EUR 500 gehaftet.", ["liability_cap, amount=500"]),
        ("Unsere Ersatzpflicht umfasst höchstens das Zehnfache der Auftragssumme.", ["liability_cap, basis=multiple, factor=10"]),
        ("Der Lieferer leistet Schadensersatz bis zu höchstens 10 v. H. des Nettoauftragswerts.", ["liability_cap, percent=10"]),
        ("Die Haftung ist auf fuenftausend Euro beschraenkt.", ["liability_cap, amount=5000"]),
        ("Für Vermögensschäden wird bis zu einem Höchstbetrag von 12.500 EUR je Versicherungsfall gehaftet.", ["liability_cap, amount=12500, per=event"]),
        ("Überschreitet der Schaden den Betrag von 8.000 Euro, so ist die darüber hinausgehende Haftung ausgeschlossen.", ["liability_cap, amount=8000"]),
        ("Die Schadensersatzpflicht des Dienstleisters wird auf den zweifachen Monatspreis beschränkt.", ["liability_cap, basis=multiple, factor=2, of=monthly_fee"]),
        ("Unsere Haftung ist insgesamt auf diejenige Vergütung begrenzt, die im Jahr des Schadenseintritts geschuldet war.", ["liability_cap"]),
        ("Für jeden Fall der Verletzung ist die Haftung auf zehntausend Euro begrenzt.", ["liability_cap, amount=10000, per=event"]),
        ("Der Ersatz mittelbarer Schäden ist auf 15 % der Auftragssumme beschränkt.", ["liability_cap, percent=15, of=price"]),
        ("Die Haftung der Parteien ist der Höhe nach auf 2 Millionen Euro pro Vertragsjahr beschränkt.", ["liability_cap, amount=2e+06, per=year, liable=both"]),
        ("Liefert der Verkäufer verspätet, so beträgt der pauschalierte Verzugsschaden 1 % je angefangene Kalenderwoche, maximal 10 % des Lieferwerts.", ["liability_cap, percent=1, per=week", "liability_cap, percent=10, per=total"]),
        ("Soweit wir dem Grunde nach haften, haben wir nur Schäden zu ersetzen, die wir bei Vertragsschluss als mögliche Folge vorausgesehen haben.", ["liability_cap, basis=foreseeable_damage"]),
        ("Im Falle eines Datenverlusts beschränkt sich unsere Haftung auf den Wiederherstellungsaufwand bei Vorliegen von Sicherungskopien.", ["liability_cap, basis=restoration_effort"]),
        ("Unsere Haftung ist auf die von Ihnen entrichtete Zahlung begrenzt.", ["liability_cap, basis=order_value"]),
        ("Die Haftung ist mit dem Auftragswert begrenzt.", ["liability_cap, basis=order_value"]),
        ("Die Haftung des Anbieters übersteigt nicht die Gebühren, die der Kunde bezahlt hat.", ["liability_cap, basis=order_value"]),
        ("Die Haftung ist auf den einfachen Warenwert begrenzt.", ["liability_cap, basis=order_value"]),
        ("Für leicht fahrlässig verursachte Schäden wird nicht über 9.000 Euro hinaus gehaftet.", ["liability_cap, amount=9000"]),
        ("Unsere Haftung beträgt nicht mehr als 9.000 Euro.", ["liability_cap, amount=9000"]),
        ("Bei mehr als 9.000 Euro Auftragswert haften wir bis zu 20.000 Euro.", ["liability_cap, amount=20000"]),
        ("Die Haftung ist auf den absehbaren Schaden begrenzt.", ["liability_cap, basis=foreseeable_damage"]),
        ("Wir ersetzen Schäden nur bis zu 9.000 Euro.", ["liability_cap, amount=9000"]),
        ("Verspätet sich die Lieferung, kann der Käufer für jeden Tag 0,1 % des Preises verlangen, höchstens aber 4 %.", ["liability_cap, percent=0.1, per=day", "liability_cap, percent=4, per=total"]),
        ("Der Verzugsschaden beträgt je Woche ½ %, insgesamt höchstens 4 % des Preises.", ["liability_cap, percent=0.5, per=week", "liability_cap, percent=4, per=total"]),
    ],
)  # fmt: skip
def test_liability_caps_in_many_words(text: str, expected: list[str]) -> None:
    assert missing_and_extra(text, expected) == ([], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Kündigung hat schriftlich mit einer Frist von sechs Wochen zum Quartalsende zu erfolgen.", ["notice_period, 6 week, to=end_of_quarter"]),
        ("Das Abonnement ist unter Einhaltung einer Kündigungsfrist von vier Wochen zum Monatsende kündbar.", ["notice_period, 4 week, to=end_of_month"]),
        ("Eine Kündigung kann nur bis spätestens drei Monate vor Ablauf der Vertragslaufzeit erklärt werden.", ["notice_period, 3 month, to=end_of_term"]),
        ("Beide Seiten dürfen den Vertrag mit dreimonatiger Frist zum 31.12. eines Jahres auflösen.", ["notice_period, 3 month, to=end_of_year, by=both"]),
        ("Die Frist für die Kündigung beläuft sich auf 14 Tage.", ["notice_period, 14 day"]),
        ("Kündigt keine Partei bis spätestens 30 Tage vor Ende der Laufzeit, verlängert sich der Vertrag um ein Jahr.", ["notice_period, 30 day, to=end_of_term", "renewal_term, 1 year"]),
        ("Der Vertrag ist innert zweier Monate auf das Ende eines Kalenderjahres kündbar.", ["notice_period, 2 month, to=end_of_year"]),
        ("Er kann von jeder Partei unter Wahrung einer halbjährigen Frist gekündigt werden.", ["notice_period, 6 month, by=both"]),
        ("Die ordentliche Kündigung ist mit einer Frist von 10 Bankarbeitstagen möglich.", ["notice_period, 10 working_day"]),
        ("Das Recht zur ordentlichen Kündigung mit einmonatiger Frist bleibt bestehen.", ["notice_period, 1 month"]),
        ("Der Rahmenvertrag kann jederzeit mit Frist von 4 Wochen beendet werden.", ["notice_period, 4 week, to=any_time"]),
        ("Teilt der Kunde nicht spätestens zwei Monate vor Vertragsende mit, dass er keine Verlängerung wünscht, läuft der Vertrag ein weiteres Jahr.", ["notice_period, 2 month, to=end_of_term", "renewal_term, 1 year"]),
        ("Eine Aufkündigung des Vertrages muss uns wenigstens einen Monat vor Ablauf zugehen.", ["notice_period, 1 month, to=end_of_term"]),
        ("Wird die Mitgliedschaft nicht einen Monat vor Ablauf gekündigt, so läuft sie auf unbestimmte Zeit weiter.", ["notice_period, 1 month, to=end_of_term", "renewal_term, indefinite"]),
        ("Kündigungsfrist: 6 Wochen zum Monatsende.", ["notice_period, 6 week, to=end_of_month"]),
        ("Der Vertrag kann mit einer Frist von zwoelf Wochen gekuendigt werden.", ["notice_period, 12 week"]),
        ("Der Vertrag verlängert sich um ein Jahr, wenn ihn nicht der Kunde oder wir mit einer Frist von drei Monaten zum Ende der Laufzeit kündigen.", ["notice_period, 3 month, by=both", "renewal_term, 1 year"]),
        ("Die Vertragspartner können den Vertrag jeweils vier Wochen vor Quartalsende kündigen.", ["notice_period, 4 week, to=end_of_quarter, by=both"]),
        ("Die Kündigung bedarf der Schriftform und muss spätestens 6 Wochen vor dem Ende des Kalenderjahres eingehen.", ["notice_period, 6 week, to=end_of_year"]),
        ("Eine Kündigung ist mit einer Frist von 3 Monaten zum Ablauf der jeweiligen Laufzeit zulässig.", ["notice_period, 3 month, to=end_of_term"]),
        ("Wir sind berechtigt, den Vertrag ohne Angabe von Gründen unter Beachtung einer Zweiwochenfrist zu kündigen.", ["notice_period, 2 week"]),
        ("Der Vertrag kann mit einer Frist von zwei Wochen gekündigt werden, sonst verlängert er sich um drei Monate.", ["notice_period, 2 week", "renewal_term, 3 month"]),
        ("Die Kündigung ist einen Monat im Voraus auf das Ende eines Monats zu erklären.", ["notice_period, 1 month, to=end_of_month"]),
    ],
)  # fmt: skip
def test_notice_periods_in_many_words(text: str, expected: list[str]) -> None:
    assert missing_and_extra(text, expected) == ([], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wird die Rechnung nicht binnen vier Wochen nach Zugang beanstandet, gilt sie als anerkannt.", ["objection_deadline, 4 week, subject=invoice, deemed_consent"]),
        ("Reklamationen werden nur innerhalb von fünf Werktagen nach Erhalt der Ware angenommen.", ["objection_deadline, 5 working_day, subject=defect"]),
        ("Transportschäden sind spätestens binnen 24 Stunden nach Anlieferung schriftlich zu melden.", ["objection_deadline, 24 hour, subject=defect"]),
        ("Einwände gegen die Abrechnung sind bis spätestens sechs Wochen nach ihrem Zugang zu erheben.", ["objection_deadline, 6 week, subject=invoice"]),
        ("Äußert sich der Auftraggeber nicht innerhalb von 10 Tagen zum Entwurf, gilt die Freigabe als erteilt.", ["objection_deadline, 10 day, deemed_consent"]),
        ("Die Leistung gilt als abgenommen, wenn der Besteller nicht innert 14 Tagen Mängel meldet.", ["objection_deadline, 14 day, deemed_consent"]),
        ("Offensichtliche Mängel müssen sofort, verdeckte Mängel innerhalb von 3 Tagen nach ihrer Entdeckung gerügt werden.", ["objection_deadline, immediate, subject=defect", "objection_deadline, 3 day, subject=defect"]),
        ("Schweigt der Kunde auf die Ankündigung der neuen Bedingungen sechs Wochen lang, gelten sie als genehmigt.", ["objection_deadline, 6 week, subject=change_of_terms, deemed_consent"]),
        ("Der Kunde kann der Preiserhöhung binnen eines Monats nach Zugang der Mitteilung widersprechen; andernfalls gilt der neue Preis als vereinbart.", ["objection_deadline, 1 month, subject=price_change, deemed_consent"]),
        ("Stundenzettel, denen nicht innerhalb von einer Woche widersprochen wird, gelten als bestätigt.", ["objection_deadline, 1 week, subject=timesheet, deemed_consent"]),
        ("Nach Ablauf von acht Tagen ab Empfang ist die Geltendmachung offener Mängel ausgeschlossen.", ["objection_deadline, 8 day, subject=defect"]),
        ("Mängelrügen müssen innert 7 Tagen bei uns eingehen.", ["objection_deadline, 7 day, subject=defect"]),
        ("Erfolgt binnen 14 Kalendertagen keine schriftliche Beanstandung, ist das Werk abgenommen.", ["objection_deadline, 14 day"]),
        ("Verdeckte Mängel sind innerhalb einer Woche ab Entdeckung zu rügen, sonst erlischt der Anspruch.", ["objection_deadline, 1 week, subject=defect"]),
        ("Das Protokoll gilt als genehmigt, sofern nicht innerhalb von drei Arbeitstagen Einwendungen erhoben werden.", ["objection_deadline, 3 working_day, deemed_consent"]),
        ("Die Frist zur Rüge beträgt zehn Tage.", ["objection_deadline, 10 day"]),
        ("Der Käufer verliert das Recht, sich auf eine Vertragswidrigkeit zu berufen, wenn er sie nicht binnen zwei Wochen anzeigt.", ["objection_deadline, 2 week, subject=defect"]),
        ("Die Anzeige offensichtlicher Mängel hat innerhalb von 2 Wochen schriftlich zu erfolgen.", ["objection_deadline, 2 week, subject=defect"]),
        ("Unterbleibt innerhalb von vier Wochen nach Bekanntgabe ein Widerspruch, werden die geänderten Bedingungen Vertragsinhalt.", ["objection_deadline, 4 week, subject=change_of_terms, deemed_consent"]),
        ("Beanstandungen jeglicher Art haben innerhalb von acht Tagen nach Empfang zu erfolgen.", ["objection_deadline, 8 day, subject=defect"]),
        ("Die Ware ist bei Ankunft zu untersuchen und jede Abweichung binnen 48 Stunden anzuzeigen.", ["objection_deadline, 48 hour, subject=defect"]),
        ("Der Mieter hat Schäden binnen 24 Stunden mitzuteilen, andernfalls gilt die Mietsache als mangelfrei übergeben.", ["objection_deadline, 24 hour, subject=defect, deemed_consent"]),
        ("Maengel sind innerhalb von fuenf (5) Werktagen zu ruegen.", ["objection_deadline, 5 working_day, subject=defect"]),
        ("Die Arbeiten gelten als abgenommen, wenn\n- der Kunde sie nutzt oder\n- der Kunde die Abnahme innerhalb von 20 Werktagen ohne Angabe von Mängeln verweigert.", ["objection_deadline, 20 working_day, subject=acceptance, deemed_consent"]),
        ("Wir können die Entgelte anpassen. Widerspricht der Kunde der Anpassung binnen vier Wochen nach Zugang nicht, gilt sie als genehmigt.", ["objection_deadline, 4 week, subject=price_change, deemed_consent"]),
        ("Widerspricht der Kunde der Änderung der Leistung innerhalb von sechs Wochen nicht, gilt sie als genehmigt; der Preis bleibt gleich.", ["objection_deadline, 6 week, deemed_consent, subject=change_of_terms"]),
        ("Der Besteller ist verpflichtet, Mängelrügen unverzüglich, spätestens jedoch binnen 10 Tagen nach Lieferung, schriftlich zu erheben.", ["objection_deadline, 10 day, subject=defect"]),
        ("Nimmt der Kunde innerhalb von zwei Wochen zum übersandten Korrekturabzug nicht Stellung, gilt dieser als freigegeben.", ["objection_deadline, 2 week, deemed_consent"]),
        ("Widerspricht der Nutzer den geänderten Nutzungsbedingungen nicht innerhalb eines Monats, so werden sie wirksam.", ["objection_deadline, 1 month, subject=change_of_terms, deemed_consent"]),
        ("Äußere Beschädigungen sind bei Ablieferung, sonstige Schäden spätestens am siebten Tag anzuzeigen.", ["objection_deadline"]),
        ("Spätere Reklamationen als 3 Tage nach der Veranstaltung werden nicht anerkannt.", ["objection_deadline, 3 day"]),
        ("Rügt der Käufer nicht fristgerecht binnen einer Woche, sind Ansprüche wegen des Mangels ausgeschlossen.", ["objection_deadline, 1 week, subject=defect"]),
        ("Die Abrechnung gilt als richtig und vollständig, wenn ihr nicht innert 30 Tagen seit Zustellung schriftlich widersprochen wird.", ["objection_deadline, 30 day, subject=invoice, deemed_consent"]),
        ("Offene Mängel hat der Kunde sogleich bei Übergabe zu beanstanden.", ["objection_deadline, immediate, subject=defect"]),
        ("Bleibt der Kunde untätig, so gilt die Abnahme zehn Tage nach der Fertigmeldung als erfolgt.", ["objection_deadline, 10 day, subject=acceptance, deemed_consent"]),
        ("Nutzt der Besteller das Werk, so gilt es nach acht Werktagen ab Beginn der Nutzung als abgenommen.", ["objection_deadline, 8 working_day, subject=acceptance, deemed_consent"]),
        ("Offene Mängel sind sofort, versteckte binnen 10 Tagen nach Entdeckung zu rügen.", ["objection_deadline, immediate, subject=defect", "objection_deadline, 10 day, subject=defect"]),
        ("Beanstandungen sind binnen 6 Tagen, bei verborgenen Mängeln unverzüglich nach Entdeckung zu melden.", ["objection_deadline, 6 day, subject=defect", "objection_deadline, immediate, subject=defect"]),
        ("Der Kunde hat die Ware unverzüglich zu untersuchen und erkennbare Mängel binnen 6 Tagen zu rügen.", ["objection_deadline, 6 day, subject=defect"]),
        ("Der Besteller hat seiner Rügepflicht unverzüglich nachzukommen.", ["objection_deadline, immediate, subject=defect"]),
        ("Fehler der Ware sind uns ohne Verzug anzuzeigen.", ["objection_deadline, immediate, subject=defect"]),
        ("Die neuen Bedingungen treten in Kraft, sofern der Kunde nicht binnen eines Monats widerspricht.", ["objection_deadline, 1 month, subject=change_of_terms, deemed_consent"]),
        ("Die Zustimmung zur neuen Fassung der AGB wird unterstellt, wenn der Kunde ihr nicht in sechs Wochen widerspricht.", ["objection_deadline, 6 week, subject=change_of_terms, deemed_consent"]),
        ("Der Kunde kann die geänderten Bedingungen binnen vier Wochen ablehnen. Schweigt er, treten sie in Kraft.", ["objection_deadline, 4 week, subject=change_of_terms, deemed_consent"]),
    ],
)  # fmt: skip
def test_objection_deadlines_in_many_words(text: str, expected: list[str]) -> None:
    assert missing_and_extra(text, expected) == ([], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Vergütung ist innert 30 Tagen ab Rechnungsdatum rein netto zu begleichen.", ["payment_term, 30 day"]),
        ("Rechnungen sind sofort fällig und ohne Abzug zahlbar.", ["payment_term, immediate"]),
        ("Zahlungen haben innerhalb von zehn Bankarbeitstagen nach Zugang der Rechnung ohne Abzug zu erfolgen.", ["payment_term, 10 working_day"]),
        ("Zahlungsziel: 21 Tage netto.", ["payment_term, 21 day"]),
        ("Der Rechnungsbetrag wird 14 Tage nach Versand der Rechnung fällig.", ["payment_term, 14 day"]),
        ("Der Preis ist spätestens zehn Tage nach deren Versand zur Zahlung fällig.", ["payment_term, 10 day"]),
        ("Bei Zahlung binnen 8 Tagen gewähren wir 2 % Skonto, sonst ist binnen 30 Tagen netto zu zahlen.", ["payment_term, 30 day"]),
        ("Die Zahlungsfrist beträgt einen Monat ab Rechnungseingang.", ["payment_term, 1 month"]),
        ("Unsere Forderungen werden mit Rechnungsstellung sofort zur Zahlung fällig.", ["payment_term, immediate"]),
        ("Zahlbar innerhalb 30 Tagen netto, innerhalb 10 Tagen abzüglich 3 % Skonto.", ["payment_term, 30 day"]),
        ("Honorarnoten sind prompt, spätestens aber 14 Tage nach Erhalt, ohne Abzüge zu bezahlen.", ["payment_term, 14 day"]),
        ("Das Entgelt wird sofort nach Vertragsschluss zur Zahlung fällig.", ["payment_term, immediate"]),
    ],
)  # fmt: skip
def test_payment_terms_in_many_words(text: str, expected: list[str]) -> None:
    assert missing_and_extra(text, expected) == ([], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mängelansprüche verjähren in zwölf Monaten ab Gefahrübergang.", ["limitation_period, 12 month"]),
        ("Die Gewährleistungsfrist beträgt zwei Jahre ab Abnahme.", ["limitation_period, 2 year"]),
        ("Ansprüche wegen Sachmängeln verjähren nach Ablauf eines Jahres.", ["limitation_period, 1 year"]),
        ("Für gebrauchte Sachen wird die Verjährungsfrist auf sechs Monate verkürzt.", ["limitation_period, 6 month"]),
        ("Wir leisten für die Dauer von 24 Monaten Gewähr.", ["limitation_period, 24 month"]),
        ("Die Verjährung tritt ein Jahr nach Ablieferung ein.", ["limitation_period, 1 year"]),
        ("Schadensersatzansprüche verjähren spätestens drei Jahre nach Kenntnis.", ["limitation_period, 3 year"]),
        ("Die Rechte des Käufers bei Mängeln erlöschen zwölf Monate nach Lieferung.", ["limitation_period, 12 month"]),
        ("Ansprüche des Bestellers verjähren, gleich aus welchem Rechtsgrund, in einem Jahr.", ["limitation_period, 1 year"]),
        ("Für Sachmängel haften wir zwölf Monate ab Übergabe.", ["limitation_period, 12 month"]),
    ],
)  # fmt: skip
def test_limitation_periods_in_many_words(text: str, expected: list[str]) -> None:
    assert missing_and_extra(text, expected) == ([], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Mindestlaufzeit beträgt 24 Monate.", ["contract_term, 24 month"]),
        ("Der Vertrag läuft zunächst ein Jahr.", ["contract_term, 1 year"]),
        ("Der Vertrag hat eine feste Laufzeit von 36 Monaten.", ["contract_term, 36 month"]),
        ("Das Mietverhältnis wird für mindestens zwei Jahre geschlossen.", ["contract_term, 2 year"]),
        ("Der Vertrag kann frühestens 12 Monate nach Vertragsschluss ordentlich gekündigt werden.", ["contract_term, 12 month"]),
        ("Eine Kündigung ist erst drei Jahre nach Vertragsbeginn möglich.", ["contract_term, 3 year"]),
        ("Der Vertrag wird auf die Dauer von einem Jahr abgeschlossen und verlängert sich stillschweigend um jeweils sechs Monate.", ["contract_term, 1 year", "renewal_term, 6 month"]),
        ("Der Vertrag beginnt mit der Unterschrift und hat eine Laufzeit von zwei Jahren.", ["contract_term, 2 year"]),
        ("Nach Ablauf der Mindestvertragsdauer von 12 Monaten verlängert sich der Vertrag um jeweils drei Monate, falls er nicht mit einer Frist von einem Monat gekündigt wird.", ["contract_term, 12 month", "renewal_term, 3 month", "notice_period, 1 month"]),
        ("Der Vertrag ist zwei Jahre unkündbar.", ["contract_term, 2 year"]),
    ],
)  # fmt: skip
def test_first_terms_in_many_words(text: str, expected: list[str]) -> None:
    assert missing_and_extra(text, expected) == ([], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wird er nicht gekündigt, verlängert er sich um ein weiteres Jahr.", ["renewal_term, 1 year"]),
        ("Andernfalls verlängern sie sich um weitere 12 Monate.", ["renewal_term, 12 month"]),
        ("Sonst läuft er ein weiteres Jahr.", ["renewal_term, 1 year"]),
        ("Das Abonnement verlängert sich um weitere 365 Tage, sofern es nicht vorher gekündigt wird.", ["renewal_term, 365 day"]),
        ("Nach Ablauf der Erstlaufzeit geht der Vertrag in ein unbefristetes Vertragsverhältnis über.", ["renewal_term, indefinite"]),
        ("Der Vertrag verlängert sich auf eine feste Laufzeit von zwölf Monaten.", ["renewal_term, 12 month"]),
        ("Wird nicht gekündigt, so gilt der Vertrag für ein weiteres Jahr als verlängert.", ["renewal_term, 1 year"]),
        ("Die Laufzeit verlängert sich um ein halbes Jahr.", ["renewal_term, 6 month"]),
    ],
)  # fmt: skip
def test_renewals_in_many_words(text: str, expected: list[str]) -> None:
    assert missing_and_extra(text, expected) == ([], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Widerrufsfrist beträgt vierzehn Tage ab Vertragsschluss.", ["withdrawal_period, 14 day"]),
        ("Verbraucher können ihre Vertragserklärung binnen zwei Wochen widerrufen.", ["withdrawal_period, 2 week"]),
        ("Ein 14-tägiges Widerrufsrecht steht Verbrauchern zu.", ["withdrawal_period, 14 day"]),
        ("Sie haben das Recht, binnen 14 Tagen ohne Angabe von Gründen diesen Vertrag zu widerrufen.", ["withdrawal_period, 14 day"]),
        ("Die Frist für den Widerruf beträgt 14 Tage.", ["withdrawal_period, 14 day"]),
    ],
)  # fmt: skip
def test_withdrawal_periods_in_many_words(text: str, expected: list[str]) -> None:
    assert missing_and_extra(text, expected) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "Der Kunde zahlt bei Beschädigung eine Selbstbeteiligung von 500 Euro.",
        "Maßgeblich für die Rechtzeitigkeit der Rüge von 5 Tagen ist der Eingang bei uns.",
        "Wer den Kursbeitrag bis 7 Tage vorher noch nicht bezahlt hat, verliert den Platz.",
        "Ist die Rechnung 14 Tage nach Erhalt nicht bezahlt, so tritt Verzug ein.",
        "Die Miete ist bis zum dritten Werktag eines Monats zu zahlen.",
        "Wir sind mit einer automatischen Umwandlung des Abonnements auf unbestimmte Zeit nicht einverstanden.",
        "Ein Widerrufsrecht von 14 Tagen besteht nicht.",
        "Unternehmern steht kein 14-tägiges Widerrufsrecht zu.",
        "Die Haftung des Mieters ist ausgeschlossen.",
        "Die Versicherungssumme beträgt 3 Mio. Euro je Schadensfall.",
        "Der Auftragnehmer unterhält eine Haftpflichtversicherung mit einer Deckung von 5 Mio. EUR.",
        "Bei schuldhaftem Verstoß zahlt der Kunde eine Vertragsstrafe von 5.100 Euro.",
        "Der Kunde haftet für Schäden mindestens mit 100 Euro.",
        "Bei Zahlungsverzug von mehr als 30 Tagen können wir fristlos kündigen.",
        "Nach erfolgloser Fristsetzung von 14 Tagen darf jede Partei außerordentlich kündigen.",
        "Wir informieren Sie sechs Wochen vor Inkrafttreten über die Änderungen.",
        "Der Kunde hat Adressänderungen unverzüglich mitzuteilen.",
        "Unser Angebot kann binnen 14 Tagen angenommen werden.",
        "Wir bessern innerhalb von vier Wochen nach.",
        "Der Restbetrag ist zwei Wochen vor Kursbeginn zu zahlen.",
        "Gerügte Mängel beseitigt der Auftragnehmer innerhalb von zwölf Tagen.",
        "Der Anbieter bearbeitet jede Reklamation binnen drei Werktagen.",
        "Der Vertrag kommt zustande, wenn der Verkäufer nicht binnen 5 Tagen widerspricht.",
        "Bei Stornierung fallen höchstens 900 Euro als Schadensersatz an.",
        "Die Lieferfrist verlängert sich um zwei Monate.",
        "Der Vertrag verlängert sich nicht automatisch um ein Jahr.",
        "Wird der Betrag zurückerstattet, so ist die Rückzahlung binnen zehn Tagen zu leisten.",
        "Die Restforderung kann sofort fällig gestellt werden.",
    ],
)
def test_what_only_looks_like_a_provision(text: str) -> None:
    assert missing_and_extra(text, []) == ([], [])
