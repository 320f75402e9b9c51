database-faster = Somebody else was faster. Load the page again to see what happened.
