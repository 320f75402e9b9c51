learning-key-taken = Somebody else already has a course with this key. Give yours another one in course.toml.
learning-withdrawn = This course has been withdrawn. What you have passed stays passed.
learning-locked = This chapter opens once you have heard the talk of the one before and got through its game.
learning-answer-unfit = This answer does not fit the question. Reload the page; your answers stay.
learning-answer-nothing = Choose an answer first.
learning-answer-missing = { $n ->
    [one] One is still missing.
   *[other] { $n } are still missing.
  }
learning-answer-pairs-missing = { $n ->
    [one] That fits. One pair to go.
   *[other] That fits. { $n } pairs to go.
  }
learning-answer-too-early = “{ $step }” comes too early.
learning-answer-too-late = “{ $step }” comes too late.
learning-answer-right = Right.
learning-answer-other-word = That is not the word. Read the sentence aloud once more.

learning-script-line-long = The line is too long. Break it and indent the next one.
learning-script-control = The line holds an invisible character that does not belong here.
learning-script-indented = The line is indented but belongs to nothing.
learning-script-no-title = The title is missing: a line that begins with #.
learning-script-no-scene = Nobody says anything here yet.
learning-script-scenes-many = Too many scenes; nobody sits through more than { $max }.
learning-script-slide-full = The flip chart holds a title and five short lines.
learning-script-label-twice = This label is already used in the file.
learning-script-reply = A reply stands below a scene and reads: - answer | what is said to it.
learning-script-no-speaker = Who speaks is missing: Frank (bright, wave): …
learning-script-no-manner = The bracket with mood and pose is not closed.
learning-script-speaker = We do not know “{ $name }”. Frank and Ute speak here.
learning-script-mood = There is no mood “{ $name }”.
learning-script-pose = This figure has no pose “{ $name }”.
learning-script-silent = It says who speaks, but not what.
learning-script-kind = There is no kind “{ $name }”. There are single, multiple, order, pairs, sort, mark, cloze and talk.
learning-script-key = A key is made of small letters without accents, digits and hyphens.
learning-script-key-twice = The key “{ $name }” is already used.
learning-script-no-question = A question is missing: a line such as [single] name.
learning-script-questions-many = These are more than { $max } questions.
learning-script-field-empty = Nothing follows “{ $name }:”.
learning-script-stray = This line belongs to no answer. Reasons are indented.
learning-script-passage = A square bracket is not closed.
learning-script-no-prompt = The question itself is missing.
learning-script-options-many = These are too many answers.
learning-script-one-right = This question needs exactly one right answer (+) and at least one wrong one (-).
learning-script-some-right = This question needs at least two answers, and one has to be right.
learning-script-no-gap = The gap is missing after says: three underscores.
learning-script-no-why = A wrong answer lacks the reason why not. Write it indented below.
learning-script-letter = Each letter needs one right box, and all boxes in the same order.
learning-script-wall = There is no such wall. There are members, company, customer and web.
learning-script-option-twice = Two answers are the same, or one is empty.
learning-script-no-instruction = It does not say what to do.
learning-script-checks = A task checks at least one thing and at most { $max }.
learning-script-predicate = What is checked stands in brackets in front, such as: - [document.uploaded >= 1] …
learning-script-no-missing = What to say while it is missing is missing.
learning-script-practice = We do not understand this line about the practice space.
learning-script-toml = course.toml cannot be read: { $why }
learning-script-no-language = The course needs at least one language.
learning-script-chapters = A course has at least one chapter and at most { $max }.
learning-script-deal = A round needs at least one question.
learning-script-file-missing = This file is missing.
learning-script-see = The talk has no such label as the one after see:.
learning-script-scenes-differ = In this language the talk has other scenes or labels than in the original.
learning-script-questions-differ = In this language there are more or fewer questions than in the original.
learning-script-questions-order = The question “{ $name }” should stand here, as in the original.
learning-script-question-differs = This question has other answers than in the original, or others are right.
learning-script-checks-differ = In this language the task checks other things than in the original.
learning-script-game-kind = The game “{ $game }” cannot play questions of the kind “{ $kind }”.
learning-script-game = There is no game “{ $name }”.

