api-body-unreadable = The body is no valid JSON, or a field is missing or of the wrong kind: { $why }
api-body-not-json = JSON is expected here (Content-Type: application/json).
api-body-too-large = That is too big. At most { $max } MB fit.
api-limit-wrong = “limit” is a number from 1 to { $max }.
api-after-wrong = “after” is the value that stood as “next” in the last answer.
api-still-running = The same request is still running. Ask again in a moment.
api-key-wrong = An Idempotency-Key has 1 to 200 printable characters.
api-key-reused = This Idempotency-Key belongs to another request.
