"""The words by which German terms name their subjects: per clause type, stems of headings and stems of texts.

A stem is looked for as a plain piece of the folded text (lower case, single blanks), so `haftung` finds
`Haftungsbeschränkung`; `_` stands for a word's edge, `*` for any letters of a word. A line begins with the weight of its
stems: 3 and more names the subject outright, 2 is typical of it, 1 is a hint that needs company. Stems that many
subjects share are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

Stems = dict[str, tuple[tuple[str, float], ...]]


def stems(table: str) -> Stems:
    """The stems with their weights per type, from a table of this module."""
    found: Stems = {}
    for section in table.strip().split("[")[1:]:
        name, _, lines = section.partition("]\n")
        found[name] = tuple(_weighted(lines))
    return found


def _weighted(lines: str) -> Iterator[tuple[str, float]]:
    for line in lines.replace("\n  ", " ").splitlines():
        weight, _, words = line.partition(": ")
        yield from ((word.strip().replace("_", " "), float(weight)) for word in words.split("|"))


HEADINGS: Final = """
[scope]
3: geltungsbereich | anwendungsbereich | _geltung_ | geltung der | geltung dieser | einbeziehung
2: allgemeine bestimmung | begriffsbestimmung | definition | geltung | vorrang
1: allgemeines | präambel | grundlegende | anwendung
[contract_formation]
3: vertragsschlu | vertragsabschlu | zustandekommen | angebot | abschluss des vertrag | abschluß des vertrag |
  bestellvorgang | bestellung | auftragserteilung | vertragsanbahnung | buchung
2: vertragspartner | vertragsbegründung | anmeldung | jugendschutz | registrierung | korrektur | auftrag_
[consumer_information]
4: vertragstext | vertragssprache | speicherung des vertrag | speicherung der agb | verhaltenskod | entsorgung | altgerät |
  batterie | elektrogerät | elektronikgerät | verpackungsgesetz | verbraucherinformation
3: speicherung | sprache | kundeninformation | altöl
[services]
3: leistungsumfang | leistungsbeschreibung | vertragsgegenstand | gegenstand des vertrag | umfang der leistung |
  leistungen des anbieter | leistungsgegenstand | beschaffenheit
2: leistungserbringung | leistungsänderung | änderung der leistung | verfügbarkeit | gegenstand | produktbeschreibung |
  unsere leistung | leistungen_ | change request
1: leistung
[cooperation]
3: mitwirkung | pflichten des kunden | pflichten des auftraggeber | obliegenheit | pflichten des nutzer
2: pflichten der | pflichten des | kundenpflicht | beistellung | nutzerpflicht | verhaltenspflicht
[delivery]
3: liefer | versand | gefahrübergang | gefahrenübergang | übergang der gefahr | gefahrtragung | warenverfügbarkeit |
  selbstbelieferung | transport
2: abholung | leistungszeit | verpackung | termine | fristen
[acceptance]
3: _abnahme
2: annahmeverzug | freigabe
1: abnahme
[prices]
3: _preise | preisangabe | vergütung | entgelt | honorar | _preis_ | versandkosten
2: preis | gebühren | kosten | nebenkosten | stornokosten
[payment]
3: zahlung | bezahlung | fälligkeit | _rechnung | zahlungsverzug | gutschein | geschenkkarte | bonität | skonto | vorauskasse | mahnung
2: verzugszins | lastschrift | paypal | klarna | kreditkarte | ratenkauf | abrechnung | kaution
[price_change]
4: preisänderung | preisanpassung | preiserhöhung | änderung der preise | anpassung der preise |
  änderung der vergütung | anpassung der vergütung | entgeltänderung | entgeltanpassung