learning-due-past = That day is over. Pick one that is still to come.
learning-due-unreadable = Until when? For example 2026-12-18T17:00:00Z.
learning-assign-owners = Only its owners assign courses to a space.
learning-assign-admins = Admins assign to everybody or to single people. As the owner of a space you assign to its members.
learning-assign-whom = To whom? Everybody, a space, or single people, at most 500.
learning-assign-colleagues = Courses can only be assigned to colleagues with an account.
learning-standing-purpose = Whoever assigns a course should know how far everybody is, taken together.
learning-standing-data = Four numbers: assigned, not started, started, passed. Names of those who have not passed only for a mandatory course, after its due date, only if that was agreed with the works council and switched on, and only when asked for; each look is noted. No answers, no times, no tries.
learning-standing-seen-by = Whoever assigned it, and the owners of the space; the admins if that person has left. From five people on, all those it is assigned to see how many have joined in. Whoever was named sees who looked, and when.
learning-standing-kept = As long as the assignment runs. Looks that were noted stay for those who were named.

learning-title = Learning
learning-none = There is no course here yet.
learning-begin = Begin
learning-go-on = Go on
learning-look-again = Have another look
learning-due = Due by { $day }
learning-due-mandatory = Mandatory, due by { $day }
learning-chapter-of = Chapter { $number } of { $count }
learning-next-talk = Frank Mertens is already at the flip chart. You can stop at any time; we keep your place.
learning-next-game = You have heard the talk. Now for the game, with no clock and no points.
learning-next-task = The game is done. It becomes clear when you do it once for real.
learning-all-done = You are through.
learning-all-done-more = All heard, played and done. Come back for another look whenever you like.
learning-chapters = The chapters
learning-part-talk = Talk
learning-part-task = Task
learning-part-summary = To keep
learning-is-done = done
learning-game-aufzug = The lift
learning-game-schiessbude = The shooting gallery
learning-game-reihenfolge = The shelf in order
learning-game-postverteiler = The mail room
learning-game-kundengespraech = The customer at the counter
learning-game-aktenpaare = The pairs
learning-rules-aufzug = With each right answer somebody gets on and the lift rises a floor. With a wrong one the gate stays shut, and the liftboy says why.
learning-rules-schiessbude = The ducks carry answers. Shoot down the right ones. Hit a wrong one and it tips over and says why it was not the one.
learning-rules-reihenfolge = The binders in the cellar are in a muddle. Put them in the right order; the archivist will check.
learning-rules-postverteiler = Each letter belongs in exactly one box: with those who are to read it. Nobody else gets it.
learning-rules-kundengespraech = Somebody stands before you with something on his mind. Choose what to say, and watch his face.
learning-rules-aktenpaare = Two cards belong together. Face down to remember or face up to think, both count.
learning-rules-all = No clock, no points, and nobody sees your answers. A wrong one comes again. Everything works by keyboard or as a plain list, too.
learning-play = Let's go
learning-to-course = Back to the course
learning-about = About the course
learning-my-standing = Where you are
learning-parts-done = { $done } of { $count } parts. Only you see this.
learning-task-of = Task of the chapter “{ $chapter }”
learning-checks = How we can tell
learning-task-done = Done. You really did it.
learning-check-again = Check again
learning-skip = Skip it, because …
learning-skip-reason = Why does the task not fit just now?
learning-required = required
learning-skip-do = Skip the task

learning-imported-talk = No speech today: straight to the questions. Take your time, there is no clock.
learning-imported-why = Not that one. The reason is still to be written.
learning-import-nothing = There is no question in the file.
learning-import-format = There are gift, aiken and zip.
learning-import-not-text = The file is no text in UTF-8.
learning-zip-unreadable = This is no zip with the text files of a course.
learning-zip-large = The zip is too large or holds too many files.
learning-aiken-answer-alone = Here is an answer, but no question before it.
learning-aiken-letter = The letters of the options go in order: A, B, C.
learning-aiken-option-alone = Here is an option, but no question before it.
learning-aiken-no-answer = The answer is missing: a line such as ANSWER: B.
learning-aiken-one-option = A question needs at least two options.
learning-aiken-no-such-option = There is no such option.
learning-gift-brace = A brace is not closed here, or there is one too many.
learning-gift-description = This is no question: the answers in braces are missing.
learning-gift-essay = No game can grade an open question. Give it answers.
learning-gift-answer = Each answer begins with = or ~.
learning-gift-no-right = None of the answers is right. The right one begins with =.
learning-gift-number = Numbers have to be exact, without a margin.
learning-gift-pair = A pair reads =left -> right, and it takes at least two.

