# Applications and importing.
applications-title = { $n ->
    [0] No applications yet
    [one] One application
   *[other] { $n } applications
  }
applications-none = After applications close, import them here from one file. You check every change before we make it.
filter = Apply filters
filter-q = Name, number or organization
filter-any = any
filter-none = No one matches these filters. Remove a filter and try again.
earlier = Previous
later = Next
region = Region
scope = Scope
state = Status
reads = Reviews
state-eligible = Eligible
state-not-eligible = Not eligible
state-withdrawn = Withdrawn
state-duplicate = Likely duplicate
state-duplicate-merged = Merged duplicate
state-late-accepted = Late, accepted
state-invited = Invited
state-accepted = Accepted
state-declined = Declined
facts = Details
fact-role = Job title
fact-level = Role level
fact-collaborative = Collaborative
fact-body = Type of organization
fact-place = Place
fact-setting = Setting
fact-years-role = Years in this role
fact-years-field = Years in the field
fact-issue = Main issue area
fact-issues = Other issue areas
fact-health = Health focus
fact-format = How they answered
fact-priority = Priority
fact-late = Why it's late
years = { $n ->
    [one] { $n } year
   *[other] { $n } years
  }
submitted = submitted { $at }
happened = History
duplicate-note = This looks like a second application from the same person. We keep it and leave it out of selection. The first one is
merged-note = This is a second application from the same person. Their two records are merged. We keep this application and leave it out of selection. The first one is
unmerge-people = Undo the merge (two people)
merge-people = Merge records (same person)
part-people = Keep separate (two people)
merge-refused = We couldn't merge these records. One of them has a password, another role or a place in another season, and merging can't move those.
merge-note = Merging moves email addresses, applications, roles and consents to the first record. You can undo it here at any time.
compartment-note = We store self-descriptions and access needs separately, so this page doesn't show them.
import-title = Import a file
import-lead = Upload a file from any form tool. You choose where each column goes and see every problem before anything is imported.
import-kind = What's in the file
import-applications = Applications
import-reviews = Reviews (scores from reviewers)
import-events = Application updates (withdrawn, late, duplicate)
import-cohort = A cohort selected elsewhere
file = File
import-file-hint = CSV or Excel (.xlsx), up to 25 MB.
import-look = Upload file
import-reading = Use another sheet or character encoding
import-sheet = Sheet
import-sheet-hint = The name on its tab. Leave blank for the first visible sheet.
import-encoding = Character encoding
import-encoding-auto = Detect automatically
import-columns = Match the columns
import-columns-lead = Nothing has been imported yet. Check where each column goes, then continue to see what would happen to each row.
import-file = Your file
import-size = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
  }, { $columns ->
    [one] 1 column.
   *[other] { $columns } columns.
  }
import-sheet-read = We read the sheet “{ $sheet }”.
import-encoding-read = Characters: { $encoding }.
import-encoding-guess = Characters: we think this file is { $encoding }. If the text looks wrong, choose another encoding below.
import-delimiter-read = Columns are separated by { $delimiter }.
delimiter-comma = commas
delimiter-semicolon = semicolons
delimiter-tab = tabs
import-two-lines = Two header lines were joined into one.
import-damaged = { $n ->
    [one] 1 row has a character that can't be read. It shows as �, and the row won't be imported until you fix it.
   *[other] { $n } rows have characters that can't be read. They show as �, and these rows won't be imported until you fix them.
  }
import-saved = Using the mapping from { $date }.
import-waits = We keep this file for two weeks. If you don't import it by then, we delete it.
import-another = Upload another file
import-open = { $n ->
    [0] No column needs a decision
    [one] 1 column needs a decision
   *[other] { $n } columns need a decision
  }
import-lacking = A column is missing
import-no-email = Choose the column that has email addresses. Every application needs one.
import-no-name = No column has names. Until people give their name, they're listed by the first part of their email address.
import-others = { $n ->
    [one] 1 other column
   *[other] { $n } other columns
  }