[delay]
4: lieferverzug | leistungsverzug | verzug des | verzug der | verspät
2.5: _verzug | verzögerung
[set_off]
3: aufrechnung | zurückbehalt | leistungsverweigerung | zurückhalt
[retention_of_title]
3: eigentumsvorbehalt | vorbehaltsware | eigentumsübergang | sicherungseigentum
[notice_of_defects]
4: mängelrüge | rügepflicht | rügefrist | mängelanzeige | untersuchungs | reklamation | beanstandung | transportsch |
  anzeige von mängeln
[warranty]
3.5: gewährleistung | mängelhaftung | sachmängel | mängelansprüche | mängelrechte | sachmangel | haftung für mängel |
  rechtsmängel | mängelbeseitigung
2.5: garantie | mängel | verjährung | nacherfüllung
[limitation_of_liability]
3: haftung | schadensersatz | schadenersatz | haftungs
2: freistellung | disclaimer | schadloshaltung
[insurance]
3: versicherung
[export]
4: exportkontroll | ausfuhrkontroll | exportbestimm | außenwirtschaft | embargo | sanktion
3: export_ | _ausfuhr
[intellectual_property]
3: urheberrecht | nutzungsrecht | schutzrecht | lizenz | geistiges eigentum | rechteeinräumung | markenrecht | urheber |
  copyright | bildrechte | rechte dritter | geistigen eigentum | eigentumsrechte
2: verwertung | quellcode | rechte an
[confidentiality]
3: vertraulich | geheimhaltung | verschwiegenheit | geschäftsgeheimnis | stillschweigen_
[data_protection]
3: datenschutz | personenbezogene | auftragsverarbeitung | datenverarbeitung | cookies
2: datensicherheit | persönliche daten | daten_
[subcontracting]
3: unterauftrag | subunternehm | nachunternehm | einsatz dritter | erfüllungsgehilf
[assignment]
3: abtretung | vertragsübertragung | übertragung des vertrag | übertragung von rechten | rechtsnachfolge |
  abtretungsverbot
[force_majeure]
3: höhere gewalt | höherer gewalt | force majeure | unmöglichkeit | leistungshindernis
[term]
3: laufzeit | vertragsdauer | vertragsbeginn | dauer des vertrag | verlängerung | mietdauer | vertragszeit
2: _dauer | beginn_
[termination]
3.5: kündigung | vertragsbeendigung | beendigung | stornierung | storno | rücktritt | kündigungsfrist
4: herausgabe der daten | herausgabe von daten | rückgabe der daten | rückgabe von daten | datenherausgabe | datenexport |
  anbieterwechsel | wechsel des anbieter | wechsel zu einem anderen | _exit
2: vertragsende | ende des vertrag | absage
[withdrawal]
3.5: widerruf | rückgaberecht | rücksendekosten | rücksendung | rückgabe der ware | umtausch
[objection_deadline]
3.5: einwendung | zustimmungsfiktion | genehmigungsfiktion | rechnungseinw | fiktion
[change_of_terms]
4: änderung der agb | änderungen der agb | änderung dieser | änderungen dieser | änderung der allgemeinen |
  änderungen der allgemeinen | änderung der geschäftsbed | änderungen der geschäftsbed |
  änderungsvorbehalt | änderung der *bedingungen | änderungen der *bedingungen | vertragsänderung | änderung des vertrag |
  anpassung der agb | anpassung der *bedingungen | änderung unserer *bedingungen | änderungen unserer |
  änderungen des vertrag | änderung der vertrags | agb-änderung |
  agb änderung | bedingungsänderung | änderung von agb | änderungen von agb | änderungsklausel
[written_form]
3: schriftform | textform | nebenabrede | formerfordernis | mündliche
[severability]
3: salvatorisch | teilunwirksamkeit | unwirksamkeit | teilnichtigkeit | wirksamkeit
[jurisdiction]
3: gerichtsstand | erfüllungsort | zuständiges gericht | gerichtsort | gerichtsbarkeit
[applicable_law]
3: anwendbares recht | rechtswahl | geltendes recht | anzuwendendes recht | maßgebliches recht | rechtsordnung
[dispute_resolution]
3: streitbeilegung | streitschlichtung | schlichtung | schiedsgericht | schiedsverfahren | mediation |
  schiedsvereinbarung | os-plattform
