<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="de">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Über Klausellupe</source>
        <translation>About Klausellupe</translation>
    </message>
    <message>
        <source>Prüft AGB und Verträge auf diesem Rechner, ohne Netz. Apache-Lizenz 2.0.</source>
        <translation>Reviews general terms and contracts on this computer, without a network. Apache License 2.0.</translation>
    </message>
    <message>
        <source>Alle Tasten zeigt F1.</source>
        <translation>F1 shows all keys.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Werkzeuge</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>Ö&amp;ffnen …</source>
        <translation>&amp;Open …</translation>
    </message>
    <message>
        <source>Text aus der &amp;Zwischenablage prüfen</source>
        <translation>Review text from the clip&amp;board</translation>
    </message>
    <message>
        <source>Fristen als &amp;Kalenderdatei …</source>
        <translation>Deadlines as ca&amp;lendar file …</translation>
    </message>
    <message>
        <source>Erneut aus&amp;werten</source>
        <translation>Analyse a&amp;gain</translation>
    </message>
    <message>
        <source>Auswertung &amp;abbrechen</source>
        <translation>Cancel a&amp;nalysis</translation>
    </message>
    <message>
        <source>Dokument s&amp;chließen</source>
        <translation>&amp;Close document</translation>
    </message>
    <message>
        <source>&amp;Einstellungen …</source>
        <translation>&amp;Settings …</translation>
    </message>
    <message>
        <source>&amp;Beenden</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Rückgängig</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Wiederholen</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>&amp;Kopieren</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>&amp;Zusammenfassung kopieren</source>
        <translation>Copy su&amp;mmary</translation>
    </message>
    <message>
        <source>Im Dokument &amp;suchen …</source>
        <translation>&amp;Find in document …</translation>
    </message>
    <message>
        <source>&amp;Nächster Treffer</source>
        <translation>&amp;Next hit</translation>
    </message>
    <message>
        <source>&amp;Voriger Treffer</source>
        <translation>&amp;Previous hit</translation>
    </message>
    <message>
        <source>Mit der Klausel davor &amp;verbinden</source>
        <translation>&amp;Join with the clause before</translation>
    </message>
    <message>
        <source>Klausel &amp;teilen …</source>
        <translation>&amp;Split clause …</translation>
    </message>
    <message>
        <source>Eine Ebene &amp;höher</source>
        <translation>One level &amp;up</translation>
    </message>
    <message>
        <source>Eine Ebene t&amp;iefer</source>
        <translation>One level &amp;down</translation>
    </message>
    <message>
        <source>Gehört &amp;nicht zu den AGB</source>
        <translation>&amp;Not part of the terms</translation>
    </message>
    <message>
        <source>&amp;Art der Klausel …</source>
        <translation>Subjec&amp;t of the clause …</translation>
    </message>
    <message>
        <source>Änderungen an dieser Klausel &amp;zurücknehmen</source>
        <translation>Take &amp;back changes of this clause</translation>
    </message>
    <message>
        <source>Ver&amp;größern</source>
        <translation>Zoom &amp;in</translation>
    </message>
    <message>
        <source>Ver&amp;kleinern</source>
        <translation>Zoom &amp;out</translation>
    </message>
    <message>
        <source>Be&amp;ispieldokument öffnen</source>
        <translation>Open sa&amp;mple document</translation>
    </message>
    <message>
        <source>Bericht e&amp;xportieren …</source>
        <translation>&amp;Export report …</translation>
    </message>
    <message>
        <source>&amp;Vertriebskarte …</source>
        <translation>Sales ca&amp;rd …</translation>
    </message>
    <message>
        <source>Kopie mi&amp;t Anmerkungen …</source>
        <translation>Copy with no&amp;tes …</translation>
    </message>
    <message>
        <source>Mit anderer Fassung ver&amp;gleichen …</source>
        <translation>Compare with another &amp;version …</translation>
    </message>
    <message>
        <source>&amp;Neben unsere AGB stellen …</source>
        <translation>Set bes&amp;ide our own terms …</translation>
    </message>
    <message>
        <source>&amp;Mehrere Dokumente auswerten …</source>
        <translation>Revie&amp;w several documents …</translation>
    </message>
    <message>
        <source>&amp;Seitenbreite</source>
        <translation>Page &amp;width</translation>
    </message>
    <message>
        <source>Ga&amp;nze Seite</source>
        <translation>Whole &amp;page</translation>
    </message>
    <message>
        <source>Als &amp;Text zeigen</source>
        <translation>Show as &amp;text</translation>
    </message>
    <message>
        <source>&amp;Zeichenerklärung</source>
        <translation>&amp;Legend</translation>
    </message>
    <message>
        <source>&amp;Hinweise</source>
        <translation>&amp;Findings</translation>
    </message>
    <message>
        <source>&amp;Übersicht</source>
        <translation>&amp;Overview</translation>
    </message>
    <message>
        <source>&amp;Fristen</source>
        <translation>&amp;Deadlines</translation>
    </message>
    <message>
        <source>H&amp;aftung</source>
        <translation>L&amp;iability</translation>
    </message>
    <message>
        <source>&amp;Doppeltes</source>
        <translation>D&amp;uplicates</translation>
    </message>
    <message>
        <source>A&amp;ngaben zum Vorgang</source>
        <translation>Deal f&amp;acts</translation>
    </message>
    <message>
        <source>&amp;Ungeprüft</source>
        <translation>U&amp;nchecked</translation>
    </message>
    <message>
        <source>&amp;Gliederung</source>
        <translation>Out&amp;line</translation>
    </message>
    <message>
        <source>&amp;Seiten</source>
        <translation>&amp;Pages</translation>
    </message>
    <message>
        <source>Su&amp;che</source>
        <translation>&amp;Search</translation>
    </message>
    <message>
        <source>Zur St&amp;artseite</source>
        <translation>To the &amp;start page</translation>
    </message>
    <message>
        <source>Nächster &amp;Bereich</source>
        <translation>Next p&amp;ane</translation>
    </message>
    <message>
        <source>Voriger Bereic&amp;h</source>
        <translation>Previous pan&amp;e</translation>
    </message>
    <message>
        <source>&amp;Nächster Hinweis</source>
        <translation>&amp;Next finding</translation>
    </message>
    <message>
        <source>&amp;Voriger Hinweis</source>
        <translation>&amp;Previous finding</translation>
    </message>
    <message>
        <source>Nächster &amp;offener Hinweis</source>
        <translation>Next &amp;undecided finding</translation>
    </message>
    <message>
        <source>Nächste &amp;Stelle des Hinweises</source>
        <translation>Next pla&amp;ce of the finding</translation>
    </message>
    <message>
        <source>Vo&amp;rige Stelle des Hinweises</source>
        <translation>P&amp;revious place of the finding</translation>
    </message>
    <message>
        <source>Hinweise &amp;filtern</source>
        <translation>&amp;Filter findings</translation>
    </message>
    <message>
        <source>Zu Sei&amp;te …</source>
        <translation>&amp;Go to page …</translation>
    </message>
    <message>
        <source>&amp;Annehmen</source>
        <translation>&amp;Accept</translation>
    </message>
    <message>
        <source>&amp;Verhandeln</source>
        <translation>&amp;Negotiate</translation>
    </message>
    <message>
        <source>&amp;Freigabe nötig</source>
        <translation>Needs a&amp;pproval</translation>
    </message>
    <message>
        <source>Ab&amp;lehnen</source>
        <translation>&amp;Reject</translation>
    </message>
    <message>
        <source>&amp;Nicht relevant</source>
        <translation>Not re&amp;levant</translation>
    </message>
    <message>
        <source>Entscheidung &amp;zurücknehmen</source>
        <translation>Take the &amp;decision back</translation>
    </message>
    <message>
        <source>N&amp;otiz …</source>
        <translation>N&amp;ote …</translation>
    </message>
    <message>
        <source>Eigene &amp;Gewichtung …</source>
        <translation>Own &amp;severity …</translation>
    </message>
    <message>
        <source>Zu&amp;ständig …</source>
        <translation>Assi&amp;gn …</translation>
    </message>
    <message>
        <source>&amp;Klauselbibliothek</source>
        <translation>&amp;Clause library</translation>
    </message>
    <message>
        <source>Klausel als &amp;neue Bezugsklausel übernehmen …</source>
        <translation>Take clause as &amp;new reference clause …</translation>
    </message>
    <message>
        <source>Klausel als &amp;Rückfallfassung übernehmen …</source>
        <translation>Take clause as &amp;fallback …</translation>
    </message>
    <message>
        <source>Klausel als Beispiel für &amp;Unannehmbares übernehmen …</source>
        <translation>Take clause as example of the &amp;unacceptable …</translation>
    </message>
    <message>
        <source>&amp;Tastenkürzel</source>
        <translation>&amp;Keyboard shortcuts</translation>
    </message>
    <message>
        <source>&amp;Kurze Einführung</source>
        <translation>Short &amp;introduction</translation>
    </message>
    <message>
        <source>Ü&amp;ber Klausellupe</source>
        <translation>&amp;About Klausellupe</translation>
    </message>
    <message>
        <source>&amp;Datei</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Bearbeiten</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Gliederung ändern</source>
        <translation>Change out&amp;line</translation>
    </message>
    <message>
        <source>&amp;Ansicht</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Bereiche</source>
        <translation>Pa&amp;nels</translation>
    </message>
    <message>
        <source>&amp;Gehe zu</source>
        <translation>&amp;Go to</translation>
    </message>
    <message>
        <source>&amp;Entscheiden</source>
        <translation>&amp;Decide</translation>
    </message>
    <message>
        <source>Bib&amp;liothek</source>
        <translation>&amp;Library</translation>
    </message>
    <message>
        <source>&amp;Hilfe</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>S&amp;prache</source>
        <translation>Lan&amp;guage</translation>
    </message>
    <message>
        <source>&amp;Farben</source>
        <translation>&amp;Colours</translation>
    </message>
    <message>
        <source>Wie das &amp;System</source>
        <translation>As the &amp;system</translation>
    </message>
    <message>
        <source>&amp;Hell</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>&amp;Dunkel</source>
        <translation>&amp;Dark</translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>Wer muss zustimmen, wenn ein Dokument von dieser Klausel abweicht?</source>
        <translation>Who must agree where a document deviates from this clause?</translation>
    </message>
    <message>
        <source>&amp;Freigabe hinzufügen</source>
        <translation>&amp;Add approval</translation>
    </message>
    <message>
        <source>zum Beispiel: Leitung Recht</source>
        <translation>for example: head of legal</translation>
    </message>
    <message>
        <source>Freigabe durch</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>ab Schwere</source>
        <translation>from severity</translation>
    </message>
    <message>
        <source>Leer: bei jedem Auftragswert.</source>
        <translation>Empty: for any contract value.</translation>
    </message>
    <message>
        <source>ab Auftragswert</source>
        <translation>from contract value</translation>
    </message>
</context>
<context>
    <name>ApproveDialog</name>
    <message>
        <source>Freigeben: {0}</source>
        <translation>Approve: {0}</translation>
    </message>
    <message>
        <source>Änderungen seit der geltenden Fassung</source>
        <translation>Changes since the version in force</translation>
    </message>
    <message>
        <source>zum Beispiel: mit der Geschäftsführung abgestimmt</source>
        <translation>for example: agreed with the management</translation>
    </message>
    <message>
        <source>&amp;Freigeben</source>
        <translation>&amp;Approve</translation>
    </message>
    <message>
        <source>&amp;Einstellungen …</source>
        <translation>&amp;Settings …</translation>
    </message>
    <message>
        <source>&amp;Vermerk zur Freigabe:</source>
        <translation>&amp;Note on the approval:</translation>
    </message>
    <message>
        <source>Was sich dadurch in gespeicherten Vorgängen ändert</source>
        <translation>What this changes in stored cases</translation>
    </message>
    <message>
        <source>Die Klausel; vor ihr galt keine andere Fassung</source>
        <translation>The clause; no other content was in force before it</translation>
    </message>
    <message>
        <source>Was sich gegenüber Version {0} ändert</source>
        <translation>What changes compared with version {0}</translation>
    </message>
    <message>
        <source>(gilt schon, mit dem Vermerk „fachlich zu bestätigen“)</source>
        <translation>(in force already, with the remark “to be confirmed by a lawyer”)</translation>
    </message>
    <message>
        <source>Am Inhalt wurde nichts geändert.</source>
        <translation>The content was not changed.</translation>
    </message>
    <message>
        <source>Für die Freigabe brauchen wir Ihren Namen. Bitte tragen Sie ihn in den Einstellungen ein.</source>
        <translation>Your name is needed for the approval. Please enter it in the settings.</translation>
    </message>
    <message>
        <source>Freigegeben wird nur, was zur Prüfung vorgelegt ist. Bitte legen Sie die Klausel erst vor.</source>
        <translation>Only what was submitted for review can be approved. Please submit the clause first.</translation>
    </message>
    <message>
        <source>Sie haben seit der letzten Freigabe selbst etwas an dieser Klausel geändert. Freigeben muss eine zweite Person mit eigenem Namen in den Einstellungen.</source>
        <translation>You have changed this clause yourself since its last approval. A second person must approve it, with a name of their own in the settings.</translation>
    </message>
    <message>
        <source>Sie geben als „{0}“ frei. Der Name kommt aus den Einstellungen und wird nicht geprüft.</source>
        <translation>You approve as “{0}”. The name comes from the settings and is not verified.</translation>
    </message>
</context>
<context>
    <name>BasisPage</name>
    <message>
        <source>Vorschriften zum Gegenstand dieser Klausel, mit dem Tag, an dem sie nachgesehen wurden. Wo eine Grenze allein Geschäftspolitik ist, steht hier nichts.</source>
        <translation>The law on the subject of this clause, with the day it was looked up. Where a limit is business policy alone, nothing stands here.</translation>
    </message>
    <message>
        <source>&amp;Vorschrift hinzufügen</source>
        <translation>&amp;Add provision of law</translation>
    </message>
    <message>
        <source>Vorschrift</source>
        <translation>Provision of law</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>nicht angegeben</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>Fundstelle oder Anmerkung</source>
        <translation>Source or note</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Fehler im Programm</source>
        <translation>Fault of the program</translation>
    </message>
    <message>
        <source>Der Bericht enthält keinen Text aus Ihrem Dokument.</source>
        <translation>The report contains no text of your document.</translation>
    </message>
    <message>
        <source>Fehlerbericht</source>
        <translation>Fault report</translation>
    </message>
    <message>
        <source>Bericht kopieren</source>
        <translation>Copy the report</translation>
    </message>
</context>
<context>
    <name>CalendarFile</name>
    <message>
        <source>E&amp;rinnern:</source>
        <translation>&amp;Remind:</translation>
    </message>
    <message>
        <source>Erinnerung im Kalender</source>
        <translation>Reminder in the calendar</translation>
    </message>
    <message>
        <source>Als &amp;Kalenderdatei …</source>
        <translation>As a &amp;calendar file …</translation>
    </message>
    <message>
        <source>nicht</source>
        <translation>not at all</translation>
    </message>
    <message>
        <source>1 Tag vorher</source>
        <translation>1 day before</translation>
    </message>
    <message>
        <source>{0} Tage und 1 Tag vorher</source>
        <translation>{0} days and 1 day before</translation>
    </message>
