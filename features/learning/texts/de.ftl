learning-key-taken = Einen Kurs mit diesem Schlüssel hat schon jemand anderes angelegt. Geben Sie ihm in course.toml einen anderen.
learning-withdrawn = Dieser Kurs ist zurückgezogen. Was Sie bestanden haben, bleibt bestanden.
learning-locked = Dieses Kapitel öffnet sich, sobald Sie den Vortrag des vorigen gehört und sein Spiel geschafft haben.
learning-answer-unfit = Diese Antwort passt nicht zur Frage. Laden Sie die Seite neu, Ihre Antworten bleiben.
learning-answer-nothing = Wählen Sie erst eine Antwort.
learning-answer-missing = { $n ->
    [one] Eine fehlt noch.
   *[other] { $n } fehlen noch.
  }
learning-answer-pairs-missing = { $n ->
    [one] Passt. Ein Paar fehlt noch.
   *[other] Passt. { $n } Paare fehlen noch.
  }
learning-answer-too-early = „{ $step }“ steht zu früh.
learning-answer-too-late = „{ $step }“ steht zu spät.
learning-answer-right = Richtig.
learning-answer-other-word = Das Wort ist es nicht. Lesen Sie den Satz noch einmal laut.

learning-script-line-long = Die Zeile ist zu lang. Brechen Sie um und rücken Sie die nächste ein.
learning-script-control = In der Zeile steht ein Zeichen, das man nicht sieht und das hier nicht hingehört.
learning-script-indented = Die Zeile ist eingerückt, gehört aber zu nichts.
learning-script-no-title = Hier fehlt der Titel: eine Zeile, die mit # beginnt.
learning-script-no-scene = Hier sagt noch niemand etwas.
learning-script-scenes-many = Das sind zu viele Szenen, mehr als { $max } hält niemand aus.
learning-script-slide-full = Auf die Tafel passen ein Titel und fünf kurze Zeilen.
learning-script-label-twice = Diese Marke gibt es in der Datei schon.
learning-script-reply = Eine Antwort steht unter einer Szene und hat die Form: - Antwort | was darauf gesagt wird.
learning-script-no-speaker = Hier fehlt, wer spricht: Frank (bright, wave): …
learning-script-no-manner = Die Klammer mit Stimmung und Haltung ist nicht geschlossen.
learning-script-speaker = „{ $name }“ kennen wir nicht. Es sprechen Frank und Ute.
learning-script-mood = Die Stimmung „{ $name }“ gibt es nicht.
learning-script-pose = Die Haltung „{ $name }“ gibt es bei dieser Figur nicht.
learning-script-silent = Hier steht, wer spricht, aber nicht was.
learning-script-kind = Die Art „{ $name }“ gibt es nicht. Möglich sind single, multiple, order, pairs, sort, mark, cloze und talk.
learning-script-key = Ein Schlüssel besteht aus kleinen Buchstaben ohne Umlaute, Ziffern und Bindestrichen.
learning-script-key-twice = Den Schlüssel „{ $name }“ gibt es schon.
learning-script-no-question = Hier fehlt eine Frage: eine Zeile wie [single] name.
learning-script-questions-many = Das sind mehr als { $max } Fragen.
learning-script-field-empty = Hinter „{ $name }:“ steht nichts.
learning-script-stray = Diese Zeile gehört zu keiner Antwort. Begründungen werden eingerückt.
learning-script-passage = Eine eckige Klammer ist nicht geschlossen.
learning-script-no-prompt = Die Frage selbst fehlt.
learning-script-options-many = Das sind zu viele Antworten.
learning-script-one-right = Diese Frage braucht genau eine richtige Antwort (+) und mindestens eine falsche (-).
learning-script-some-right = Diese Frage braucht mindestens zwei Antworten, und eine muss richtig sein.
learning-script-no-gap = Unter says: fehlt die Lücke, drei Unterstriche.
learning-script-no-why = Bei einer falschen Antwort fehlt, warum sie es nicht ist. Schreiben Sie es eingerückt darunter.
learning-script-letter = Jeder Brief braucht ein richtiges Fach und alle Fächer in derselben Reihenfolge.
learning-script-wall = Diese Wand gibt es nicht. Möglich sind members, company, customer und web.
learning-script-option-twice = Zwei Antworten sind gleich, oder eine ist leer.
learning-script-no-instruction = Hier steht nicht, was zu tun ist.
learning-script-checks = Eine Aufgabe prüft mindestens eine Sache und höchstens { $max }.
learning-script-predicate = Was geprüft wird, steht in Klammern davor, zum Beispiel: - [document.uploaded >= 1] …
learning-script-no-missing = Hier fehlt, was gesagt wird, solange es noch nicht so ist.
learning-script-practice = Diese Zeile für den Übungsbereich verstehen wir nicht.
learning-script-toml = course.toml ist nicht lesbar: { $why }
learning-script-no-language = Der Kurs braucht mindestens eine Sprache.
learning-script-chapters = Ein Kurs hat mindestens ein Kapitel und höchstens { $max }.
learning-script-deal = Eine Runde braucht mindestens eine Frage.
learning-script-file-missing = Diese Datei fehlt.
learning-script-see = Die Marke hinter see: gibt es im Vortrag nicht.
learning-script-scenes-differ = Der Vortrag hat in dieser Sprache andere Szenen oder Marken als im Original.
learning-script-questions-differ = In dieser Sprache sind es mehr oder weniger Fragen als im Original.
learning-script-questions-order = Hier müsste die Frage „{ $name }“ stehen, wie im Original.
learning-script-question-differs = Diese Frage hat andere Antworten als im Original, oder andere sind richtig.
learning-script-checks-differ = Die Aufgabe prüft in dieser Sprache anderes als im Original.
learning-script-game-kind = Das Spiel „{ $game }“ kann Fragen der Art „{ $kind }“ nicht spielen.
learning-script-game = Das Spiel „{ $name }“ gibt es nicht.