"""

TEXTS: Final = """
[scope]
2: bedingungen gelten | agb gelten | geschäftsbedingungen gelten | entgegenstehende | abweichende bedingungen |
  abweichende geschäftsbedingungen | abweichende allgemeine | bedingungen des kunden | geltungsbereich |
  gelten für alle | gelten für sämtliche | finden keine anwendung auf | ihrer geltung | deren geltung |
  unternehmer im sinne | verbraucher im sinne | verbraucher ist jede | unternehmer ist eine | geschäftsbedingungen des |
  rahmenvereinbarung | gelten diese
1: § 13 bgb | § 14 bgb | künftige geschäfts | zukünftige | künftigen | natürliche person | rechtsgeschäft zu zwecken |
  anerkannt | einbezogen | ausschließlich | allgemeinen geschäftsbedingungen | jeweils gültigen fassung
[contract_formation]
2: kommt zustande | kommt ein vertrag | vertrag zustande | kaufvertrag zustande | vertragsschluss | vertragsabschluss |
  freibleibend | auftragsbestätigung | bestellbestätigung | verbindliches angebot | rechtlich bindend |
  bindendes angebot | kein verbindliches | aufforderung zur | annahme des angebot | angebot annehmen | warenkorb |
  zahlungspflichtig bestellen | absenden der bestellung | eingabefehler | korrigieren |
  unverbindlich | angebot ab | registrierung | bestellprozess | bestellvorgang | zugang der bestellung
1: angebot | bestellung | button | anklicken | annahme | schaltfläche | e-mail | bestellen | online-shop |
  minderjährig | lebensjahr | unbeschränkt geschäftsfähig | volljährig | kundenkonto | haushaltsübliche
[consumer_information]
3: vertragssprache | sprache steht | sprachen stehen | vertragstext wird | vertragstextes | verhaltenskod | batterieg | batterien |
  altgerät | altbatterien | elektrog | entsorg | vertragstext nach | gütesiegel | speichern den vertragstext | restmüll |
  hausmüll | rücknahmesystem | zur verfügung stehenden sprachen | sprache des vertrag | verpackungsgesetz
2: vertragstext | deutscher sprache | sprache ist | durchgestrichene | mülltonne | schwermetall | vertragsbestimmungen
1: gespeichert | ausdrucken | kundenlogin | sammelstelle
[services]
2: leistungsbeschreibung | leistungsumfang | umfang der leistung | verfügbarkeit von | vertragsgegenstand |
  gegenstand des vertrag | im jahresmittel | produktbeschreibung | technische änderungen | farbabweichung |
  handelsüblich | abbildungen
1: der anbieter erbringt | stellt dem kunden | wartungsarbeiten | beschaffenheit | geschuldet
[cooperation]
2: mitwirkung | ist verpflichtet, dem anbieter | stellt sicher, dass | zugangsdaten | geheim zu halten | passwort |
  ansprechpartner | rechtzeitig zur verfügung | kunde hat dafür | kunde sorgt | beistellung
1: verpflichtet sich | der kunde ist verpflichtet | erforderlichen informationen | unterlagen
[delivery]
2: lieferzeit | lieferfrist | lieferung erfolgt | teillieferung | lieferadresse | versandunternehmen | spediteur |
  spedition | transportunternehmen | gefahr des zufälligen | gefahr geht | zufälligen untergang |
  zufälligen untergangs | liefertermin | selbstbelieferung | nicht verfügbar | vorrätig | bordsteinkante |
  liefergebiet | abholung | selbstabhol | zustellung | versandweg | liefern wir | geliefert wird | packstation |
  lieferanschrift | warenlieferung