</context>
<context>
    <name>CaseDoor</name>
    <message>
        <source>Vorgang löschen</source>
        <translation>Delete case</translation>
    </message>
    <message>
        <source>Soll der Vorgang „{0}“ gelöscht werden?</source>
        <translation>Delete the case “{0}”?</translation>
    </message>
    <message>
        <source>Gelöscht werden die Auswertung, der gelesene Text, alle Entscheidungen, ein mitgespeichertes Dokument und die Kopien davon in Sicherungen. Die Datei selbst bleibt, wo sie ist. Das lässt sich nicht rückgängig machen.</source>
        <translation>Deleted are the analysis, the text that was read, all decisions, a document stored with it and the copies of all this in backups. The file itself stays where it is. This cannot be undone.</translation>
    </message>
    <message>
        <source>&amp;Löschen</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>&amp;Behalten</source>
        <translation>&amp;Keep</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Gespeicherte Vorgänge</source>
        <translation>Stored cases</translation>
    </message>
    <message>
        <source>&amp;Umbenennen</source>
        <translation>&amp;Rename</translation>
    </message>
    <message>
        <source>Im &amp;Ordner zeigen</source>
        <translation>Show in &amp;folder</translation>
    </message>
    <message>
        <source>Vorgang &amp;löschen …</source>
        <translation>&amp;Delete case …</translation>
    </message>
    <message>
        <source>Ö&amp;ffnen</source>
        <translation>&amp;Open</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Vorgang</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Hinweise</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Entschieden</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>Zuletzt geöffnet</source>
        <translation>Last opened</translation>
    </message>
    <message>
        <source>Zu beachten</source>
        <translation>Please note</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>&amp;Vorgänge löschen, die so lange nicht geöffnet wurden:</source>
        <translation>Delete &amp;cases that were not opened for:</translation>
    </message>
    <message>
        <source> Tage</source>
        <translation> days</translation>
    </message>
    <message>
        <source>Aufbewahrung in Tagen</source>
        <translation>Days to keep</translation>
    </message>
    <message>
        <source>Zur Auswertung gehört der gelesene Text. Ein Vorgang lässt sich so wieder öffnen, wie Sie ihn verlassen haben. Die Wahl gilt für Dokumente, die Sie von jetzt an auswerten; was schon gespeichert ist, löschen Sie auf der Startseite. Gespeichert wird nur hier: {0}</source>
        <translation>The text that was read belongs to the analysis. A case opens again as you left it. The choice holds for documents that you analyse from now on; what is stored already you delete on the start page. It is stored only here: {0}</translation>
    </message>
    <message>
        <source>&amp;Nichts speichern</source>
        <translation>Store &amp;nothing</translation>
    </message>
    <message>
        <source>&amp;Auswertung speichern, vom Dokument nur Ort und Prüfsumme</source>
        <translation>Store the &amp;analysis, of the document only its place and checksum</translation>
    </message>
    <message>
        <source>Auswertung und &amp;Dokument speichern</source>
        <translation>Store the analysis and the &amp;document</translation>
    </message>
</context>
<context>
    <name>ChangesBar</name>
    <message>
        <source>Was sich geändert hat</source>
        <translation>What has changed</translation>
    </message>
    <message>
        <source>Geänderte Hinweise</source>
        <translation>Changed findings</translation>
    </message>
    <message>
        <source>Ausblenden</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Anzeigen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ChoicesForm</name>
    <message>
        <source>&amp;Intern</source>
        <translation>&amp;Internal</translation>
    </message>
    <message>
        <source>Nach &amp;außen</source>
        <translation>F&amp;or the other side</translation>
    </message>
    <message>
        <source>Achtung: Die andere Seite sieht damit, womit Sie sich auch zufriedengeben würden.</source>
        <translation>Careful: this shows the other side what you would settle for.</translation>
    </message>
    <message>
        <source>Anhang mit allen K&amp;lauseln</source>
        <translation>&amp;Annex with all clauses</translation>
    </message>
    <message>
        <source>unsere bevorzugte</source>
        <translation>our preferred one</translation>
    </message>
    <message>
        <source>die nächste annehmbare</source>
        <translation>the nearest acceptable one</translation>
    </message>
    <message>
        <source>keine</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Für wen:</source>
        <translation>For whom:</translation>
    </message>
    <message>
        <source>Welche &amp;Hinweise:</source>
        <translation>Which &amp;findings:</translation>
    </message>
    <message>
        <source>&amp;Vorgeschlagene Fassung:</source>
        <translation>Proposed &amp;wording:</translation>
    </message>
    <message>
        <source>S&amp;prache des Berichts:</source>
        <translation>&amp;Language of the report:</translation>
    </message>
    <message>
        <source>&amp;Geprüft von:</source>
        <translation>Re&amp;viewed by:</translation>
    </message>
    <message>
        <source>Da&amp;teiform:</source>
        <translation>File &amp;type:</translation>
    </message>
    <message>
        <source>alle für die andere Seite</source>
        <translation>all for the other side</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>was geändert werden soll</source>
        <translation>what shall be changed</translation>
    </message>
    <message>
        <source>entschiedene</source>
        <translation>decided ones</translation>
    </message>
    <message>
        <source>nach Gewichtung</source>
        <translation>by severity</translation>
    </message>
    <message>
        <source>einzeln ausgewählte</source>
        <translation>chosen one by one</translation>
    </message>
    <message>
        <source>Damit ist kein Hinweis dabei.</source>
        <translation>This leaves no finding in it.</translation>
    </message>
    <message>
        <source>1 Hinweis von {1}</source>
        <translation>1 finding of {1}</translation>
    </message>
    <message>
        <source>{0} Hinweise von {1}</source>
        <translation>{0} findings of {1}</translation>
    </message>
    <message>
        <source>Für das Gespräch mit der anderen Seite: nur, worüber wir sprechen möchten.</source>
        <translation>For talking to the other side: only what we would like to talk about.</translation>
    </message>
    <message>
        <source>Für den eigenen Vertrieb, mit denen, die freigeben müssen. Geben Sie es nicht aus dem Haus.</source>
        <translation>For your own sales staff, with those who must approve. Keep it in the house.</translation>
    </message>
    <message>
        <source>Mit allem, was gefunden und entschieden wurde. Geben Sie es nicht aus dem Haus.</source>
        <translation>With everything that was found and decided. Keep it in the house.</translation>
    </message>
    <message>
        <source>An den Stellen steht, was wir vorschlagen. Leitfäden, Notizen und Entscheidungen fehlen.</source>
        <translation>The notes say what we propose. Guidance, our notes and decisions are left out.</translation>
    </message>
    <message>
        <source>Ohne Leitfäden, Notizen, Entscheidungen, Zuständige, Freigaben und Namen der Bibliothek.</source>
        <translation>Without guidance, notes, decisions, assignees, approvals and names of the library.</translation>
    </message>
</context>
<context>
    <name>ClauseDetail</name>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>{0} von {1}</source>
        <translation>{0} by {1}</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>ja, ihr Fehlen wird gemeldet</source>
        <translation>yes, its absence is reported</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Unsere Rolle</source>
        <translation>Our role</translation>
    </message>
    <message>
        <source>Gegenüber wem</source>
        <translation>Towards whom</translation>
    </message>
    <message>
        <source>Vertragsarten</source>
        <translation>Kinds of contract</translation>
    </message>
    <message>
        <source>Recht</source>
        <translation>Law</translation>
    </message>
    <message>
        <source>Muss vorkommen</source>
        <translation>Must occur</translation>
    </message>
    <message>
        <source>Gilt für Verträge</source>
        <translation>Applies to contracts</translation>
    </message>
    <message>
        <source>Zuständig</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Schlagwörter</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Verwendung</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>vom {0} bis {1}</source>
        <translation>from {0} to {1}</translation>
    </message>
    <message>
        <source>ab {0}</source>
        <translation>from {0}</translation>
    </message>
    <message>
        <source>bis {0}</source>
        <translation>until {0}</translation>
    </message>
    <message>
        <source>Weitere Wortlaute, die ebenso zählen:</source>
        <translation>Further wordings that count as this one:</translation>
    </message>
    <message>
        <source>Vorgaben für Werte</source>
        <translation>Limits on values</translation>
    </message>
    <message>
        <source>Wenn das Dokument dazu schweigt</source>
        <translation>Where the document is silent</translation>
    </message>
    <message>
        <source>Wer Abweichungen freigibt</source>
        <translation>Who approves deviations</translation>
    </message>
    <message>
        <source>{0}: ab Schwere „{1}“</source>
        <translation>{0}: from severity “{1}”</translation>
    </message>
    <message>
        <source>{0}, bei Verträgen ab {1}</source>
        <translation>{0}, in contracts from {1}</translation>
    </message>
    <message>
        <source>Intern – verlässt das Haus nicht</source>
        <translation>Internal – never leaves the house</translation>
    </message>
    <message>
        <source>Erläuterung für die andere Seite</source>
        <translation>Comment for the other side</translation>
    </message>
    <message>
        <source>Rechtsgrundlage</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Stand {0}</source>
        <translation>as of {0}</translation>
    </message>
</context>
<context>
    <name>ClauseEditor</name>
    <message>
        <source>Entwurf &amp;fortsetzen</source>
        <translation>&amp;Continue the draft</translation>
    </message>
    <message>
        <source>Entwurf &amp;verwerfen</source>
        <translation>&amp;Discard the draft</translation>
    </message>
    <message>
        <source>Bezugsklausel</source>
        <translation>Reference clause</translation>
    </message>
    <message>
        <source>Neue Bezugsklausel</source>
        <translation>New reference clause</translation>
    </message>
    <message>
        <source>Vor dem Speichern noch eine Stelle (F8):</source>
        <translation>One place left before saving (F8):</translation>
    </message>
    <message>
        <source>Vor dem Speichern noch {0} Stellen (F8):</source>
        <translation>{0} places left before saving (F8):</translation>
    </message>
    <message>
        <source>Der Entwurf konnte nicht gesichert werden. Wenn Sie noch einmal schließen, geht er verloren.</source>
        <translation>The draft could not be kept. If you close once more, it is lost.</translation>
    </message>
    <message>
        <source>Es gibt keine Änderung, die zu speichern wäre.</source>
        <translation>There is no change to save.</translation>
    </message>
    <message>
        <source>{0} hat inzwischen Version {1} dieser Klausel gespeichert.</source>
        <translation>{0} has saved version {1} of this clause meanwhile.</translation>
    </message>
    <message>
        <source>Jemand</source>
        <translation>Somebody</translation>
    </message>
    <message>
        <source>&amp;Vergleichen …</source>
        <translation>&amp;Compare …</translation>
    </message>
</context>
<context>
    <name>ClauseModel</name>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Rolle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Gegenüber wem</source>
        <translation>Towards whom</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Zuständig</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Geändert</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Ein Entwurf wurde begonnen und noch nicht gespeichert.</source>
        <translation>A draft was begun and is not saved yet.</translation>
    </message>
    <message>
        <source>Noch keine Version gilt.</source>
        <translation>No version is in force yet.</translation>
    </message>
    <message>
        <source>Bis zur Freigabe gilt Version {0}.</source>
        <translation>Until approval version {0} is in force.</translation>
    </message>
</context>
<context>
    <name>ClauseUsage</name>
    <message>
        <source>in keinem gespeicherten Vorgang gefunden</source>
        <translation>found in no stored case</translation>
    </message>
    <message>
        <source>in 1 Vorgang gefunden, am {0}</source>
        <translation>found in 1 case, on {0}</translation>
    </message>
    <message>
        <source>in {0} Vorgängen gefunden, zuletzt am {1}</source>
        <translation>found in {0} cases, last on {1}</translation>
    </message>
</context>
<context>
    <name>CloseButton</name>
    <message>
        <source>Dokument schließen</source>
        <translation>Close the document</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Spalten zuordnen</source>
        <translation>Assign columns</translation>
    </message>
    <message>
        <source>keine</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Überschrift</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>Beispiele</source>
        <translation>Examples</translation>
    </message>
    <message>
        <source>Enthält</source>
        <translation>Contains</translation>
    </message>
    <message>
        <source>Spalten der Tabelle</source>
        <translation>Columns of the table</translation>
    </message>
    <message>
        <source>&amp;Tabelle:</source>
        <translation>&amp;Sheet:</translation>
    </message>
    <message>
        <source>Überschriften in &amp;Zeile:</source>
        <translation>Headings in &amp;row:</translation>
    </message>
    <message>
        <source>&amp;Weiter</source>
        <translation>&amp;Next</translation>
    </message>
    <message>
        <source>Spalte {0}</source>
        <translation>Column {0}</translation>
    </message>
    <message>
        <source>– nicht übernehmen –</source>
        <translation>– do not take over –</translation>
    </message>
    <message>
        <source>Inhalt der Spalte {0}</source>
        <translation>Content of column {0}</translation>
    </message>
    <message>
        <source>Bitte ordnen Sie mindestens eine Spalte einer Fassung oder dem Titel zu, dann geht es weiter.</source>
        <translation>Please assign at least one column to a wording or the title to go on.</translation>
    </message>
</context>
<context>
    <name>CompareDoor</name>
    <message>
        <source>Andere Datei …</source>
        <translation>Another file …</translation>
    </message>
    <message>
        <source>Unsere AGB:</source>
        <translation>Our terms:</translation>
    </message>
    <message>
        <source>Alte Fassung:</source>
        <translation>Old version:</translation>
    </message>
    <message>
        <source>Womit vergleichen?</source>
        <translation>Compare with what?</translation>
    </message>
    <message>
        <source>Unsere AGB wählen</source>
        <translation>Choose our own terms</translation>
    </message>
    <message>
        <source>Alte Fassung wählen</source>
        <translation>Choose the old version</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>Vorige</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Nächste</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Seiten tauschen</source>
        <translation>Swap sides</translation>
    </message>
    <message>
        <source>Gemeinsam blättern</source>
        <translation>Scroll together</translation>
    </message>
    <message>
        <source>Vergleich speichern …</source>
        <translation>Save the comparison …</translation>
    </message>
    <message>
        <source>Für die andere Seite …</source>
        <translation>For the other side …</translation>
    </message>
    <message>
        <source>Ohne unsere Klauselbibliothek und ohne das, was sie dazu sagt</source>
        <translation>Without our clause library and without what it says</translation>
    </message>
    <message>
        <source>Einzelheiten der Änderung</source>
        <translation>Details of the change</translation>
    </message>
    <message>
        <source>Unsere AGB</source>
        <translation>Our terms</translation>
    </message>
    <message>
        <source>Andere Seite</source>
        <translation>The other side</translation>
    </message>
    <message>
        <source>AGB nebeneinander</source>
        <translation>Terms side by side</translation>
    </message>
    <message>
        <source>Alte Fassung</source>
        <translation>Old version</translation>
    </message>
    <message>
        <source>Neue Fassung</source>
        <translation>New version</translation>
    </message>
    <message>
        <source>Vergleich zweier Fassungen</source>
        <translation>Comparison of two versions</translation>
    </message>
    <message>
        <source>Die Dokumente werden verglichen …</source>
        <translation>The documents are being compared …</translation>
    </message>
    <message>
        <source>Vergleich {0}</source>
        <translation>Comparison {0}</translation>
    </message>
    <message>
        <source>Vergleich {0} extern</source>
        <translation>Comparison {0} external</translation>
    </message>