learning-due-past = Dieser Tag ist schon vorbei. Nehmen Sie einen, der noch kommt.
learning-due-unreadable = Bis wann? Zum Beispiel 2026-12-18T17:00:00Z.
learning-assign-owners = Einem Bereich weist zu, wer ihn besitzt.
learning-assign-admins = Allen oder einzelnen weist die Verwaltung zu. Als Besitzerin eines Bereichs weisen Sie seinen Mitgliedern zu.
learning-assign-whom = Wem? Allen, einem Bereich oder einzelnen Menschen, höchstens 500.
learning-assign-colleagues = Zuweisen kann man nur Kolleginnen und Kollegen mit einem Konto.
learning-standing-purpose = Wer einen Kurs zuweist, soll wissen, wie weit alle zusammen sind.
learning-standing-data = Vier Zahlen: zugewiesen, nicht begonnen, begonnen, bestanden. Namen derer, die noch nicht bestanden haben, nur bei einem Pflichtkurs nach dem Stichtag, nur wenn das mit dem Betriebsrat vereinbart und eingestellt ist, und nur auf ausdrücklichen Wunsch; jeder Blick wird vermerkt. Keine Antworten, keine Zeiten, keine Anläufe.
learning-standing-seen-by = Wer zugewiesen hat, und wem der Bereich gehört; ist jemand ausgeschieden, die Verwaltung. Ab fünf Menschen sehen alle, denen der Kurs zugewiesen ist, wie viele dabei sind. Wer genannt wurde, sieht, wer hingeschaut hat und wann.
learning-standing-kept = Solange die Zuweisung läuft. Vermerkte Blicke bleiben für die Genannten stehen.

learning-title = Lernen
learning-none = Hier gibt es noch keinen Kurs.
learning-begin = Anfangen
learning-go-on = Weitermachen
learning-look-again = Noch einmal hineinsehen
learning-due = Fertig bis { $day }
learning-due-mandatory = Pflichtkurs, fertig bis { $day }
learning-chapter-of = Kapitel { $number } von { $count }
learning-next-talk = Frank Mertens steht schon an der Tafel. Aufhören können Sie jederzeit, wir merken uns die Stelle.
learning-next-game = Den Vortrag haben Sie gehört. Jetzt wird gespielt, ohne Uhr und ohne Punkte.
learning-next-task = Das Spiel ist geschafft. Richtig klar wird es, wenn Sie es einmal tun.
learning-all-done = Sie sind durch.
learning-all-done-more = Alles gehört, gespielt und getan. Hineinsehen können Sie immer wieder.
learning-chapters = Die Kapitel
learning-part-talk = Vortrag
learning-part-task = Aufgabe
learning-part-summary = Zum Nachlesen
learning-is-done = erledigt
learning-game-aufzug = Der Aufzug
learning-game-schiessbude = Die Schießbude
learning-game-reihenfolge = Das Reihenfolge-Regal
learning-game-postverteiler = Der Postverteiler
learning-game-kundengespraech = Das Kundengespräch
learning-game-aktenpaare = Die Aktenpaare
learning-rules-aufzug = Mit jeder richtigen Antwort steigt jemand ein, und der Aufzug fährt ein Stockwerk höher. Bei einer falschen bleibt die Tür zu, und der Liftboy sagt, warum.
learning-rules-schiessbude = Die Enten tragen Antworten. Schießen Sie die richtigen ab. Trifft es eine falsche, kippt sie um und sagt, warum sie es nicht war.
learning-rules-reihenfolge = Im Keller stehen die Ordner durcheinander. Bringen Sie sie in die richtige Reihenfolge, Frau Falz sieht nach.
learning-rules-postverteiler = Jeder Brief gehört in genau ein Fach: zu denen, die ihn lesen sollen. Der Rest bekommt ihn nicht.
learning-rules-kundengespraech = Vor Ihnen steht jemand, der etwas auf dem Herzen hat. Wählen Sie, was Sie antworten, und sehen Sie ihm ins Gesicht.
learning-rules-aktenpaare = Immer zwei Karten gehören zusammen. Verdeckt zum Merken oder offen zum Nachdenken, beides zählt.
learning-rules-all = Keine Uhr, keine Punkte, und niemand sieht Ihre Antworten. Eine falsche kommt noch einmal. Alles geht auch mit der Tastatur oder als schlichte Liste.
learning-play = Los geht es
learning-to-course = Zurück zum Kurs
learning-about = Zum Kurs
learning-my-standing = Ihr Stand
learning-parts-done = { $done } von { $count } Teilen. Nur Sie sehen das.
learning-task-of = Aufgabe zum Kapitel „{ $chapter }“
learning-checks = Woran wir es sehen
learning-task-done = Erledigt. Sie haben es wirklich getan.
learning-check-again = Noch einmal prüfen
learning-skip = Überspringen, weil …
learning-skip-reason = Warum passt die Aufgabe gerade nicht?
learning-required = nötig
learning-skip-do = Aufgabe überspringen

learning-imported-talk = Heute ohne Vorrede: gleich zu den Fragen. Lassen Sie sich Zeit, es läuft keine Uhr.
learning-imported-why = Die war es nicht. Eine Begründung steht noch aus.
learning-import-nothing = In der Datei steht keine Frage.
learning-import-format = Möglich sind gift, aiken und zip.
learning-import-not-text = Die Datei ist kein Text in UTF-8.
learning-zip-unreadable = Das ist kein Zip mit den Textdateien eines Kurses.
learning-zip-large = Das Zip ist zu groß, oder es enthält zu viele Dateien.
learning-aiken-answer-alone = Hier steht eine Lösung, aber davor keine Frage.
learning-aiken-letter = Die Buchstaben der Antworten gehen der Reihe nach: A, B, C.
learning-aiken-option-alone = Hier steht eine Antwort, aber davor keine Frage.
learning-aiken-no-answer = Hier fehlt die Lösung: eine Zeile wie ANSWER: B.
learning-aiken-one-option = Eine Frage braucht mindestens zwei Antworten.
learning-aiken-no-such-option = Diese Lösung gibt es unter den Antworten nicht.
learning-gift-brace = Hier ist eine geschweifte Klammer nicht geschlossen, oder eine ist zu viel.
learning-gift-description = Das ist keine Frage: Es fehlen die Antworten in geschweiften Klammern.
learning-gift-essay = Eine offene Frage kann kein Spiel auswerten. Geben Sie ihr Antworten.
learning-gift-answer = Vor jeder Antwort steht = oder ~.
learning-gift-no-right = Keine der Antworten ist richtig. Die richtige beginnt mit =.
learning-gift-number = Zahlen gehen nur genau, ohne Spielraum.
learning-gift-pair = Ein Paar sieht so aus: =links -> rechts, und es braucht mindestens zwei.

