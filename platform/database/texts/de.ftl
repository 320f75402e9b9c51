database-faster = Jemand anderes war schneller. Laden Sie die Seite neu, dann sehen Sie, was geschehen ist.
database-zero = Darin steht ein Zeichen, das kein Text haben kann. Bitte tippen Sie es neu.