learning-statistics-too-few = Too few answers. They are shown from five people on.
learning-statistics-purpose = Whoever writes a course should see which questions are too easy, too hard or misleading.
learning-statistics-data = For each question the share of right first tries, and how often which wrong answer was chosen. Without names, from five people on.
learning-statistics-seen-by = Whoever writes the course, and the admins.
learning-statistics-kept = As long as the question exists.

learning-talk-parts = The three parts of the chapter
learning-talk-stage = The talk
learning-talk-picture = Frank Mertens and Ute, his colleague, in the seminar room between flip chart and coffee pot
learning-talk-replies = Your answer
learning-talk-controls = Controls of the talk
learning-talk-back = Back
learning-talk-forward = Next
learning-talk-play = Begin the talk
learning-talk-pause = Pause
learning-talk-go-on = Carry on
learning-talk-again = From the start
learning-talk-count = { $n } of { $count }
learning-talk-rate = Pace
learning-talk-read = Read aloud
learning-talk-pace-slow = 0.75 ×
learning-talk-pace-even = 1 ×
learning-talk-pace-brisk = 1.25 ×
learning-talk-pace-fast = 1.5 ×
learning-talk-skip = To the end
learning-talk-keys = Space pauses, the arrows turn the pages.
learning-talk-wording = Read along
learning-talk-left = About { $n } minutes left.
learning-talk-left-one = About a minute left.
learning-talk-left-none = Nearly there.
learning-talk-leave = Leave whenever you like, we keep your place.
learning-talk-heard = Heard it, on to the game
learning-talk-heard-hint = Read it rather than heard it? That counts just the same.
learning-talk-heard-before = You know this talk already. Nice to see you again.

learning-practice-space = My practice space
learning-practice-space-customers = My practice space with customers
learning-practice-nele = Nele (practice colleague)
learning-practice-bert = Bert (practice colleague)
learning-practice-customer = Ms Sommer (practice customer)
learning-practice-open = Open the practice space
learning-practice-reset = Reset the practice space
learning-practice-reset-more = Lays out everything for this task once more. What you made stays.
learning-practice-is-reset = Everything lies there afresh.
learning-practice-who = Nele and Bert are practice colleagues. They exist only there, and they answer at any hour.
learning-practice = To practise
learning-export-authors = Only its authors export a course: the files hold every answer.

learning-certificate = Certificate
learning-certificate-of = Certificate: { $name }, { $course }
learning-certificate-has = has passed this course:
learning-certificate-passed = at { $company } on { $date }
learning-certificate-genuine = checked: genuine
learning-certificate-by = made with Mitwerk
learning-certificate-check-at = See whether it is genuine:
learning-certificate-none = There is no such certificate
learning-certificate-none-more = Perhaps a character of the link is missing, perhaps the certificate was taken back. It's best to ask the person who gave it to you.
learning-certificate-mine = Your certificate
learning-certificate-you = You passed “{ $course }” on { $date }. Congratulations.
learning-certificate-file = Certificate
learning-certificate-download = Download as PDF
learning-certificate-look = Look at it
learning-certificate-address = Link to pass on
learning-certificate-copy = Copy link
learning-certificate-copied = Copied
learning-certificate-shows = Whoever has it sees your name, the course, the company and the day, and that it's all true. Nothing else. Search engines don't find it.
learning-certificate-withdraw = Take the certificate back
learning-certificate-withdraw-ask = Take the certificate back?
learning-certificate-withdraw-more = The link will lead nowhere, even the one on printed pages. Passed stays passed, and you can have a new one at any time.
learning-certificate-keep = Keep it
learning-certificate-withdrawn = Taken back. The old link leads nowhere now.
learning-certificate-hidden = Nobody can see your certificate at the moment.
learning-certificate-give = Issue the certificate
learning-certificate-given = Here it is, with a new link.
learning-certificate-purpose = Whoever passed a course should be able to show it, and whoever is shown the certificate should be able to check it.
learning-certificate-data = Name, course, company and the day it was passed. Nothing else.
learning-certificate-seen-by = Anybody the person gives the link to. They can take the certificate back at any time.
learning-certificate-kept = Until the person takes it back or is erased.

