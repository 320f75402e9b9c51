visitors-email = Ihre E-Mail-Adresse
visitors-email-odd = An diese Adresse lässt sich keine Mail schicken. Schreiben Sie Umlaute hinter dem @ in der Form „xn--…“.
visitors-letter-subject = Bitte bestätigen: Waren Sie das bei { $company }?
visitors-letter-what =
    Guten Tag,

    auf der Seite von { $company } hat jemand etwas geschrieben und diese E-Mail-Adresse angegeben. Wenn Sie das waren, öffnen Sie bitte diesen Link und drücken Sie den Knopf. Er gilt sieben Tage:
visitors-letter-not-me = „Das war ich nicht“, sagen Sie? Dann müssen Sie nichts tun. Mit diesem Link löschen Sie, was geschrieben wurde, und bekommen einen Monat lang keine solche Mail mehr:
visitors-confirm-heading = Waren Sie das?
visitors-confirm-more = Jemand hat bei { $company } etwas geschrieben und Ihre E-Mail-Adresse angegeben. Ein Klick noch, dann geht es weiter. Ihre Adresse wird nirgends veröffentlicht.
visitors-confirm-button = Ja, das war ich
visitors-not-me-heading = Das waren Sie nicht?
visitors-not-me-more = Dann löschen wir, was bei { $company } unter Ihrer Adresse noch nicht bestätigt war. Einen Monat lang schicken wir Ihnen keine solche Mail mehr.
visitors-not-me-button = Das war ich nicht
visitors-over-heading = Dieser Link gilt nicht mehr
visitors-over-more = Er war schon benutzt oder zu alt. Was Sie bei { $company } bestätigt haben, bleibt bestätigt. Einen neuen Link zu Ihren Texten schicken wir Ihnen gern.
visitors-disowned-heading = Danke, das ist erledigt
visitors-disowned-more = Was unter Ihrer Adresse nicht bestätigt war, ist gelöscht. Von { $company } hören Sie dazu einen Monat lang nichts mehr.
visitors-ask-link = Link zu meinen Texten schicken
visitors-receipt-letter-subject = Ihre Texte bei { $company }
visitors-receipt-letter =
    Guten Tag,

    unter diesem Link sehen Sie alles, was Sie bei { $company } geschrieben haben. Sie können es ändern, zurückziehen oder ganz löschen. Bitte geben Sie den Link nicht weiter:
visitors-receipt = Was Sie geschrieben haben
visitors-receipt-more = Nur wer diesen Link hat, sieht diese Seite. Heben Sie ihn auf: Hier ändern Sie Ihre Texte, ziehen sie zurück oder löschen alles.
visitors-receipt-address = Ihre Adresse { $email } sieht hier niemand außer Ihnen.
visitors-receipt-empty = Hier steht im Moment nichts von Ihnen.
visitors-standing-unconfirmed = Wartet darauf, dass Sie Ihre E-Mail-Adresse bestätigen
visitors-standing-waiting = Wartet darauf, dass ihn jemand von uns liest
visitors-standing-shown = Für alle zu lesen
visitors-standing-refused = Nicht veröffentlicht
visitors-standing-withdrawn = Zurückgezogen
visitors-reason = Begründung: { $reason }
visitors-text = Ihr Text
visitors-change = Änderung speichern
visitors-withdraw = Zurückziehen
visitors-follow = Bei Antworten eine Mail bekommen
visitors-unfollow = Keine Mail mehr bei Antworten
visitors-all = Alles zusammen
visitors-export = Alles als Datei herunterladen
visitors-erase = Alles löschen …
visitors-erase-more = Ihre Texte, Ihr Name und Ihre Adresse werden gelöscht. Das lässt sich nicht rückgängig machen, und dieser Link gilt danach nicht mehr.
visitors-erase-button = Alles endgültig löschen
visitors-door-ask = Link verloren?
visitors-door-ask-more = Schreiben Sie Ihre E-Mail-Adresse ins Feld, dann schicken wir Ihnen einen Link zu allem, was Sie hier geschrieben haben.
visitors-door-sent = Sehen Sie in Ihr Postfach
visitors-door-sent-more = Wenn unter dieser Adresse etwas bestätigt ist, ist der Link unterwegs. Mehr als drei solche Mails am Tag schicken wir nicht.
visitors-door-erased = Alles ist gelöscht
visitors-door-erased-more = Ihre Texte, Ihr Name und Ihre Adresse sind fort. Schön, dass Sie da waren.
visitors-door-stop = Keine Mail mehr bei Antworten?
visitors-door-stop-more = Ihr Text bleibt stehen, Sie bekommen nur keine Mail mehr, wenn jemand darauf antwortet.
visitors-door-stopped = Gut, wir schreiben dazu nicht mehr
visitors-door-stopped-more = Antworten lesen Sie weiterhin auf der Seite selbst.
visitors-stop-button = Keine Mail mehr
visitors-too-often = Das war sehr viel in kurzer Zeit. Versuchen Sie es in ein paar Minuten noch einmal. Ein Programm kann die Aufgabe im Feld „challenge“ lösen und gleich wieder schicken.
visitors-reason-hidden = Das unsichtbare Feld war ausgefüllt
visitors-reason-fast = { $n ->
    [0] Ausgefüllt in weniger als einer Sekunde
    [one] Ausgefüllt in einer Sekunde
   *[other] Ausgefüllt in { $n } Sekunden
}
visitors-reason-links = { $n } Links in einem Text
visitors-reason-again = Derselbe Text kam schon { $n }-mal
visitors-reason-words = Liest sich wie früher Abgelehntes: { $words }
visitors-reason-flood = Kam, als hier sehr viel auf einmal ankam
visitors-nearly = Danke, ein Schritt fehlt noch
visitors-nearly-more = Sehen Sie in Ihr Postfach: Wir fragen per Mail, ob Sie es waren. Erst nach Ihrer Antwort geht es weiter.
visitors-receipt-one = Nur wer diesen Link hat, sieht diese Seite. Heben Sie ihn auf: Hier ändern Sie Ihren Text oder ziehen ihn zurück.
