page-skip = Zum Inhalt springen
page-house = Haus
page-main-menu = Hauptmenü
page-main-menu-below = Hauptmenü unten
page-nav-home = Start
page-nav-spaces = Bereiche
page-nav-documents = Dokumente
page-nav-learn = Lernen
page-nav-people = Menschen
page-nav-admin = Verwaltung
page-my-spaces = Meine Bereiche
page-foot = Mitwerk, bei uns im Haus
page-top = Kopfzeile
page-search = Suchen
page-search-in = Suchen in Dokumenten und Gesprächen
page-search-placeholder = Ein Wort, ein Name, ein Bereich
page-ctrl-k = Strg K
page-quick-search = Schnell suchen
page-nothing-found = Nichts gefunden.
page-palette-keys = Mit den Pfeiltasten wählen, mit der Eingabetaste öffnen, mit Esc schließen.
page-new = Neu
page-new-post = Beitrag schreiben
page-new-file = Dateien hochladen
page-new-page = Seite schreiben
page-new-space = Bereich anlegen
page-bell = Mitteilungen
page-your-account = Ihr Konto
page-profile = Mein Profil
page-account = Einstellungen
page-fairness = Was hier ausgewertet wird
page-sign-in = Anmelden
page-sign-out = Abmelden
page-more = Mehr
page-close = Schließen
page-home = Zum Start
page-rather-not = Lieber nicht
page-do-it = Ja, machen
page-kept = Was Sie geschickt haben, liegt hier
page-reference = Für Rückfragen:
page-not-found = Hier ist nichts
page-not-found-advice = Unter dieser Adresse gibt es nichts, was Sie sehen können. Wer Ihnen die Adresse geschickt hat, kann Sie dazunehmen.
page-signed-out = Bitte anmelden
page-signed-out-advice = Dafür müssen Sie angemeldet sein. Ihr Text ist noch da; danach kommen Sie hierher zurück.
page-forbidden = Das geht hier nicht
page-forbidden-advice = Es wurde nichts geändert.
page-invalid = Da stimmt noch etwas nicht
page-invalid-advice = Bitte bessern Sie es aus und schicken Sie es noch einmal.
page-conflict = Jemand war schneller
page-conflict-advice = Laden Sie die Seite neu, dann sehen Sie, was geschehen ist.
page-unconditional = Welche Fassung meinen Sie?
page-too-large = Das ist zu groß
page-too-large-advice = Es wurde nichts gespeichert.
page-not-accepted = Damit kann Mitwerk hier nichts anfangen
page-not-accepted-advice = Es wurde nichts gespeichert.
page-too-often = Einen Moment bitte
page-too-often-advice = Das waren viele Versuche in kurzer Zeit. In ein paar Minuten geht es weiter.
page-full = Die Festplatte ist voll
page-full-advice = Es wurde nichts gespeichert. Bitte sagen Sie der Verwaltung Bescheid.
page-away = Gerade nicht erreichbar
page-away-advice = Etwas, das Mitwerk braucht, antwortet nicht. Versuchen Sie es gleich noch einmal; Ihr Text bleibt im Feld.
page-unexpected = Bei uns ging etwas schief
page-unexpected-advice = Laden Sie die Seite neu und sehen Sie nach, ob es angekommen ist. Der Fehler steht im Protokoll.
page-colleagues-only = Das ist für Kolleginnen und Kollegen des Hauses.
page-foreign-origin = Diese Anfrage kam von einer fremden Seite. Es wurde nichts geändert.
page-body-too-large = Das ist zu groß. Höchstens { $max } MB passen in ein Formular; Dateien laden Sie besser hoch.
page-form-not-accepted = Das Formular kam in einer Form an, die Mitwerk nicht lesen kann.
page-form-unreadable = Das Formular kam unvollständig an.
page-query-unreadable = Die Angaben in der Adresse sind nicht zu lesen.
page-audience-private = Nur Mitglieder dieses Bereichs
page-audience-internal = Nur wir
page-audience-customers = Mit { $name }
page-audience-public = Alle im Web
page-readers-private = { $n ->
    [one] nur Sie lesen hier
   *[other] { $n } Menschen lesen hier mit
}
page-readers-internal = { $n ->
    [one] bisher nur Sie
   *[other] alle { $n } Kolleginnen und Kollegen lesen mit
}
page-readers-customers = { $n ->
    [one] bisher nur Sie
   *[other] alle { $n } in diesem Bereich lesen mit, auch die von draußen
}
page-readers-public = jeder Mensch im Internet kann es lesen
page-send-private = { $n ->
    [one] An mich senden
   *[other] An { $n } Mitglieder senden
}
page-send-internal = An uns alle senden
page-send-customers = An uns und { $name } senden
page-send-public = Im Web veröffentlichen
page-joins = Mit Ihrem ersten Wort werden Sie Mitglied in „{ $space }“.
page-busy = Gerade ist viel zu tun
page-busy-advice = Bilder und Dateien werden im Moment für andere gemacht. Versuchen Sie es gleich noch einmal.
page-flawed = So können wir die Datei nicht nehmen
page-flawed-advice = Es wurde nichts übernommen. Zeile für Zeile steht dabei, woran es liegt.
page-nav-blog = Blog
