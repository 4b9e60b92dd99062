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
        <source>F8 und Umschalt+F8: nächster und voriger Hinweis. Strg und Mausrad: Größe. Strg+F: Hinweise filtern.</source>
        <translation>F8 and Shift+F8: next and previous finding. Ctrl and the wheel: size. Ctrl+F: filter the findings.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Ö&amp;ffnen …</source>
        <translation>&amp;Open …</translation>
    </message>
    <message>
        <source>Bericht &amp;exportieren …</source>
        <translation>&amp;Export the report …</translation>
    </message>
    <message>
        <source>Dokument s&amp;chließen</source>
        <translation>&amp;Close the document</translation>
    </message>
    <message>
        <source>&amp;Beenden</source>
        <translation>&amp;Quit</translation>
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
        <source>&amp;Seitenbreite</source>
        <translation>Fit &amp;width</translation>
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
        <source>Nächste &amp;Stelle des Hinweises</source>
        <translation>Next &amp;place of the finding</translation>
    </message>
    <message>
        <source>V&amp;orige Stelle des Hinweises</source>
        <translation>P&amp;revious place of the finding</translation>
    </message>
    <message>
        <source>Hinweise &amp;filtern</source>
        <translation>&amp;Filter the findings</translation>
    </message>
    <message>
        <source>Auswertung &amp;abbrechen</source>
        <translation>C&amp;ancel the analysis</translation>
    </message>
    <message>
        <source>Ü&amp;ber Klausellupe</source>
        <translation>&amp;About Klausellupe</translation>
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
    <message>
        <source>&amp;Datei</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Ansicht</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Gehe zu</source>
        <translation>&amp;Go</translation>
    </message>
    <message>
        <source>&amp;Hilfe</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>S&amp;prache</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>&amp;Farben</source>
        <translation>&amp;Colours</translation>
    </message>
    <message>
        <source>Werkzeuge</source>
        <translation>Tools</translation>
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
    <name>CloseButton</name>
    <message>
        <source>Dokument schließen</source>
        <translation>Close the document</translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message>
        <source>Hinweise ({0})</source>
        <translation>Findings ({0})</translation>
    </message>
    <message>
        <source>Hinweise</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Übersicht</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Haftung</source>
        <translation>Liability</translation>
    </message>
    <message>
        <source>Nicht geprüft</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>Das Dokument wird gelesen …</source>
        <translation>Reading the document …</translation>
    </message>
    <message>
        <source>Gliederung</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>Seiten des Dokuments</source>
        <translation>Pages of the document</translation>
    </message>
    <message>
        <source>Text des Dokuments</source>
        <translation>Text of the document</translation>
    </message>
    <message>
        <source>Haftung, Fristen und Laufzeiten</source>
        <translation>Liability, periods and terms</translation>
    </message>
    <message>
        <source>Was nicht geprüft wurde</source>
        <translation>What was not checked</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>AGB und Verträge prüfen</source>
        <translation>Review general terms and contracts</translation>
    </message>
    <message>
        <source>Ziehen Sie eine oder mehrere Dateien hierher: PDF, Word, OpenDocument, RTF, HTML, Markdown oder Text.</source>
        <translation>Drop one or more files here: PDF, Word, OpenDocument, RTF, HTML, Markdown or text.</translation>
    </message>
    <message>
        <source>Dateien öffnen …</source>
        <translation>Open files …</translation>
    </message>
    <message>
        <source>Alles geschieht auf diesem Rechner. Es wird nichts übertragen.</source>
        <translation>Everything happens on this computer. Nothing is transmitted.</translation>
    </message>
    <message>
        <source>Zuletzt geöffnet</source>
        <translation>Opened recently</translation>
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
    <name>FindingsPanel</name>
    <message>
        <source>Kein Hinweis enthält diese Wörter.</source>
        <translation>No finding contains these words.</translation>
    </message>
    <message>
        <source>Keine Hinweise. Was nicht geprüft wurde, steht unter „Nicht geprüft“.</source>
        <translation>No findings. What was not checked is listed under “Not checked”.</translation>
    </message>
    <message>
        <source>Hinweise filtern</source>
        <translation>Filter the findings</translation>
    </message>
    <message>
        <source>Hinweise</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Wählen Sie einen Hinweis oder eine Klausel.</source>
        <translation>Select a finding or a clause.</translation>
    </message>
    <message>
        <source>Hinweis im Einzelnen</source>
        <translation>Finding in detail</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Dateien öffnen</source>
        <translation>Open files</translation>
    </message>
    <message>
        <source>HTML-Bericht (*.html);;JSON (*.json);;Text (*.txt)</source>
        <translation>HTML report (*.html);;JSON (*.json);;Text (*.txt)</translation>
    </message>
    <message>
        <source>Bericht exportieren</source>
        <translation>Export the report</translation>
    </message>
    <message>
        <source>Bericht gespeichert: {0}</source>
        <translation>Report saved: {0}</translation>
    </message>
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
        <source>Wählen Sie ein Feld: Hier steht dann der Wortlaut, auf dem es beruht.</source>
        <translation>Select a cell: the wording it rests on is then shown here.</translation>
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
    <name>PdfView</name>
    <message>
        <source>Diese Seite kann nicht dargestellt werden.</source>
        <translation>This page cannot be shown.</translation>
    </message>
    <message>
        <source>Diese Seite konnte nicht gelesen werden</source>
        <translation>This page could not be read</translation>
    </message>
    <message>
        <source>Mit Texterkennung gelesen – bitte mit dem Bild vergleichen</source>
        <translation>Read by text recognition – please compare with the picture</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Einzelheiten</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Interne Anmerkung</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>Gefunden</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Vorgabe</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Zu dieser Klausel gibt es keinen Hinweis.</source>
        <translation>There is no finding on this clause.</translation>
    </message>
    <message>
        <source>{0} Stellen, weiter mit F7</source>
        <translation>{0} places, F7 leads to the next</translation>
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
</TS>