learning-statistics-too-few = Zu wenige Antworten. Gezeigt wird ab fünf Menschen.
learning-statistics-purpose = Wer einen Kurs schreibt, soll sehen, welche Fragen zu leicht, zu schwer oder missverständlich sind.
learning-statistics-data = Je Frage der Anteil richtiger erster Versuche, und wie oft welche falsche Antwort gewählt wurde. Ohne Namen, ab fünf Menschen.
learning-statistics-seen-by = Wer den Kurs schreibt, und die Verwaltung.
learning-statistics-kept = Solange es die Frage gibt.

learning-talk-parts = Die drei Teile des Kapitels
learning-talk-stage = Der Vortrag
learning-talk-picture = Frank Mertens und Kollegin Ute im Seminarraum, zwischen Flipchart und Kaffeekanne
learning-talk-replies = Ihre Antwort
learning-talk-controls = Den Vortrag steuern
learning-talk-back = Zurück
learning-talk-forward = Weiter
learning-talk-play = Vortrag beginnen
learning-talk-pause = Anhalten
learning-talk-go-on = Weiterhören
learning-talk-again = Von vorn
learning-talk-count = { $n } von { $count }
learning-talk-rate = Tempo
learning-talk-read = Vorlesen
learning-talk-pace-slow = 0,75 ×
learning-talk-pace-even = 1 ×
learning-talk-pace-brisk = 1,25 ×
learning-talk-pace-fast = 1,5 ×
learning-talk-skip = Zum Ende
learning-talk-keys = Leertaste hält an, die Pfeile blättern.
learning-talk-wording = Zum Mitlesen
learning-talk-left = Noch etwa { $n } Minuten.
learning-talk-left-one = Noch etwa eine Minute.
learning-talk-left-none = Gleich geschafft.
learning-talk-leave = Sie können jederzeit gehen, wir merken uns die Stelle.
learning-talk-heard = Gehört, auf zum Spiel
learning-talk-heard-hint = Lieber gelesen als gehört? Das zählt genauso.
learning-talk-heard-before = Den Vortrag kennen Sie schon. Schön, dass Sie wieder da sind.

learning-practice-space = Mein Übungsbereich
learning-practice-space-customers = Mein Übungsbereich mit Kunden
learning-practice-nele = Nele (Übungskollegin)
learning-practice-bert = Bert (Übungskollege)
learning-practice-customer = Frau Sommer (Übungskundin)
learning-practice-open = Übungsbereich öffnen
learning-practice-reset = Übungsbereich zurücksetzen
learning-practice-reset-more = Legt alles für diese Aufgabe noch einmal frisch hin. Was Sie gemacht haben, bleibt.
learning-practice-is-reset = Alles liegt wieder frisch da.
learning-practice-who = Nele und Bert sind Übungskollegen. Es gibt sie nur dort, und sie antworten zu jeder Stunde.
learning-practice = Zum Üben
learning-export-authors = Einen Kurs gibt heraus, wer ihn schreibt: In den Dateien stehen alle Lösungen.

learning-certificate = Nachweis
learning-certificate-of = Nachweis: { $name }, { $course }
learning-certificate-has = hat diesen Kurs bestanden:
learning-certificate-passed = bei { $company } am { $date }
learning-certificate-genuine = geprüft: echt
learning-certificate-by = mit Mitwerk gemacht
learning-certificate-check-at = Ob er echt ist, steht hier:
learning-certificate-none = Diesen Nachweis gibt es nicht
learning-certificate-none-more = Vielleicht fehlt ein Zeichen im Link, vielleicht ist der Nachweis zurückgezogen. Fragen Sie am besten den Menschen, von dem Sie ihn haben.
learning-certificate-mine = Ihr Nachweis
learning-certificate-you = Sie haben „{ $course }“ am { $date } bestanden. Herzlichen Glückwunsch.
learning-certificate-file = Nachweis
learning-certificate-download = Als PDF herunterladen
learning-certificate-look = Ansehen
learning-certificate-address = Link zum Weitergeben
learning-certificate-copy = Link kopieren
learning-certificate-copied = Kopiert
learning-certificate-shows = Wer ihn hat, sieht Ihren Namen, den Kurs, die Firma und den Tag, und dass alles stimmt. Sonst nichts. Suchmaschinen finden ihn nicht.
learning-certificate-withdraw = Nachweis zurückziehen
learning-certificate-withdraw-ask = Den Nachweis zurückziehen?
learning-certificate-withdraw-more = Der Link führt dann ins Leere, auch der auf ausgedruckten Seiten. Bestanden bleibt bestanden, und einen neuen bekommen Sie jederzeit.
learning-certificate-keep = Lieber nicht
learning-certificate-withdrawn = Zurückgezogen. Der alte Link führt nirgends mehr hin.
learning-certificate-hidden = Ihren Nachweis kann gerade niemand sehen.
learning-certificate-give = Nachweis ausstellen
learning-certificate-given = Da ist er, mit einem neuen Link.
learning-certificate-purpose = Wer einen Kurs bestanden hat, soll das zeigen können, und wer den Nachweis bekommt, soll ihn prüfen können.
learning-certificate-data = Name, Kurs, Firma und der Tag, an dem er bestanden wurde. Sonst nichts.
learning-certificate-seen-by = Wem die Person ihren Link gibt. Sie kann ihn jederzeit zurückziehen.
learning-certificate-kept = Bis die Person ihn zurückzieht oder selbst gelöscht wird.

