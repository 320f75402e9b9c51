feed-home = Home
feed-good-morning = Good morning, { $name }
feed-good-day = Good afternoon, { $name }
feed-good-evening = Good evening, { $name }
feed-waiting = What waits for you
feed-waits-for-you = Waiting for you
feed-nothing-waits = Nobody is waiting for you. All answered.
feed-waiting-more = More about “{ $title }”
feed-waiting-later = Tomorrow morning again
feed-waiting-done = Done
feed-waiting-and-more = { $n ->
    [one] And one more.
   *[other] And { $n } more.
}
feed-time-wrong = We cannot read this time. RFC 3339, such as 2026-12-24T10:30:00Z.
feed-filter = Filter the news
feed-only-all = All
feed-only-posts = Posts
feed-only-documents = Documents
feed-since = You knew everything from here on
feed-addresses = Read in a feed reader
feed-addresses-more = An address for you alone: with it your feed reader shows what is new (Atom). Whoever knows it reads the same headings as you. Take it back when you no longer need it.
feed-addresses-many = You have many such addresses already. Take one back first.
feed-address-fresh = Here it is. We show it only this once.
feed-address-of = Of what
feed-address-all = All that I see
feed-address-lost = A space that you no longer read
feed-address-make = Make an address
feed-address-since = since { $time }
feed-address-revoke = Take back
feed-write = Write a post
feed-mine = My documents
feed-all-mine = all
feed-side = My things
feed-somebody = Somebody
feed-news = News
feed-no-news = Nothing has happened here yet.
feed-older = Show older ones
feed-this = this post
feed-said = { $n ->
    [one] 1 comment
   *[other] { $n } comments
}
feed-by = Posted by { $name }
feed-join-talk = Join the talk
feed-empty = It's still quiet in here
feed-empty-more = Three things to begin with:
feed-empty-wait = As soon as somebody brings you into a space, you'll read here what happens there.
feed-first-upload = Upload a document.
feed-first-upload-more = Everybody concerned can talk about it at once.
feed-first-page = Write a page.
feed-first-page-more = Begin alone, go on together.
feed-first-spaces = Have a look at the spaces.
feed-first-spaces-more = Somebody may be waiting for you there.
feed-evaluation-entries-purpose = So that everybody sees what is new without having to ask
feed-evaluation-entries-data = Who did the latest thing to a document, and what; never a list by person
feed-evaluation-seen-by = Everybody who may read the document at that moment
feed-evaluation-entries-kept = Until something newer is done to it
feed-evaluation-activities-purpose = So that programs can follow what happens and miss nothing
feed-evaluation-activities-data = Who did what to which document and when, in the order of the log; it cannot be filtered or sorted by person
feed-evaluation-activities-kept = As long as the document; the name is dropped when somebody is erased
