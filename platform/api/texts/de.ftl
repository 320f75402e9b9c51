api-body-unreadable = Der Inhalt ist kein gültiges JSON, oder ein Feld fehlt oder hat die falsche Art: { $why }
api-body-not-json = Hier wird JSON erwartet (Content-Type: application/json).
api-body-too-large = Das ist zu groß. Höchstens { $max } MB passen hinein.
api-limit-wrong = „limit“ ist eine Zahl von 1 bis { $max }.
api-after-wrong = „after“ ist der Wert, der in der letzten Antwort als „next“ stand.
api-still-running = Dieselbe Anfrage läuft noch. Fragen Sie in einem Augenblick wieder.
api-key-wrong = Ein Idempotency-Key hat 1 bis 200 druckbare Zeichen.
api-key-reused = Dieser Idempotency-Key gehört zu einer anderen Anfrage.