learning-home-talk = Als Nächstes: der Vortrag
learning-home-game = Als Nächstes: das Spiel
learning-home-task = Als Nächstes: die Aufgabe

learning-voices = Stimmen
learning-voices-more = Sprechen Sie eine Zeile selbst, dann hören die Lernenden Ihre Aufnahme statt der Stimme ihres Browsers. Es geht Zeile für Zeile, und es müssen nicht alle sein.
learning-voices-kept = Eine Aufnahme gehört zu ihrem Wortlaut: Sie bleibt bei einer neuen Fassung erhalten, solange die Zeile gleich lautet. In der Zip-Datei des Kurses sind Aufnahmen nicht enthalten. MP3, OGG, M4A, WAV oder WebM, höchstens 5 MB je Zeile.
learning-voices-languages = Sprachen des Kurses
learning-voices-german = Deutsch
learning-voices-english = Englisch
learning-voices-count = { $n } von { $count } Zeilen haben eine Stimme.
learning-voices-line = , Zeile { $n }
learning-voices-hear = Aufnahme der Zeile { $n }
learning-voices-file = Tondatei für Zeile { $n }
learning-voices-take = Hochladen
learning-voices-replace = Ersetzen
learning-voices-remove = Entfernen
learning-voices-taken = Die Aufnahme ist da.
learning-voices-removed = Die Aufnahme ist weg, die Zeile liest wieder der Browser.
learning-voices-stray = Aufnahmen ohne Zeile
learning-voices-stray-more = Diese Zeilen lauten inzwischen anders, oder es gibt sie nicht mehr. Zu hören sind die Aufnahmen nicht, außer hier.
learning-voices-no-chapter = Noch hat der Kurs keinen Vortrag. Veröffentlichen Sie ihn erst, dann bekommt er Ihre Stimme.
learning-voices-authors = Stimmen gibt einem Kurs, wer ihn schreibt.
learning-voices-changed = Diese Zeile lautet inzwischen anders. Sprechen Sie die neue.
learning-voices-nothing = Wählen Sie erst eine Tondatei.
learning-voices-kind = Das ist keine Tondatei, die ein Browser abspielt. Gut geht zum Beispiel eine MP3 oder M4A.
learning-voices-too-large = Die Datei ist zu groß, höchstens { $max } MB gehen. Als MP3 ist eine Zeile viel kleiner.
learning-voices-broke-off = Die Datei kam nicht ganz an. Schicken Sie sie noch einmal.

learning-assign-course-missing = Welcher Kurs? Wählen Sie einen aus.
learning-assign-space-missing = Welcher Bereich? Wählen Sie einen aus.
learning-assign-people-missing = Wer? Setzen Sie mindestens ein Häkchen.
learning-due-day = Bis wann? Zum Beispiel 18.12.2026.
learning-assignment-others = Diese Zuweisung kommt von jemand anderem. Sie sehen, wie es steht; ändern kann sie, wer sie gemacht hat.
learning-assignment-over = Diese Zuweisung ist schon beendet.
learning-assignments = Zuweisungen
learning-assignments-none = Noch ist niemandem ein Kurs zugewiesen.
learning-assignments-none-more = Weisen Sie einen zu, und hier entsteht ein Gruppenbild: Es füllt sich, sobald die Ersten bestanden haben.
learning-assignments-ended = Beendet
learning-assignment = Die Zuweisung
learning-assign = Kurs zuweisen
learning-assign-course = Kurs
learning-assign-choose = Bitte wählen
learning-assign-to = Für wen
learning-assign-everyone = Alle im Haus, auch wer später dazukommt
learning-assign-space = Die Mitglieder eines Bereichs
learning-assign-which-space = Welcher Bereich
learning-assign-people = Einzelne Menschen
learning-assign-which-people = Wer es ist
learning-assign-find = Name
learning-assign-find-do = Suchen
learning-assign-find-more = Wen Sie angehakt haben, der bleibt stehen, auch wenn Sie weitersuchen.
learning-assign-nobody = So heißt hier niemand. Ein Stück des Vor- oder Nachnamens genügt.
learning-assign-due = Bis wann
learning-assign-due-more = Der ganze Tag zählt noch mit. Vier Wochen sind ein gutes Maß.
learning-assign-kind = Pflicht oder freiwillig
learning-assign-voluntary = Wer nicht mag, stellt die Erinnerungen ab. Namen werden nie gezeigt.
learning-assign-mandatory = Die Erinnerungen hören erst mit dem Bestehen auf.
learning-assign-seen = Wer was sieht
learning-assign-seen-you = Sie sehen vier Zahlen: zugewiesen, noch nicht begonnen, mittendrin, bestanden. Keine Antworten, keine Minuten, keine Anläufe.
learning-assign-seen-team = Das Team sieht ab fünf Menschen, wie viele dabei sind. Sonst nichts.
learning-assign-seen-mails = Erinnerungen bekommt nur, wer noch nicht bestanden hat: zum Start, zur Halbzeit, drei Tage vorher, am Stichtag und dann jede Woche. Nie mehr als eine am Tag.
learning-assign-seen-names = Namen sehen Sie nur bei einem Pflichtkurs und erst nach dem Stichtag. Jeder Blick darauf wird vermerkt, und die Genannten sehen ihn.
learning-assign-seen-no-names = Namen werden in diesem Haus nicht gezeigt.
learning-assign-do = Kurs zuweisen
learning-assigned = Zugewiesen. Die ersten Mails gehen in zehn Minuten hinaus, außerhalb der Arbeitszeit am nächsten Morgen.
learning-rather-not = Lieber nicht
learning-mandatory = Pflicht
learning-voluntary = Freiwillig
learning-overdue = Stichtag vorbei
learning-by = von { $name }
learning-whom-everyone = Alle im Haus
learning-whom-space = Bereich „{ $title }“
learning-whom-space-unknown = Ein Bereich, den Sie nicht mehr sehen
learning-whom-people = Einzelne Menschen
learning-fact-whom = Für wen
learning-fact-due = Bis
learning-fact-kind = Pflicht oder freiwillig
learning-fact-by = Zugewiesen von
learning-standing = Gleichstand
learning-standing-see = Gleichstand ansehen
learning-standing-back = Zurück zum Gleichstand
learning-standing-numbers = So steht es
learning-count-assigned = zugewiesen
learning-count-not-started = noch nicht begonnen
learning-count-started = mittendrin
learning-count-passed = bestanden
learning-places = Die Plätze gehören niemandem.
learning-places-more = Wer besteht, füllt irgendeinen freien Platz. Wie viele Anläufe jemand braucht, wird nirgends gezeigt, auch nicht der Geschäftsführung.
learning-too-few = Unter { $n } Menschen zählen wir nicht weiter auf, denn dann wäre jede Zahl ein Name.
learning-photo-alt = Gruppenbild vor dem Hallentor: { $taken } von { $places } Plätzen sind besetzt, die übrigen sind gestrichelt. Frank Mertens steht mit der Kamera daneben.
learning-photo-none = Noch ist das Bild leer. Wer besteht, stellt sich dazu.
learning-photo-few = Das Bild füllt sich, sobald alle bestanden haben.
learning-photo-some = { $passed } von { $assigned } sind drauf. Beim letzten Platz drückt Frank ab, und das Bild hängt im Flur.
learning-photo-all = Alle { $assigned } sind drauf. Das Bild kann in den Flur.
learning-frank-none = Die Kamera läuft!
learning-frank-none-more = Wer fängt an?
learning-frank-few = Bitte lächeln!
learning-frank-few-more = Ich warte gern.
learning-frank-some = Nicht bewegen!
learning-frank-some-more = { $n ->
    [one] Nur noch ein Platz!
   *[other] Nur noch { $n }!
  }
