# Applications and importing.
applications-title = { $n ->
    [0] No applications yet
    [one] One application
   *[other] { $n } applications
  }
applications-none = When the call has closed, bring the applications in as one file. You see what would happen before anything does.
filter = Show
filter-q = Name, number or organization
filter-any = any
filter-none = Nobody matches. Widen what you ask for.
earlier = Earlier
later = Later
region = Region
scope = Scope
state = State
reads = Reviews
state-eligible = Eligible
state-not-eligible = Not eligible
state-withdrawn = Withdrawn
state-duplicate = Likely duplicate
state-duplicate-merged = Duplicate merged
state-late-accepted = Late, accepted
state-invited = Invited
state-accepted = Accepted
state-declined = Declined
facts = Facts
fact-role = Role
fact-level = Role level
fact-collaborative = Collaborative
fact-body = Kind of body
fact-place = Place
fact-setting = Setting
fact-years-role = In this role
fact-years-field = In the field
fact-issue = Issue area
fact-issues = Further issue areas
fact-health = Health focus
fact-format = Answered by
fact-priority = Priority
fact-late = Why late
years = { $n ->
    [one] { $n } year
   *[other] { $n } years
  }
submitted = sent { $at }
happened = What happened
duplicate-note = This looks like a second application from the same person. It is kept and left out of selection. The first one is
merge-people = One person: merge the records
part-people = Two people: keep them apart
merge-refused = These records were not merged: one of them has a password, another role, or a part in another season. A merge must never carry those over.
merge-note = Merging moves addresses, applications, roles and consents to the first record. It can be undone here at any time.
compartment-note = Words about oneself and access needs are kept apart; they are not shown here.
import-title = Import
import-lead = A file from any form tool. You see what would happen before anything does.
import-kind = What is in it
import-applications = Applications
import-reviews = Reads (scores by readers)
import-events = What happened with applications
import-cohort = A cohort decided elsewhere
file = File
import-file-hint = CSV or XLSX, up to 25 MB. Any delimiter and encoding.
import-look = Look at it
import-preview = Before anything is imported
import-done = Imported
import-act = Import the good rows
import-all = Import nothing if any row is faulty
import-look-again = Look again with these columns
import-waits = We keep this file for two weeks. If you don’t import it by then, we delete it.
import-columns = Where each column goes
import-columns-text = Known names are recognised. Every other column is kept as an answer unless you leave it out. Your choice is remembered for files with the same header.
import-goes-to = Goes to
import-stands-in = Is kept
import-doubled = Two columns go to “{ $target }”. Choose one of them; the other can be kept as an answer.
target-answer = an answer, as it stands
target-leave-out = nowhere: leave it out
store-identity = in the store for words about oneself; staff never see it by name
store-access = for the one person who arranges access
store-contact = as a way to reach the person
store-answer = as an answer of the application
store-application = as a fact of the application
store-nowhere = not at all
import-unreadable = This file cannot be read
import-would = This would happen:
import-did = Done:
import-counts = { $read } rows read, { $imported } imported, { $changed } changed, { $unchanged } unchanged, { $refused } refused.
import-duplicates = { $n ->
    [one] One likely duplicate
   *[other] { $n } likely duplicates
  }
import-duplicates-text = They are kept, flagged, and left out of selection.
import-duplicate = { $id } looks like a second application of { $first }.
import-faults = { $n ->
    [one] One fault
   *[other] { $n } faults
  }
import-faults-text = Rows without a fault are not held up by these.
import-more-faults = And { $n } more. Mend these first and look again.
line = Line
line-number = line { $n }
column = Column
value = Value
what-to-do = What to do
fault-nul = The file holds a NUL byte, so it is no text. Save it again as CSV with UTF-8.
fault-csv = This line cannot be read as CSV. Check its quotes and delimiters.
fault-quote = A quote is opened and never closed. Close it, or double it inside the cell.
fault-columns = More than 400 columns. Delete those you do not need.
fault-rows = More than 200,000 rows. Split the file.
fault-cells = This file has more than 4 million cells (rows × columns). Split the file, or delete columns you don't need.
fault-busy = Many files are being checked right now. Wait a minute and try again.
fault-empty = The file is empty. The first line must name the columns.
fault-header-twice = Two columns have the same name. Rename one of them.
column-number = Column { $n }
fault-row-wide = This row has more cells than there are columns. Put quotes around cells that hold the delimiter.
fault-cell-long = A cell is longer than 1,000,000 bytes. Shorten it.
fault-xlsx = This workbook cannot be read. Save it again as XLSX, or as CSV.
fault-xlsx-large = This workbook is damaged or unpacks to more than 20 MB. Save it as CSV instead.
fault-id = Give every row an id of at most 80 characters.
fault-id-twice = This id stands in the file twice. Keep one of the rows.
fault-email = Give a mail address like name@example.org.
fault-no-email = No column goes to “email”. Choose the column with the addresses.
fault-date = Give date and time like 2024-10-11T23:59:00-04:00, or a date like 2024-10-11.
fault-years = Give years as a number from 0 to 80, for example 2.5.
fault-yes-no = Give yes or no.
fault-column-missing = The file lacks this column.
fault-unknown-application = There is no such application in this season. Import the applications first.
fault-score = Give a whole number for every criterion of a read that counts.
fault-event = Give “withdrawn by applicant”, “late accepted” or “duplicate merged”.
fault-withdrawn = This person withdrew and cannot be seated.
fault-seats = There are more people than seats. Raise the seats in the set-up, or shorten the file. Nothing was imported.
demo-door = A way into the demo
demo-as = Sign in as { $name }
demo-as-text = This is a persona of the synthetic season. The link may be used again.
eligibility-title = Eligibility
eligibility-lead = Eligibility, priority and the final decision are three separate records. Earlier decisions stay on record.
eligibility-reason = Reason
eligibility-reason-hint = Required if you mark it not eligible. It stays on record.
eligibility-yes = Mark as eligible
eligibility-no = Mark as not eligible
event-eligibility-given = An application was marked eligible
event-eligibility-refused = An application was marked not eligible
state-undecided = Undecided
state-late = Late, undecided
state-resembles = May be a duplicate
state-alternate = Told they are an alternate
eligibility-to-decide = Eligibility to decide
eligibility-to-decide-text = Nobody is told anything while their eligibility is undecided.
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
    [0] Nothing was undone. These people have been told a decision.
    [one] Undone for one application.
   *[other] Undone for { $n } applications.
}
eligibility-undone-one = Undone. The decision before it counts again, if there was one.
admission-saved = Saved.
eligibility-undo = Undo this decision
eligibility-decide = Decide eligibility
undone-on = undone on { $day }
event-eligibility-undone = A decision on eligibility was undone
reviewer-number = Reviewer { $n }
reviews-mean = mean { $mean } of { $n }