learning-home-talk = Next: the talk
learning-home-game = Next: the game
learning-home-task = Next: the task

learning-voices = Voices
learning-voices-more = Speak a line yourself, and learners will hear your recording instead of their browser's voice. It goes line by line, and it needn't be all of them.
learning-voices-kept = A recording belongs to its wording: it stays in a new version as long as the line reads the same. The zip of the course doesn't contain recordings. MP3, OGG, M4A, WAV or WebM, at most 5 MB a line.
learning-voices-languages = Languages of the course
learning-voices-german = German
learning-voices-english = English
learning-voices-count = { $n } of { $count } lines have a voice.
learning-voices-line = , line { $n }
learning-voices-hear = Recording of line { $n }
learning-voices-file = Sound file for line { $n }
learning-voices-take = Upload
learning-voices-replace = Replace
learning-voices-remove = Remove
learning-voices-taken = The recording is here.
learning-voices-removed = The recording is gone; the browser reads this line again.
learning-voices-stray = Recordings without a line
learning-voices-stray-more = These lines read differently by now, or are gone. The recordings can be heard nowhere but here.
learning-voices-no-chapter = The course has no talk yet. Publish it first, then it can have your voice.
learning-voices-authors = A course gets its voices from whoever writes it.
learning-voices-changed = This line reads differently by now. Speak the new one.
learning-voices-nothing = Choose a sound file first.
learning-voices-kind = That is no sound file that a browser plays. An MP3 or M4A will do, for example.
learning-voices-too-large = The file is too large; { $max } MB is the most. As an MP3 a line is far smaller.
learning-voices-broke-off = The file did not quite arrive. Send it again.

learning-assign-course-missing = Which course? Choose one.
learning-assign-space-missing = Which space? Choose one.
learning-assign-people-missing = Who? Tick at least one name.
learning-due-day = Until when? For example 2026-12-18.
learning-assignment-others = Somebody else made this assignment. You can see how it stands; whoever made it can change it.
learning-assignment-over = This assignment has already ended.
learning-assignments = Assignments
learning-assignments-none = No course has been assigned to anybody yet.
learning-assignments-none-more = Assign one, and a group photo begins here. It fills as soon as the first people have passed.
learning-assignments-ended = Ended
learning-assignment = The assignment
learning-assign = Assign a course
learning-assign-course = Course
learning-assign-choose = Choose
learning-assign-to = For whom
learning-assign-everyone = Everybody in the company, and whoever joins later
learning-assign-space = The members of a space
learning-assign-which-space = Which space
learning-assign-people = Particular people
learning-assign-which-people = Who it is
learning-assign-find = Name
learning-assign-find-do = Find
learning-assign-find-more = Whoever you have ticked stays in the list while you look for others.
learning-assign-nobody = Nobody here has that name. A part of the first name or surname is enough.
learning-assign-due = Until when
learning-assign-due-more = The whole day still counts. Four weeks is a good measure.
learning-assign-kind = Mandatory or voluntary
learning-assign-voluntary = Whoever would rather not can stop the reminders. Names are never shown.
learning-assign-mandatory = Reminders only stop when somebody has passed.
learning-assign-seen = Who sees what
learning-assign-seen-you = You see four numbers: assigned, not started, under way, passed. No answers, no minutes, no tries.
learning-assign-seen-team = From five people on, the team sees how many have joined in. Nothing else.
learning-assign-seen-mails = Reminders go only to those who have not passed: at the start, at half time, three days before, on the due date and then once a week. Never more than one a day.
learning-assign-seen-names = You can see names only for a mandatory course and only after the due date. Each look is noted, and those named see it.
learning-assign-seen-no-names = Names are not shown in this company.
learning-assign-do = Assign the course
learning-assigned = Assigned. The first emails go out in ten minutes or, outside working hours, the next morning.
learning-rather-not = Rather not
learning-mandatory = Mandatory
learning-voluntary = Voluntary
learning-overdue = Past the due date
learning-by = by { $name }
learning-whom-everyone = Everybody
learning-whom-space = Space “{ $title }”
learning-whom-space-unknown = A space you can no longer see
learning-whom-people = Particular people
learning-fact-whom = For whom
learning-fact-due = Until
learning-fact-kind = Mandatory or voluntary
learning-fact-by = Assigned by
learning-standing = Team photo
learning-standing-see = See the team photo
learning-standing-back = Back to the team photo
learning-standing-numbers = How it stands
learning-count-assigned = assigned
learning-count-not-started = not started
learning-count-started = under way
learning-count-passed = passed
learning-places = The places belong to nobody.
learning-places-more = Whoever passes fills any free place. How many tries somebody needs is shown nowhere, not even to management.
learning-too-few = With fewer than { $n } people we don't break it down, because every number would be a name.
learning-photo-alt = Group photo in front of the gate: { $taken } of { $places } places are taken, the others are dashed. Frank Mertens stands beside it with the camera.
learning-photo-none = The picture is still empty. Whoever passes steps in.
learning-photo-few = The picture fills once everybody has passed.
learning-photo-some = { $passed } of { $assigned } are in. At the last place Frank takes the picture, and it goes up in the hallway.
learning-photo-all = All { $assigned } are in. The picture can go up in the hallway.
learning-frank-none = Camera's ready!
learning-frank-none-more = Who's first?
learning-frank-few = Smile, please!
learning-frank-few-more = I can wait.
learning-frank-some = Don't move!
learning-frank-some-more = { $n ->
    [one] Just one to go!
   *[other] Just { $n } to go!
  }
