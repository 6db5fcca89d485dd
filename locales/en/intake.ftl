# Changing what was sent, reminders of drafts, and what leads do with applications.

change-sent-title = Change your application
changes-until = You can change it until { $at }.
changes-text = Your earlier version counts until you submit the changes.
changes-begin = Change application
changes-note = You're changing an application you submitted. Your earlier version counts until you submit the changes.
changes-note-until = You're changing an application you submitted. Your earlier version counts until you submit the changes. We delete changes that you don't submit by { $at }.
changes-open = You have changes that aren't submitted
changes-open-text = Last saved { $at }. Your earlier version counts until you submit the changes.
changes-open-until = We delete changes that you don't submit by { $at }.
changes-check = Review and submit changes
changes-go-on = Keep editing
changes-submit = Submit changes
changes-submitted = You submitted your changes. Reviewers now see your new version.
changes-none = You didn't change anything, so nothing was submitted.
changes-delete = Delete changes
changes-delete-text = This deletes the changes you didn't submit. Your application stays as you submitted it. You can't undo this.
changes-deleted = We deleted your changes. Your application is as you submitted it.
changes-dropped = You didn't submit your changes by the deadline, so we deleted them. We use your application as you submitted it.
changes-stopped = We've sent a decision on your application, so you can't submit changes anymore.
changes-dropped-withdrawn = You didn't submit your application again by the deadline, so it stays withdrawn.
changes-email = To change your email address, write to { $email }.
tag-changed = Changed
status-changed = Last changed { $at }

send-again = Submit application again
send-again-text = You can submit it again.
send-again-until = You can submit it again until { $at }.
send-again-over = You can't submit it again. The deadline has passed, or we've sent a decision.
send-again-done = You submitted your application again.
withdraw-for-good = You can't submit it again after you withdraw.


event-application-changed = An applicant changed their application
event-application-sent-again = Someone submitted a withdrawn application again

# Reminders of drafts
reminders-title = Reminders for unfinished applications
reminders-lead = We email people who started an application and haven't submitted it. Each email has a link to turn reminders off.
reminders-reach = { $n ->
    [0] Nobody would get one right now.
    [one] 1 person would get one right now.
   *[other] { $n } people would get one right now.
    }
reminders-first = First reminder: { $at }
reminders-due = That time has passed, so we'll send it as soon as you turn reminders on.
reminders-second = Last reminder: { $at }
reminders-not = These people don't get one:
reminders-unproved = { $n ->
    [one] 1 draft has no confirmed email address.
   *[other] { $n } drafts have no confirmed email address.
    }
reminders-refused = { $n ->
    [one] 1 person turned reminders off.
   *[other] { $n } people turned reminders off.
    }
reminders-sent = { $n ->
    [one] 1 person has submitted another application.
   *[other] { $n } people have submitted another application.
    }
reminders-text = Preview reminder
reminders-days = Days before the deadline for the first reminder
reminders-on = Turn on reminders
reminders-save = Save number of days
reminders-off = Turn off reminders
reminders-are-on = Reminders are on.
reminders-are-off = Reminders are off.
reminders-no-date = To turn on reminders, set a deadline in the future.
wrong-remind-days = Enter a number of days from 2 to 30.
reminders-end-title = Turn off reminders?
reminders-end-text = { $program } won't remind you about unfinished applications again.
reminders-end = Turn off reminders
reminders-ended-title = Reminders are off
reminders-ended-text = { $program } won't remind you about unfinished applications again. Your draft is still saved.

# After a change, for the team
state-changed = Changed after a decision or review
tag-changed-since = Changed since then
changed-on = The applicant changed this application on { $at }. You see the latest version.
versions-see = Compare versions
changed-reviews = { $n ->
    [one] 1 review was written before the change. We asked the reviewer to check it again.
   *[other] { $n } reviews were written before the change. We asked the reviewers to check them again.
    }
changed-decision = Eligibility was decided before the change. That decision counts until someone decides again.
keep-eligible = Keep as eligible
keep-not-eligible = Keep as not eligible
sent-again-on = submitted again on { $day }
versions-title = Versions of { $name }'s application
versions-lead = These versions leave out access needs and what people say about their identity.
version-number = Version { $n }, { $at }
version-by = Entered by { $name }
version-same = Nothing the team can see changed in this version.
version-before = Before
version-after = After
desk-changed = The applicant changed this application on { $at }, after your review. Check your scores and submit your review again. Until then, your earlier review counts.
read-changed = changed since
read-save-again = Submit review again
todo-changed = { $n ->
    [one] 1 application changed after it was reviewed or its eligibility was decided.
   *[other] { $n } applications changed after they were reviewed or their eligibility was decided.
    }
todo-changed-act = Check changes
todo-changed-reviews = { $n ->
    [one] 1 application changed after you reviewed it.
   *[other] { $n } applications changed after you reviewed them.
    }
todo-changed-reviews-act = Check changes