import-columns-text = We keep each column as an answer unless you choose something else. We remember your choices for the next file with the same columns.
import-where = Where it goes
import-goes-to = “{ $column }” goes to
import-kept = Stored: { $store }.
import-dates = How are these dates written?
import-cut = How should full names be split into first | last name?
month-first = Month first
day-first = Day first
dates-read = We'll read the dates like this:
date-unread = can't be read
cut-before-last = The last word is the last name
cut-after-first = Only the first word is the first name
wrong-date-order = Choose how the dates in this column are written.
why-dates = These dates can be read two ways. Choose the right one.
why-dates-mixed = Some of these dates only make sense with the month first, others only with the day first. Choose one; the rows that don't fit can't be imported.
why-name = This looks like full names. Check how they're split.
why-access = This looks like access needs. Only the accessibility contact will see them.
why-identity = This looks like a question about identity. Staff never see these answers by name.
why-second = This looks like a second column about access needs or identity. We leave it out so that staff don't see it by name.
why-no-name = This column has no name in the file.
why-guess = We guessed this from the column's name. Check that it's right.
why-addresses = This column has email addresses.
why-no-addresses = None of the first values in this column is an email address.
import-doubled = Two columns go to “{ $arg }”. Keep one, and choose “an answer” for the other.
import-columns-act = Continue to check rows
import-columns-change = Change columns
target-answer = an answer
target-leave-out = nowhere (leave it out)
target-full-name = full name (split into first and last)
store-identity = as identity; staff never see it by name
store-access = as an access need; only the accessibility contact sees it
store-contact = as contact information
store-answer = as an answer on the application
store-application = as a detail of the application
store-nowhere = not at all
import-unreadable = This file can't be read
import-check = Check before importing
import-first = The first rows as they will be imported
import-name = Name
import-email = Email
import-sent = Submitted
import-act = { $n ->
    [one] Import 1 row
   *[other] Import { $rows } rows
  }
import-all = Import nothing if any row can't be imported
import-nothing = There's nothing to import.
import-changes = What changes for people who are already here
import-changes-text = These are numbers of people. Importing replaces what we have now with what's in the file. You can't undo this.
import-change-what = Detail or answer
import-change-emptied = Becomes empty
import-change-changed = Changes
import-change-added = Is added
import-emptied = { $n ->
    [one] For 1 person, something we have now becomes empty. Check that each column goes where it went last time.
   *[other] For { $n } people, something we have now becomes empty. Check that each column goes where it went last time.
 }
import-may-empty = { $n ->
    [one] Import anyway. I understand that 1 person loses something we have now.
   *[other] Import anyway. I understand that { $n } people lose something we have now.
 }
wrong-may-empty = Something we have now would become empty, so nothing was imported. Change the columns, or check “Import anyway”.
why-access-maybe = Some of these answers look like access needs. If they are, choose “access needs”: then only the accessibility contact sees them.
why-fresh = The last file had no column with this name. Check where it goes.
import-done = Import finished
import-rows = { $n ->
    [one] 1 row in the file.
   *[other] { $rows } rows in the file.
  }
import-would = If you import now: { $imported } new, { $changed } updated, { $unchanged } skipped because they're already here or repeated, { $refused } not imported.
import-did = { $imported } new, { $changed } updated, { $unchanged } skipped because they're already here or repeated, { $refused } not imported.
import-duplicates = { $n ->
    [one] 1 likely duplicate
   *[other] { $n } likely duplicates
  }
import-duplicates-text = We keep them, flag them and leave them out of selection.
import-duplicate = { $who } looks like a second application from { $first }.
import-duplicate-row = { $name } ({ $id }, row { $n })
import-duplicate-here = { $name } ({ $id }, already here)
import-matched = Values we matched to yours
import-matched-text = They differ from your own values only in capital letters, accents or signs. We guess that they're the same.
import-matched-value = { $n ->
    [one] { $field }: “{ $from }” becomes “{ $to }” in 1 row.
   *[other] { $field }: “{ $from }” becomes “{ $to }” in { $n } rows.
  }
import-joined = { $n ->
    [one] 1 review belongs to someone on the team, found by email address.
   *[other] { $n } reviews belong to people on the team, found by email address.
  }
import-apart = { $n ->
    [one] 1 reviewer isn't on the team. We keep the name in the file: { $names }.
   *[other] { $n } reviewers aren't on the team. We keep the names in the file: { $names }.
  }
import-cleaned = { $n ->
    [one] We removed invisible characters from 1 email address (row { $lines }).
   *[other] We removed invisible characters from { $n } email addresses (rows { $lines }).
  }
import-faults = { $n ->
    [one] 1 row can't be imported
   *[other] { $n } rows can't be imported
  }