learning-frank-all = And click!
learning-frank-all-more = Everybody's in.
learning-day-other = Another due date
learning-day-other-more = Reminders follow the new date.
learning-day-change = Change the due date
learning-day-changed = The new due date is set.
learning-end = End the assignment
learning-end-question = End this assignment?
learning-end-more = Nobody is reminded or counted any more. What has been passed stays passed.
learning-ended = Ended. No more reminders go out.
learning-ended-on = ended: { $day }
learning-ended-since = This assignment has ended ({ $day }). Nobody is reminded any more, and nobody is counted.
learning-names = Names
learning-names-voluntary = The course is voluntary, so there are no names here.
learning-names-never = Names are not shown in this company.
learning-names-later = Only after the due date ({ $day }) can you see who has not passed.
learning-names-now = The due date has passed. You can see the names of those who have not passed. This look is noted: whoever is named sees that you looked, and when.
learning-names-look = See the names and note it
learning-names-title = Not passed yet
learning-names-noted = Your look is noted. Whoever is named here can see under “Learning” that you looked, and when.
learning-names-none = Nobody. Everybody has passed.
learning-names-talk = That is all we know and all we show. A conversation helps most: perhaps there was simply no time.
learning-names-not-agreed = There are no names here: only for a mandatory course after its due date, and only if that was agreed in the company.
learning-settings = Rules for learning
learning-settings-names = Show names after the due date
learning-settings-names-more = This has to be agreed with the works council. Set here what was agreed.
learning-settings-no = No
learning-settings-no-more = Whoever assigns sees four numbers and no names.
learning-settings-yes = Yes, as agreed
learning-settings-yes-more = After the due date of a mandatory course, whoever assigned it or owns the space can see the names of those who have not passed.
learning-settings-never = Each look at names is noted, and those named see who looked. Nobody ever sees answers, minutes or tries, and voluntary courses have no names.
learning-settings-save = Save these rules
learning-settings-saved = Saved and noted.
learning-settings-changes = Who changed it
learning-settings-agreed-by = { $name }: names are shown
learning-settings-took-back-by = { $name }: no names
learning-settings-fairness = Everybody in the company can read what the platform knows about people:
learning-settings-fairness-link = What is evaluated here
learning-mine = Assigned to you
learning-mine-others = Also on the shelf
learning-mine-joined = { $joined } of { $assigned } have joined in.
learning-mine-joined-space = { $joined } of { $assigned } from “{ $space }” have joined in.
learning-mine-names = Whoever assigned it sees four numbers. After the due date of a mandatory course, the names of those who have not passed may be looked at; you see each such look here.
learning-mine-no-names = Whoever assigned it sees four numbers and no names.
learning-mine-looks = Who has seen your name
learning-mine-look = { $name }, in the team photo of “{ $title }”
learning-remind-subject = “{ $title }”: by { $day }
learning-remind-subject-late = “{ $title }” is still waiting for you
learning-remind-subject-many = { $n } courses are waiting for you
learning-remind-greeting = Hello { $name }.
learning-remind-start = The course “{ $title }” is recommended to you, ideally by { $day }.
learning-remind-start-mandatory = The course “{ $title }” is meant for you, by { $day }.
learning-remind-half = Half time for “{ $title }”. There is time until { $day }, and a chapter fits between two meetings.
learning-remind-soon = “{ $title }” runs until { $day }, that is a few days from now.
learning-remind-due = Today is the due date for “{ $title }”.
learning-remind-late = The due date for “{ $title }” was { $day }. The course is still open, and every chapter counts now, too.
learning-remind-end = The chapters are short, and you can stop at any time: we keep your place. Only you get this email, and reminders stop as soon as you have passed.
learning-remind-stop = No more reminders about “{ $title }”:
learning-stop-title = Stop reminders
learning-stop-about = You will get no more emails reminding you of “{ $title }”. The course stays open to you, and nobody is told.
learning-stop-button = Stop the reminders
learning-stop-mandatory = This course is mandatory. Reminders stop as soon as you have passed it.
learning-stopped = Stopped. We won't remind you of this course any more.
learning-reminder-purpose = Whoever has not passed an assigned course should not forget it.
learning-reminder-data = Who has not passed, which reminder went out last and when, and whether somebody wants no more of them.
learning-reminder-seen-by = Only the person concerned, in their own email.
learning-reminder-kept = As long as the assignment runs.
learning-mine-shelf = On the shelf

