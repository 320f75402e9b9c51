mail-url-wrong = Die Adresse des Mailservers sieht zum Beispiel so aus: smtp://mail.firma.de:25 oder smtps://name:passwort@mail.firma.de
