visitors-email = Your email address
visitors-email-odd = No email can be sent to this address. Write special letters after the @ in the form “xn--…”.
visitors-letter-subject = Please confirm: was that you at { $company }?
visitors-letter-what =
    Hello,

    somebody has written something on the { $company } pages and given this email address. If that was you, please open this link and press the button. It works for seven days:
visitors-letter-not-me = “That was not me”, you say? Then there is nothing you need to do. With this link you can delete what was written, and you will get no more emails like this for a month:
visitors-confirm-heading = Was that you?
visitors-confirm-more = Somebody has written something at { $company } and given your email address. One more click and it can go on. Your address is not published anywhere.
visitors-confirm-button = Yes, that was me
visitors-not-me-heading = That wasn't you?
visitors-not-me-more = Then we'll delete whatever was not yet confirmed under your address at { $company }. For a month we won't send you any more emails like this.
visitors-not-me-button = That was not me
visitors-over-heading = This link no longer works
visitors-over-more = It has been used already, or is too old. What you have confirmed at { $company } stays confirmed. We will gladly send you a new link to what you wrote.
visitors-disowned-heading = Thank you, that is done
visitors-disowned-more = What was not confirmed under your address has been deleted. You will hear nothing about this from { $company } for a month.
visitors-ask-link = Send me a link to what I wrote
visitors-receipt-letter-subject = What you wrote at { $company }
visitors-receipt-letter =
    Hello,

    this link shows you everything you wrote at { $company }. You can change it, take it back or delete it altogether. Please keep the link to yourself:
visitors-receipt = What you wrote
visitors-receipt-more = Only somebody with this link can see this page. Keep it: here you change what you wrote, take it back or delete everything.
visitors-receipt-address = Nobody but you can see your address { $email } here.
visitors-receipt-empty = There is nothing of yours here at the moment.
visitors-standing-unconfirmed = Waiting for you to confirm your email address
visitors-standing-waiting = Waiting for one of us to read it
visitors-standing-shown = Everybody can read it
visitors-standing-refused = Not published
visitors-standing-withdrawn = Taken back
visitors-reason = Reason: { $reason }
visitors-text = Your text
visitors-change = Save the change
visitors-withdraw = Take it back
visitors-follow = Email me about answers
visitors-unfollow = No more emails about answers
visitors-all = All of it
visitors-export = Download everything as a file
visitors-erase = Delete everything …
visitors-erase-more = Your texts, your name and your address are deleted. This cannot be undone, and this link will no longer work.
visitors-erase-button = Delete everything for good
visitors-door-ask = Lost your link?
visitors-door-ask-more = Enter your address, and we'll send you a link to everything you wrote here.
visitors-door-sent = Check your inbox
visitors-door-sent-more = If something was confirmed under this address, the link is on its way. We send no more than three such emails a day.
visitors-door-erased = Everything is deleted
visitors-door-erased-more = Your texts, your name and your address are gone. It was good to have you here.
visitors-door-stop = No more emails about answers?
visitors-door-stop-more = What you wrote stays; you just won't get an email when somebody answers.
visitors-door-stopped = Fine, we will not write about this any more
visitors-door-stopped-more = You can still read answers on the page itself.
visitors-stop-button = No more emails
visitors-too-often = That was a lot in a short time. Try again in a few minutes. A program can solve the puzzle in the field “challenge” and send it again at once.
visitors-reason-hidden = The invisible field was filled in
visitors-reason-fast = { $n ->
    [0] Took less than a second to fill in
    [one] Took one second to fill in
   *[other] Took { $n } seconds to fill in
}
visitors-reason-links = { $n } links in one text
visitors-reason-again = The same text has already come { $n } times
visitors-reason-words = Reads like what was refused before: { $words }
visitors-reason-flood = Arrived when a great deal came at once
visitors-nearly = Thank you, one step is left
visitors-nearly-more = Check your inbox: we ask by email whether it was you. It goes on once you have answered.
visitors-receipt-one = Only somebody with this link can see this page. Keep it: here you change what you wrote, or take it back.
