database-faster = Somebody else was faster. Load the page again to see what happened.
database-zero = There is a character in it that no text can have. Please type it again.
