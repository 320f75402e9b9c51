search-title = Search
search-in-mitwerk = Search in Mitwerk
search-word = Search word
search-go = Search
search-space = Space
search-all-spaces = All spaces
search-kind = What
search-all-kinds = Everything
search-time = When changed
search-since-any = Any time
search-since-7 = Last seven days
search-since-30 = Last month
search-since-365 = Last year
search-begin = Type a word above. Everything that you may read is searched, files and talk as well.
search-nothing = Nothing found for “{ $q }”.
search-nothing-more = Try fewer words or another spelling, or remove filters.
search-count = { $n ->
    [one] One hit in what you may read.
   *[other] { $n } hits in what you may read.
}
search-hits = Hits
search-people = People
search-more = Show more
search-jump = Jump there
search-recent = Newest documents
search-do = Do
search-do-upload = Upload files
search-do-page = Write a page
search-do-space = Open a space
search-do-notifications = Look at notifications
search-do-account = Open settings
search-question-long = That is too long to search for. At most { $max } characters.
search-kind-unknown = There is no such filter.
search-kind-document = All documents
search-kind-post = Post
search-kind-comment = Talk
search-kind-person = Person
search-kind-space = Space
search-kind-page = Page
search-kind-pdf = PDF
search-kind-word = Text document
search-kind-sheet = Sheet
search-kind-slides = Slides
search-kind-text = Text
search-kind-image = Image
search-kind-mail = E-mail
search-kind-other = Other file
search-evaluation-purpose = So that people are found by name and by what they do, and one sees who wrote something
search-evaluation-data = What the profile says, and who wrote a document or a comment; never what somebody searched for
search-evaluation-seen-by = Profiles: whoever may know this person. Writings: whoever may read them
search-evaluation-kept = Until the profile or the writing is changed or deleted
search-title-of = Search: { $q }
search-by = By whom
search-by-all = By everybody
search-filter = Filters
search-filter-set = Filters, { $n } set
search-filter-none = Remove filters
search-only-yours = Only what is open to you is counted. There are no hidden hits.
search-count-more = { $n } hits, and there are older ones. Another word or a filter gets you there sooner.
search-found = Found
search-everywhere = Search everywhere for “{ $q }”
search-hits-short = { $n ->
    [0] No hits
    [one] One hit
   *[other] { $n } hits
}