import-faults-text = You can import the other rows without these. Download them, fix them and upload the fixed file. We skip rows that are already here.
import-refused-act = Download these rows (CSV)
refused-line = Row in the first file
refused-why = What to fix
import-more-faults = And { $n } more. Fix these first, then upload the file again.
line = Row
line-number = row { $n }
column = Column
value = Value
what-to-do = What to do
fault-nul = This file isn't plain text. Save it again as CSV with UTF-8.
fault-csv = This row can't be read as CSV. Check its quotes and separators.
fault-quote = The quotes in a cell of this row don't match. Close the quote, or write it twice inside the cell.
fault-columns = More than 400 columns. Delete the ones you don't need.
fault-rows = More than 200,000 rows. Split the file.
fault-cells = This file has more than 4 million cells (rows × columns). Split the file, or delete columns you don't need.
fault-busy = Many files are being checked right now. Wait a minute and try again.
fault-empty = The file is empty. The first row must name the columns.
fault-no-file = Choose a file.
fault-sheet = This workbook has no visible sheet with that name. Check the name on the sheet's tab.
fault-damaged = A character here can't be read (shown as �). Type it again, or export the file again as UTF-8.
fault-header-twice = Two columns have the same name. Rename one of them.
fault-row-wide = This row has more cells than there are columns. Put quotes around cells that hold the separator.
fault-cell-long = A cell is longer than 1,000,000 bytes. Shorten it.
fault-xlsx = This workbook can't be read. Save it again as XLSX, or as CSV.
fault-xlsx-large = This workbook is damaged or unpacks to more than 20 MB. Save it as CSV instead.
fault-id = Enter an ID of at most 80 characters, without / \ ? # or %.
fault-id-twice = This ID is in the file twice, and the rows differ. Keep one of the rows.
fault-first = The first one is row { $n }.
fault-email = Enter one email address, like name@example.org.
fault-no-email = No column has email addresses. Choose one in “Match the columns”.
fault-name = Enter at least one name, first or last.
fault-date = Enter a date like 2024-10-11 or a date and time like 2024-10-11 23:59.
fault-date-order = This date can be read two ways. Choose month first or day first for this column.
fault-date-other = There is no such date with the order chosen for this column. Fix the date, or change the order.
fault-number = Enter a whole number.
fault-years = Enter years as a number from 0 to 80, for example 2.5.
fault-yes-no = Enter yes or no.
fault-column-missing = The file has no column with this name. Add it.
fault-unknown-application = No application in this season has this number. Import the applications first, or use the person's email instead.
fault-unknown-email = We can't tell whose application this is. No application in this season has this email, or more than one does. Enter the application number.
fault-no-application = The file needs a column with application numbers or one with email addresses. Add one of them.
fault-day-order = This date can be read two ways, or there is no such day. Write it like 2024-10-11.
fault-score = Enter a whole number from 0 to 100 for every criterion.
fault-reviewed-here = This reviewer already has a review of this application. Delete this row.
fault-event = Enter “withdrawn by applicant”, “late accepted”, or “duplicate merged”.
fault-withdrawn = This person withdrew and can't get a seat.
fault-seats = There are more people than seats. Raise the number of seats in the settings, or shorten the file. Nothing was imported.
column-number = Column { $n }
demo-door = Sign in to the demo
demo-as = Sign in as { $name }
demo-as-text = This is a made-up person in the demo. You can use the link again.
eligibility-title = Eligibility
eligibility-lead = Eligibility, priority and the final decision are three separate records. We keep earlier decisions.
eligibility-reason = Reason
eligibility-reason-hint = Required if you mark the application not eligible. We keep it on record.
eligibility-yes = Mark as eligible
eligibility-no = Mark as not eligible
event-eligibility-given = Someone marked an application eligible
event-eligibility-refused = Someone marked an application not eligible
state-undecided = Undecided
state-late = Late, undecided
state-resembles = Possible duplicate
state-alternate = Told they're an alternate
eligibility-to-decide = Eligibility to decide
eligibility-to-decide-text = We don't email people about a decision until their eligibility is decided.
eligibility-open-undecided = { $n ->
    [one] One application is undecided.
   *[other] { $n } applications are undecided.
}
eligibility-open-late = { $n ->
    [one] One late application is undecided.
   *[other] { $n } late applications are undecided.
}
eligibility-all-undecided = { $n ->
    [one] Mark it as eligible
   *[other] Mark all { $n } as eligible
}
eligibility-all-late = { $n ->
    [one] Mark the late one as eligible
   *[other] Mark all { $n } late ones as eligible
}
eligibility-marked = { $n ->
    [one] One application is now eligible.
   *[other] { $n } applications are now eligible.
}
eligibility-undone = { $n ->
    [0] Nothing was undone. These people already got a decision.
    [one] Undone for one application.
   *[other] Undone for { $n } applications.
}
eligibility-undone-one = Undone. If there was an earlier decision, it counts again.
admission-saved = Saved.
eligibility-undo = Undo decision
eligibility-decide = Decide eligibility
undone-on = undone on { $day }
event-eligibility-undone = Someone undid a decision on eligibility
reviewer-number = Reviewer { $n }
reviews-mean = average { $mean } from { $n }
headings-title = Columns of other files
headings-lead = You match the columns of application files yourself. Other files need these columns, in any order. If yours have other names, match them after you upload the file.
headings-scores = Add one more column for each criterion, with scores from 0 to 100.
headings-example = Download an example (CSV)
heading-application = Application number
heading-application-text = As shown in the list of applications. You can leave it out if the file has emails.
heading-email = Email
heading-email-text = The email of the person who applied. We use it to find the application if there's no number.
heading-joined = Joined on
heading-joined-text = Optional: a date. If it's empty, we use the day of the import.
heading-from = How selected
heading-from-text = Optional: who selected this person, or how.
heading-participant = Participant number
heading-participant-text = Optional: your own number for this person.
heading-at = Date
heading-at-text = When it happened.
heading-event = What happened
heading-event-text = “withdrawn by applicant”, “late accepted”, or “duplicate merged”.
heading-reason = Reason
heading-reason-text = Optional.
heading-reviewer = Reviewer
heading-reviewer-text = An email or a name. If it's the email of someone on the team, the review is theirs.
heading-submitted = Submitted on
heading-submitted-text = Optional: a date.
heading-comment = Comment
heading-comment-text = Optional.
heading-review = Review number
heading-review-text = Optional. Without it, each reviewer has one review per application.
import-undone-title = Import undone
unimport-title = Undo this import
unimport-hint = After the import, you can undo it for applications that nobody has worked with yet. You can't undo updates.
unimport-kind = You can't undo this kind of import in one step.
unimport-earlier = You can't undo this import. An earlier version of this site made it.
unimport-nothing = You can't undo this import. Nothing it added can be deleted.
unimport-would = { $n ->
    [one] Undoing deletes 1 application that this import added, with its answers, self-description and access needs.
   *[other] Undoing deletes { $n } applications that this import added, with their answers, self-descriptions and access needs.
 }
