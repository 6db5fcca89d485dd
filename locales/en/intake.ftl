# Changing what was sent, reminders of drafts, and what leads do with applications.

changes-title = Change your application
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

mail-received-change = You can change or withdraw your application until { $at }.
mail-received-button = View your application
mail-changed-subject = We have the changes to your application to { $season }
mail-changed-text = We have the changes to your application to { $season }. Your number is still { $id }.
mail-sent-again-subject = We have your application to { $season } again
mail-sent-again-text = Your application to { $season } is in again. Your number is still { $id }.
mail-withdrawn-again = If you change your mind, you can submit it again until { $at }.
mail-dropped-subject = Your changes weren't submitted: { $season }
mail-dropped-text = You started to change your application to { $season }, but didn't submit the changes by the deadline. We deleted them. Your application counts as you submitted it on { $at }.
mail-dropped-withdrawn = You withdrew your application to { $season }, which you submitted on { $at }, and didn't submit it again by the deadline. It stays withdrawn.

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
mail-reminder-subject = Your application to { $season } isn't submitted yet
mail-reminder-text = You started an application to { $season } and haven't submitted it. You can submit it until { $at }.
mail-reminder-link = The button below opens your draft. Don't forward this email: the link opens your answers.
mail-reminder-end = Don't want reminders? Turn them off: { $url }

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
version-was = Before
version-now = After
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
