page-skip = Skip to the content
page-house = House
page-main-menu = Main menu
page-main-menu-below = Main menu, bottom
page-nav-home = Home
page-nav-spaces = Spaces
page-nav-documents = Documents
page-nav-learn = Learning
page-nav-people = People
page-nav-admin = Administration
page-my-spaces = My spaces
page-foot = Mitwerk, in our own house
page-top = Top bar
page-search = Search
page-search-in = Search documents and talk
page-search-placeholder = A word, a name, a space
page-ctrl-k = Ctrl K
page-quick-search = Quick search
page-nothing-found = Nothing found.
page-palette-keys = Choose with the arrow keys, open with Enter, close with Esc.
page-new = New
page-new-post = Write a post
page-new-file = Upload files
page-new-page = Write a page
page-new-space = Open a space
page-bell = Notifications
page-your-account = your account
page-profile = My profile
page-account = Settings
page-fairness = What is evaluated here
page-sign-in = Sign in
page-sign-out = Sign out
page-more = More
page-close = Close
page-home = Go home
page-rather-not = Keep it
page-do-it = Yes, do it
page-kept = What you sent is kept here
page-reference = For questions:
page-not-found = Nothing here
page-not-found-advice = There is nothing at this address that you can see. Whoever sent you the address can let you in.
page-signed-out = Sign in first
page-signed-out-advice = You need to be signed in for this. Your text is still here; you come back afterwards.
page-forbidden = That can't be done here
page-forbidden-advice = Nothing was changed.
page-invalid = Something isn't right yet
page-invalid-advice = Correct it and send it again.
page-conflict = Somebody was faster
page-conflict-advice = Load the page again to see what happened.
page-unconditional = Which version do you mean?
page-too-large = That is too big
page-too-large-advice = Nothing was stored.
page-not-accepted = Mitwerk can't use that here
page-not-accepted-advice = Nothing was stored.
page-too-often = One moment
page-too-often-advice = That was a lot of tries in a short time. Try again in a few minutes.
page-full = The disk is full
page-full-advice = Nothing was stored. Tell whoever administers the house.
page-away = Out of reach at the moment
page-away-advice = Something that Mitwerk needs does not answer. Try again in a moment; your text stays in the field.
page-unexpected = Something failed on our side
page-unexpected-advice = Load the page again to see whether it arrived. The fault is in the log.
page-colleagues-only = This is for colleagues of the house.
page-foreign-origin = This request came from a foreign page. Nothing was changed.
page-body-too-large = That is too big. At most { $max } MB fit into a form; files are better uploaded.
page-form-not-accepted = The form arrived in a shape that Mitwerk cannot read.
page-form-unreadable = The form arrived incomplete.
page-query-unreadable = What stands in the address cannot be read.
page-audience-private = Members of this space only
page-audience-internal = Just us
page-audience-customers = With { $name }
page-audience-public = Everyone on the web
page-readers-private = { $n ->
    [one] only you read this
   *[other] { $n } people read this
}
page-readers-internal = { $n ->
    [one] only you so far
   *[other] all { $n } colleagues read this
}
page-readers-customers = { $n ->
    [one] only you so far
   *[other] all { $n } in this space can read this, including those from outside
}
page-readers-public = anyone on the internet can read it
page-send-private = { $n ->
    [one] Send to myself
   *[other] Send to { $n } members
}
page-send-internal = Send to all of us
page-send-customers = Send to us and { $name }
page-send-public = Publish on the web
page-joins = With your first word you become a member of “{ $space }”.
page-busy = There is a lot to do right now
page-busy-advice = Pictures and files are being made for others at the moment. Please try again in a moment.
page-flawed = We cannot take the file like this
page-flawed-advice = Nothing was taken. It says line by line what is wrong.
page-nav-blog = Blog