unimport-people = { $n ->
    [one] It also deletes the record of 1 person who is here only through this import.
   *[other] It also deletes the records of { $n } people who are here only through this import.
 }
unimport-final = To get them back, import the file again.
unimport-stays = { $n ->
    [one] 1 application stays as it is
   *[other] { $n } applications stay as they are
 }
unimport-why = Why it stays
unimport-more = And { $n } more.
unimport-act = { $n ->
    [one] Undo import and delete 1 application
   *[other] Undo import and delete { $n } applications
 }
unimport-done = { $n ->
    [one] Undone { $at }. 1 application was deleted.
   *[other] Undone { $at }. { $n } applications were deleted.
 }
stays-updated = It was here before, and this import updated it. You can't undo updates.
stays-decided = It's part of a selection, or someone recorded a decision about it.
stays-reviewed = It's assigned to a reviewer, or someone reviewed it.
stays-noted = It has a note or a tag.
stays-emailed = We sent this person an email.
stays-answered = This person added files, changes, or recommenders.
stays-needs = This person's access needs were here before, or have changed since.
stays-changed = The application or this person's record has changed since the import.
stays-duplicate = Another application of the same person stays.
imports-title = Recent imports
imports-did = { $new } new, { $changed } updated
imports-waiting = not imported yet
imports-undone = { $n ->
    [one] undone { $date }, 1 application deleted
   *[other] undone { $date }, { $n } applications deleted
 }
imports-tag-undone = Undone
event-applications-unimported = Someone undid an import of applications
import-other-sheet = Use another sheet of this workbook
import-other-encoding = Use another character encoding
import-read-hint = We read the same file again. You'll match its columns again, but you don't need to upload it.
import-read-again = Read file again
import-unread-again = We can't read the file this way, so nothing changed
import-columns-text-other = We leave out columns that this kind of file doesn't need. We remember your choices for the next file with the same columns.
import-doubled-other = Two columns go to “{ $arg }”. Keep one, and leave out the other.
target-criterion = scores for one criterion
why-unknown = We don't know this column. We leave it out unless you choose where it goes.
why-guess-other = We guessed this from the column's name or its values. Check that it's right.
lacking-application = Choose the column with application numbers or the one with email addresses.
lacking-reviewer = Choose the column with the reviewers.
lacking-at = Choose the column with the date of each update.
lacking-event = Choose the column that says what happened.