learning-withdrawn-title = This course has been withdrawn.
learning-withdrawn-since = Withdrawn on { $when }. Nobody begins it any more, and games under way are resting. If it comes back, you go on where you were.
learning-withdrawn-what-stays = What stays
learning-withdrawn-parts = Where you are: { $done } of { $count } parts. What you have passed stays passed.
learning-withdrawn-nothing-begun = You hadn't begun it, so you are missing nothing.
learning-withdrawn-certificate = Your certificate is still valid.
learning-withdrawn-reminders = You won't be reminded of this course any more.
learning-withdrawn-others = See other courses

learning-import = Bring one in
learning-import-file = File
learning-import-more = A whole course as a zip, or questions in GIFT or Aiken. It becomes a draft that nobody sees yet.
learning-import-as = Format
learning-import-guess = Work it out from the file
learning-import-zip = Zip of a course
learning-import-title = Title
learning-import-title-more = For GIFT and Aiken only. Otherwise the course is called what the file is called.
learning-import-do = Bring it in
learning-import-no-file = Choose a file.
learning-import-form = The file did not arrive whole. Send it again.
learning-import-refused = Nothing was taken. Each line says what is wrong with it.
learning-import-refused-file = Something is wrong in “{ $file }”

learning-author-title = Write courses
learning-author-intro = A course is made of plain text files. You write here; we read along and say at once which line is wrong.
learning-author-workshop = Workshop
learning-author-yours = Your courses
learning-author-all = All courses
learning-author-none = There is no course of yours here yet.
learning-author-none-more = Begin with a title. You get a small chapter that can be played already, with notes in it.
learning-author-state-draft = Draft
learning-author-state-published = Published
learning-author-state-withdrawn = Withdrawn
learning-author-is-bundled = Comes with Mitwerk
learning-author-unpublished = The draft is ahead of what is published.
learning-author-last-saved = last saved
learning-author-begin = New course
learning-author-course-title = Title
learning-author-begin-more = It lies here as a draft. Only you and the admins can see it.
learning-author-begin-do = Make a course
learning-author-begun = Made. A first chapter is there already.
learning-author-imported = Brought in. Look at it, try it out, publish it: in this order.
learning-author-bundled = This course comes with Mitwerk and is renewed with each new version. What you wrote into it would be lost. Copy it as a course of your own, then it is yours.
learning-author-bundled-key = This key belongs to the course that comes with Mitwerk. Give your course another one in course.toml.
learning-author-copy = Copy as a course of my own
learning-author-copy-note = copy
learning-author-copy-own = Make a copy
learning-author-copied = Copied. This course is yours now, as a draft.
learning-author-first-key = start
learning-author-plan-note = The plan of the course: its languages and its chapters, in order.
learning-author-chapter-note = Each chapter has a folder per language, a game, and a number of questions a round (deal).
learning-author-whole = The course as a whole
learning-author-else = What else can be done
learning-author-stray = Without a chapter
learning-author-stray-more = These files belong to no chapter of the plan. They are kept, but shown nowhere.
learning-author-see-talk = See the talk
learning-author-open = Open
learning-author-missing = still missing
learning-author-language = Language
learning-author-language-de = German
learning-author-language-en = English
learning-author-fault-count = { $n ->
    [one] one mistake
   *[other] { $n } mistakes
  }