# Notes, tags, acts on many, exports
contact-details = Contact
tag = Tag
tags-title = Tags
tags-none = No tags yet.
tag-new = New tag
tag-add = Add tag
tag-remove = Remove tag
lead-notes-title = Notes
note-new = New note
note-hint = Only program leads see notes. Applicants and reviewers don't. We delete notes with the application.
note-save = Save note
note-saved = Note saved.
note-delete = Delete note
note-delete-text = This deletes the note for everyone. You can't undo this.
note-deleted = Note deleted.
note-by-nobody = Someone who is no longer here
event-note-written = Someone added a note to an application
event-note-deleted = Someone deleted a note on an application
event-tag-put = Someone added a tag
event-tag-taken = Someone removed a tag
event-tag-undone = Someone undid a tag change
event-applications-exported = Someone exported a list of applications
sort-by = Sort by:
sort-arrived = Date submitted
chosen-title = Several applications at once
chosen-which = Applications
chosen-ticked = Checked on this page
chosen-everyone = { $n ->
    [one] The only application
   *[other] All { $n } applications
    }
chosen-what = Action
chosen-continue = Review and confirm
chosen-one-checked = 1 checked
chosen-many-checked = {"{"}n{"}"} checked
chosen-whole-page = Check all on this page
applications-match = { $n ->
    [one] 1 application
   *[other] { $n } applications
    }
applications-range = Applications { $lines } of { $n }
applications-range-filtered = Applications { $lines } of the { $n } that match the filter
list-pages = Pages of the list
list-page = Page
list-previous = Previous
list-next = Next
chosen-all = { $n ->
    [one] The 1 application that matches the filter
   *[other] All { $n } that match the filter
    }
chosen-none = Check at least one application first.
chosen-nothing = Nothing changed. These applications were already like that, or they can't be changed anymore.
chosen-tag-on = Add a tag
chosen-tag-off = Remove a tag
chosen-eligible = Mark eligible
chosen-not-eligible = Mark not eligible
chosen-count = { $n ->
    [one] This changes 1 application.
   *[other] This changes { $n } applications.
    }
chosen-undo = You can undo this afterward.
chosen-back = Back to the list
chosen-list = { $n ->
    [one] Show this application
   *[other] Show these { $n } applications
    }
chosen-tag-on-act = { $n ->
    [one] Add tag to 1 application
   *[other] Add tag to { $n } applications
    }
chosen-tag-off-act = { $n ->
    [one] Remove tag from 1 application
   *[other] Remove tag from { $n } applications
    }
chosen-eligible-act = { $n ->
    [one] Mark 1 application eligible
   *[other] Mark { $n } applications eligible
    }
chosen-not-eligible-act = { $n ->
    [one] Mark 1 application not eligible
   *[other] Mark { $n } applications not eligible
    }
chosen-tag-on-done = { $n ->
    [one] Tag added to 1 application.
   *[other] Tag added to { $n } applications.
    }
chosen-tag-off-done = { $n ->
    [one] Tag removed from 1 application.
   *[other] Tag removed from { $n } applications.
    }
chosen-not-eligible-done = { $n ->
    [one] 1 application marked not eligible.
   *[other] { $n } applications marked not eligible.
    }
chosen-undone = { $n ->
    [one] Undone for 1 application.
   *[other] Undone for { $n } applications.
    }
export-title = Export a list
export-count = { $n ->
    [one] The list has 1 application, using the filters from the previous page.
   *[other] The list has { $n } applications, using the filters from the previous page.
    }
export-purpose = What is the list for?
export-contacts-title = Contact list
export-contacts-text = Names, email addresses, and phone numbers.
export-scores-title = Scores for the committee
export-scores-text = Average scores and numbers of reviews, once reviews are closed. Names are left out unless you check them.
export-statistics-title = Statistics without names
export-statistics-text = No names, contact details, application numbers, organizations or answers. In a small group, people may still be recognized.
export-archive-title = Everything, for your archive
export-archive-text = All details and all answers, with names.
export-columns = Columns
export-never = These lists never include access needs or what people say about their identity. The accessibility contact sees needs on their own page. The applicant report counts self-descriptions.
export-record = We record who exported which columns, and when. First, we'll ask for a code from your authenticator app.
export-xlsx = Download Excel file
export-csv = Download CSV file
wrong-export-columns = Check at least one column.
export-number = Application number
export-name = Name
export-pronouns = Pronouns
export-email = Email
export-phone = Phone
export-submitted = Submitted
export-changed = Last changed
export-language = Language
export-format = How they answered
export-organization = Organization
export-collaborative = Collaborative
export-role = Role
export-level = Role level
export-city = City
export-state = State
export-region = Region
export-setting = Setting
export-scope = Scope
export-body = Type of organization
export-years-role = Years in role
export-years-field = Years in the field
export-issue = Main issue area
export-issues = Other issue areas
export-health = Health focus
export-late = Reason it was late
export-status = Status
export-decision = Decision
export-priority = Priority
export-reviews = Number of reviews
export-score = Average score
export-lowest = Lowest average in a review
export-highest = Highest average in a review
export-recommendations = Recommendations received
export-tags = Tags
export-answers = All answers
letters-chosen = { $n ->
    [one] To the person who sent the 1 application you chose.
   *[other] To the people who sent the { $n } applications you chose.
    }
group-chosen = { $n ->
    [one] 1 chosen applicant
   *[other] { $n } chosen applicants
    }
chosen-write = Write an email
chosen-write-text = Nothing is sent yet. Next, you write the email and preview it for each person. Then you send it.
chosen-write-act = { $n ->
    [one] Write email to 1 applicant
   *[other] Write email to { $n } applicants
    }