</context>
<context>
    <name>ComparisonSaver</name>
    <message>
        <source>Word-Bericht</source>
        <translation>Word report</translation>
    </message>
    <message>
        <source>PDF-Bericht</source>
        <translation>PDF report</translation>
    </message>
    <message>
        <source>HTML-Bericht</source>
        <translation>HTML report</translation>
    </message>
    <message>
        <source>Excel-Tabelle</source>
        <translation>Excel table</translation>
    </message>
    <message>
        <source>CSV-Tabelle</source>
        <translation>CSV table</translation>
    </message>
    <message>
        <source>Daten (JSON)</source>
        <translation>Data (JSON)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Vergleich speichern</source>
        <translation>Save the comparison</translation>
    </message>
    <message>
        <source>Vergleich für die andere Seite speichern</source>
        <translation>Save the comparison for the other side</translation>
    </message>
    <message>
        <source>„{0}“ gibt es schon. Soll die Datei ersetzt werden?</source>
        <translation>“{0}” exists already. Replace the file?</translation>
    </message>
    <message>
        <source>Gespeichert: {0}</source>
        <translation>Saved: {0}</translation>
    </message>
    <message>
        <source>Dort liegt eines der Dokumente selbst. Bitte wählen Sie einen anderen Namen.</source>
        <translation>One of the documents itself lies there. Please choose another name.</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Inzwischen geändert</source>
        <translation>Changed meanwhile</translation>
    </message>
    <message>
        <source>{0} hat diese Klausel inzwischen als Version {1} gespeichert. Ihre Änderungen sind als Entwurf erhalten. Unten steht, worin sich die beiden unterscheiden.</source>
        <translation>{0} has saved this clause as version {1} meanwhile. Your changes are kept as a draft. Below you see how the two differ.</translation>
    </message>
    <message>
        <source>Jemand</source>
        <translation>Somebody</translation>
    </message>
    <message>
        <source>Unterschiede</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Weiter &amp;bearbeiten</source>
        <translation>Go on &amp;editing</translation>
    </message>
    <message>
        <source>&amp;Gespeicherte Version übernehmen</source>
        <translation>&amp;Take the saved version</translation>
    </message>
    <message>
        <source>&amp;Meine Fassung darüber speichern …</source>
        <translation>&amp;Save mine on top …</translation>
    </message>
    <message>
        <source>Gespeichert (Version {0})</source>
        <translation>Saved (version {0})</translation>
    </message>
    <message>
        <source>Ihr Entwurf</source>
        <translation>Your draft</translation>
    </message>
    <message>
        <source>Beide sagen dasselbe.</source>
        <translation>Both say the same.</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>Klauseln verbinden</source>
        <translation>Join clauses</translation>
    </message>
    <message>
        <source>Klausel teilen</source>
        <translation>Split clause</translation>
    </message>
    <message>
        <source>Ebene ändern</source>
        <translation>Change level</translation>
    </message>
    <message>
        <source>Aus den AGB nehmen</source>
        <translation>Take out of the terms</translation>
    </message>
    <message>
        <source>Art der Klausel</source>
        <translation>Subject of the clause</translation>
    </message>
    <message>
        <source>Änderungen an der Klausel zurücknehmen</source>
        <translation>Take back changes of the clause</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Kalender öffnen</source>
        <translation>Open calendar</translation>
    </message>
    <message>
        <source>„{0}“ ist kein Datum. Bitte so eingeben: {1}</source>
        <translation>“{0}” is not a date. Please enter it like this: {1}</translation>
    </message>
</context>
<context>
    <name>DayDialog</name>
    <message>
        <source>Stand vom …</source>
        <translation>As of …</translation>
    </message>
    <message>
        <source>Zeigt die Bibliothek so, wie sie am Ende dieses Tages galt: nur die Fassungen, die damals in Kraft waren.</source>
        <translation>Shows the library as it was at the end of that day: only the versions that were in force then.</translation>
    </message>
    <message>
        <source>Diesen Stand zeigen</source>
        <translation>Show this day</translation>
    </message>
</context>
<context>
    <name>DeadlineForm</name>
    <message>
        <source>&amp;Das Datum ist:</source>
        <translation>The &amp;date is:</translation>
    </message>
    <message>
        <source>Was das Datum ist</source>
        <translation>What the date is</translation>
    </message>
    <message>
        <source>Rechenschritte</source>
        <translation>Steps of the computation</translation>
    </message>
    <message>
        <source>Datum eingeben</source>
        <translation>Enter a date</translation>
    </message>
</context>
<context>
    <name>DeadlinesPanel</name>
    <message>
        <source>Fristen</source>
        <translation>Deadlines</translation>
    </message>
    <message>
        <source>&amp;Bundesland:</source>
        <translation>Federal &amp;state (Bundesland):</translation>
    </message>
    <message>
        <source>Fristen des Dokuments</source>
        <translation>Periods of the document</translation>
    </message>
    <message>
        <source>Bundesland, dessen Feiertage zählen</source>
        <translation>State whose holidays count</translation>
    </message>
    <message>
        <source>Maßgeblich sind die Feiertage am Ort, an dem die Erklärung abzugeben oder die Leistung zu bewirken ist.</source>
        <translation>What counts are the holidays of the place where the declaration or the performance is due.</translation>
    </message>
    <message>
        <source>In diesem Dokument wurden keine Fristen gefunden: keine Kündigungs-, Zahlungs-, Rüge- oder Verjährungsfrist.</source>
        <translation>No periods were found in this document: no notice, payment, objection or limitation period.</translation>
    </message>
    <message>
        <source>Fristen als Kalenderdatei</source>
        <translation>Deadlines as a calendar file</translation>
    </message>
    <message>
        <source>Kalenderdatei (*.ics)</source>
        <translation>Calendar file (*.ics)</translation>
    </message>
    <message>
        <source>Kalenderdatei gespeichert: {0}</source>
        <translation>Calendar file saved: {0}</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Frühere Entscheidungen ohne Hinweis: {0} …</source>
        <translation>Earlier decisions without a finding: {0} …</translation>
    </message>
    <message>
        <source>{0} Hinweise ausgewählt</source>
        <translation>{0} findings selected</translation>
    </message>
    <message>
        <source>ohne Namen</source>
        <translation>no name</translation>
    </message>
    <message>
        <source>wird gespeichert …</source>
        <translation>being stored …</translation>
    </message>
    <message>
        <source>gespeichert</source>
        <translation>stored</translation>
    </message>
    <message>
        <source>wird nicht gespeichert</source>
        <translation>not stored</translation>
    </message>
    <message>
        <source>nicht gespeichert,</source>
        <translation>not stored,</translation>
    </message>
    <message>
        <source>erneut versuchen</source>
        <translation>try again</translation>
    </message>
    <message>
        <source>Notiz</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Danach zum nächsten offenen</source>
        <translation>Then on to the next open one</translation>
    </message>
    <message>
        <source>Nach einer Entscheidung weiter zum nächsten offenen Hinweis</source>
        <translation>After a decision on to the next open finding</translation>
    </message>
    <message>
        <source>Mehr</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Eigene Gewichtung, Zuständigkeit</source>
        <translation>Own severity, who takes care of it</translation>
    </message>
    <message>
        <source>Alle Hinweise sind entschieden.</source>
        <translation>All findings are decided.</translation>
    </message>
    <message>
        <source>Entschieden: {0}. Strg+Z nimmt es zurück.</source>
        <translation>Decided: {0}. Ctrl+Z takes it back.</translation>
    </message>
</context>
<context>
    <name>DecisionMore</name>
    <message>
        <source>&amp;Gewichtung:</source>
        <translation>&amp;Severity:</translation>
    </message>
    <message>
        <source>Begrün&amp;dung:</source>
        <translation>&amp;Reason:</translation>
    </message>
    <message>
        <source>&amp;Zuständig:</source>
        <translation>&amp;Assigned to:</translation>
    </message>
    <message>
        <source>Warum gewichten Sie anders als das Programm?</source>
        <translation>Why do you weigh it differently from the program?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>wie das Programm</source>
        <translation>as the program</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Klausel im Einzelnen</source>
        <translation>Clause in full</translation>
    </message>
    <message>
        <source>Wählen Sie eine Klausel.</source>
        <translation>Choose a clause.</translation>
    </message>
</context>
<context>
    <name>DocumentStack</name>
    <message>
        <source>Das Dokument wird gelesen …</source>
        <translation>Reading the document …</translation>
    </message>
    <message>
        <source>Seiten des Dokuments</source>
        <translation>Pages of the document</translation>
    </message>
    <message>
        <source>Text des Dokuments</source>
        <translation>Text of the document</translation>
    </message>
</context>
<context>
    <name>DocumentTabs</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Dokumente</source>
        <translation>Documents</translation>
    </message>
</context>
<context>
    <name>DraftsDialog</name>
    <message>
        <source>Bezugsklausel</source>
        <translation>Reference clause</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Zu beachten</source>
        <translation>To be noted</translation>
    </message>
    <message>
        <source>Entwürfe</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Entwurf</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>bitte wählen …</source>
        <translation>please choose …</translation>
    </message>
    <message>
        <source>&amp;Thema:</source>
        <translation>&amp;Subject:</translation>
    </message>
    <message>
        <source>Entwürfe ({0})</source>
        <translation>Drafts ({0})</translation>
    </message>
    <message>
        <source>Nicht übernommen ({0})</source>
        <translation>Not taken over ({0})</translation>
    </message>
    <message>
        <source>bitte wählen</source>
        <translation>please choose</translation>
    </message>
    <message>
        <source>Ausgewählte &amp;übernehmen ({0})</source>
        <translation>&amp;Take the chosen ({0})</translation>
    </message>
    <message>
        <source>Übernommenes wird Entwurf und gilt erst, wenn es geprüft ist.</source>
        <translation>What is taken over becomes a draft and counts only once it was reviewed.</translation>
    </message>
    <message>
        <source>Noch ohne nötige Angabe: {0}.</source>
        <translation>Still lacking: {0}.</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>AGB und Verträge prüfen</source>
        <translation>Review terms and contracts</translation>
    </message>
    <message>
        <source>Ziehen Sie Dateien oder Ordner hierher: PDF, Word, OpenDocument, RTF, HTML, Markdown oder Text.</source>
        <translation>Drop files or folders here: PDF, Word, OpenDocument, RTF, HTML, Markdown or text.</translation>
    </message>
    <message>
        <source>Dateien ö&amp;ffnen …</source>
        <translation>&amp;Open files …</translation>
    </message>
    <message>
        <source>&amp;Text einfügen</source>
        <translation>&amp;Paste text</translation>
    </message>
    <message>
        <source>Be&amp;ispiel ansehen</source>
        <translation>See an e&amp;xample</translation>
    </message>
    <message>
        <source>Den Text oder die Dateien aus der Zwischenablage prüfen</source>
        <translation>Review the text or the files on the clipboard</translation>
    </message>
    <message>
        <source>Erfundene Lieferbedingungen, an denen Sie alles ausprobieren können</source>
        <translation>Invented terms of delivery on which you can try everything</translation>
    </message>
</context>
<context>
    <name>DuplicatesPanel</name>
    <message>
        <source>Das Dokument als Streifen; was sich wiederholt, ist verbunden</source>
        <translation>The document as a strip; what is repeated is linked</translation>
    </message>
    <message>
        <source>Was sich wiederholt</source>
        <translation>What is repeated</translation>
    </message>
    <message>
        <source>Streifen vergrößern</source>
        <translation>Enlarge the strip</translation>
    </message>
    <message>
        <source>Streifen verkleinern</source>
        <translation>Shrink the strip</translation>
    </message>
    <message>
        <source>Doppeltes</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>{0}: Alle Fassungen sind Wort für Wort gleich.</source>
        <translation>{0}: all versions are the same word for word.</translation>
    </message>
</context>
<context>
    <name>EditorDrafts</name>
    <message>
        <source>Zu dieser Klausel gibt es einen Entwurf vom {0}, der noch nicht gespeichert ist.</source>
        <translation>There is a draft of this clause from {0} that is not saved yet.</translation>
    </message>
    <message>
        <source>Er beginnt bei Version {0}; inzwischen gibt es Version {1}.</source>
        <translation>It starts from version {0}; meanwhile there is version {1}.</translation>
    </message>
</context>
<context>
    <name>EditorHead</name>
    <message>
        <source>Speichern …</source>
        <translation>Save …</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Wiederholen</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Am Dokument prüfen</source>
        <translation>Try on the document</translation>
    </message>
    <message>
        <source>Neue Bezugsklausel</source>
        <translation>New reference clause</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>noch nicht gespeichert</source>
        <translation>not saved yet</translation>
    </message>
    <message>
        <source>geändert, als Entwurf gesichert</source>
        <translation>changed, kept as a draft</translation>
    </message>
    <message>
        <source>geändert</source>
        <translation>changed</translation>
    </message>
</context>
<context>
    <name>EditorMistakes</name>
    <message>
        <source>Bitte eine Zahl angeben, zum Beispiel 1.000 oder 2,5.</source>
        <translation>Please give a number, for example 1,000 or 2.5.</translation>
    </message>
    <message>
        <source>Das Ende liegt vor dem Beginn.</source>
        <translation>The end lies before the beginning.</translation>
    </message>
    <message>
        <source>Bei einem Pflichtthema bitte angeben, was ohne Regelung gilt.</source>
        <translation>For a required subject please say what applies without a clause.</translation>
    </message>
    <message>
        <source>Dieser Wortlaut steht schon da.</source>
        <translation>This wording is there already.</translation>
    </message>
    <message>
        <source>Bitte ausfüllen.</source>
        <translation>Please fill in.</translation>
    </message>
</context>
<context>
    <name>EditorPages</name>
    <message>
        <source>Abschnitte der Klausel</source>
        <translation>Parts of the clause</translation>
    </message>
    <message>
        <source>Allgemein</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Fassungen</source>
        <translation>Wordings</translation>
    </message>
    <message>
        <source>Vorgaben</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Leitfaden, Kommentar</source>
        <translation>Guidance, comment</translation>
    </message>
    <message>
        <source>Freigaben</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>Rechtsgrundlage</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>{0}: Angaben fehlen oder sind falsch: {1}</source>
        <translation>{0}: entries missing or wrong: {1}</translation>
    </message>
