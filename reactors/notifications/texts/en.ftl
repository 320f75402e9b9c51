notifications-title = Notifications
notifications-bell = { $n ->
    [0] Notifications, nothing new
   *[other] Notifications, { $n } new
}
notifications-empty = Nothing is waiting for you.
notifications-empty-more = When somebody writes about something you are involved in, or calls you by name, you'll see it here.
notifications-read-all = Mark all as read
notifications-new = new
notifications-called = for you
notifications-older = Show older ones
notifications-choose = Choose when you get e-mail
notifications-and-more = { $n ->
    [one] { $sentence }, and one more thing is new
   *[other] { $sentence }, and { $n } more things are new
}
notifications-save = Save
notifications-mail-when = When should we e-mail you if you haven't looked yet?
notifications-mail-at-once = At once
notifications-mail-bundle = In a bundle, after ten quiet minutes
notifications-mail-daily = Once a day, at seven in the morning
notifications-mail-none = Never, the bell is enough for me
notifications-level-label = Tell me about
notifications-level-all = everything
notifications-level-concerns = what concerns me
notifications-level-nothing = nothing
notifications-level-unknown = There is no such choice.
notifications-up-to-wrong = “up_to” is the “id” of a notification.
notifications-stop-title = No more notifications?
notifications-stop-about = You will get no more notifications and no more mails about “{ $title }”. You can switch them on again on its page.
notifications-stop-gone = You will get no more notifications and no more mails about it.
notifications-stop-button = No more notifications about it
notifications-stopped = There will be no more notifications about it.
notifications-mail-greeting = Hello { $name },
notifications-mail-open = Look and answer: { $link }
notifications-mail-stop = No more mails about it: { $link }
notifications-evaluation-purpose = So that you learn what happened to the things you are involved in
notifications-evaluation-data = Who did the latest thing to something you are involved in, and whether you have read it
notifications-evaluation-seen-by = You alone
notifications-evaluation-kept = Until something newer happens to the same thing
