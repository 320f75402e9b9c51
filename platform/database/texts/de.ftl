database-faster = Jemand anderes war schneller. Laden Sie die Seite neu, dann sehen Sie, was geschehen ist.
