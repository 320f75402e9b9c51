feed-home = Start
feed-good-morning = Guten Morgen, { $name }
feed-good-day = Guten Tag, { $name }
feed-good-evening = Guten Abend, { $name }
feed-waiting = Was auf Sie wartet
feed-waits-for-you = Wartet auf Sie
feed-nothing-waits = Niemand wartet auf Sie. Alles beantwortet.
feed-waiting-more = Mehr zu „{ $title }“
feed-waiting-later = Morgen früh wieder
feed-waiting-done = Erledigt
feed-waiting-and-more = { $n ->
    [one] Und noch eines.
   *[other] Und { $n } weitere.
}
feed-time-wrong = Diese Zeit können wir nicht lesen. RFC 3339, zum Beispiel 2026-12-24T10:30:00Z.
feed-filter = Neues filtern
feed-only-all = Alles
feed-only-posts = Beiträge
feed-only-documents = Dokumente
feed-since = Ab hier kannten Sie alles
feed-addresses = Im Feedreader lesen
feed-addresses-more = Eine Adresse nur für Sie: Ihr Feedreader zeigt damit, was es Neues gibt (Atom). Wer sie kennt, liest dieselben Überschriften wie Sie. Nehmen Sie sie zurück, wenn Sie sie nicht mehr brauchen.
feed-addresses-many = Sie haben schon viele solche Adressen. Nehmen Sie erst eine zurück.
feed-address-fresh = Hier ist sie. Wir zeigen sie nur dieses eine Mal.
feed-address-of = Wovon
feed-address-all = Alles, was ich sehe
feed-address-lost = Ein Bereich, den Sie nicht mehr lesen
feed-address-make = Adresse anlegen
feed-address-since = seit { $time }
feed-address-revoke = Zurücknehmen
feed-write = Einen Beitrag schreiben
feed-mine = Meine Dokumente
feed-all-mine = alle
feed-side = Meine Sachen
feed-somebody = Jemand
feed-news = Neues
feed-no-news = Hier ist noch nichts geschehen.
feed-older = Ältere zeigen
feed-this = diesem Beitrag
feed-said = { $n ->
    [one] 1 Kommentar
   *[other] { $n } Kommentare
}
feed-by = Beitrag von { $name }
feed-join-talk = Mitreden
feed-empty = Noch ist es still hier
feed-empty-more = Drei Dinge, mit denen es losgehen kann:
feed-empty-wait = Sobald Sie jemand in einen Bereich dazunimmt, lesen Sie hier, was dort geschieht.
feed-first-upload = Ein Dokument hochladen.
feed-first-upload-more = Alle, die es angeht, können gleich darüber sprechen.
feed-first-page = Eine Seite schreiben.
feed-first-page-more = Allein beginnen, zusammen weiterschreiben.
feed-first-spaces = Sich die Bereiche ansehen.
feed-first-spaces-more = Vielleicht wartet dort schon jemand auf Sie.
feed-evaluation-entries-purpose = Damit alle sehen, was es Neues gibt, ohne danach fragen zu müssen
feed-evaluation-entries-data = Wer zuletzt etwas mit einem Dokument getan hat, und was; nie eine Liste nach Menschen
feed-evaluation-seen-by = Alle, die das Dokument in diesem Augenblick lesen dürfen
feed-evaluation-entries-kept = Bis jemand etwas Neueres damit tut
feed-evaluation-activities-purpose = Damit Programme dem folgen können, was geschieht, und nichts übersehen
feed-evaluation-activities-data = Wer wann was mit welchem Dokument getan hat, in der Reihenfolge des Protokolls; nicht nach Menschen zu filtern oder zu sortieren
feed-evaluation-activities-kept = So lange wie das Dokument; der Name fällt weg, wenn jemand gelöscht wird