1: lieferung | versand | ausgeliefert | geliefert | paket | werktage | lieferanten | zollgebühren | einfuhr
[acceptance]
2: _abnahme_ | _abnahme,
3: gilt als abgenommen | als abgenommen | abnahmeprotokoll | abnahme verweiger | teilabnahme | abnahmereif |
  zur abnahme | abnahme zu erklären | abnahme des werk
1.5: abnahme der leistung | die abnahme | abzunehmen | abgenommen
[prices]
2: mehrwertsteuer | umsatzsteuer | endpreis | gesamtpreis | preise verstehen | preise sind | versandkosten |
  zuzüglich der | stundensatz | reisekosten | spesen | preisliste | bruttopreis | preisbestandteile | nettopreis |
  in euro | angegebenen preise | angeführten preise | kleinunternehmer
1: preise | mwst | preis_ | vergütung | zölle | liefer- und versandkosten
[payment]
2: zu zahlen | ohne abzug | vorauszahlung
2: zahlung | zahlbar | paypal | kreditkarte | lastschrift | rechnungsbetrag | vorkasse | vorauskasse | nachnahme |
  skonto | überweis | zahlungsziel | verzugszins | basiszins | mahn | gutschein | bankverbindung | fällig | klarna |
  bonität | kontobelastung | ratenzahlung | sepa | sofortüberweisung | abbuch | rücklast
1: konto | _rechnung | zahlt | belastet | bezahlt | inkasso | guthaben | restguthaben
[price_change]
2: festpreis | preise jederzeit | erhöhung gilt | kostensteigerung | gestiegene
1: erhöhung_ | erhöhen | anpassung_ | anpassen
3: preise zu ändern | preiserhöhung | preisanpassung | preise anzupassen | preisänderung | vergütung anzupassen |
  entgelte zu ändern | erhöhung der vergütung | erhöhung der preise | preise erhöhen | vergütung anpassen |
  preise anpassen | erhöhung der entgelte | anpassung der vergütung | anpassung der preise
[delay]
2: verspätet | verspätung | in verzug, | in verzug und
1: verspät | je vollendeter | je woche
2.5: lieferverzug | in lieferverzug | verzugsschaden | verzug der lieferung | verzugsentschädigung |
  verzögerungsschaden | verspätete lieferung | verspäteter lieferung | leistungsverzug | vollendete woche |
  lieferverzögerung
1: nachfrist | im verzug | fixgeschäft
[set_off]
3: aufrechnung | aufrechnen | zurückbehaltungsrecht | aufzurechnen | zurückzubehalten | zurückzuhalten |
  zurückbehaltung_ | zurückhalten | leistungsverweigerungsrecht
1: unbestritten | rechtskräftig festgestellt
[retention_of_title]
2: eigentum des | bis zur zahlung
3: eigentumsvorbehalt | vorbehaltsware | eigentum an der | unser eigentum | eigentum des verkäufer | bleibt eigentum |
  bleibt bis zur vollständigen | bis zur vollständigen bezahlung | bis zur vollständigen zahlung | vorbehaltseigentum |
  miteigentum
1: verpfänd | sicherungsübereign | weiterveräuß | freigabe | pfändung | weiterverkauf
[notice_of_defects]
3: _rüge_ | anzeige von mängeln | wareneingang
2: transportschäd | fehlmenge | zu beanstanden | lieferschein | entdeckte
3: rügepflicht | zu rügen | mängelrüge | § 377 | untersuchungs- und | offensichtliche mängel |
  offensichtlichen transportsch | offensichtliche transportsch | unverzüglich zu untersuchen | mängel anzuzeigen |
  verdeckte mängel | versteckte mängel | rügeobliegenheit | ware zu untersuchen | verborgene mängel
1: gilt die ware als genehmigt | gilt als genehmigt | beanstandung | gerügt | untersuchen | anzeige des mangels
[warranty]
2: gewährleistung | mängelhaftung | nacherfüllung | nachbesserung | ersatzlieferung | mangelhaft | mängelansprüche |
  mängelrecht | sachmängel | sachmangel | verjährungsfrist | minderung | mängelbeseitigung | haftung für mängel |
  herstellergarantie | garantiebedingungen | haftungsrecht für mängel
