live-too-many = Es sind zu viele Fenster offen. Schließen Sie einige, dann geht es weiter.
