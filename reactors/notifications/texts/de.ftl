notifications-title = Mitteilungen
notifications-bell = { $n ->
    [0] Mitteilungen, nichts Neues
   *[other] Mitteilungen, { $n } neue
}
notifications-empty = Es wartet nichts auf Sie.
notifications-empty-more = Hier steht, wenn jemand zu etwas schreibt, an dem Sie beteiligt sind, oder Sie anspricht.
notifications-read-all = Alles gelesen
notifications-new = neu
notifications-called = Sie sind gemeint
notifications-older = Ältere zeigen
notifications-choose = Wählen, wann Mails kommen
notifications-and-more = { $n ->
    [one] { $sentence }, und noch etwas ist neu
   *[other] { $sentence }, und { $n } weitere Dinge sind neu
}
notifications-save = Speichern
notifications-mail-when = Wann soll eine Mail kommen, wenn Sie noch nicht nachgesehen haben?
notifications-mail-at-once = Sofort
notifications-mail-bundle = Gesammelt, wenn zehn Minuten Ruhe war
notifications-mail-daily = Einmal am Tag, morgens um sieben
notifications-mail-none = Gar nicht, die Glocke genügt mir
notifications-level-label = Bescheid sagen bei
notifications-level-all = allem
notifications-level-concerns = dem, was mich betrifft
notifications-level-nothing = nichts
notifications-level-unknown = Diese Auswahl gibt es nicht.
notifications-up-to-wrong = „up_to“ ist die „id“ einer Mitteilung.
notifications-stop-title = Keine Mitteilungen mehr?
notifications-stop-about = Zu „{ $title }“ kommen dann keine Mitteilungen und keine Mails mehr. Auf der Seite selbst können Sie es wieder einschalten.
notifications-stop-gone = Dazu kommen dann keine Mitteilungen und keine Mails mehr.
notifications-stop-button = Keine Mitteilungen mehr dazu
notifications-stopped = Dazu kommen keine Mitteilungen mehr.
notifications-mail-greeting = Guten Tag { $name },
notifications-mail-open = Ansehen und antworten: { $link }
notifications-mail-stop = Keine Mails mehr dazu: { $link }
notifications-evaluation-purpose = Damit Sie erfahren, was zu Ihren Dingen geschehen ist
notifications-evaluation-data = Wer zuletzt etwas zu einer Sache getan hat, an der Sie beteiligt sind, und ob Sie es gelesen haben
notifications-evaluation-seen-by = Nur Sie selbst
notifications-evaluation-kept = Bis etwas Neueres zu derselben Sache geschieht