1: mangel | mängel | garantie | verjähr | ablieferung | gebraucht | verschleiß
[limitation_of_liability]
2: haftet_ | ersatzansprüche
1: höchstens | ersetzt der
2: haftung | haften wir | haftet der | haftet die | wir haften | grober fahrlässigkeit | grobe fahrlässigkeit |
  grob fahrlässig | leicht fahrlässig | leichter fahrlässigkeit | einfacher fahrlässigkeit | produkthaftungsgesetz |
  wesentlicher vertragspflicht | wesentliche vertragspflicht | kardinalpflicht | vertragstypisch | _vorhersehbar |
  entgangenen gewinn | haftung ausgeschlossen
1: vorsatz | fahrlässig | schadensersatz | körper | folgeschäden | erfüllungsgehilfen | datenverlust | haftet
[insurance]
3: haftpflichtversicher | versicherungsanspr
3: haftpflichtversicherung | deckungssumme | versicherungsschutz | versicherungssumme | zu versichern
[export]
3: exportkontroll | ausfuhrkontroll | ausfuhrbestimm | ausfuhrgenehm | ausfuhrvorschrift | exportvorschrift | exportbestimm |
  exportgenehm | embargo | außenwirtschafts | sanktionslist | dual-use
2: exportbeschränk | wiederausfuhr | reexport | ausfuhrverbot | exportverbot
1: _ausfuhr | _export
[intellectual_property]
2: arbeitsergebnis
2: urheberrecht | nutzungsrecht | urheber | lizenz | schutzrecht | markenrecht | geistige eigentum | vervielfältig |
  quellcode | recht zur nutzung | räumt dem | rechte dritter | copyright | nicht ausschließliche | dekompil
1: dauerhafte | bearbeit | verwertung | bilder | veröffentlich | inhalte | entwürfe
[confidentiality]
3: vertraulich | geheimhalt | stillschweigen_ | stillschweigen zu | verschwiegenheit | geschäftsgeheimnis | betriebsgeheimnis
1: offengelegt | dritten zugänglich | geheim
[data_protection]
2: personenbezogen | datenschutz | dsgvo | ds-gvo | auftragsverarbeitung | bundesdatenschutz | bdsg |
  datenschutz-grundverordnung | cookies | einwilligung | persönlichen daten | newsletter
1: daten_ | verarbeitet | löschung | auskunft | wirtschaftsauskunft | schufa
[subcontracting]
2: dritte einsetzen | dritte erbringen | dritten erbringen | fachkundige dritte | eigene angestellte
3: unterauftragnehmer | subunternehmer | nachunternehmer | unterauftrag | durch dritte erbringen | dritter bedienen |
  dritte zu beauftragen | dritte als erfüllungsgehilfen
[assignment]
3: abtreten_ | abtreten,
2: unternehmen übertragen | vertragsübernahme
3: abtretung | abzutreten | abgetreten | abtretbar | übertragung des vertrag | rechte und pflichten aus |
  auf dritte zu übertragen | auf dritte übertragen
1: übertragen | tritt an | tritt der
[force_majeure]
2: naturereignis | arbeitskämpf | betriebsstörung | unabwendbar
3: höhere gewalt | höherer gewalt | naturkatastroph | streik | aussperrung | epidemi | pandemi | krieg
1: unvorhersehbar | behördliche | nicht zu vertreten
[term]
2.5: vertragslaufzeit | mindestlaufzeit | mindestvertragslaufzeit | auf unbestimmte zeit | verlängert sich |
  erstlaufzeit | vertragsdauer | unbefristet | laufzeit von | vertrag beginnt | vertragsverhältnis beginnt |
  vertrag läuft
1: laufzeit | vertragsbeginn | verlängerung
[termination]
3: kündig
2.5: aus wichtigem grund | außerordentlich | vom vertrag zurückzutreten | stornier | rücktritt vom vertrag |
  vertragsbeendigung
