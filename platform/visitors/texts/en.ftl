visitors-email = Your email address
visitors-email-odd = No mail can be sent to this address. Please write special letters after the @ in the form “xn--…”.
visitors-letter-subject = Please confirm: was that you at { $company }?
visitors-letter-what =
    Hello,

    somebody has written something on the pages of { $company } and gave this email address. If that was you, please open this link and press the button. It works for seven days:
visitors-letter-not-me = That was not me? Then there is nothing you need to do. With this link you delete what was written, and get no such mail for a month:
visitors-confirm-heading = Was that you?
visitors-confirm-more = Somebody has written something at { $company } and gave your email address. One more click and it goes on. Your address is published nowhere.
visitors-confirm-button = Yes, that was me
visitors-not-me-heading = That was not you?
visitors-not-me-more = Then we delete what was not confirmed yet under your address at { $company }. For a month we send you no such mail.
visitors-not-me-button = That was not me
visitors-over-heading = This link no longer works
visitors-over-more = It was used already, or is too old. What you have confirmed at { $company } stays confirmed. We will gladly send you a new link to what you wrote.
visitors-disowned-heading = Thank you, that is done
visitors-disowned-more = What was not confirmed under your address has been deleted. You will hear nothing about this from { $company } for a month.
visitors-ask-link = Send me a link to what I wrote
visitors-receipt-letter-subject = What you wrote at { $company }
visitors-receipt-letter =
    Hello,

    under this link you see everything that you wrote at { $company }. You can change it, take it back or delete it altogether. Please keep the link to yourself:
visitors-receipt = What you wrote
visitors-receipt-more = Only who has this link sees this page. Keep it: here you change what you wrote, take it back or delete everything.
visitors-receipt-address = Your address { $email } is seen here by nobody but you.
visitors-receipt-empty = There is nothing of yours here at the moment.
visitors-standing-unconfirmed = Waits until you confirm your email address
visitors-standing-waiting = Waits until one of us has read it
visitors-standing-shown = Everybody can read it
visitors-standing-refused = Not published
visitors-standing-withdrawn = Taken back
visitors-reason = Reason: { $reason }
visitors-text = Your text
visitors-change = Save the change
visitors-withdraw = Take it back
visitors-follow = Mail me about answers
visitors-unfollow = No more mail about answers
visitors-all = All of it
visitors-export = Download everything as a file
visitors-erase = Delete everything …
visitors-erase-more = Your texts, your name and your address are deleted. This cannot be undone, and this link will no longer work.
visitors-erase-button = Delete everything for good
visitors-door-ask = Lost your link?
visitors-door-ask-more = Write down your address, and we send you a link to everything that you wrote here.
visitors-door-sent = Have a look at your mail
visitors-door-sent-more = If something was confirmed under this address, the link is on its way. We send no more than three such mails a day.
visitors-door-erased = Everything is deleted
visitors-door-erased-more = Your texts, your name and your address are gone. It was good to have you here.
visitors-door-stop = No more mail about answers?
visitors-door-stop-more = What you wrote stays; you only get no more mail when somebody answers.
visitors-door-stopped = Fine, we will not write about this any more
visitors-door-stopped-more = You can still read answers on the page itself.
visitors-stop-button = No more mail
visitors-too-often = That was a lot in a short time. A program can solve the riddle in the field “challenge” and send it again; otherwise it goes on later.
visitors-reason-hidden = The invisible field was filled in
visitors-reason-fast = { $n ->
    [0] Filled in in less than a second
    [one] Filled in in one second
   *[other] Filled in in { $n } seconds
}
visitors-reason-links = { $n } links in one text
visitors-reason-again = The same text came { $n } times already
visitors-reason-words = Reads like what was refused before: { $words }
visitors-reason-flood = Arrived when very much came at once
visitors-nearly = Thank you! One step is left
visitors-nearly-more = Have a look at your mail: we ask with a letter whether it was you. It goes on once you have answered.
visitors-receipt-one = Only who has this link sees this page. Keep it: here you change what you wrote, or take it back.