learning-author-file-plan = the plan
learning-author-file-course = title and what it is about
learning-author-file-talk = the talk
learning-author-file-questions = the questions for the game
learning-author-file-task = the task
learning-author-file-summary = to read again
learning-author-add = More
learning-author-add-chapter = Add a chapter
learning-author-chapter-title = Title of the chapter
learning-author-chapter-game = Game
learning-author-chapter-key = Name of the folder
learning-author-chapter-key-more = Small letters, digits and dashes. If you leave it empty, we take the title.
learning-author-chapter-added = The chapter is there, in each language, with examples in it.
learning-author-add-language = Add a language
learning-author-language-more = It gets a copy of all files of the first language. Translate file by file then; keys and labels stay as they are.
learning-author-language-there = The course has this language already.
learning-author-language-unknown = There is no such language here.
learning-author-language-added = The language is there, with the texts of the first one for now.
learning-author-language-twice = One language is listed twice.
learning-author-add-file = Add a file
learning-author-path-label = Folder and name
learning-author-path-more = For example en/start/packing-list.md for a file to practise with.
learning-author-path = A file can't be called that. For example: en/start/packing-list.md, with .md, .txt or .toml at the end.
learning-author-path-taken = There is a “{ $path }” already.
learning-author-plan-stays = Every course needs its plan course.toml, and it is always called that.
learning-author-plan-first = First course.toml has to be readable. It says there what is missing.
learning-author-plan-lacks = This chapter is not in the plan.
learning-author-game = There is no such game.
learning-author-key-changed = The key has to stay “{ $key }”: we know the course by it. Copy it if it is to become another one.
learning-author-file-large = The file is larger than { $max } KB. Split it up.
learning-author-check = Check
learning-author-checked = All is well.
learning-author-line = Line { $n }
learning-author-faults = { $n ->
    [one] One mistake in this file.
   *[other] { $n } mistakes in this file.
  }
learning-author-faults-elsewhere = { $n ->
    [one] This file is fine; another one has a mistake.
   *[other] This file is fine; others have { $n } mistakes.
  }
learning-author-faults-more = { $n ->
    [one] And one more.
   *[other] And { $n } more.
  }
learning-author-faults-none = The whole course is checked while you write.
learning-author-out = Look at it and pass it on
learning-author-as-learner = As the others see it
learning-author-export-zip = Download as a zip
learning-author-export-gift = Download the questions as GIFT
learning-author-export-draft = Download the draft as a zip
learning-author-versions = Versions
learning-author-versions-none = Nothing has been published yet.
learning-author-version = Version { $n }
learning-author-version-valid = current
learning-author-restore = Make it the draft
learning-author-restored = This is the draft now. What stood there before lies among the drafts put aside.
learning-author-asides = { $n ->
    [one] One draft put aside
   *[other] { $n } drafts put aside
  }