learning-frank-all = Und klick!
learning-frank-all-more = Alle drauf.
learning-day-other = Anderer Stichtag
learning-day-other-more = Die Erinnerungen richten sich danach neu.
learning-day-change = Stichtag ändern
learning-day-changed = Der neue Stichtag gilt.
learning-end = Zuweisung beenden
learning-end-question = Diese Zuweisung beenden?
learning-end-more = Niemand wird mehr erinnert oder gezählt. Was bestanden ist, bleibt bestanden.
learning-ended = Beendet. Es gehen keine Erinnerungen mehr hinaus.
learning-ended-on = beendet: { $day }
learning-ended-since = Diese Zuweisung ist beendet ({ $day }). Niemand wird mehr erinnert, und gezählt wird auch nicht mehr.
learning-names = Namen
learning-names-voluntary = Der Kurs ist freiwillig, deshalb gibt es hier keine Namen.
learning-names-never = In diesem Haus werden keine Namen gezeigt.
learning-names-later = Erst nach dem Stichtag ({ $day }) können Sie sehen, wer noch nicht bestanden hat.
learning-names-now = Der Stichtag ist vorbei. Sie können die Namen derer ansehen, die noch nicht bestanden haben. Dieser Blick wird vermerkt: Wer genannt wird, sieht, dass Sie hingeschaut haben und wann.
learning-names-look = Namen ansehen und vermerken
learning-names-title = Noch nicht bestanden
learning-names-noted = Ihr Blick ist vermerkt. Wer hier steht, sieht unter „Lernen“, dass Sie hingeschaut haben und wann.
learning-names-none = Niemand. Alle haben bestanden.
learning-names-talk = Mehr wissen wir nicht, und mehr zeigen wir nicht. Am besten hilft ein Gespräch: Vielleicht fehlt nur die Zeit.
learning-names-not-agreed = Namen gibt es hier nicht. Es gibt sie nur bei einem Pflichtkurs nach dem Stichtag, und nur, wenn das im Haus vereinbart ist.
learning-settings = Regeln für das Lernen
learning-settings-names = Namen nach dem Stichtag zeigen
learning-settings-names-more = Das ist mit dem Betriebsrat zu vereinbaren. Stellen Sie hier ein, was vereinbart ist.
learning-settings-no = Nein
learning-settings-no-more = Wer zuweist, sieht vier Zahlen und keine Namen.
learning-settings-yes = Ja, so vereinbart
learning-settings-yes-more = Wer einen Pflichtkurs zugewiesen hat oder den Bereich besitzt, kann nach dem Stichtag die Namen derer ansehen, die noch nicht bestanden haben.
learning-settings-never = Jeder Blick auf Namen wird vermerkt, und die Genannten sehen, wer hingeschaut hat. Antworten, Minuten und Anläufe sieht nie jemand, und bei freiwilligen Kursen gibt es keine Namen.
learning-settings-save = So einstellen
learning-settings-saved = Eingestellt und vermerkt.
learning-settings-changes = Wer das geändert hat
learning-settings-agreed-by = { $name }: Namen werden gezeigt
learning-settings-took-back-by = { $name }: keine Namen
learning-settings-fairness = Alle im Haus können nachlesen, was die Plattform über Menschen weiß:
learning-settings-fairness-link = Was hier ausgewertet wird
learning-mine = Ihnen zugewiesen
learning-mine-others = Außerdem im Regal
learning-mine-joined = { $joined } von { $assigned } sind dabei.
learning-mine-joined-space = { $joined } von { $assigned } aus „{ $space }“ sind dabei.
learning-mine-names = Wer zugewiesen hat, sieht vier Zahlen. Erst nach dem Stichtag eines Pflichtkurses lassen sich die Namen derer ansehen, die noch nicht bestanden haben. Jeden solchen Blick sehen Sie hier.
learning-mine-no-names = Wer zugewiesen hat, sieht vier Zahlen und keine Namen.
learning-mine-looks = Wer Ihren Namen gesehen hat
learning-mine-look = { $name }, im Gleichstand von „{ $title }“
learning-remind-subject = „{ $title }“: bis { $day }
learning-remind-subject-late = „{ $title }“ wartet noch auf Sie
learning-remind-subject-many = { $n } Kurse warten auf Sie
learning-remind-greeting = Guten Tag, { $name }.
learning-remind-start = Der Kurs „{ $title }“ wird Ihnen empfohlen, am besten bis { $day }.
learning-remind-start-mandatory = Der Kurs „{ $title }“ ist für Sie vorgesehen, bis { $day }.
learning-remind-half = Halbzeit bei „{ $title }“. Bis { $day } ist noch Zeit, ein Kapitel passt auch zwischen zwei Termine.
learning-remind-soon = „{ $title }“ läuft bis { $day }, das sind noch wenige Tage.
learning-remind-due = Heute ist der Stichtag für „{ $title }“.
learning-remind-late = Der Stichtag für „{ $title }“ war am { $day }. Der Kurs ist weiter offen, und jedes Kapitel zählt auch jetzt.
learning-remind-end = Die Kapitel sind kurz, und aufhören können Sie jederzeit: Die Stelle merken wir uns. Diese Mail bekommen nur Sie, und sobald Sie bestanden haben, hören die Erinnerungen auf.
learning-remind-stop = Keine Erinnerungen mehr an „{ $title }“:
learning-stop-title = Erinnerungen abstellen
learning-stop-about = Sie bekommen dann keine Mails mehr, die an „{ $title }“ erinnern. Der Kurs bleibt für Sie offen, und niemand erfährt davon.
learning-stop-button = Erinnerungen abstellen
learning-stop-mandatory = Dieser Kurs ist Pflicht. Die Erinnerungen hören auf, sobald Sie ihn bestanden haben.
learning-stopped = Abgestellt. An diesen Kurs erinnern wir Sie nicht mehr.
learning-reminder-purpose = Wer einen zugewiesenen Kurs noch nicht bestanden hat, soll ihn nicht vergessen.
learning-reminder-data = Wer noch nicht bestanden hat, welche Erinnerung zuletzt hinausging und wann, und ob jemand keine mehr möchte.
learning-reminder-seen-by = Nur die Person selbst, in ihrer Mail.
learning-reminder-kept = Solange die Zuweisung besteht.
learning-mine-shelf = Im Regal