</context>
<context>
    <name>EffectView</name>
    <message>
        <source>Auswirkung auf gespeicherte Vorgänge</source>
        <translation>Effect on stored cases</translation>
    </message>
    <message>
        <source>Gespeicherte Vorgänge werden noch einmal ausgewertet …</source>
        <translation>Evaluating stored cases again …</translation>
    </message>
    <message>
        <source>kommt hinzu</source>
        <translation>appears</translation>
    </message>
    <message>
        <source>fällt weg</source>
        <translation>vanishes</translation>
    </message>
    <message>
        <source>ändert sich</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>Geprüfte Vorgänge: {0}.</source>
        <translation>Cases checked: {0}.</translation>
    </message>
    <message>
        <source>Nicht prüfbar: {0}.</source>
        <translation>Could not be checked: {0}.</translation>
    </message>
    <message>
        <source>Kein Hinweis ändert sich.</source>
        <translation>No finding changes.</translation>
    </message>
    <message>
        <source>Neue Hinweise: {0}, wegfallende: {1}, geänderte: {2}.</source>
        <translation>New findings: {0}, dropped: {1}, changed: {2}.</translation>
    </message>
    <message>
        <source>Es sind keine Vorgänge gespeichert, an denen sich die Auswirkung zeigen ließe.</source>
        <translation>No cases are stored on which the effect could be shown.</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Kein Vorgang passt zu „{0}“.</source>
        <translation>No case matches “{0}”.</translation>
    </message>
    <message>
        <source>Vorgänge</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Vorgang suchen</source>
        <translation>Find a case</translation>
    </message>
    <message>
        <source>Alles geschieht auf diesem Rechner, es wird nichts übertragen. Was von Vorgängen gespeichert bleibt, bestimmen Sie in den Einstellungen.</source>
        <translation>Everything happens on this computer, nothing is transmitted. What is kept of cases is decided in the settings.</translation>
    </message>
    <message>
        <source>Zuletzt geöffnet</source>
        <translation>Opened recently</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Klauseln als Paket exportieren</source>
        <translation>Export clauses as a pack</translation>
    </message>
    <message>
        <source>Umfang</source>
        <translation>Extent</translation>
    </message>
    <message>
        <source>&amp;Ganze Bibliothek ({0} Klauseln)</source>
        <translation>&amp;Whole library ({0} clauses)</translation>
    </message>
    <message>
        <source>&amp;Ausgewählte Klauseln ({0})</source>
        <translation>&amp;Chosen clauses ({0})</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>&amp;Eine Datei, zum Weitergeben</source>
        <translation>&amp;One file, to hand on</translation>
    </message>
    <message>
        <source>&amp;Ordner mit einer Datei je Thema, für Netzlaufwerk oder Versionsverwaltung</source>
        <translation>&amp;Folder with one file a subject, for a network drive or version control</translation>
    </message>
    <message>
        <source>Das Paket enthält auch Entwürfe und die internen Leitfäden. Geben Sie es nur im eigenen Haus weiter. Frühere Versionen bleiben in Ihrer Bibliothek.</source>
        <translation>The pack holds drafts and the internal guidance too. Hand it on within your own house only. Earlier versions stay in your library.</translation>
    </message>
    <message>
        <source>&amp;Speichern unter …</source>
        <translation>&amp;Save as …</translation>
    </message>
    <message>
        <source>Ordner für das Paket</source>
        <translation>Folder for the pack</translation>
    </message>
    <message>
        <source>Paket speichern</source>
        <translation>Save pack</translation>
    </message>
    <message>
        <source>Klauselpaket (*.toml)</source>
        <translation>Clause pack (*.toml)</translation>
    </message>
    <message>
        <source>klauseln.toml</source>
        <translation>clauses.toml</translation>
    </message>
    <message>
        <source>{0} Klauseln wurden gespeichert: {1}</source>
        <translation>{0} clauses were saved: {1}</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Bericht exportieren</source>
        <translation>Export report</translation>
    </message>
    <message>
        <source>&amp;Speichern</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Die Vorschau ist misslungen. Das ist ein Fehler im Programm.</source>
        <translation>The preview failed. This is a fault of the program.</translation>
    </message>
    <message>
        <source>&amp;Abbrechen</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>S&amp;chließen</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>ExportKinds</name>
    <message>
        <source>Bericht (Word)</source>
        <translation>Report (Word)</translation>
    </message>
    <message>
        <source>Bericht (PDF)</source>
        <translation>Report (PDF)</translation>
    </message>
    <message>
        <source>Bericht (HTML)</source>
        <translation>Report (HTML)</translation>
    </message>
    <message>
        <source>Tabelle (Excel)</source>
        <translation>Table (Excel)</translation>
    </message>
    <message>
        <source>Tabelle (CSV)</source>
        <translation>Table (CSV)</translation>
    </message>
    <message>
        <source>Vertriebskarte</source>
        <translation>Sales card</translation>
    </message>
    <message>
        <source>Kopie mit Anmerkungen</source>
        <translation>Copy with notes</translation>
    </message>
    <message>
        <source>E-Mail-Entwurf</source>
        <translation>E-mail draft</translation>
    </message>
    <message>
        <source>Daten (JSON)</source>
        <translation>Data (JSON)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Zum Weiterbearbeiten, mit Deckblatt und Unterschriftszeile.</source>
        <translation>To be worked on, with cover and a line to sign.</translation>
    </message>
    <message>
        <source>Zum Unterschreiben, Ablegen und Verschicken.</source>
        <translation>To be signed, filed and sent.</translation>
    </message>
    <message>
        <source>Eine Seite zum Lesen in jedem Browser.</source>
        <translation>A page to be read in any browser.</translation>
    </message>
    <message>
        <source>Werte, Hinweise und Klauseln zum Sortieren und Rechnen.</source>
        <translation>Values, findings and clauses, to sort and calculate with.</translation>
    </message>
    <message>
        <source>Die Hinweise als einfache Liste für andere Programme.</source>
        <translation>The findings as a simple list for other programs.</translation>
    </message>
    <message>
        <source>Eine Seite für das Gespräch: annehmen, verhandeln, freigeben.</source>
        <translation>One page to talk by: accept, negotiate, have approved.</translation>
    </message>
    <message>
        <source>Ihr Word-Dokument mit Kommentaren und unseren Fassungen als Änderungen.</source>
        <translation>Your Word document with comments, and our wordings as changes.</translation>
    </message>
    <message>
        <source>Ihr PDF mit Markierungen und Notizen an den Stellen.</source>
        <translation>Your PDF with highlights and notes in their places.</translation>
    </message>
    <message>
        <source>Das Dokument selbst, mit den Hinweisen an ihren Stellen.</source>
        <translation>The document itself, with the findings in their places.</translation>
    </message>
    <message>
        <source>Was wir geändert haben möchten, mit dem Bericht als Anlage.</source>
        <translation>What we would like changed, with the report attached.</translation>
    </message>
    <message>
        <source>Alles, was gefunden wurde, für eigene Programme.</source>
        <translation>Everything that was found, for programs of your own.</translation>
    </message>
    <message>
        <source>Reiner Text für Notizen und Akten.</source>
        <translation>Plain text for notes and files.</translation>
    </message>
    <message>
        <source>Gibt es nur für Word-Dokumente (.docx) und PDF.</source>
        <translation>Only for Word documents (.docx) and PDF.</translation>
    </message>
    <message>
        <source>Die Datei liegt nicht mehr an ihrem Ort. Legen Sie sie dorthin zurück und öffnen Sie sie erneut.</source>
        <translation>The file is no longer in its place. Put it back there and open it again.</translation>
    </message>
    <message>
        <source>Die Datei hat sich seit der Auswertung geändert. Schließen Sie das Dokument und öffnen Sie die Datei erneut.</source>
        <translation>The file has changed since it was analysed. Close the document and open the file again.</translation>
    </message>
    <message>
        <source>Die Datei wird gesucht …</source>
        <translation>Looking for the file …</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Gespeichert: {0}</source>
        <translation>Saved: {0}</translation>
    </message>
    <message>
        <source>Der Bericht wurde nicht gespeichert.</source>
        <translation>The report was not saved.</translation>
    </message>
</context>
<context>
    <name>FactField</name>
    <message>
        <source>Eigene Angabe zurücknehmen</source>
        <translation>Take your own statement back</translation>
    </message>
    <message>
        <source>Eigene Angabe zurücknehmen: {0}</source>
        <translation>Take your own statement back: {0}</translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>Angaben</source>
        <translation>Deal</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Verträge und AGB</source>
        <translation>Contracts and terms</translation>
    </message>
    <message>
        <source>Gespeicherte Webseiten</source>
        <translation>Saved web pages</translation>
    </message>
    <message>
        <source>Text und Markdown</source>
        <translation>Text and Markdown</translation>
    </message>
    <message>
        <source>Alle Dateien (*)</source>
        <translation>All files (*)</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Unsere Rolle</source>
        <translation>Our role</translation>
    </message>
    <message>
        <source>Gegenüber wem</source>
        <translation>Towards whom</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Schlagwort</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Zuständig</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>{0}: alle</source>
        <translation>{0}: all</translation>
    </message>
    <message>
        <source>Status: aktuelle</source>
        <translation>Status: current</translation>
    </message>
    <message>
        <source>Alle, auch ausgemusterte</source>
        <translation>All, retired ones too</translation>
    </message>
    <message>
        <source>Alle Filter löschen</source>
        <translation>Clear all filters</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Hinweise</source>
        <translation>Findings</translation>
    </message>
</context>
<context>
    <name>FindingsPicker</name>
    <message>
        <source>Hinweise filtern</source>
        <translation>Filter findings</translation>
    </message>
    <message>
        <source>Hinweise zum Ankreuzen</source>
        <translation>Findings to tick</translation>
    </message>
    <message>
        <source>Gezeigte an&amp;kreuzen</source>
        <translation>Tic&amp;k those shown</translation>
    </message>
    <message>
        <source>Gezeigte a&amp;bwählen</source>
        <translation>&amp;Untick those shown</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Dokumente hierher</source>
        <translation>Documents go here</translation>
    </message>
    <message>
        <source>Ziehen Sie AGB oder Verträge in das Fenster, oder öffnen Sie sie hier. Alles bleibt auf diesem Rechner. Was Sie geprüft haben, finden Sie auf dieser Seite wieder.</source>
        <translation>Drag terms or contracts into the window, or open them here. Everything stays on this computer. What you have reviewed you find again on this page.</translation>
    </message>
    <message>
        <source>&amp;Weiter mit einem Beispiel</source>
        <translation>&amp;Next, with an example</translation>
    </message>
    <message>
        <source>Hinweise lesen und entscheiden</source>
        <translation>Read findings and decide</translation>
    </message>
    <message>
        <source>Rechts stehen die Hinweise, mit Wortlaut, Ihrer Vorgabe und der Bezugsklausel. F8 führt zum nächsten. Unter jedem halten Sie fest, ob Sie annehmen, verhandeln oder ablehnen. Unter „Angaben“ sagen Sie, wer Sie in diesem Vorgang sind.</source>
        <translation>At the right are the findings, with the wording, your limit and the reference clause. F8 leads to the next one. Below each you note whether you accept, negotiate or reject. Under “Deal” you say who you are in this case.</translation>
    </message>
    <message>
        <source>Bericht und eigene Vorgaben</source>
        <translation>Report and your own limits</translation>
    </message>
    <message>
        <source>Der Bericht hält alles mit Fundstellen fest. In der Klauselbibliothek pflegen Sie Ihre Bezugsklauseln und Grenzen: Danach wird geprüft. Alle Tasten zeigt F1.</source>
        <translation>The report records everything with its place. In the clause library you maintain your reference clauses and limits, which documents are reviewed against. F1 shows all keys.</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>&amp;Titel</source>
        <translation>&amp;Title</translation>
    </message>
    <message>
        <source>Nichts angekreuzt: gilt für alle.</source>
        <translation>Nothing ticked: applies to all.</translation>
    </message>
    <message>
        <source>&amp;Vertragsarten</source>
        <translation>&amp;Kinds of contract</translation>
    </message>
    <message>
        <source>&amp;Recht</source>
        <translation>&amp;Law</translation>
    </message>
    <message>
        <source>Nichts angekreuzt: jedes Recht.</source>
        <translation>Nothing ticked: any law.</translation>
    </message>
    <message>
        <source>&amp;Sprache der Fassungen</source>
        <translation>&amp;Language of the wordings</translation>
    </message>
    <message>
        <source>&amp;Zuständig</source>
        <translation>&amp;Owner</translation>
    </message>
    <message>
        <source>Name oder Abteilung</source>
        <translation>Name or department</translation>
    </message>
    <message>
        <source>Th&amp;ema</source>
        <translation>S&amp;ubject</translation>
    </message>
    <message>
        <source>&amp;Unsere Rolle</source>
        <translation>&amp;Our role</translation>
    </message>
    <message>
        <source>&amp;Gegenüber wem</source>
        <translation>To&amp;wards whom</translation>
    </message>
    <message>
        <source>durch Kommas getrennt</source>
        <translation>separated by commas</translation>
    </message>
    <message>
        <source>Schlag&amp;wörter</source>
        <translation>T&amp;ags</translation>
    </message>
    <message>
        <source>Gilt &amp;von</source>
        <translation>Valid &amp;from</translation>
    </message>
    <message>
        <source>unbegrenzt</source>
        <translation>unlimited</translation>
    </message>
    <message>
        <source>Gilt &amp;bis</source>
        <translation>Valid &amp;until</translation>
    </message>
    <message>
        <source>Jedes Dokument soll dieses Thema regeln; &amp;fehlt es, wird das geprüft</source>
        <translation>Every document should deal with this subject; its &amp;absence is checked</translation>
    </message>
    <message>
        <source>Pflichtthema</source>
        <translation>Required subject</translation>
    </message>
    <message>
        <source>Was gilt von Gesetzes wegen, wenn das Dokument schweigt? Ein Satz.</source>
        <translation>What applies by law where the document is silent? One sentence.</translation>
    </message>
    <message>
        <source>Wenn nichts &amp;dasteht</source>
        <translation>If not&amp;hing is said</translation>
    </message>
    <message>
        <source>V&amp;orschrift dazu</source>
        <translation>&amp;Provision of law</translation>
    </message>
    <message>
        <source>keine Seite</source>
        <translation>neither side</translation>
    </message>
    <message>
        <source>Gut &amp;für</source>
        <translation>Good f&amp;or</translation>
    </message>
    <message>
        <source>kein Hinweis</source>
        <translation>no finding</translation>
    </message>
    <message>
        <source>&amp;Hinweis, wenn es fehlt</source>
        <translation>&amp;Finding if it is absent</translation>
    </message>
    <message>
        <source>wie das System</source>
        <translation>as the system</translation>
    </message>
    <message>
        <source>hell</source>
        <translation>light</translation>
    </message>
    <message>
        <source>dunkel</source>
        <translation>dark</translation>
    </message>
    <message>
        <source>&amp;Ihr Name:</source>
        <translation>&amp;Your name:</translation>
    </message>
    <message>
        <source>Mit diesem Namen werden Änderungen an der Klauselbibliothek, Freigaben und Entscheidungen gezeichnet. Er wird nicht geprüft und ersetzt keine Zugriffsrechte.</source>
        <translation>Changes of the clause library, approvals and decisions are signed with this name. It is not verified and does not replace access rights.</translation>
    </message>
    <message>
        <source>&amp;Sprache:</source>
        <translation>&amp;Language:</translation>
    </message>
    <message>
        <source>&amp;Farben:</source>
        <translation>&amp;Colours:</translation>
    </message>
    <message>
        <source>&amp;Größe der Schrift:</source>
        <translation>Te&amp;xt size:</translation>
    </message>
    <message>
        <source>Eine andere Größe gilt ganz, wenn Sie das Programm neu starten.</source>
        <translation>Another size holds everywhere once you start the program again.</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Versionen</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Unterschiede</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Diesen Stand als neuen Entwurf &amp;wiederherstellen</source>
        <translation>&amp;Restore this version as a new draft</translation>
    </message>
    <message>
        <source>&amp;Verglichen mit:</source>
        <translation>&amp;Compared with:</translation>
    </message>
    <message>
        <source>Verlauf: {0}</source>
        <translation>History: {0}</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>gilt</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>mitgelieferter Bestand</source>
        <translation>starter library</translation>
    </message>
    <message>
        <source>Von Version {0} zu Version {1}</source>
        <translation>From version {0} to version {1}</translation>
    </message>
    <message>
        <source>Am Inhalt wurde nichts geändert.</source>
        <translation>The content was not changed.</translation>
    </message>
    <message>
        <source>Stand von Version {0} wiederhergestellt</source>
        <translation>Version {0} restored</translation>
    </message>
</context>
<context>
    <name>ImportList</name>
    <message>
        <source>Dateien, die gelesen werden</source>
        <translation>Files being read</translation>
    </message>
    <message>
        <source>Fortschritt aller Dateien</source>
        <translation>Progress of all files</translation>
    </message>
    <message>
        <source>Liste ausblenden</source>
        <translation>Hide list</translation>
    </message>
    <message>
        <source>Liste zeigen</source>
        <translation>Show list</translation>
    </message>
    <message>
        <source>Alle abbrechen</source>
        <translation>Cancel all</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Anzeigen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Passwort eingeben …</source>
        <translation>Enter password …</translation>
    </message>
    <message>
        <source>Erneut versuchen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Aus der Liste nehmen</source>
        <translation>Take off the list</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Die Entscheidung konnte nicht gespeichert werden. Sie gilt, solange das Dokument offen ist.</source>
        <translation>The decision could not be stored. It holds as long as the document is open.</translation>
    </message>
    <message>
        <source>Es wird nichts gespeichert. Entscheidungen gelten, solange das Dokument offen ist.</source>
        <translation>Nothing is stored. Decisions hold as long as the document is open.</translation>
    </message>
