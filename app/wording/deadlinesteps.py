"""The sentence of each step of a computed deadline, and holidays in English."""

from __future__ import annotations

from typing import Final

from app.wording.lang import Table

STEPS: Final[Table] = {
    # where the count begins
    "event_day_does_not_count": (
        "{day} ist der Tag des Ereignisses und zählt nicht mit (§ 187 Abs. 1 BGB).",
        "{day} is the day of the event and does not count (§ 187(1) BGB).",
    ),
    "first_day_counts": (
        "{day} ist der erste Tag und zählt mit (§ 187 Abs. 2 BGB).",
        "{day} is the first day and counts (§ 187(2) BGB).",
    ),
    # the count
    "days": (
        "Die Frist ({duration}) endet am {day} (§ 188 Abs. 1 BGB).",
        "The period ({duration}) ends on {day} (§ 188(1) BGB).",
    ),
    "weeks": (
        "Die Frist ({duration}) endet am gleichen Wochentag: {day} (§ 188 Abs. 2 BGB).",
        "The period ({duration}) ends on the same day of the week: {day} (§ 188(2) BGB).",
    ),
    "weeks_counted": (
        "Die Frist ({duration}) endet am Wochentag davor: {day} (§ 188 Abs. 2 BGB).",
        "The period ({duration}) ends on the day of the week before: {day} (§ 188(2) BGB).",
    ),
    "months": (
        "Die Frist ({duration}) endet am Tag mit der gleichen Zahl: {day} (§ 188 Abs. 2 BGB).",
        "The period ({duration}) ends on the day of the same number: {day} (§ 188(2) BGB).",
    ),
    "months_counted": (
        "Die Frist ({duration}) endet am Tag vor dem mit der gleichen Zahl: {day} (§ 188 Abs. 2 BGB).",
        "The period ({duration}) ends on the day before that of the same number: {day} (§ 188(2) BGB).",
    ),
    "month_too_short": (
        "Die Frist ({duration}) endet am letzten Tag des Monats, weil er den Tag mit dieser Zahl nicht hat: {day} (§ 188 Abs. 3 BGB).",
        "The period ({duration}) ends on the last day of the month, which has no day of that number: {day} (§ 188(3) BGB).",
    ),
    "half_month": (
        "Der halbe Monat sind 15 Tage, zuletzt gezählt: {day} (§ 189 BGB).",
        "Half a month is 15 days, counted last: {day} (§ 189 BGB).",
    ),
    "working_days": (
        "Gezählt werden die Tage von {week} ohne Feiertage; im Text steht „{printed}“.",
        "Counted are the days from {week} without holidays; the text says “{printed}”.",
    ),
    "holiday_skipped": (
        "{day} zählt nicht mit: {name}.",
        "{day} does not count: {name}.",
    ),
    "working_days_end": ("Die Frist ({duration}) endet am {day}.", "The period ({duration}) ends on {day}."),
    "hours": (
        "{duration}: bis zur gleichen Uhrzeit am {day}. Maßgeblich ist die Stunde des Ereignisses.",
        "{duration}: until the same hour on {day}. The hour of the event decides.",
    ),
    # § 193
    "holiday": ("{day} ist Feiertag: {name}.", "{day} is a holiday: {name}."),
    "weekend": (
        "{day}: An Samstagen und Sonntagen endet eine solche Frist nicht.",
        "{day}: such a period does not end on Saturdays and Sundays.",
    ),
    "moved": (
        "An seine Stelle tritt der nächste Werktag: {day} (§ 193 BGB).",
        "The next working day takes its place: {day} (§ 193 BGB).",
    ),
    "working_day_stays": (
        "Das ist kein Samstag, Sonntag oder Feiertag: § 193 BGB verschiebt nichts.",
        "That is no Saturday, Sunday or holiday: § 193 BGB moves nothing.",
    ),
    "term_not_moved": (
        "Das Ende einer Laufzeit verschiebt sich nicht: § 193 BGB betrifft nur Erklärungen und Leistungen.",
        "The end of a term does not move: § 193 BGB is about declarations and performances only.",
    ),
    "hours_not_moved": (
        "Stunden werden hier nicht auf einen Werktag verschoben; ob § 193 BGB für sie gilt, bitte prüfen.",
        "Hours are not moved to a working day here; please check whether § 193 BGB applies to them.",
    ),
    "limitation_moved": (
        "Auch auf Verjährungsfristen wird § 193 BGB angewandt, das Gesetz sagt es aber nicht ausdrücklich. Wer sicher gehen will, "
        "handelt vor dem {day}.",
        "§ 193 BGB is applied to limitation periods too, though the law does not say so expressly. To be safe, act before {day}.",
    ),
    # notice periods
    "wished_end": ("Der Vertrag soll enden am {day}.", "The contract shall end on {day}."),
    "wished_end_moved": (
        "Gekündigt werden kann nur zum {to}: Das erste ab dem {day} ist {end}.",
        "Notice can only be given to the {to}: the first one from {day} on is {end}.",
    ),
    "whole_period_between": (
        "Geht die Kündigung am {day} zu, zählt dieser Tag nicht mit (§ 187 Abs. 1 BGB), und die Frist ({duration}) ist am {last} um: rechtzeitig.",
        "If the notice arrives on {day}, that day does not count (§ 187(1) BGB), and the period ({duration}) is over on {last}: in time.",
    ),
    "day_later": (
        "Ein Zugang am {day} wäre zu spät: Die Frist endete erst am {last}.",
        "Arrival on {day} would be too late: the period would not end before {last}.",
    ),
    "next_permissible_end": (
        "Das erste {to} ab diesem Tag: {day}.",
        "The first {to} from that day on: {day}.",
    ),
    "any_end": (
        "Ein fester Termin ist nicht genannt: Der Vertrag endet mit der Frist.",
        "No fixed date is named: the contract ends with the period.",
    ),
    "calendar_end_assumed": (
        "Gerechnet ist mit dem {to} des Kalenders. Meint der Vertrag das Vertragsjahr, gilt dessen Ende.",
        "The {to} of the calendar is assumed. If the contract means its own year, the end of that counts.",
    ),
    "notice_not_moved": (
        "§ 193 BGB gilt nicht für Kündigungsfristen: Die volle Frist schützt den, dem gekündigt wird (BGH, Urteil vom 17.02.2005 – "
        "III ZR 172/04).",
        "§ 193 BGB does not apply to notice periods: the full period protects the party that is given notice (Bundesgerichtshof, "
        "17 February 2005, III ZR 172/04).",
    ),
    "receipt_on_holiday": (
        "{day} ist Feiertag ({name}): Die Kündigung sollte spätestens am {before} zugehen.",
        "{day} is a holiday ({name}): the notice should arrive on {before} at the latest.",
    ),
    "receipt_at_weekend": (
        "{day} liegt am Wochenende. Damit der Zugang sicher ist, sollte die Kündigung spätestens am {before} zugehen.",
        "{day} is at a weekend. To be sure of its arrival, the notice should arrive on {before} at the latest.",
    ),
    "end_of_term_needed": (
        "Gekündigt werden kann nur zum Ende der Laufzeit. Bitte dieses Ende eingeben.",
        "Notice can only be given to the end of the term. Please enter that end.",
    ),
    # no day comes out
    "no_duration": (
        "Der Text nennt keine Länge: nicht zu berechnen.",
        "The text states no length: it cannot be computed.",
    ),
    "no_length": (
        "{duration}: Das ist keine Länge, die man zählen kann.",
        "{duration}: no length that can be counted.",
    ),
    "fraction": (
        "{duration}: Wie ein solcher Bruchteil zu zählen ist, sagt das Gesetz nicht (§ 189 BGB kennt nur den halben Monat).",
        "{duration}: the law does not say how to count such a fraction (§ 189 BGB knows half a month only).",
    ),
    "hours_need_time": (
        "{duration}: Dafür wird die Uhrzeit gebraucht; hier wird mit Tagen gerechnet.",
        "{duration}: the hour is needed for that; days are counted here.",
    ),
    "without_notice": (
        "Ohne Frist: Die Kündigung wirkt, sobald sie zugegangen ist.",
        "Without a period: the notice takes effect when it is received.",
    ),
    "due_at_once": (
        "Sofort fällig (§ 271 Abs. 1 BGB): Eine Frist ist nicht zu berechnen.",
        "Due at once (§ 271(1) BGB): there is no period to compute.",
    ),
    "without_delay": (
        "Unverzüglich heißt ohne schuldhaftes Zögern (§ 121 Abs. 1 BGB). Wie viele Tage das sind, hängt vom Fall ab: bitte sofort "
        "handeln.",
        "Without delay means without culpable hesitation (§ 121(1) BGB). How many days that is depends on the case: please act "
        "at once.",
    ),
    "indefinite": (
        "Auf unbestimmte Zeit verlängert: Ein Ende ist nicht zu berechnen.",
        "Renewed for an indefinite time: there is no end to compute.",
    ),
    "years_unknown": (
        "Feiertage sind nur für die Jahre {first} bis {last} bekannt: nicht zu berechnen.",
        "Holidays are known for the years {first} to {last} only: it cannot be computed.",
    ),
    # what the reader should look at
    "other_law": (
        "Für den Vertrag gilt nach den Angaben ein anderes Recht ({law}): Gerechnet ist nach deutschem.",
        "By the deal facts another law governs the contract ({law}): the computation follows German law.",
    ),
    "holiday_in_parts": (
        "{day} ist nur in Teilen des Landes Feiertag ({state}: {name}) und hier nicht berücksichtigt.",
        "{day} is a holiday in parts of the state only ({state}: {name}) and is not counted as one here.",
    ),
    "holiday_elsewhere": (
        "{day} ist nicht überall Feiertag und hier nicht berücksichtigt (Feiertag in: {states}). Bitte oben das Bundesland wählen.",
        "{day} is not a holiday everywhere and is not counted as one here (holiday in: {states}). Please choose the state above.",
    ),
    "no_state": (
        "Kein Bundesland gewählt: Nur bundesweite Feiertage sind berücksichtigt.",
        "No state chosen: only nationwide holidays are taken into account.",
    ),
    "eve": (
        "Heiligabend und Silvester sind keine Feiertage: Sie zählen als Werktage.",
        "Christmas Eve and New Year's Eve are no holidays: they count as working days.",
    ),
    "bank_days": (
        "Bankarbeitstage: Banken können an weiteren Tagen geschlossen sein (etwa am 24. und 31. Dezember).",
        "Bank working days: banks may be closed on further days (such as 24 and 31 December).",
    ),
    "saturday_disputed": (
        "Samstage sind als Werktage gezählt. Bei Zahlungen ist das nicht für alle Verträge so (anders bei Mieten).",
        "Saturdays are counted as Werktage. For payments that is not so in every contract (otherwise for rents).",
    ),
    "five_days_assumed": (
        "Angenommen sind fünf Arbeitstage in der Woche; der Text sagt nicht, ob der Samstag mitzählt.",
        "Five working days a week are assumed; the text does not say whether Saturdays count.",
    ),
    "start_not_said": (
        "Wann die Frist beginnt, steht nicht bei ihr: bitte in der Klausel nachsehen.",
        "When the period begins is not said beside it: please look at the clause.",
    ),
    "arrival": (
        "Wenn die Klausel nicht das Absenden genügen lässt, muss die Erklärung bis dahin zugegangen sein (§ 130 Abs. 1 BGB).",
        "Unless the clause lets dispatch suffice, the declaration must have arrived by then (§ 130(1) BGB).",
    ),
    "limitation_start": (
        "Nicht geprüft: ob die Verjährung an diesem Tag beginnt (oft erst mit dem Schluss des Jahres, § 199 Abs. 1 BGB) und ob sie "
        "gehemmt war.",
        "Not checked: whether the limitation starts on that day (often only with the end of the year, § 199(1) BGB) and whether "
        "it was suspended.",
    ),
    "withdrawal_sent": (
        "Beim gesetzlichen Widerruf der Verbraucher genügt es, ihn rechtzeitig abzusenden (§ 355 Abs. 1 BGB).",
        "For the statutory withdrawal of consumers, sending it in time is enough (§ 355(1) BGB).",
    ),
}