learning-withdrawn-title = Dieser Kurs ist zurückgezogen.
learning-withdrawn-since = Zurückgezogen am { $when }. Niemand beginnt ihn mehr, auch angefangene Spiele ruhen. Kommt er zurück, geht es dort weiter, wo Sie waren.
learning-withdrawn-what-stays = Was bleibt
learning-withdrawn-parts = Ihr Stand: { $done } von { $count } Teilen. Was Sie bestanden haben, bleibt bestanden.
learning-withdrawn-nothing-begun = Sie hatten ihn noch nicht begonnen, es fehlt Ihnen also nichts.
learning-withdrawn-certificate = Ihr Nachweis gilt weiter.
learning-withdrawn-reminders = Erinnert werden Sie an diesen Kurs nicht mehr.
learning-withdrawn-others = Andere Kurse ansehen

learning-import = Einlesen
learning-import-file = Datei
learning-import-more = Ein ganzer Kurs als Zip, oder Fragen in GIFT oder Aiken. Es wird ein Entwurf daraus, den noch niemand sieht.
learning-import-as = Format
learning-import-guess = Selbst erkennen
learning-import-zip = Zip eines Kurses
learning-import-title = Titel
learning-import-title-more = Nur für GIFT und Aiken. Sonst heißt der Kurs wie die Datei.
learning-import-do = Einlesen
learning-import-no-file = Wählen Sie eine Datei aus.
learning-import-form = Die Datei kam nicht ganz an. Schicken Sie sie noch einmal.
learning-import-refused = Es wurde nichts übernommen. Zeile für Zeile steht dabei, woran es liegt.
learning-import-refused-file = In „{ $file }“ stimmt etwas nicht

learning-author-title = Kurse schreiben
learning-author-intro = Ein Kurs besteht aus einfachen Textdateien. Sie schreiben hier, wir lesen mit und sagen gleich, in welcher Zeile etwas nicht stimmt.
learning-author-workshop = Werkstatt
learning-author-yours = Ihre Kurse
learning-author-all = Alle Kurse
learning-author-none = Noch steht hier kein Kurs von Ihnen.
learning-author-none-more = Fangen Sie mit einem Titel an. Sie bekommen ein kleines Kapitel, das schon spielbar ist, mit Hinweisen darin.
learning-author-state-draft = Entwurf
learning-author-state-published = Veröffentlicht
learning-author-state-withdrawn = Zurückgezogen
learning-author-is-bundled = Kommt mit Mitwerk
learning-author-unpublished = Der Entwurf ist weiter als das, was veröffentlicht ist.
learning-author-last-saved = zuletzt gespeichert
learning-author-begin = Neuer Kurs
learning-author-course-title = Titel
learning-author-begin-more = Er liegt als Entwurf hier. Sehen können ihn nur Sie und die Verwaltung.
learning-author-begin-do = Kurs anlegen
learning-author-begun = Angelegt. Ein erstes Kapitel liegt schon da.
learning-author-imported = Eingelesen. Ansehen, ausprobieren, veröffentlichen: in dieser Reihenfolge.
learning-author-bundled = Dieser Kurs kommt mit Mitwerk und wird mit jeder neuen Version erneuert. Was Sie hineinschrieben, ginge dabei verloren. Kopieren Sie ihn als eigenen Kurs, dann gehört er Ihnen.
learning-author-bundled-key = Dieser Schlüssel gehört dem Kurs, der mit Mitwerk kommt. Geben Sie Ihrem Kurs in course.toml einen anderen.
learning-author-copy = Als eigenen Kurs kopieren
learning-author-copy-note = Kopie
learning-author-copy-own = Eine Kopie anlegen
learning-author-copied = Kopiert. Dieser Kurs gehört jetzt Ihnen, als Entwurf.
learning-author-first-key = anfang
learning-author-plan-note = Der Plan des Kurses: seine Sprachen und seine Kapitel, der Reihe nach.
learning-author-chapter-note = Jedes Kapitel hat einen Ordner je Sprache, ein Spiel, und je Runde so viele Fragen (deal).
learning-author-whole = Der Kurs als Ganzes
learning-author-else = Was sonst noch geht
learning-author-stray = Ohne Kapitel
learning-author-stray-more = Diese Dateien gehören zu keinem Kapitel im Plan. Sie werden mitgenommen, aber nirgends gezeigt.
learning-author-see-talk = Vortrag ansehen
learning-author-open = Öffnen
learning-author-missing = fehlt noch
learning-author-language = Sprache
learning-author-language-de = Deutsch
learning-author-language-en = Englisch
learning-author-fault-count = { $n ->
    [one] ein Fehler
   *[other] { $n } Fehler
  }
