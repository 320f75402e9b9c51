search-title = Suche
search-in-mitwerk = In Mitwerk suchen
search-word = Suchwort
search-go = Suchen
search-space = Bereich
search-all-spaces = Alle Bereiche
search-kind = Was
search-all-kinds = Alles
search-time = Wann geändert
search-since-any = Irgendwann
search-since-7 = Letzte sieben Tage
search-since-30 = Letzter Monat
search-since-365 = Letztes Jahr
search-begin = Schreiben Sie oben ein Wort hinein. Gesucht wird in allem, was Sie lesen dürfen, auch in Dateien und Gesprächen.
search-nothing = Nichts gefunden zu „{ $q }“.
search-nothing-more = Versuchen Sie es mit weniger Wörtern oder einer anderen Schreibweise, oder nehmen Sie Filter weg.
search-count = { $n ->
    [one] Ein Treffer in dem, was Sie lesen dürfen.
   *[other] { $n } Treffer in dem, was Sie lesen dürfen.
}
search-hits = Treffer
search-people = Menschen
search-more = Weitere zeigen
search-jump = Dorthin springen
search-recent = Neueste Dokumente
search-do = Tun
search-do-upload = Dateien hochladen
search-do-page = Seite schreiben
search-do-space = Bereich anlegen
search-do-notifications = Mitteilungen ansehen
search-do-account = Einstellungen öffnen
search-question-long = Das ist zu lang zum Suchen. Höchstens { $max } Zeichen.
search-kind-unknown = Danach lässt sich nicht filtern.
search-kind-document = Alle Dokumente
search-kind-post = Beitrag
search-kind-comment = Gespräch
search-kind-person = Mensch
search-kind-space = Bereich
search-kind-page = Seite
search-kind-pdf = PDF
search-kind-word = Textdokument
search-kind-sheet = Tabelle
search-kind-slides = Folien
search-kind-text = Text
search-kind-image = Bild
search-kind-mail = E-Mail
search-kind-other = Andere Datei
search-evaluation-purpose = Damit man Menschen an Namen und Aufgaben findet und sieht, wer etwas geschrieben hat
search-evaluation-data = Was im Profil steht, und wer ein Dokument oder einen Beitrag geschrieben hat; nie, was jemand gesucht hat
search-evaluation-seen-by = Profile: wer diesen Menschen kennen darf. Geschriebenes: wer es lesen darf
search-evaluation-kept = Bis das Profil oder das Geschriebene geändert oder gelöscht wird
search-title-of = Suche: { $q }
search-by = Von wem
search-by-all = Von allen
search-filter = Filter
search-filter-set = Filter, { $n } gesetzt
search-filter-none = Filter entfernen
search-only-yours = Gezählt wird nur, was Ihnen offen steht. Es gibt keine versteckten Treffer.
search-count-more = { $n } Treffer, und es gibt noch ältere. Ein weiteres Wort oder ein Filter führt schneller hin.
search-found = Gefunden
search-everywhere = Überall nach „{ $q }“ suchen
search-hits-short = { $n ->
    [0] Keine Treffer
    [one] Ein Treffer
   *[other] { $n } Treffer
}