2: kündbar
1.5: kündigungsfrist | mit einer frist von | ordentliche kündigung | ordentlich zu kündigen
1: zurücktreten | rücktritt | storno | fristlos | beendet | endet
[withdrawal]
3: _widerruf | -widerruf | widerrufsfrist | widerrufsbelehrung | widerrufsformular | fernabsatz | rücksend | rückgaberecht |
  zurückzusenden | zurücksenden
1: binnen vierzehn tagen | vierzehn tage | versiegelt | wertersatz | wertverlust | originalverpackung | ausüben |
  zurückzahl | rückzahlung
[objection_deadline]
3: als anerkannt | stundennachweis | anerkenntnis
2: schweigen_ | einwendungen | als genehmigt | rechnung nicht | rechnungen beanstanden
3: einwendungen gegen | gilt als anerkannt | gelten als anerkannt | gilt als genehmigt, wenn | als genehmigt, wenn |
  gelten als genehmigt | einwendungen sind | einspruch gegen | rechnung zu widersprechen | beanstandungen der rechnung |
  beanstandungen von rechnungen | zustimmung als erteilt
1: schweigen | widerspricht der | nicht widersprochen
[change_of_terms]
3: geänderte bedingungen | bedingungen ändern | geänderten fassung | vertrag ändern | neue fassung
1: änderungen mit
2: agb jederzeit | von zeit zu zeit | jederzeit zu ändern | ändern und ergänzen |
  ändern oder ergänzen | änderungsmitteilung | agb ändern | änderungen der bedingungen
3: änderungen dieser bedingungen | änderung dieser bedingungen | bedingungen zu ändern | agb zu ändern |
  geschäftsbedingungen zu ändern | änderung der agb | änderungen der agb | geänderten bedingungen | geänderten agb |
  geänderte agb | änderung der geschäftsbed | änderungen der geschäftsbed | änderungen dieser agb |
  änderung dieser agb | bedingungen jederzeit | änderungen dieser allgemeinen | neuen bedingungen |
  nutzungsbedingungen zu ändern | bedingungen anzupassen | agb anzupassen
[written_form]
3: schriftform | mündliche nebenabreden | nebenabreden | bedürfen der schrift | bedürfen zu ihrer wirksamkeit |
  formerfordernis | mündliche abreden
1: textform | schriftlich | individuelle vereinbarung
[severability]
2: klausel unwirksam | bestimmung unwirksam
3: unwirksam sein | unwirksam werden | unwirksamkeit | unwirksamen bestimmung | unwirksame bestimmung |
  wirksamkeit der übrigen | übrigen bestimmungen | unwirksamen regelung | nichtig sein | undurchführbar |
  gültigkeit der übrigen | regelungslücke | im übrigen wirksam | restliche vertrag | rest des vertrag
1: unwirksam | lücke
[jurisdiction]
2: zuständigkeit | gerichte zuständig | gericht am sitz
3: gerichtsstand | erfüllungsort | zuständigkeit der gerichte | zuständigen gericht | klage zu erheben |
  örtlich zuständig
1: gericht | sondervermögen | juristische person des öffentlichen | kaufmann
[applicable_law]
2: unterliegt dem recht | gilt das recht
3: un-kaufrecht | dem deutschen recht | recht der bundesrepublik | deutsches recht | deutschem recht | internationalen warenkauf |
  österreichisches recht | österreichischem recht | schweizer recht | schweizerisches recht | anwendbares recht | cisg |
  un kaufrecht | recht anwendbar | rechtswahl | deutsche recht | österreichische recht
1: zwingende | gewöhnlichen aufenthalt | recht des staates
[dispute_resolution]
3: streitbeilegung | schlichtungsstelle | verbraucherschlichtung | streitschlichtung | ec.europa.eu | os-plattform |
  schiedsgericht | mediation | schlichtungsverfahren | online-streit
"""