learning-author-asides-more = What the draft was before it was replaced all at once. The last twenty stay.
learning-author-withdraw = Withdraw the course
learning-author-withdraw-ask = Withdraw this course?
learning-author-withdraw-ask-more = Nobody begins it or goes on with it. What is passed stays passed. You can bring it back at any time.
learning-author-withdraw-no = Keep it
learning-author-withdrawn-more = Whoever opens it reads that it was withdrawn, and what stays.
learning-author-is-withdrawn = Withdrawn. Whoever opens it reads what stays.
learning-author-bring-back = Bring the course back
learning-author-is-back = The course is back. Everybody goes on where they were.
learning-author-save = Save the draft
learning-author-saved = Draft saved.
learning-author-text = Text of { $path }
learning-author-state-unsaved = Not saved yet, but safe on this device.
learning-author-state-saved = The server has it like this.
learning-author-state-away = No connection just now. Your text is safe on this device.
learning-author-new-file = This file does not exist yet. Saving makes it.
learning-author-kept = This is what you wrote last and have not saved yet.
learning-author-discard = Drop it and show the saved text
learning-author-conflict = Somebody has saved this file in the meantime.
learning-author-conflict-by = { $name } has saved this file in the meantime.
learning-author-conflict-more = Both texts are still there: yours in the field below, the other one here. Take over what you need. When you save, yours counts.
learning-author-conflict-other = The other text, saved at
learning-author-try = Try it out
learning-author-try-which = Which question?
learning-author-try-all = A round of all
learning-author-try-do = Try this question in the game
learning-author-try-more = What is in the field right now is played, saved or not. It counts nowhere.
learning-author-unplayable = This can't be played yet:
learning-author-no-such-question = This question is no longer in the file.
learning-author-file-more = Rename or remove
learning-author-rename = Rename
learning-author-rename-to = New name
learning-author-renamed = Renamed.
learning-author-remove = Remove the file
learning-author-remove-ask = Remove “{ $path }”?
learning-author-remove-more = The draft with this file stays among those put aside.
learning-author-removed = Removed. The draft before it lies with the versions.
learning-author-help = How it is written
learning-author-help-plan = At the top the key and the languages, then a block per chapter with its folder, its game and the number of questions a round. Lines with # are notes.
learning-author-help-course = The first line is the title and begins with #. Below it a paragraph on what the course is good for.
learning-author-help-talk = A scene: Frank (bright, wave) @label: what he says. The flip chart: ~ Title | line | line. A question to the listeners: below it lines like - answer | what is said to it. Lines with // are notes.
learning-author-help-questions = [single] name, below it the question. + is right, - is wrong, indented below stands why. hint: helps, see: @label points into the talk. Other kinds: multiple, order, pairs, sort, talk.
learning-author-help-task = A title with #, then what is to be done. Names of buttons stand in double braces. Lines like - [document.uploaded >= 1] sentence say what is checked, indented below what is still missing.
learning-author-help-summary = A page in Markdown to keep: ## for headings, short sentences.
learning-author-help-practice = A file to practise with. It lies in the practice space as soon as task.md names it under ## practice.
learning-author-to-publish = Publish
learning-author-publish-do = Publish the course
learning-author-published = Published. All colleagues see this version now.
learning-author-changed-meanwhile = The draft has been saved again in the meantime. This is what is new now.
learning-author-not-yet = { $n ->
    [one] Not yet: one mistake is in the way
   *[other] Not yet: { $n } mistakes are in the way
  }
learning-author-not-yet-more = What is published stays as it was until then.
learning-author-nothing-new = The draft is just what is published already.
learning-author-first-time = For the first time
learning-author-first-time-more = After that all colleagues find it under “Learning”.
learning-author-what-changes = What will be different
learning-author-only-small = Nothing changes in talks, questions and tasks, only around them.
learning-author-chapter-new = New chapter
learning-author-chapter-gone = Chapter goes
learning-author-chapter-changed = Changed
learning-author-part-game = Game
learning-author-questions-new = { $n ->
    [one] One new question
   *[other] { $n } new questions
  }
learning-author-questions-changed = { $n ->
    [one] One changed question
   *[other] { $n } changed questions
  }
learning-author-questions-gone = { $n ->
    [one] One question goes
   *[other] { $n } questions go
  }
learning-author-progress-stays = Whoever has begun keeps everything: what was heard, played and done still counts. Only new chapters are added.
learning-author-publish-brings-back = The course has been withdrawn. Publishing opens it to everybody again.
learning-author-not-now = Not yet
learning-author-rehearsal = Preview of the talk
learning-author-rehearsal-more = A preview of the draft as it is saved. It does not count as heard.
learning-author-rehearsal-faults = { $n ->
    [one] One line still has a mistake.
   *[other] { $n } lines still have mistakes.
  }
learning-author-to-file = Back to the file

learning-statistics = How the questions do
learning-statistics-intro = Only the first try counts, without names, and only once { $n } people have answered.
learning-statistics-fairness = What else is counted, and what is not
learning-statistics-unpublished = Publish the course, then you see here how its questions do.
learning-statistics-few = { $n ->
    [one] Too few answers so far: one question
   *[other] Too few answers so far: { $n } questions
  }
learning-statistics-right = right at the first try: { $right } of { $people }.
learning-statistics-interval = With many people it would probably lie between { $from } and { $to } %.
learning-statistics-chosen = { $n ->
    [one] chosen once
   *[other] chosen { $n } times
  }
learning-statistics-never = never chosen