</context>
<context>
    <name>KindList</name>
    <message>
        <source>Was</source>
        <translation>What</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Zeichenerklärung schließen</source>
        <translation>Close the legend</translation>
    </message>
    <message>
        <source>Zeichenerklärung</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>Balken am Rand: Gewicht des schwersten Hinweises</source>
        <translation>Bars at the margin: severity of the gravest finding</translation>
    </message>
    <message>
        <source>Zeichen am Rand: Art der Hinweise</source>
        <translation>Signs at the margin: kind of finding</translation>
    </message>
    <message>
        <source>Im Text</source>
        <translation>In the text</translation>
    </message>
    <message>
        <source>Klausel mit Hinweis</source>
        <translation>clause with a finding</translation>
    </message>
    <message>
        <source>gewählte Klausel</source>
        <translation>selected clause</translation>
    </message>
    <message>
        <source>Wortlaut, auf dem der Hinweis beruht</source>
        <translation>words the finding rests on</translation>
    </message>
    <message>
        <source>Fundstelle der Suche</source>
        <translation>Search hit</translation>
    </message>
    <message>
        <source>nicht ausgewertet</source>
        <translation>not evaluated</translation>
    </message>
    <message>
        <source>verborgener Text</source>
        <translation>hidden text</translation>
    </message>
    <message>
        <source>unsicher erkanntes Wort</source>
        <translation>word not recognised with certainty</translation>
    </message>
</context>
<context>
    <name>LengthField</name>
    <message>
        <source>{0}: Einheit</source>
        <translation>{0}: unit</translation>
    </message>
</context>
<context>
    <name>LiabilityPanel</name>
    <message>
        <source>Haftung</source>
        <translation>Liability</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>&amp;Neue Klausel</source>
        <translation>&amp;New clause</translation>
    </message>
    <message>
        <source>&amp;Bearbeiten</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Verlauf</source>
        <translation>&amp;History</translation>
    </message>
    <message>
        <source>Zur &amp;Prüfung vorlegen …</source>
        <translation>Submit for re&amp;view …</translation>
    </message>
    <message>
        <source>&amp;Freigeben …</source>
        <translation>&amp;Approve …</translation>
    </message>
    <message>
        <source>&amp;Ausmustern …</source>
        <translation>&amp;Retire …</translation>
    </message>
    <message>
        <source>&amp;Suchen</source>
        <translation>&amp;Search</translation>
    </message>
    <message>
        <source>Alle &amp;Filter löschen</source>
        <translation>Clear all &amp;filters</translation>
    </message>
    <message>
        <source>&amp;Stand vom …</source>
        <translation>&amp;As of …</translation>
    </message>
    <message>
        <source>Ver&amp;wendung …</source>
        <translation>&amp;Usage …</translation>
    </message>
    <message>
        <source>Als Paket &amp;exportieren …</source>
        <translation>&amp;Export as pack …</translation>
    </message>
    <message>
        <source>&amp;Paket importieren …</source>
        <translation>Import &amp;pack …</translation>
    </message>
    <message>
        <source>Klauseln aus &amp;Word …</source>
        <translation>Clauses from &amp;Word …</translation>
    </message>
    <message>
        <source>Klauseln aus &amp;Tabelle (XLSX, CSV) …</source>
        <translation>Clauses from a &amp;table (XLSX, CSV) …</translation>
    </message>
    <message>
        <source>&amp;Abonnierte Pakete …</source>
        <translation>S&amp;ubscribed packs …</translation>
    </message>
    <message>
        <source>&amp;Neues aus der Startbibliothek …</source>
        <translation>&amp;News from the starter library …</translation>
    </message>
    <message>
        <source>&amp;Einstellungen …</source>
        <translation>&amp;Settings …</translation>
    </message>
    <message>
        <source>&amp;Nächster Bereich</source>
        <translation>&amp;Next pane</translation>
    </message>
    <message>
        <source>&amp;Voriger Bereich</source>
        <translation>&amp;Previous pane</translation>
    </message>
    <message>
        <source>Fenster s&amp;chließen</source>
        <translation>&amp;Close window</translation>
    </message>
    <message>
        <source>Vorlegen</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>Stand vom …</source>
        <translation>As of …</translation>
    </message>
    <message>
        <source>&amp;Klausel</source>
        <translation>&amp;Clause</translation>
    </message>
    <message>
        <source>&amp;Bibliothek</source>
        <translation>&amp;Library</translation>
    </message>
    <message>
        <source>&amp;Gehe zu</source>
        <translation>&amp;Go to</translation>
    </message>
    <message>
        <source>&amp;Importieren</source>
        <translation>&amp;Import</translation>
    </message>
</context>
<context>
    <name>LibraryDoor</name>
    <message>
        <source>Geprüft wird mit der mitgelieferten Startbibliothek: Die eigene Bibliothek ist nicht benutzbar.</source>
        <translation>Reviewed with the starter library that comes with the program: your own library cannot be used.</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Bibliothek durchsuchen: Titel, Wortlaut, Hinweise, Schlagwörter</source>
        <translation>Search the library: titles, wordings, notes, tags</translation>
    </message>
    <message>
        <source>Bibliothek durchsuchen</source>
        <translation>Search the library</translation>
    </message>
    <message>
        <source>Klauseln</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>Import/Export</source>
        <translation>Import/export</translation>
    </message>
    <message>
        <source>Klauseln importieren oder exportieren</source>
        <translation>Import or export clauses</translation>
    </message>
    <message>
        <source>Ordner &amp;öffnen</source>
        <translation>&amp;Open folder</translation>
    </message>
    <message>
        <source>&amp;Geprüft wird mit:</source>
        <translation>&amp;Reviewed with:</translation>
    </message>
    <message>
        <source>Die eigene Bibliothek ist eine Datei, die sich auf ein gemeinsames Laufwerk legen lässt. Mit einer anderen startet das Programm so: klausellupe --library DATEI. Klauseln tauschen Sie im Fenster der Bibliothek als Paket aus.</source>
        <translation>Your own library is a file that can lie on a shared drive. To start with another one: klausellupe --library FILE. Clauses are exchanged as packs in the library&apos;s window.</translation>
    </message>
</context>
<context>
    <name>LibraryWindow</name>
    <message>
        <source>Ein Entwurf wurde begonnen und noch nicht gespeichert.</source>
        <translation>A draft was begun and is not saved yet.</translation>
    </message>
    <message>
        <source>Diese Version gilt noch nicht. Bis zur Freigabe gilt Version {0}.</source>
        <translation>This version is not in force yet. Until approval version {0} is.</translation>
    </message>
    <message>
        <source>Sie gilt mit dem Vermerk „fachlich zu bestätigen“, bis eine zweite Person sie freigibt.</source>
        <translation>It is in force with the remark “to be confirmed by a lawyer” until a second person approves it.</translation>
    </message>
    <message>
        <source>Diese Klausel gilt noch nicht.</source>
        <translation>This clause is not in force yet.</translation>
    </message>
    <message>
        <source>Verstanden</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>Gezeigt und verwendet wird solange die mitgelieferte Startbibliothek.</source>
        <translation>Meanwhile the starter library that comes with the program is shown and used.</translation>
    </message>
    <message>
        <source>Stand vom {0}: gezeigt wird, was an diesem Tag galt. Ändern lässt sich nur der heutige Stand.</source>
        <translation>As of {0}: what was in force on that day is shown. Only today&apos;s library can be changed.</translation>
    </message>
    <message>
        <source>Zum heutigen Stand</source>
        <translation>Back to today</translation>
    </message>
    <message>
        <source>Dokumente werden mit einer anderen Bibliothek geprüft (Aufruf mit --library): {0}</source>
        <translation>Documents are reviewed with another library (called with --library): {0}</translation>
    </message>
    <message>
        <source>Klauselbibliothek</source>
        <translation>Clause library</translation>
    </message>
