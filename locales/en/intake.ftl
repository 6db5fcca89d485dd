# Changing what was sent, reminders of drafts, and what leads do with applications.

change-sent-title = Change your application
changes-until = You can change it until { $at }.
changes-text = Your earlier version counts until you submit the changes.
changes-begin = Change application
changes-note = You are changing an application that you submitted. Your earlier version counts until you submit the changes.
changes-note-until = You are changing an application that you submitted. Your earlier version counts until you submit the changes. Changes not submitted by { $at } are deleted.
changes-open = You have changes that aren't submitted
changes-open-text = Last saved { $at }. Your earlier version counts until you submit the changes.
changes-open-until = Changes not submitted by { $at } are deleted.
changes-check = Review and submit changes
changes-go-on = Keep editing
changes-submit = Submit changes
changes-submitted = Your changes are submitted. Reviewers see your new version from now on.
changes-none = You didn't change anything, so nothing was submitted.
changes-delete = Delete changes
changes-delete-text = This deletes what you changed and didn't submit. Your application stays as you submitted it. This can't be undone.
changes-deleted = Your changes were deleted. Your application is as you submitted it.
changes-dropped = Your changes weren't submitted by the deadline, so we deleted them. Your application counts as you submitted it.
changes-stopped = A decision on your application was sent, so your changes can't be submitted any more.
changes-dropped-withdrawn = You didn't submit your application again by the deadline. It stays withdrawn.
changes-email = To change your email address, write to { $email }.
tag-changed = Changed
status-changed = Last changed { $at }

send-again = Submit again
send-again-text = You can submit it again.
send-again-until = You can submit it again until { $at }.
send-again-over = It can't be submitted again, because the deadline has passed or a decision was sent.
send-again-done = Your application is in again.
withdraw-for-good = You can't submit it again after that.


event-application-changed = An applicant changed their application
event-application-sent-again = A withdrawn application was submitted again

# Reminders of drafts
reminders-title = Reminders for unfinished applications
reminders-lead = We email people who started an application and haven't submitted it. Each email has a link that turns reminders off.
reminders-reach = { $n ->
    [0] Nobody would get one now.
    [one] 1 person would get one now.
   *[other] { $n } people would get one now.
    }
reminders-first = First reminder: { $at }
reminders-due = That time has passed, so it goes out as soon as you turn reminders on.
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
reminders-text = Read the email
reminders-days = Days before the deadline for the first reminder
reminders-on = Turn on reminders
reminders-save = Save days
reminders-off = Turn off reminders
reminders-are-on = Reminders are on.
reminders-are-off = Reminders are off.
reminders-no-date = Set a deadline that is still ahead to turn on reminders.
wrong-remind-days = Enter a number of days from 2 to 30.
reminders-end-title = Turn off reminders?
reminders-end-text = { $program } won't remind you about unfinished applications again.
reminders-end = Turn off reminders
reminders-ended-title = Reminders are off
reminders-ended-text = { $program } won't remind you about unfinished applications again. Your draft is still saved.

# After a change, for the team
state-changed = Changed since decided or reviewed
tag-changed-since = Changed since
changed-on = The applicant changed this application on { $at }. You see the latest version.
versions-see = See what changed
changed-reviews = { $n ->
    [one] 1 review was written before the change. The reviewer is asked to look again.
   *[other] { $n } reviews were written before the change. The reviewers are asked to look again.
    }
changed-decision = The decision on eligibility was made before the change. It counts until someone decides again.
keep-eligible = Still eligible
keep-not-eligible = Still not eligible
sent-again-on = submitted again on { $day }
versions-title = Versions of { $name }’s application
versions-lead = Access needs and what someone says about themselves are not part of these versions.
version-number = Version { $n }, { $at }
version-by = Entered by { $name }
version-same = Nothing that the team sees changed in this version.
version-before = Before
version-after = After
desk-changed = The applicant changed this application on { $at }, after your review. Check your scores and submit your review again. Until then, it counts as it is.
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
tag-remove = Remove
lead-notes-title = Notes
note-new = New note
note-hint = Only program leads read notes. The applicant and reviewers don't see them. Notes are deleted with the application.
note-save = Save note
note-saved = Note saved.
note-delete = Delete note
note-delete-text = This deletes the note for everyone. It can't be undone.
note-deleted = Note deleted.
note-by-nobody = Someone who is no longer here
event-note-written = A note on an application was written
event-note-deleted = A note on an application was deleted
event-tag-put = A tag was added
event-tag-taken = A tag was removed
event-tag-undone = A tag change was undone
event-applications-exported = A list of applications was exported
sort-by = Sort by:
sort-arrived = Date submitted
chosen-title = Several applications at once
chosen-which = Which applications
chosen-ticked = Those checked on this page
chosen-everyone = { $n ->
    [one] The only application
   *[other] All { $n } applications
    }
chosen-what = What to do
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
chosen-nothing = Nothing changed: they all had it already, or it can't be changed any more.
chosen-tag-on = Add a tag
chosen-tag-off = Remove a tag
chosen-eligible = Mark eligible
chosen-not-eligible = Mark not eligible
chosen-count = { $n ->
    [one] This changes 1 application.
   *[other] This changes { $n } applications.
    }
chosen-undo = You can undo this right after.
chosen-back = Back to the list
chosen-list = { $n ->
    [one] See which one
   *[other] See which { $n }
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
    [one] The list has 1 application, as filtered on the page before.
   *[other] The list has { $n } applications, as filtered on the page before.
    }
export-purpose = What is the list for?
export-contacts-title = Contact list
export-contacts-text = Names, email addresses, and phone numbers.
export-scores-title = Scores for the committee
export-scores-text = Mean scores and numbers of reviews, once reviewing is closed. Names are left out unless you check them.
export-statistics-title = Statistics without names
export-statistics-text = No names, contact details, application numbers, organizations, or answers. In a small group someone can still be recognized.
export-archive-title = Everything, for an archive
export-archive-text = All facts and all answers, with names.
export-columns = Columns
export-never = Access needs and what people say about themselves are never in these lists. The person who arranges access reads needs on their own page, and the pool report counts self-descriptions.
export-record = We keep a record of who exported which columns, and when. We ask for your code first.
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
export-body = Kind of organization
export-years-role = Years in role
export-years-field = Years in the field
export-issue = Main issue area
export-issues = Other issue areas
export-health = Health focus
export-late = Reason for lateness
export-status = Status
export-decision = Decision
export-priority = Priority
export-reviews = Number of reviews
export-score = Mean score
export-lowest = Lowest mean of a review
export-highest = Highest mean of a review
export-recommendations = Recommendations received
export-tags = Tags
export-answers = All answers
letters-chosen = { $n ->
    [one] To the applicant of 1 chosen application.
   *[other] To the applicants of { $n } chosen applications.
    }
group-chosen = { $n ->
    [one] 1 chosen applicant
   *[other] { $n } chosen applicants
    }
chosen-write = Write an email
chosen-write-text = Nothing is sent yet. You write the email, see it as each person gets it, and then send it.
chosen-write-act = { $n ->
    [one] Write email to 1 applicant
   *[other] Write email to { $n } applicants
    }