HOLIDAYS: Final[Table] = {
    "Neujahr": ("Neujahr", "New Year's Day"),
    "Heilige Drei Könige": ("Heilige Drei Könige", "Epiphany"),
    "Frauentag": ("Frauentag", "International Women's Day"),
    "Karfreitag": ("Karfreitag", "Good Friday"),
    "Ostersonntag": ("Ostersonntag", "Easter Sunday"),
    "Ostermontag": ("Ostermontag", "Easter Monday"),
    "Erster Mai": ("1. Mai", "1 May"),
    "Christi Himmelfahrt": ("Christi Himmelfahrt", "Ascension Day"),
    "Pfingstsonntag": ("Pfingstsonntag", "Whit Sunday"),
    "Pfingstmontag": ("Pfingstmontag", "Whit Monday"),
    "Fronleichnam": ("Fronleichnam", "Corpus Christi"),
    "Augsburger Hohes Friedensfest": ("Augsburger Hohes Friedensfest", "Augsburg Peace Festival"),
    "Mariä Himmelfahrt": ("Mariä Himmelfahrt", "Assumption Day"),
    "Weltkindertag": ("Weltkindertag", "World Children's Day"),
    "Tag der Deutschen Einheit": ("Tag der Deutschen Einheit", "German Unity Day"),
    "Reformationstag": ("Reformationstag", "Reformation Day"),
    "Allerheiligen": ("Allerheiligen", "All Saints' Day"),
    "Buß- und Bettag": ("Buß- und Bettag", "Repentance Day"),
    "Erster Weihnachtstag": ("1. Weihnachtstag", "Christmas Day"),
    "Zweiter Weihnachtstag": ("2. Weihnachtstag", "Boxing Day"),
}