learning-author-file-plan = der Plan
learning-author-file-course = Titel und worum es geht
learning-author-file-talk = der Vortrag
learning-author-file-questions = die Fragen für das Spiel
learning-author-file-task = die Aufgabe
learning-author-file-summary = zum Nachlesen
learning-author-add = Dazu
learning-author-add-chapter = Kapitel hinzufügen
learning-author-chapter-title = Titel des Kapitels
learning-author-chapter-game = Spiel
learning-author-chapter-key = Name des Ordners
learning-author-chapter-key-more = Kleine Buchstaben, Ziffern und Bindestriche. Bleibt das Feld leer, nehmen wir den Titel.
learning-author-chapter-added = Das Kapitel ist da, in jeder Sprache, mit Beispielen darin.
learning-author-add-language = Sprache hinzufügen
learning-author-language-more = Sie bekommt eine Kopie aller Dateien der ersten Sprache. Übersetzen Sie dann Datei für Datei, Schlüssel und Marken bleiben stehen.
learning-author-language-there = Diese Sprache hat der Kurs schon.
learning-author-language-unknown = Diese Sprache gibt es hier nicht.
learning-author-language-added = Die Sprache ist da, noch mit den Texten der ersten.
learning-author-language-twice = Eine Sprache steht hier zweimal.
learning-author-add-file = Datei hinzufügen
learning-author-path-label = Ordner und Name
learning-author-path-more = Zum Beispiel de/anfang/packliste.md für eine Datei zum Üben.
learning-author-path = So kann eine Datei nicht heißen. Zum Beispiel: de/anfang/packliste.md, mit .md, .txt oder .toml am Ende.
learning-author-path-taken = „{ $path }“ gibt es schon.
learning-author-plan-stays = Den Plan course.toml braucht jeder Kurs, und er heißt immer so.
learning-author-plan-first = Erst muss course.toml lesbar sein. Dort steht, was fehlt.
learning-author-plan-lacks = Dieses Kapitel steht nicht im Plan.
learning-author-game = Dieses Spiel gibt es nicht.
learning-author-key-changed = Der Schlüssel muss „{ $key }“ bleiben: Daran erkennen wir den Kurs wieder. Kopieren Sie ihn, wenn es ein anderer werden soll.
learning-author-file-large = Die Datei ist größer als { $max } KB. Teilen Sie sie auf.
learning-author-check = Prüfung
learning-author-checked = Alles in Ordnung.
learning-author-line = Zeile { $n }
learning-author-faults = { $n ->
    [one] Ein Fehler in dieser Datei.
   *[other] { $n } Fehler in dieser Datei.
  }
learning-author-faults-elsewhere = { $n ->
    [one] Diese Datei ist in Ordnung, in einer anderen steht noch ein Fehler.
   *[other] Diese Datei ist in Ordnung, in anderen stehen noch { $n } Fehler.
  }
learning-author-faults-more = { $n ->
    [one] Und noch einer.
   *[other] Und noch { $n } weitere.
  }
learning-author-faults-none = Geprüft wird der ganze Kurs, während Sie schreiben.
learning-author-out = Ansehen und herausgeben
learning-author-as-learner = So sehen ihn die anderen
learning-author-export-zip = Als Zip herunterladen
learning-author-export-gift = Fragen als GIFT herunterladen
learning-author-export-draft = Entwurf als Zip herunterladen
learning-author-versions = Fassungen
learning-author-versions-none = Veröffentlicht ist noch nichts.
learning-author-version = Fassung { $n }
learning-author-version-valid = gilt
learning-author-restore = Als Entwurf holen
learning-author-restored = Das ist jetzt der Entwurf. Was vorher dastand, liegt unter den beiseitegelegten Entwürfen.
learning-author-asides = { $n ->
    [one] Ein beiseitegelegter Entwurf
   *[other] { $n } beiseitegelegte Entwürfe
  }