</context>
<context>
    <name>ListImport</name>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Entwürfe aus {0}</source>
        <translation>Drafts from {0}</translation>
    </message>
    <message>
        <source>Aus einer Datei übernommen</source>
        <translation>Taken over from a file</translation>
    </message>
    <message>
        <source>Klauseln importieren</source>
        <translation>Import clauses</translation>
    </message>
    <message>
        <source>Word und Verwandte (*.docx *.doc *.odt *.rtf)</source>
        <translation>Word and the like (*.docx *.doc *.odt *.rtf)</translation>
    </message>
    <message>
        <source>Klauseln aus Word</source>
        <translation>Clauses from Word</translation>
    </message>
    <message>
        <source>Excel und CSV (*.xlsx *.csv *.tsv *.txt)</source>
        <translation>Excel and CSV (*.xlsx *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Klauseln aus einer Tabelle</source>
        <translation>Clauses from a table</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>{0} entfernen</source>
        <translation>Remove {0}</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Ausgemusterte zeigen ({0})</source>
        <translation>Show retired ones ({0})</translation>
    </message>
    <message>
        <source>Die Bibliothek wird geöffnet …</source>
        <translation>Opening the library …</translation>
    </message>
    <message>
        <source>Suche und Filter löschen</source>
        <translation>Clear search and filters</translation>
    </message>
    <message>
        <source>An diesem Tag galt hier noch keine Klausel.</source>
        <translation>No clause was in force here on that day.</translation>
    </message>
    <message>
        <source>Hier gibt es noch keine Klausel.</source>
        <translation>There is no clause here yet.</translation>
    </message>
    <message>
        <source>Zum Thema „{0}“ gibt es noch keine Klausel.</source>
        <translation>There is no clause on “{0}” yet.</translation>
    </message>
    <message>
        <source>Legen Sie eine an, importieren Sie ein Paket oder übernehmen Sie eine Klausel aus einem Dokument.</source>
        <translation>Create one, import a pack or take a clause from a document.</translation>
    </message>
    <message>
        <source>Neue Klausel</source>
        <translation>New clause</translation>
    </message>
    <message>
        <source>Zum Thema „{0}“ passt keine Klausel; zu anderen Themen passen {1}.</source>
        <translation>No clause on “{0}” fits; {1} on other subjects do.</translation>
    </message>
    <message>
        <source>Keine Klausel enthält alle diese Wörter: {0}</source>
        <translation>No clause holds all these words: {0}</translation>
    </message>
    <message>
        <source>Keine Klausel entspricht diesen Filtern.</source>
        <translation>No clause fits these filters.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Die Datei liegt nicht mehr an ihrem Ort. Gezeigt wird der gelesene Text ohne das Seitenbild.</source>
        <translation>The file is no longer in its place. The text that was read is shown without the page image.</translation>
    </message>
    <message>
        <source>Die Datei hat sich seither geändert. Gezeigt wird der damals gelesene Text.</source>
        <translation>The file has changed since. The text read then is shown.</translation>
    </message>
    <message>
        <source>Die Datei hat sich seither geändert. Gezeigt wird das damals gespeicherte Dokument.</source>
        <translation>The file has changed since. Shown is the document as it was stored then.</translation>
    </message>
    <message>
        <source>Dateien öffnen</source>
        <translation>Open files</translation>
    </message>
</context>
<context>
    <name>MatrixPanel</name>
    <message>
        <source>Haftungsmatrix</source>
        <translation>Liability matrix</translation>
    </message>
    <message>
        <source>Wortlaut zum gewählten Feld</source>
        <translation>Wording behind the selected cell</translation>
    </message>
    <message>
        <source>Wortlaut: bitte ein Feld wählen.</source>
        <translation>Wording: please select a cell.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Bezugsklausel</source>
        <translation>Reference clause</translation>
    </message>
    <message>
        <source>Entscheidung</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Angebotene Klauseln</source>
        <translation>Clauses offered</translation>
    </message>
    <message>
        <source>Unterschiede</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Ü&amp;bernehmen</source>
        <translation>Take &amp;over</translation>
    </message>
    <message>
        <source>Gleich auf beiden Seiten: {0}. Nur bei uns geändert: {1}. Beides bleibt, wie es ist.</source>
        <translation>The same on both sides: {0}. Changed by us only: {1}. Both stay as they are.</translation>
    </message>
    <message>
        <source>&amp;Unsere behalten</source>
        <translation>Keep &amp;ours</translation>
    </message>
    <message>
        <source>&amp;Andere übernehmen</source>
        <translation>&amp;Take theirs</translation>
    </message>
    <message>
        <source>&amp;Beide behalten</source>
        <translation>Keep &amp;both</translation>
    </message>
    <message>
        <source>Auf beiden Seiten geändert</source>
        <translation>Changed on both sides</translation>
    </message>
    <message>
        <source>Neu</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Nur dort geändert</source>
        <translation>Changed there only</translation>
    </message>
    <message>
        <source>Zu übernehmen: {0}.</source>
        <translation>To be taken over: {0}.</translation>
    </message>
    <message>
        <source>Davon tragen {0} den Vermerk „freigegeben“ aus dem Paket und gelten sofort.</source>
        <translation>Of these, {0} are marked “approved” by the pack and take effect at once.</translation>
    </message>
    <message>
        <source>Noch nicht entschieden: {0}; das bleibt, wie es ist, und wird wieder angeboten.</source>
        <translation>Not decided yet: {0}; they stay as they are and will be offered again.</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
    <message>
        <source>unsere behalten</source>
        <translation>keep ours</translation>
    </message>
    <message>
        <source>übernehmen</source>
        <translation>take over</translation>
    </message>
    <message>
        <source>beide behalten</source>
        <translation>keep both</translation>
    </message>
    <message>
        <source>&amp;Nicht übernehmen</source>
        <translation>&amp;Do not take over</translation>
    </message>
    <message>
        <source>&amp;Übernehmen</source>
        <translation>&amp;Take over</translation>
    </message>
    <message>
        <source>Unsere Fassung</source>
        <translation>Our version</translation>
    </message>
    <message>
        <source>Andere Fassung</source>
        <translation>Their version</translation>
    </message>
    <message>
        <source>mitgelieferter Bestand</source>
        <translation>starter library</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Jede Änderung an der Bibliothek wird mit Name und Zeit festgehalten, damit später nachzuvollziehen ist, wer was geändert und wer es freigegeben hat.
Ihr Name bleibt auf diesem Rechner und steht in Paketen, die Sie weitergeben.

Ihr Name:</source>
        <translation>Every change of the library is recorded with name and time, so that it can be seen later who changed and who approved what.
Your name stays on this computer and in packs that you hand on.

Your name:</translation>
    </message>
    <message>
        <source>Wer ändert die Bibliothek?</source>
        <translation>Who changes the library?</translation>
    </message>
</context>
<context>
    <name>NameRow</name>
    <message>
        <source>&amp;Ihr Name:</source>
        <translation>&amp;Your name:</translation>
    </message>
    <message>
        <source>steht an jeder Entscheidung</source>
        <translation>stands at every decision</translation>
    </message>
    <message>
        <source>Ihr Name</source>
        <translation>Your name</translation>
    </message>
</context>
<context>
    <name>NearDuplicates</name>
    <message>
        <source>Vorheriges Paar</source>
        <translation>Previous pair</translation>
    </message>
    <message>
        <source>Nächstes Paar</source>
        <translation>Next pair</translation>
    </message>
    <message>
        <source>Beide Fassungen nebeneinander</source>
        <translation>Both versions side by side</translation>
    </message>
    <message>
        <source>Bitte oben eine Wiederholung wählen.</source>
        <translation>Please select a repetition above.</translation>
    </message>
    <message>
        <source>{0} und {1}: Paar {2} von {3}</source>
        <translation>{0} and {1}: pair {2} of {3}</translation>
    </message>
    <message>
        <source>{0} und {1}</source>
        <translation>{0} and {1}</translation>
    </message>
    <message>
        <source>Beide Fassungen sind Wort für Wort gleich.</source>
        <translation>Both versions are the same word for word.</translation>
    </message>
    <message>
        <source>Die Fassungen sind so verschieden, dass ein Vergleich Wort für Wort nicht weiterhilft.</source>
        <translation>The versions are so different that a comparison word for word would not help.</translation>
    </message>
    <message>
        <source>unterstrichen: steht nur in dieser Fassung</source>
        <translation>underlined: only in this version</translation>
    </message>
</context>
<context>
    <name>NewsBar</name>
    <message>
        <source>Diese Programmversion bringt {0} neue oder geänderte Klauseln der Startbibliothek mit.</source>
        <translation>This version of the program brings {0} new or changed clauses of the starter library.</translation>
    </message>
    <message>
        <source>Ansehen</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Im abonnierten Paket „{0}“ sind {1} Klauseln neu oder geändert.</source>
        <translation>In the subscribed pack “{0}” {1} clauses are new or changed.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Eine Texterkennung könnte eingescannte Seiten lesen; wie Sie sie installieren, steht unter „Nicht geprüft“.</source>
        <translation>Text recognition could read scanned pages; how to install it is told under “Not checked”.</translation>
    </message>
    <message>
        <source>Seite {0} wurde mit Texterkennung gelesen – bitte mit dem Bild vergleichen.</source>
        <translation>Page {0} was read by text recognition – please compare with the picture.</translation>
    </message>
    <message>
        <source>Die Seiten {0} wurden mit Texterkennung gelesen – bitte mit dem Bild vergleichen.</source>
        <translation>Pages {0} were read by text recognition – please compare with the picture.</translation>
    </message>
    <message>
        <source>{0} des Textes gehört nicht zu den Bedingungen; er ist grau gesetzt und nicht geprüft.</source>
        <translation>{0} of the text is no part of the terms; it is set in grey and was not checked.</translation>
    </message>
    <message>
        <source>Bedingungen auf Seite {0} erkannt; der übrige Text ({1}) ist grau markiert und nicht geprüft.</source>
        <translation>Terms found on page {0}; the other text ({1}) is marked grey and was not checked.</translation>
    </message>
    <message>
        <source>Bedingungen auf den Seiten {0} erkannt; der übrige Text ({1}) ist grau markiert und nicht geprüft.</source>
        <translation>Terms found on pages {0}; the other text ({1}) is marked grey and was not checked.</translation>
    </message>
</context>
<context>
    <name>NoticesBanner</name>
    <message>
        <source>Einzelheiten</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>Offering</name>
    <message>
        <source>Das Paket wird gelesen …</source>
        <translation>Reading the pack …</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Es gibt nichts zu übernehmen.</source>
        <translation>There is nothing to take over.</translation>
    </message>
    <message>
        <source>Alle {0} Klauseln sind in der Bibliothek schon so vorhanden.</source>
        <translation>All {0} clauses are in the library already just like this.</translation>
    </message>
    <message>
        <source>Dort nicht mehr enthalten, bei uns unverändert: {0}.</source>
        <translation>No longer contained there, unchanged with us: {0}.</translation>
    </message>
    <message>
        <source>Neuer mitgelieferter Bestand</source>
        <translation>New starter library</translation>
    </message>
    <message>
        <source>Neues aus dem abonnierten Ordner: {0}</source>
        <translation>News from the subscribed folder: {0}</translation>
    </message>
    <message>
        <source>Paket importieren: {0}</source>
        <translation>Import pack: {0}</translation>
    </message>
    <message>
        <source>Klauseln importieren</source>
        <translation>Import clauses</translation>
    </message>
    <message>
        <source>Übernommene Klauseln: {0}</source>
        <translation>Clauses taken over: {0}</translation>
    </message>
</context>
<context>
    <name>OpenDocument</name>
    <message>
        <source>Angaben zum Vorgang</source>
        <translation>Deal facts</translation>
    </message>
</context>
<context>
    <name>OrphansDialog</name>
    <message>
        <source>Frühere Entscheidungen ohne Hinweis</source>
        <translation>Earlier decisions without a finding</translation>
    </message>
    <message>
        <source>Diese Entscheidungen passen zu keinem Hinweis mehr, weil sich Bibliothek, Angaben oder Gliederung geändert haben. Sie bleiben gespeichert, bis Sie sie ausblenden.</source>
        <translation>These decisions fit no finding any more because the library, the facts or the outline have changed. They stay stored until you hide them.</translation>
    </message>
    <message>
        <source>Frühere Entscheidungen</source>
        <translation>Earlier decisions</translation>
    </message>
    <message>
        <source>&amp;Stelle zeigen</source>
        <translation>&amp;Show the place</translation>
    </message>
    <message>
        <source>&amp;Ausblenden</source>
        <translation>&amp;Hide</translation>
    </message>
    <message>
        <source>ohne Namen</source>
        <translation>no name</translation>
    </message>
    <message>
        <source>Diese Worte stehen nicht mehr im Dokument.</source>
        <translation>These words are not in the document any more.</translation>
    </message>
    <message>
        <source>Ausgeblendet. Strg+Z nimmt es zurück.</source>
        <translation>Hidden. Ctrl+Z takes it back.</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Gliederung filtern</source>
        <translation>Filter outline</translation>
    </message>
    <message>
        <source>Keine Klausel enthält diese Wörter.</source>
        <translation>No clause holds these words.</translation>
    </message>
    <message>
        <source>Gliederung</source>
        <translation>Outline</translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message>
        <source>Hinweise nach Thema und Gewicht</source>
        <translation>Findings by subject and severity</translation>
    </message>
    <message>
        <source>Haftung, Fristen und Laufzeiten</source>
        <translation>Liability, periods and terms</translation>
    </message>
    <message>
        <source>Welche Themen geregelt sind</source>
        <translation>Which subjects are covered</translation>
    </message>
    <message>
        <source>Nicht gelesen, nicht geprüft</source>
        <translation>Not read, not checked</translation>
    </message>
    <message>
        <source>Hinweise nach Thema und Gewicht, als Balken</source>
        <translation>Findings by subject and severity, as bars</translation>
    </message>
    <message>
        <source>Es gibt keinen Hinweis.</source>
        <translation>There is no finding.</translation>
    </message>
    <message>
        <source>Alles &amp;Ungeprüfte zeigen</source>
        <translation>Show all that is &amp;unchecked</translation>
    </message>
    <message>
        <source>Übersicht</source>
        <translation>Overview</translation>
    </message>
</context>
<context>
    <name>PackImport</name>
    <message>
        <source>Paket öffnen</source>
        <translation>Open pack</translation>
    </message>
    <message>
        <source>Klauselpaket (*.toml)</source>
        <translation>Clause pack (*.toml)</translation>
    </message>
</context>
<context>
    <name>PageBox</name>
    <message>
        <source>Zu Seite</source>
        <translation>Go to page</translation>
    </message>
    <message>
        <source>von {0}</source>
        <translation>of {0}</translation>
    </message>
    <message>
        <source>Nummer der Seite</source>
        <translation>Page number</translation>
    </message>
</context>
<context>
    <name>PagesPanel</name>
    <message>
        <source>Seiten</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Seite {0}</source>
        <translation>Page {0}</translation>
    </message>
    <message>
        <source>Seite {0}, ein Hinweis</source>
        <translation>Page {0}, one finding</translation>
    </message>
    <message>
        <source>Seite {0}, {1} Hinweise</source>
        <translation>Page {0}, {1} findings</translation>
    </message>
    <message>
        <source>Dieses Dokument hat keine Seiten.</source>
        <translation>This document has no pages.</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Verschlüsselte Datei</source>
        <translation>Encrypted file</translation>
    </message>
    <message>
        <source>Passwort für {0}:</source>
        <translation>Password for {0}:</translation>
    </message>
    <message>
        <source>Das Passwort war nicht richtig.</source>
        <translation>The password was not right.</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>Fundstelle der Suche</source>
        <translation>Search hit</translation>
    </message>
    <message>
        <source>Diese Seite konnte nicht gelesen werden</source>
        <translation>This page could not be read</translation>
    </message>
    <message>
        <source>Mit Texterkennung gelesen – bitte mit dem Bild vergleichen</source>
        <translation>Read by text recognition – please compare with the picture</translation>
    </message>
    <message>
        <source>Diese Seite kann gerade nicht gezeichnet werden.</source>
        <translation>This page cannot be drawn at the moment.</translation>
    </message>
    <message>
        <source>Erneut versuchen (F5)</source>
        <translation>Try again (F5)</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Kopieren</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Alles markieren</source>
        <translation>Select all</translation>
    </message>
</context>
<context>
    <name>PortfolioBar</name>
    <message>
        <source>Dateien …</source>
        <translation>Files …</translation>
    </message>
    <message>
        <source>Ordner …</source>
        <translation>Folder …</translation>
    </message>
    <message>
        <source>Dokument öffnen</source>
        <translation>Open document</translation>
    </message>
    <message>
        <source>Speichern …</source>
        <translation>Save …</translation>
    </message>
    <message>
        <source>Liste leeren</source>
        <translation>Clear list</translation>
    </message>
    <message>
        <source>Dateien wählen und auswerten</source>
        <translation>Choose files and review them</translation>
    </message>
    <message>
        <source>Alle Dokumente eines Ordners auswerten</source>
        <translation>Review all documents of a folder</translation>
    </message>
    <message>
        <source>Das gewählte Dokument im Hauptfenster öffnen (Eingabetaste)</source>
        <translation>Open the chosen document in the main window (Enter)</translation>
    </message>
    <message>
        <source>Die Auswertung als Tabelle oder Bericht speichern</source>
        <translation>Save the result as a table or report</translation>
    </message>
    <message>
        <source>Werkzeuge</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>Fehlende auswerten</source>
        <translation>Review what is missing</translation>
    </message>
    <message>
        <source>Alle erneut auswerten</source>
        <translation>Review all again</translation>
    </message>
</context>
<context>
    <name>PortfolioSaver</name>
    <message>
        <source>Excel-Tabelle</source>
        <translation>Excel table</translation>
    </message>
    <message>
        <source>PDF-Bericht</source>
        <translation>PDF report</translation>
    </message>
    <message>
        <source>Word-Bericht</source>
        <translation>Word report</translation>
    </message>
    <message>
        <source>HTML-Bericht</source>
        <translation>HTML report</translation>
    </message>
    <message>
        <source>CSV-Tabelle</source>
        <translation>CSV table</translation>
    </message>
    <message>
        <source>Daten (JSON)</source>
        <translation>Data (JSON)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Auswertung speichern</source>
        <translation>Save result</translation>
    </message>
    <message>
        <source>„{0}“ gibt es schon. Soll die Datei ersetzt werden?</source>
        <translation>“{0}” exists already. Replace the file?</translation>
    </message>
    <message>
        <source>Wird gespeichert …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Gespeichert: {0}</source>
        <translation>Saved: {0}</translation>
    </message>
    <message>
        <source>Dort liegt eines der Dokumente selbst. Bitte wählen Sie einen anderen Namen.</source>
        <translation>One of the documents itself lies there. Please choose another name.</translation>
    </message>
    <message>
        <source>Dort liegt inzwischen eine Datei. Es wurde nichts gespeichert.</source>
        <translation>There is a file there by now. Nothing was saved.</translation>
    </message>
</context>
<context>
    <name>PortfolioStart</name>
    <message>
        <source>Mehrere Dokumente auswerten</source>
        <translation>Review several documents</translation>
    </message>
    <message>
        <source>Ziehen Sie Dateien oder einen Ordner hierher. Sie bekommen eine Tabelle mit einer Zeile je Dokument: Haftungsgrenzen, Fristen, schwerste Hinweise, und die Klauseln, die in mehreren Dokumenten stehen.</source>
        <translation>Drop files or a folder here. You get a table with one row for each document: liability limits, periods, gravest findings, and the clauses that several documents share.</translation>
    </message>
    <message>
        <source>&amp;Dateien wählen …</source>
        <translation>Choose &amp;files …</translation>
    </message>
    <message>
        <source>&amp;Ordner wählen …</source>
        <translation>Choose f&amp;older …</translation>
    </message>
</context>
<context>
    <name>PortfolioStrip</name>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Was fertig ist, bleibt (Esc)</source>
        <translation>What is done stays (Esc)</translation>
    </message>
    <message>
        <source>Fortschritt aller Dokumente</source>
        <translation>Progress of all documents</translation>
    </message>
</context>
<context>
    <name>PortfolioWindow</name>
    <message>
        <source>Mehrere Dokumente auswerten – Klausellupe</source>
        <translation>Review several documents – Klausellupe</translation>
    </message>
    <message>
        <source>Filtern: Name, Wert, Hinweis … (Strg+F)</source>
        <translation>Filter: name, value, finding … (Ctrl+F)</translation>
    </message>
    <message>
        <source>Zeilen filtern</source>
        <translation>Filter rows</translation>
    </message>
    <message>
        <source>Dokumente</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Gleiche Klauseln in mehreren Dokumenten</source>
        <translation>Same clauses in several documents</translation>
    </message>
    <message>
        <source>Einzelheiten der gewählten Zeile</source>
        <translation>Details of the chosen row</translation>
    </message>
    <message>
        <source>Noch einmal versuchen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Dokumente ({0})</source>
        <translation>Documents ({0})</translation>
    </message>
    <message>
        <source>Gleiche Klauseln ({0})</source>
        <translation>Same clauses ({0})</translation>
    </message>
    <message>
        <source>Dateien auswerten</source>
        <translation>Review files</translation>
    </message>
    <message>
        <source>Ordner auswerten</source>
        <translation>Review a folder</translation>
    </message>
</context>
<context>
    <name>PositionForm</name>
    <message>
        <source>Rang</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>Ein Absatz je Zeile. {{Name}} steht für beliebigen Text, zum Beispiel {{Betrag}}.</source>
        <translation>One paragraph a line. {{Name}} stands for any text, for example {{Betrag}}.</translation>
    </message>
    <message>
        <source>&amp;Text der Fassung</source>
        <translation>&amp;Text of the wording</translation>
    </message>
    <message>
        <source>Nur intern, zum Beispiel was noch zu bestätigen ist.</source>
        <translation>Internal only, for example what is to be confirmed.</translation>
    </message>
    <message>
        <source>A&amp;nmerkung</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Bevorzugt: das wollen wir</source>
        <translation>Preferred: what we want</translation>
    </message>
    <message>
        <source>Rückfall: damit können wir leben</source>
        <translation>Fallback: what we can live with</translation>
    </message>
    <message>
        <source>Unannehmbar: das unterschreiben wir nie</source>
        <translation>Unacceptable: what we never sign</translation>
    </message>
    <message>
        <source>Weiterer Wortlaut {0}</source>
        <translation>Further wording {0}</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Weiteren Wortlaut {0} entfernen</source>
        <translation>Remove further wording {0}</translation>
    </message>
    <message>
        <source>Weiteren &amp;Wortlaut hinzufügen</source>
        <translation>Add further &amp;wording</translation>
    </message>
    <message>
        <source>Ein anderer Text, der ebenso als diese Fassung zählt</source>
        <translation>Another text that counts as this wording as well</translation>
    </message>
    <message>
        <source>&amp;Platzhalter einfügen</source>
        <translation>Insert &amp;placeholder</translation>
    </message>
    <message>
        <source>Anderer Name …</source>
        <translation>Another name …</translation>
    </message>
</context>
<context>
    <name>PositionsPage</name>
    <message>
        <source>Fassungen in der Reihenfolge</source>
        <translation>Wordings in order</translation>
    </message>
    <message>
        <source>Es gibt noch keine Fassung.</source>
        <translation>There is no wording yet.</translation>
    </message>
    <message>
        <source>Bevorzugte hinzufügen</source>
        <translation>Add preferred</translation>
    </message>
    <message>
        <source>&amp;Rückfall hinzufügen</source>
        <translation>Add &amp;fallback</translation>
    </message>
    <message>
        <source>&amp;Unannehmbar hinzufügen</source>
        <translation>Add &amp;unacceptable</translation>
    </message>
    <message>
        <source>Nach &amp;vorn</source>
        <translation>Move &amp;forward</translation>
    </message>
    <message>
        <source>Nach &amp;hinten</source>
        <translation>Move &amp;back</translation>
    </message>
    <message>
        <source>Fassung &amp;entfernen</source>
        <translation>&amp;Remove wording</translation>
    </message>
    <message>
        <source>Bevorzugt</source>
        <translation>Preferred</translation>
    </message>
    <message>
        <source>Rückfall</source>
        <translation>Fallback</translation>
    </message>
    <message>
        <source>Unannehmbar</source>
        <translation>Unacceptable</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Passwort eingeben …</source>
        <translation>Enter the password …</translation>
    </message>
    <message>
        <source>Erneut versuchen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Fehlerbericht anzeigen …</source>
        <translation>Show the fault report …</translation>
    </message>
    <message>
        <source>Die Auswertung wurde abgebrochen.</source>
        <translation>The analysis was cancelled.</translation>
    </message>
    <message>
        <source>Das PDF ist mit einem Passwort geschützt.</source>
        <translation>The PDF is protected by a password.</translation>
    </message>
    <message>
        <source>Dieses Passwort öffnet das PDF nicht. Bitte prüfen Sie Groß- und Kleinschreibung.</source>
        <translation>This password does not open the PDF. Please check capitals and small letters.</translation>
    </message>
</context>
<context>
    <name>PreviewPages</name>
    <message>
        <source>Diese Seite kann gerade nicht gezeichnet werden.</source>
        <translation>This page cannot be drawn just now.</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Was in die Kopie geschrieben wird</source>
        <translation>What is written into the copy</translation>
    </message>
    <message>
        <source>Vorschau</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Die Vorschau wird erstellt …</source>
        <translation>The preview is being made …</translation>
    </message>
    <message>
        <source>Verkleinern</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Vergrößern</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Seitenbreite</source>
        <translation>Width of the page</translation>
    </message>
    <message>
        <source>Die ersten Zeilen der Tabelle</source>
        <translation>The first rows of the table</translation>
    </message>
    <message>
        <source>Der Anfang der Datei</source>
        <translation>The beginning of the file</translation>
    </message>
    <message>
        <source>Die ganze Datei</source>
        <translation>The whole file</translation>
    </message>
    <message>
        <source>Der Entwurf öffnet sich in Ihrem E-Mail-Programm.</source>
        <translation>The draft opens in your mail program.</translation>
    </message>
    <message>
        <source>Was in die Kopie geschrieben wird und wo</source>
        <translation>What is written into the copy, and where</translation>
    </message>
    <message>
        <source>1 Seite</source>
        <translation>1 page</translation>
    </message>
    <message>
        <source>{0} Seiten</source>
        <translation>{0} pages</translation>
    </message>
    <message>
        <source>{0} · gezeigt als PDF; Word kann anders umbrechen</source>
        <translation>{0} · shown as PDF; Word may break lines elsewhere</translation>
    </message>
    <message>
        <source>Gezeigt wird derselbe Bericht als PDF; im Browser ist er eine einzige lange Seite.</source>
        <translation>Shown is the same report as PDF; in a browser it is a single long page.</translation>
    </message>
    <message>
        <source>Betreff: {0}</source>
        <translation>Subject: {0}</translation>
    </message>
    <message>
        <source>Anlage: {0} ({1})</source>
        <translation>Attached: {0} ({1})</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Vorschau am Dokument</source>
        <translation>Preview on the document</translation>
    </message>
    <message>
        <source>Öffnen Sie im Hauptfenster ein Dokument, um zu sehen, wie diese Klausel darauf trifft.</source>
        <translation>Open a document in the main window to see how this clause meets it.</translation>
    </message>
    <message>
        <source>So trifft die Klausel auf „{0}“</source>
        <translation>How the clause meets “{0}”</translation>
    </message>
    <message>
        <source>Die Vorschau erscheint, sobald alle Angaben vollständig sind.</source>
        <translation>The preview appears once all entries are complete.</translation>
    </message>
    <message>
        <source>wird geprüft …</source>
        <translation>checking …</translation>
    </message>
    <message>
        <source>Hinweise ({0})</source>
        <translation>Findings ({0})</translation>
    </message>
    <message>
        <source>Kein Hinweis.</source>
        <translation>No finding.</translation>
    </message>
    <message>
        <source>Die Klausel gilt für dieses Dokument nicht; nicht passend: {0}.</source>
        <translation>The clause does not apply to this document; what does not fit: {0}.</translation>
    </message>
    <message>
        <source>Ob die Klausel gilt, ist offen. Es fehlt:</source>
        <translation>Whether the clause applies is open. Missing:</translation>
    </message>
    <message>
        <source>Welche Klausel steht wo</source>
        <translation>Which clause stands where</translation>
    </message>
    <message>
        <source>Keine Klausel des Dokuments behandelt dieses Thema so, dass sie verglichen wird.</source>
        <translation>No clause of the document deals with this subject so that it is compared.</translation>
    </message>
    <message>
        <source>Vorgaben</source>
        <translation>Limits</translation>
    </message>
</context>
<context>
    <name>PreviewTables</name>
    <message>
        <source>Tabelle</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>und {0} weitere Zeilen</source>
        <translation>and {0} more rows</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Das Dokument wird gelesen …</source>
        <translation>Reading the document …</translation>
    </message>
    <message>
        <source>Wird abgebrochen …</source>
        <translation>Cancelling …</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Fortschritt der Auswertung</source>
        <translation>Progress of the analysis</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>zum Beispiel: Vorgabe der Geschäftsführung</source>
        <translation>for example: required by the management</translation>
    </message>
    <message>
        <source>&amp;Grund der Änderung:</source>
        <translation>&amp;Reason for the change:</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>&amp;Logo wählen …</source>
        <translation>Choose &amp;logo …</translation>
    </message>
    <message>
        <source>Logo en&amp;tfernen</source>
        <translation>&amp;Remove logo</translation>
    </message>
    <message>
        <source>&amp;Unternehmen:</source>
        <translation>&amp;Company:</translation>
    </message>
    <message>
        <source>&amp;Fußzeile:</source>
        <translation>&amp;Footer:</translation>
    </message>
    <message>
        <source>Logo:</source>
        <translation>Logo:</translation>
    </message>
    <message>
        <source>Unternehmen, Fußzeile und Logo stehen in jedem Bericht. Das Logo ist ein Bild in PNG oder JPEG.</source>
        <translation>Company, footer and logo stand in every report. The logo is a picture in PNG or JPEG.</translation>
    </message>
    <message>
        <source>&amp;Dateinamen:</source>
        <translation>File &amp;names:</translation>
    </message>
    <message>
        <source>Name des Dokuments</source>
        <translation>the document&apos;s name</translation>
    </message>
    <message>
        <source>Art der Datei</source>
        <translation>what kind of file</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>date</translation>
    </message>
    <message>
        <source>Unternehmen</source>
        <translation>company</translation>
    </message>
    <message>
        <source>wer geprüft hat</source>
        <translation>who reviewed it</translation>
    </message>
    <message>
        <source>Platzhalter: {0}</source>
        <translation>Placeholders: {0}</translation>
    </message>
    <message>
        <source>Beispiel: {0}</source>
        <translation>Example: {0}</translation>
    </message>
    <message>
        <source>Bilder (*.png *.jpg *.jpeg)</source>
        <translation>Pictures (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Logo wählen</source>
        <translation>Choose logo</translation>
    </message>
    <message>
        <source>Das Bild wird geprüft …</source>
        <translation>Checking the picture …</translation>
    </message>
    <message>
        <source>kein Logo</source>
        <translation>no logo</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Zur Prüfung vorlegen</source>
        <translation>Submit for review</translation>
    </message>
    <message>
        <source>Vorlegen</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>„{0}“ wird zur Prüfung vorgelegt; freigeben kann sie eine zweite Person. Weil die Klausel noch nie freigegeben war, gilt diese Fassung ab jetzt mit dem Vermerk „fachlich zu bestätigen“.</source>
        <translation>“{0}” is submitted for review; a second person can approve it. Because the clause was never approved before, this version is in force from now on with the remark “to be confirmed by a lawyer”.</translation>
    </message>
    <message>
        <source>„{0}“ wird zur Prüfung vorgelegt; freigeben kann sie eine zweite Person. Bis dahin gilt die freigegebene Fassung.</source>
        <translation>“{0}” is submitted for review; a second person can approve it. Until then the approved version stays in force.</translation>
    </message>
    <message>
        <source>„{0}“ wird ausgemustert: Sie gilt ab jetzt nicht mehr. Alle Versionen bleiben im Verlauf und lassen sich wiederherstellen.</source>
        <translation>“{0}” is retired: it is no longer in force from now on. All versions stay in its history and can be restored.</translation>
    </message>
    <message>
        <source>Ausmustern</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>Frühere Entscheidung ausblenden</source>
        <translation>Hide an earlier decision</translation>
    </message>
    <message>
        <source>Entscheidung</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Notiz</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Eigene Gewichtung</source>
        <translation>Own severity</translation>
    </message>
    <message>
        <source>Zuständigkeit</source>
        <translation>Who takes care of it</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>keine Vorgabe</source>
        <translation>no preference</translation>
    </message>
    <message>
        <source>nicht gewählt: nur bundesweite Feiertage</source>
        <translation>not chosen: nationwide holidays only</translation>
    </message>
    <message>
        <source>Seiten ohne Text mit &amp;Texterkennung lesen</source>
        <translation>Read pages without text by &amp;text recognition</translation>
    </message>
    <message>
        <source>Unsere &amp;Rolle:</source>
        <translation>Our &amp;role:</translation>
    </message>
    <message>
        <source>&amp;Gegenüber wem:</source>
        <translation>Towards &amp;whom:</translation>
    </message>
    <message>
        <source>Davon geht die Prüfung eines neuen Dokuments aus, solange Sie unter „Angaben“ nichts anderes sagen und das Dokument nichts anderes ergibt.</source>
        <translation>The review of a new document assumes this as long as you say nothing else under “Deal” and the document shows nothing else.</translation>
    </message>
    <message>
        <source>&amp;Bundesland:</source>
        <translation>Federal &amp;state (Bundesland):</translation>
    </message>
    <message>
        <source>Seine Feiertage zählen, wenn eine Frist berechnet wird.</source>
        <translation>Its holidays count when a deadline is computed.</translation>
    </message>
    <message>
        <source>Eingescannte Seiten brauchen dafür einige Sekunden je Seite. Gilt für Dokumente, die Sie danach öffnen.</source>
        <translation>Scanned pages take some seconds each. Holds for documents you open afterwards.</translation>
    </message>
</context>
<context>
    <name>ReviewProgress</name>
    <message>
        <source>{0} von {1} entschieden</source>
        <translation>{0} of {1} decided</translation>
    </message>
    <message>
        <source>Zum nächsten offenen Hinweis (F9)</source>
        <translation>To the next open finding (F9)</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Änderungen filtern</source>
        <translation>Filter the changes</translation>
    </message>
    <message>
        <source>Art der Änderungen</source>
        <translation>Kind of changes</translation>
    </message>
    <message>
        <source>Liste der Änderungen</source>
        <translation>List of changes</translation>
    </message>
    <message>
        <source>Alles</source>
        <translation>Everything</translation>
    </message>
</context>
<context>
    <name>RuleCard</name>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Vorgabe {0} entfernen</source>
        <translation>Remove limit {0}</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Schwere</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Wessen Pflicht</source>
        <translation>Whose duty</translation>
    </message>
    <message>
        <source>jede Seite</source>
        <translation>either side</translation>
    </message>
    <message>
        <source>Erscheint beim Hinweis anstelle des Satzes, den das Programm bildet.</source>
        <translation>Shown with the finding in place of the program&apos;s own sentence.</translation>
    </message>
    <message>
        <source>Eigener Satz</source>
        <translation>Own sentence</translation>
    </message>
    <message>
        <source>Art der Regelung</source>
        <translation>Kind of provision</translation>
    </message>
    <message>
        <source>Die Regelung als solche</source>
        <translation>The provision as such</translation>
    </message>
    <message>
        <source>Was verglichen wird</source>
        <translation>What is compared</translation>
    </message>
    <message>
        <source>Vergleich</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Grenze</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>mindestens diese müssen genannt sein</source>
        <translation>at least these must be named</translation>
    </message>
    <message>
        <source>muss sein</source>
        <translation>must be</translation>
    </message>
    <message>
        <source>eines davon muss es sein</source>
        <translation>must be one of these</translation>
    </message>
    <message>
        <source>nicht zulässig: jede ist ein Hinweis</source>
        <translation>not accepted: each one is a finding</translation>
    </message>
    <message>
        <source>erforderlich: fehlt sie, ist das ein Hinweis</source>
        <translation>required: its absence is a finding</translation>
    </message>
    <message>
        <source>Beträge in Euro.</source>
        <translation>Amounts in euros.</translation>
    </message>
    <message>
        <source>-fach</source>
        <translation> times</translation>
    </message>
    <message>
        <source>nein, darf nicht sein</source>
        <translation>no, must not be</translation>
    </message>
    <message>
        <source>ja, muss sein</source>
        <translation>yes, must be</translation>
    </message>
    <message>
        <source>Nur bei: {0}</source>
        <translation>Only for: {0}</translation>
    </message>
    <message>
        <source>Nicht bei: {0}</source>
        <translation>Not for: {0}</translation>
    </message>
    <message>
        <source>Einschränkung</source>
        <translation>Restriction</translation>
    </message>
    <message>
        <source>Einschränkung hinzufügen</source>
        <translation>Add restriction</translation>
    </message>
    <message>
        <source>hinzufügen …</source>
        <translation>add …</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Vorgaben für Fristen, Beträge und Ausnahmen. Jede wird auf alle Angaben ihrer Art im ganzen Dokument angewendet.</source>
        <translation>Limits on periods, amounts and exceptions. Each is applied to all entries of its kind in the whole document.</translation>
    </message>
    <message>
        <source>Diese Klausel hat keine Vorgaben; verglichen wird dann nur der Wortlaut.</source>
        <translation>This clause has no limits; only the wording is compared then.</translation>
    </message>
    <message>
        <source>&amp;Vorgabe hinzufügen</source>
        <translation>&amp;Add limit</translation>
    </message>
    <message>
        <source>Vorgabe {0}</source>
        <translation>Limit {0}</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Neue Version speichern</source>
        <translation>Save a new version</translation>
    </message>
    <message>
        <source>zum Beispiel: Vorgabe der Geschäftsführung</source>
        <translation>for example: required by the management</translation>
    </message>
    <message>
        <source>&amp;Grund der Änderung:</source>
        <translation>&amp;Reason for the change:</translation>
    </message>
    <message>
        <source>Grund der Änderung</source>
        <translation>Reason for the change</translation>
    </message>
    <message>
        <source>Zur &amp;Prüfung geben</source>
        <translation>Submit for &amp;review</translation>
    </message>
    <message>
        <source>Als &amp;Entwurf speichern</source>
        <translation>Save as &amp;draft</translation>
    </message>
    <message>
        <source>&amp;Speichern</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Eine zweite Person gibt die Version frei. Weil die Klausel noch nie freigegeben war, gilt diese Version schon ab jetzt, mit dem Vermerk „fachlich zu bestätigen“.</source>
        <translation>A second person approves the version. Because the clause was never approved, this version is in force from now on, with the remark “to be confirmed by a lawyer”.</translation>
    </message>
    <message>
        <source>Eine zweite Person gibt die Version frei. Bis dahin bleibt es bei dem, was jetzt gilt.</source>
        <translation>A second person approves the version. Until then what is in force now stays in force.</translation>
    </message>
    <message>
        <source>Der Entwurf gilt noch nirgends; Sie können später daran weiterarbeiten.</source>
        <translation>The draft is in force nowhere yet; you can go on working on it later.</translation>
    </message>
</context>
<context>
    <name>SavedBar</name>
    <message>
        <source>Ö&amp;ffnen</source>
        <translation>Op&amp;en</translation>
    </message>
    <message>
        <source>Ordner &amp;zeigen</source>
        <translation>Show folde&amp;r</translation>
    </message>
    <message>
        <source>Anders als gewünscht</source>
        <translation>Other than wished</translation>
    </message>
    <message>
        <source>Gespeichert: {0}</source>
        <translation>Saved: {0}</translation>
    </message>
    <message>
        <source>Das ist nicht wie gewünscht:</source>
        <translation>This is not as wished:</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Das Dokument wird noch gelesen</source>
        <translation>The document is still being read</translation>
    </message>
    <message>
        <source>Wird gesucht …</source>
        <translation>Searching …</translation>
    </message>
    <message>
        <source>Keine Treffer</source>
        <translation>No hits</translation>
    </message>
    <message>
        <source>{0} von mehr als {1}</source>
        <translation>{0} of more than {1}</translation>
    </message>
    <message>
        <source>{0} von {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>Im Dokument suchen</source>
        <translation>Search the document</translation>
    </message>
    <message>
        <source>Treffer</source>
        <translation>Hits</translation>
    </message>
    <message>
        <source>Ganze &amp;Wörter</source>
        <translation>Whole &amp;words</translation>
    </message>
    <message>
        <source>&amp;Genau wie getippt</source>
        <translation>E&amp;xactly as typed</translation>
    </message>
    <message>
        <source>Groß- und Kleinschreibung, Umlaute und ß zählen</source>
        <translation>Capitals, umlauts and ß count</translation>
    </message>
    <message>
        <source>Voriger Treffer</source>
        <translation>Previous hit</translation>
    </message>
    <message>
        <source>Nächster Treffer</source>
        <translation>Next hit</translation>
    </message>
    <message>
        <source>Suche schließen</source>
        <translation>Close search</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Suche</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Im Dokument suchen</source>
        <translation>Search the document</translation>
    </message>
    <message>
        <source>Treffer</source>
        <translation>Hits</translation>
    </message>
    <message>
        <source>Außerhalb der Klauseln</source>
        <translation>Outside the clauses</translation>
    </message>
    <message>
        <source>Geben Sie Wörter ein, die im Dokument stehen. Hier erscheinen alle Stellen mit ihrer Klausel.</source>
        <translation>Type words that stand in the document. All places appear here with their clause.</translation>
    </message>
    <message>
        <source>Das Dokument wird noch gelesen. Danach wird gesucht.</source>
        <translation>The document is still being read. It will be searched afterwards.</translation>
    </message>
    <message>
        <source>Wird gesucht …</source>
        <translation>Searching …</translation>
    </message>
    <message>
        <source>Keine Treffer für „{0}“ im ganzen Dokument.</source>
        <translation>No hits for “{0}” in the whole document.</translation>
    </message>
    <message>
        <source>Es gibt mehr Treffer. Gezeigt sind die ersten {0}; mehr Wörter grenzen die Suche ein.</source>
        <translation>There are more hits. The first {0} are shown; more words narrow the search down.</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>aufgeklappt</source>
        <translation>unfolded</translation>
    </message>
    <message>
        <source>zugeklappt</source>
        <translation>folded</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Einstellungen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Allgemein</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Prüfung</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Berichte</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Vorgänge</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Bibliothek</source>
        <translation>Library</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Tastenkürzel</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Befehl oder Taste suchen</source>
        <translation>Find a command or key</translation>
    </message>
    <message>
        <source>Befehl</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Tasten</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Befehle und ihre Tasten</source>
        <translation>Commands and their keys</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Das PDF ist mit einem Passwort geschützt.</source>
        <translation>The PDF is protected by a password.</translation>
    </message>
    <message>
        <source>Passwort eingeben …</source>
        <translation>Enter the password …</translation>
    </message>
    <message>
        <source>Erneut versuchen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Das Lesen wurde abgebrochen.</source>
        <translation>Reading was cancelled.</translation>
    </message>
    <message>
        <source>Passwort für {0}:</source>
        <translation>Password for {0}:</translation>
    </message>
    <message>
        <source>Verschlüsselte Datei</source>
        <translation>Encrypted file</translation>
    </message>
</context>
<context>
    <name>SidesDialog</name>
    <message>
        <source>Klauseln aus Word</source>
        <translation>Clauses from Word</translation>
    </message>
    <message>
        <source>Jede Überschrift mit ihrem Text wird ein Entwurf; Tabellen mit Spalten wie „Bevorzugt“ und „Rückfall“ werden erkannt. Sie sehen alles durch, bevor es in die Bibliothek kommt.</source>
        <translation>Each heading with its text becomes a draft; tables with columns such as “Bevorzugt” and “Rückfall” are recognised. You look everything through before it enters the library.</translation>
    </message>
    <message>
        <source>&amp;Weiter</source>
        <translation>&amp;Next</translation>
    </message>
</context>
<context>
    <name>SidesForm</name>
    <message>
        <source>Unsere Rolle in diesen Klauseln:</source>
        <translation>Our role in these clauses:</translation>
    </message>
    <message>
        <source>Gegenüber wem (keine Auswahl: allen):</source>
        <translation>Towards whom (no choice: everybody):</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Klausel teilen</source>
        <translation>Split clause</translation>
    </message>
    <message>
        <source>Setzen Sie den Cursor vor das Wort, mit dem die neue Klausel beginnt: {0}</source>
        <translation>Put the cursor before the word with which the new clause begins: {0}</translation>
    </message>
    <message>
        <source>Text der Klausel</source>
        <translation>Text of the clause</translation>
    </message>
    <message>
        <source>&amp;Hier teilen</source>
        <translation>&amp;Split here</translation>
    </message>
    <message>
        <source>Hier entsteht keine neue Klausel.</source>
        <translation>No new clause would begin here.</translation>
    </message>
    <message>
        <source>Die neue Klausel beginnt mit: „{0} …“</source>
        <translation>The new clause begins with: “{0} …”</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Seite {0} von {1}</source>
        <translation>Page {0} of {1}</translation>
    </message>
</context>
<context>
    <name>SubscriptionsDialog</name>
    <message>
        <source>Abonnierte Paketordner</source>
        <translation>Subscribed pack folders</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ordner</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Zuletzt übernommen</source>
        <translation>Last taken over</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>Ordner &amp;abonnieren …</source>
        <translation>&amp;Subscribe to a folder …</translation>
    </message>
    <message>
        <source>&amp;Neues ansehen …</source>
        <translation>&amp;View news …</translation>
    </message>
    <message>
        <source>Ab&amp;bestellen</source>
        <translation>&amp;Unsubscribe</translation>
    </message>
    <message>
        <source>Ein Paketordner liegt zum Beispiel auf einem Netzlaufwerk und wird nur gelesen. Gibt es dort Neues, sagt das Programm es Ihnen; übernommen wird nur, was Sie auswählen.</source>
        <translation>A pack folder lies on a network drive, for example, and is only read. The program tells you when there is something new; only what you choose is taken over.</translation>
    </message>
    <message>
        <source>noch nie</source>
        <translation>never</translation>
    </message>
    <message>
        <source>nichts Neues</source>
        <translation>nothing new</translation>
    </message>
    <message>
        <source>{0} Klauseln angeboten</source>
        <translation>{0} clauses offered</translation>
    </message>
    <message>
        <source>Paketordner abonnieren</source>
        <translation>Subscribe to a pack folder</translation>
    </message>
</context>
<context>
    <name>SummaryCopy</name>
    <message>
        <source>Die Zusammenfassung liegt in der Zwischenablage.</source>
        <translation>The summary is on the clipboard.</translation>
    </message>
</context>
<context>
    <name>TakingDialog</name>
    <message>
        <source>Als &amp;weiteren Wortlaut einer vorhandenen Fassung dieser Art</source>
        <translation>As a &amp;further wording of an existing one of this kind</translation>
    </message>
    <message>
        <source>Als Bezugsklausel übernehmen</source>
        <translation>Take as reference clause</translation>
    </message>
    <message>
        <source>Als Rückfall übernehmen</source>
        <translation>Take as fallback</translation>
    </message>
    <message>
        <source>Als Beispiel für unannehmbar übernehmen</source>
        <translation>Take as an unacceptable example</translation>
    </message>
    <message>
        <source>&amp;Trotzdem neu anlegen</source>
        <translation>Create &amp;anew all the same</translation>
    </message>
    <message>
        <source>&amp;Übernehmen und bearbeiten</source>
        <translation>&amp;Take over and edit</translation>
    </message>
    <message>
        <source>Text der Klausel</source>
        <translation>Text of the clause</translation>
    </message>
    <message>
        <source>Fast derselbe Wortlaut steht schon in „{0}“ ({1}, Ähnlichkeit {2}):</source>
        <translation>Nearly the same wording stands in “{0}” already ({1}, similarity {2}):</translation>
    </message>
    <message>
        <source>&amp;Vorhandene öffnen</source>
        <translation>&amp;Open the existing one</translation>
    </message>
    <message>
        <source>Der Wortlaut ist gleich.</source>
        <translation>The wording is the same.</translation>
    </message>
    <message>
        <source>&amp;Zu welcher Bezugsklausel? Die zum Thema stehen oben, die ähnlichste zuerst.</source>
        <translation>To &amp;which reference clause? Those on the subject come first, the most similar on top.</translation>
    </message>
    <message>
        <source>Suchen</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Bezugsklauseln</source>
        <translation>Reference clauses</translation>
    </message>
    <message>
        <source>Der Bestand wird durchgesehen …</source>
        <translation>Looking through the library …</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>O&amp;rdner wählen …</source>
        <translation>C&amp;hoose folder …</translation>
    </message>
    <message>
        <source>&amp;Dateiname:</source>
        <translation>File &amp;name:</translation>
    </message>
    <message>
        <source>&amp;Ordner:</source>
        <translation>Fol&amp;der:</translation>
    </message>
    <message>
        <source>Dateiname</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>Ordner</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Bitte wählen Sie einen Ordner.</source>
        <translation>Please choose a folder.</translation>
    </message>
    <message>
        <source>Bitte geben Sie der Datei einen Namen.</source>
        <translation>Please give the file a name.</translation>
    </message>
    <message>
        <source>Der Dateiname darf keines dieser Zeichen enthalten: {0}</source>
        <translation>The file&apos;s name must not hold any of these characters: {0}</translation>
    </message>
    <message>
        <source>Der Dateiname darf nicht mit einem Leerzeichen beginnen oder mit Punkt oder Leerzeichen enden.</source>
        <translation>The file&apos;s name must not begin with a space or end with a full stop or a space.</translation>
    </message>
    <message>
        <source>Der Dateiname ist zu lang.</source>
        <translation>The file&apos;s name is too long.</translation>
    </message>
    <message>
        <source>Windows behält sich diesen Namen vor. Bitte wählen Sie einen anderen.</source>
        <translation>Windows keeps this name for itself. Please choose another one.</translation>
    </message>
    <message>
        <source>Ordner für die Datei</source>
        <translation>Folder for the file</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Seite {0}</source>
        <translation>Page {0}</translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>Bleibt im Haus: steht in keinem Bericht und keinem Schreiben an die andere Seite.</source>
        <translation>Stays in the house: in no report and no letter to the other side.</translation>
    </message>
    <message>
        <source>&amp;Leitfaden (nur intern)</source>
        <translation>&amp;Guidance (internal only)</translation>
    </message>
    <message>
        <source>Darf in Schreiben und Kommentare an die andere Seite übernommen werden.</source>
        <translation>May be used in letters and comments to the other side.</translation>
    </message>
    <message>
        <source>&amp;Kommentar für die Gegenseite</source>
        <translation>&amp;Comment for the other side</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Kurze Einführung</source>
        <translation>Short introduction</translation>
    </message>
    <message>
        <source>{0} von {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>&amp;Fertig</source>
        <translation>&amp;Done</translation>
    </message>
    <message>
        <source>&amp;Weiter</source>
        <translation>&amp;Next</translation>
    </message>
</context>
<context>
    <name>TypeDialog</name>
    <message>
        <source>Art der Klausel</source>
        <translation>Subject of the clause</translation>
    </message>
    <message>
        <source>Wovon handelt {0}?</source>
        <translation>What is {0} about?</translation>
    </message>
    <message>
        <source>Filtern</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Arten filtern</source>
        <translation>Filter subjects</translation>
    </message>
    <message>
        <source>Arten von Klauseln</source>
        <translation>Subjects of clauses</translation>
    </message>
    <message>
        <source>Ü&amp;bernehmen</source>
        <translation>Take &amp;over</translation>
    </message>
</context>
<context>
    <name>TypeTree</name>
    <message>
        <source>Themen</source>
        <translation>Subjects</translation>
    </message>
    <message>
        <source>Alle Klauseln</source>
        <translation>All clauses</translation>
    </message>
</context>
<context>
    <name>UncheckedPanel</name>
    <message>
        <source>Was nicht geprüft wurde</source>
        <translation>What was not checked</translation>
    </message>
    <message>
        <source>Ungeprüft</source>
        <translation>Unchecked</translation>
    </message>
</context>
<context>
    <name>UsageDialog</name>
    <message>
        <source>Verwendung der Bezugsklauseln</source>
        <translation>Usage of the reference clauses</translation>
    </message>
    <message>
        <source>Alle</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Gefundene</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Nie gefundene</source>
        <translation>Never found</translation>
    </message>
    <message>
        <source>Bezugsklausel</source>
        <translation>Reference clause</translation>
    </message>
    <message>
        <source>Thema</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Vorgänge</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Zuletzt</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Gezählt wird in den Vorgängen, die auf diesem Rechner gespeichert sind: wo eine Klausel des Dokuments einer Fassung nahekommt oder ein Hinweis aus der Bezugsklausel entstand.</source>
        <translation>Counted in the cases stored on this computer: where a clause of the document comes close to a wording, or a finding arose from the reference clause.</translation>
    </message>
    <message>
        <source>&amp;Zeigen:</source>
        <translation>&amp;Show:</translation>
    </message>
    <message>
        <source>Die gespeicherten Vorgänge sind noch nicht gelesen oder nicht lesbar.</source>
        <translation>The stored cases have not been read yet or cannot be read.</translation>
    </message>
    <message>
        <source>nie</source>
        <translation>never</translation>
    </message>
    <message>
        <source>{0} Klauseln</source>
        <translation>{0} clauses</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Das Dokument wird gelesen …</source>
        <translation>The document is being read …</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Wird gespeichert …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Abgebrochen. Es wurde nichts geschrieben.</source>
        <translation>Cancelled. Nothing was written.</translation>
    </message>
    <message>
        <source>Die Datei wurde nicht geschrieben. Das ist ein Fehler im Programm.</source>
        <translation>The file was not written. This is a fault of the program.</translation>
    </message>
    <message>
        <source>Diesen Ordner gibt es nicht. Bitte wählen Sie einen anderen.</source>
        <translation>There is no such folder. Please choose another one.</translation>
    </message>
    <message>
        <source>Das ist das Dokument selbst; es wird nicht überschrieben. Bitte wählen Sie einen anderen Namen.</source>
        <translation>This is the document itself; it is not overwritten. Please choose another name.</translation>
    </message>
    <message>
        <source>Die Datei „{0}“ gibt es schon. Soll sie ersetzt werden?</source>
        <translation>The file “{0}” exists already. Shall it be replaced?</translation>
    </message>
    <message>
        <source>&amp;Ersetzen</source>
        <translation>&amp;Replace</translation>
    </message>
    <message>
        <source>&amp;Nicht ersetzen</source>
        <translation>Do &amp;not replace</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Ü&amp;berspringen</source>
        <translation>&amp;Skip</translation>
    </message>
</context>
<context>
    <name>panel</name>
    <message>
        <source>Datum einer Frist</source>
        <translation>Date of a period</translation>
    </message>
</context>
</TS>
