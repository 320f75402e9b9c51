kernel-line-empty = Hier fehlt noch etwas.
kernel-line-control = Hier stehen Zeichen, die nicht in eine Zeile passen, zum Beispiel ein Zeilenumbruch.
kernel-line-long = Das ist zu lang. Höchstens { $max } Zeichen passen hier hinein.