learning-author-asides-more = Was im Entwurf stand, bevor er auf einmal ersetzt wurde. Die letzten zwanzig bleiben.
learning-author-withdraw = Kurs zurückziehen
learning-author-withdraw-ask = Diesen Kurs zurückziehen?
learning-author-withdraw-ask-more = Niemand beginnt ihn mehr oder macht darin weiter. Was bestanden ist, bleibt bestanden. Sie können ihn jederzeit zurückholen.
learning-author-withdraw-no = Lieber nicht
learning-author-withdrawn-more = Wer ihn öffnet, liest, dass er zurückgezogen ist und was bleibt.
learning-author-is-withdrawn = Zurückgezogen. Wer ihn öffnet, liest, was bleibt.
learning-author-bring-back = Kurs zurückholen
learning-author-is-back = Der Kurs ist zurück. Alle machen dort weiter, wo sie waren.
learning-author-save = Entwurf speichern
learning-author-saved = Entwurf gespeichert.
learning-author-text = Text von { $path }
learning-author-state-unsaved = Noch nicht gespeichert, aber auf diesem Gerät gesichert.
learning-author-state-saved = So liegt es auf dem Server.
learning-author-state-away = Gerade keine Verbindung. Ihr Text ist auf diesem Gerät gesichert.
learning-author-new-file = Diese Datei gibt es noch nicht. Mit dem Speichern entsteht sie.
learning-author-kept = Hier steht, was Sie zuletzt geschrieben und noch nicht gespeichert haben.
learning-author-discard = Verwerfen und den gespeicherten Text zeigen
learning-author-conflict = Jemand hat diese Datei inzwischen gespeichert.
learning-author-conflict-by = { $name } hat diese Datei inzwischen gespeichert.
learning-author-conflict-more = Beide Texte sind noch da: Ihrer steht unten im Feld, der andere hier. Übernehmen Sie, was Sie brauchen. Wenn Sie dann speichern, gilt Ihrer.
learning-author-conflict-other = Der andere Text, gespeichert um
learning-author-try = Ausprobieren
learning-author-try-which = Welche Frage?
learning-author-try-all = Eine Runde aus allen
learning-author-try-do = Diese Frage im Spiel ausprobieren
learning-author-try-more = Gespielt wird, was gerade im Feld steht, auch ungespeichert. Es zählt nirgends mit.
learning-author-unplayable = Spielen lässt sich das noch nicht:
learning-author-no-such-question = Diese Frage steht nicht mehr in der Datei.
learning-author-file-more = Umbenennen oder entfernen
learning-author-rename = Umbenennen
learning-author-rename-to = Neuer Name
learning-author-renamed = Umbenannt.
learning-author-remove = Datei entfernen
learning-author-remove-ask = „{ $path }“ entfernen?
learning-author-remove-more = Der Entwurf mit dieser Datei bleibt unter den beiseitegelegten.
learning-author-removed = Entfernt. Der Entwurf davor liegt bei den Fassungen.
learning-author-help = So wird es geschrieben
learning-author-help-plan = Oben der Schlüssel und die Sprachen, dann je Kapitel ein Block mit Ordner, Spiel und der Zahl der Fragen je Runde. Zeilen mit # sind Notizen.
learning-author-help-course = Die erste Zeile ist der Titel und beginnt mit #. Darunter ein Absatz, wozu der Kurs gut ist.
learning-author-help-talk = Eine Szene: Frank (bright, wave) @marke: was er sagt. Die Tafel: ~ Titel | Zeile | Zeile. Eine Frage an die Zuhörer: darunter Zeilen wie - Antwort | was darauf gesagt wird. Zeilen mit // sind Notizen.
learning-author-help-questions = [single] name, darunter die Frage. + ist richtig, - ist falsch, eingerückt darunter steht, warum. hint: hilft, see: @marke zeigt in den Vortrag. Weitere Arten: multiple, order, pairs, sort, talk.
learning-author-help-task = Titel mit #, dann was zu tun ist. Namen von Knöpfen stehen in doppelten geschweiften Klammern. Geprüft wird mit Zeilen wie - [document.uploaded >= 1] Satz, darunter eingerückt, was noch fehlt.
learning-author-help-summary = Eine Seite in Markdown, die man behält: ## für Überschriften, kurze Sätze.
learning-author-help-practice = Eine Datei zum Üben. Sie liegt im Übungsbereich, sobald task.md sie unter ## practice nennt.
learning-author-to-publish = Veröffentlichen
learning-author-publish-do = Kurs veröffentlichen
learning-author-published = Veröffentlicht. Alle Kolleginnen und Kollegen sehen jetzt diese Fassung.
learning-author-changed-meanwhile = Inzwischen wurde der Entwurf noch einmal gespeichert. Hier steht, was jetzt neu ist.
learning-author-not-yet = { $n ->
    [one] Noch nicht: Ein Fehler steht im Weg
   *[other] Noch nicht: { $n } Fehler stehen im Weg
  }
learning-author-not-yet-more = Was veröffentlicht ist, bleibt bis dahin, wie es war.
learning-author-nothing-new = Der Entwurf ist genau das, was schon veröffentlicht ist.
learning-author-first-time = Zum ersten Mal
learning-author-first-time-more = Danach finden ihn alle Kolleginnen und Kollegen unter „Lernen“.
learning-author-what-changes = Das wird anders
learning-author-only-small = An Vorträgen, Fragen und Aufgaben ändert sich nichts, nur am Drumherum.
learning-author-chapter-new = Neues Kapitel
learning-author-chapter-gone = Kapitel fällt weg
learning-author-chapter-changed = Geändert
learning-author-part-game = Spiel
learning-author-questions-new = { $n ->
    [one] Eine neue Frage
   *[other] { $n } neue Fragen
  }
learning-author-questions-changed = { $n ->
    [one] Eine geänderte Frage
   *[other] { $n } geänderte Fragen
  }
learning-author-questions-gone = { $n ->
    [one] Eine Frage fällt weg
   *[other] { $n } Fragen fallen weg
  }
learning-author-progress-stays = Wer schon angefangen hat, behält alles: Was gehört, gespielt und getan ist, gilt weiter. Nur neue Kapitel kommen dazu.
learning-author-publish-brings-back = Der Kurs ist zurückgezogen. Mit dem Veröffentlichen steht er wieder allen offen.
learning-author-not-now = Noch nicht
learning-author-rehearsal = Vorschau des Vortrags
learning-author-rehearsal-more = Eine Vorschau aus dem Entwurf, so wie er gespeichert ist. Sie zählt nicht als gehört.
learning-author-rehearsal-faults = { $n ->
    [one] Eine Zeile hat noch einen Fehler.
   *[other] { $n } Zeilen haben noch Fehler.
  }
learning-author-to-file = Zurück zur Datei

learning-statistics = Wie die Fragen ankommen
learning-statistics-intro = Nur der erste Versuch zählt, ohne Namen, und erst wenn { $n } Menschen geantwortet haben.
learning-statistics-fairness = Was sonst noch gezählt wird und was nicht
learning-statistics-unpublished = Veröffentlichen Sie den Kurs, dann sehen Sie hier, wie die Fragen ankommen.
learning-statistics-few = { $n ->
    [one] Zu wenige Antworten bisher: eine Frage
   *[other] Zu wenige Antworten bisher: { $n } Fragen
  }
learning-statistics-right = richtig beim ersten Mal: { $right } von { $people }.
learning-statistics-interval = Bei vielen Menschen läge es wohl zwischen { $from } und { $to } %.
learning-statistics-chosen = { $n ->
    [one] einmal gewählt
   *[other] { $n }-mal gewählt
  }
learning-statistics-never = nie gewählt
