# Gatherings: when, where, who, and what happens there.
place-gatherings = Gatherings
place-season-plan = Plan
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-date = { $weekday }, { $date }
hours-in-zone = { $hours } { $zone }
length-minutes = { $m } min
length-hours = { $h } h
length-both = { $h } h { $m } min
or-between = {" or "}
and-between = {" and "}
part-of = Part { $n } of { $of }
online = Online
time-yours = For you: { $hours }
gathering-kind-retreat = Retreat
gathering-kind-session = Session
gathering-kind-course-part = Course
gathering-kind-group-coaching = Group coaching
gathering-kind-webinar = Webinar
gathering-kind-event-session = Event session
format-online = Online
format-in-person = In person
format-both = In person and online

# The season
gatherings-title = Gatherings
gatherings-none = No gathering is planned yet.
gatherings-none-told = Nothing is announced yet.
gatherings-none-copy = Copy the plan of another season
gatherings-sum = { $n ->
    [one] One gathering
   *[other] { $n } gatherings
  } from { $from } to { $to }, { $length } in all.
gatherings-in-person = { $n ->
    [0] All of them online.
    [one] One of them in person.
   *[other] { $n } of them in person.
  }
gathering-no-time = No day is set yet.
gathering-length = { $length } together
gathering-answers = { $yes } yes, { $no } no, { $needs } need something
gathering-off = Called off
gathering-draft = Not announced
sitting-or = or
sitting-yours = Your time
sitting-waiting = On the list
sitting-full = Full
sitting-choose = Choose your time
came-yes = You were there
came-no = You could not be there: what you can do
came-made-up = Made up for
came-link = Joined online
came-door = At the door
came-hand = Marked by hand
came-report = From the meeting’s report
came-import = From a file

# One gathering
gathering-off-long = This gathering is called off.
gathering-draft-long = Only those who plan the season see this. Nobody has been told.
gathering-times = Times
sitting-pick = There are several times. Choose the one that suits you; it counts the same.
sitting-pick-until = You can choose and change until the end of { $day }.
sitting-seats-of = { $taken } of { $of } seats taken
sitting-taken = { $n ->
    [one] One person chose this
   *[other] { $n } people chose this
  }
sitting-waiting-n = { $n ->
    [one] one waits
   *[other] { $n } wait
  }
sitting-take = Take this time
sitting-wait = Put me on the list
sitting-leave = Give my place back
sitting-unwait = Leave the list
choice-too-late = The day until which times could be chosen is over. Write to us if yours does not work for you.
door-closed = The door is not open now. It opens 15 minutes or more before the beginning.
join = Join now
join-host = Open the meeting
join-later = The way in opens here { $n } minutes before the beginning.
arrive = I am here
missed-title = You could not be there
missed-text = That happens. Ask your home team for half an hour: what was talked about, what they took from it. Then tell the facilitator, and it is put down as made up for.
missed-team = My home team
changes-title = What changed
changes-told = { $n ->
    [0] nobody had to be told
    [one] one person was told
   *[other] { $n } people were told
  }
change-title = Title
change-format = Form
change-sitting = Time
change-time = Time
change-place = Place
change-link = New link to the meeting
change-now = { $what }: now { $to }
change-no-more = { $what }: no longer { $from }
change-from-to = { $what }: was { $from }, now { $to }
answer-title = Will you be there?
answer-yes = Yes
answer-no = No, I cannot
answer-need = Yes, and I need something
answer-note = What you need, or anything we should know
answer-note-hint = Only those who run the gathering read this.
answer-save = Save my answer
answered-yes = yes
answered-no = no
answered-need = needs something
answers-title = Answers
answers-sum = { $yes } yes, { $no } no, { $needs } need something, of { $of } people.
gathering-acts = Planning
gathering-publish = { $n ->
    [0] Announce it
    [one] Announce it to one person
   *[other] Announce it to { $n } people
  }
gathering-discard = Delete this draft
gathering-cancel = Call it off
gathering-cancel-reason = Why
gathering-cancel-hint = { $n ->
    [one] One person hears of it, with this sentence, and it is taken out of her calendar.
   *[other] { $n } people hear of it, with this sentence, and it is taken out of their calendars.
  }
gathering-cancel-act = Call it off and tell everyone

# Making and changing
gathering-new = New gathering
gathering-edit = Change the gathering
gathering-draft-lead = Nobody is told until you announce it.
gathering-edit-waiting = { $n ->
    [one] One person is on a waiting list. If you add seats, they get one and an email.
   *[other] { $n } people are on waiting lists. If you add seats, they get them in order, and an email.
  }
gathering-edit-told = { $n ->
    [one] One person takes part. If a time, a place, the link or the title changes, she gets one letter that says what was and what is, and her calendar changes with it.
   *[other] { $n } people take part. If a time, a place, the link or the title changes, each whom it concerns gets one letter that says what was and what is, and the calendars change with it.
  }
gathering-words = What it is
gathering-title-en = Title in English
gathering-title-es = Title in Spanish
gathering-kind = Kind
gathering-format = Form
gathering-purpose-en = What it is for, in English
gathering-purpose-es = What it is for, in Spanish
gathering-open-before = Minutes the door is open before
gathering-open-hint = Time to talk informally.
gathering-open-after = Minutes the door stays open after
gathering-open-after-hint = 0 if it closes at once.
gathering-times-lead = A day that everyone attends is a part of its own: number the parts 1, 2, … Times with the same part number are alternatives, and each person picks one.
gathering-times-more = To add more times, save; there is always an empty one at the end.
gathering-choose-until = Last day to choose
gathering-choose-until-hint = Where there are several times. Leave it empty to keep the choice open until it begins.
gathering-save = Save
gathering-save-tell = Save and tell whom it concerns
sitting-add = Add a time
sitting-n = Time { $n }
sitting-day = Day
sitting-from = From
sitting-until = Until
sitting-zone-hint = Type a city or a name, for example Chicago or Central Time.
listing-zone-hint = The deadline is the end of the day in this time zone.
sitting-part = Part
sitting-part-hint = 1 if there is only one.
sitting-seats = Seats
sitting-seats-hint = Leave empty if there are enough.
sitting-place = Place
sitting-place-hint = House, street, city. Leave empty if it is online.
sitting-link = Link to the meeting
sitting-link-hint = People reach it by a button on the gathering’s page, and are counted as there.
sitting-gone = Take this time out
wrong-title-long = This title is longer than 200 characters. Please shorten it.
wrong-clock = Enter a time, such as 9:00 a.m.
wrong-length = A time lasts between 5 minutes and 16 hours. For several days, give each day as a part of its own.
wrong-link = Please give the whole link, beginning with https://.
wrong-skipped-hour = On that night the clocks jump over this hour. Please choose another.
wrong-gathering-moved = This gathering has changed since you opened this form, or you saved it twice. Nothing was saved. Open it anew; what you typed stays here to copy.
wrong-part-used = People hold places or were there already, so parts keep their numbers.
wrong-no-sitting = People know of this gathering, so it needs at least one time. To end it, call it off.
wrong-capacity-taken = More people hold a seat than this. Nothing was changed.
wrong-sittings-many = { $arg } times are the most.
wrong-shift-past = Something would lie in the past. Nothing was moved.
wrong-plan-moved = The plan has changed since you opened this page. Look at it again; nothing was moved.
wrong-not-empty = This season has gatherings already. Nothing was copied.
wrong-need = Please say what you need.
wrong-note-long = This is too long. Please shorten it.
wrong-mix = The three must sum to 100; these make { $arg }.
wrong-blocks-many = { $arg } blocks are the most.

# The plan
plan-title = The season’s plan
plan-lead = What to look at before people rely on it, and how the minutes are shared.
plan-checks = To look at
plan-checks-none = Nothing stands out. Dates, lengths, places and words agree.
check-no-support = No support contact is named. People need someone to write to.
check-in-person = { $arg ->
    [0] Nobody meets in person in this season. Where most is online, at least two meetings in person carry the rest.
   *[other] People meet in person only once. Where most is online, a second meeting in person carries the rest; a closing gathering is one.
  }
check-no-time = No day is set.
check-holiday = It falls on { $arg }.
check-weekend = It falls on a weekend.
gathering-outside = { $n ->
    [one] { $days } is outside the season, which runs from { $from } to { $to }. Change the date, or keep it if you mean it.
   *[other] These dates are outside the season, which runs from { $from } to { $to }: { $days }. Change them, or keep them if you mean them.
}
gathering-save-outside = Keep these dates and save
shift-outside = Outside the season
check-outside = It lies outside the dates of the season.
check-no-link = It begins within a week and has no link.
check-no-place = It begins within a week and has no place.
check-no-agenda = It has no run of show yet.
check-agenda-sum = Its run of show does not fill its time.
check-one-language = Its title is missing in one language.
check-ambiguous = “{ $arg }” means two things. Give a count, or the dates.
check-zone-word = “{ $arg }” is wrong for half of the year. Leave it out; times carry their zone.
check-star = “{ $arg }” has a star, but no explanation. Add it under “Words we use”: Settings, then “Change the program”. Or remove the star.
check-clash = It is at the same time as { $arg }.
holiday-new-year = New Year’s Day
holiday-king = Martin Luther King Jr. Day
holiday-presidents = Presidents’ Day
holiday-memorial = Memorial Day
holiday-juneteenth = Juneteenth
holiday-independence = Independence Day
holiday-labor = Labor Day
holiday-indigenous = Indigenous Peoples’ Day
holiday-veterans = Veterans Day
holiday-thanksgiving = Thanksgiving
holiday-christmas = Christmas Day
plan-shift = Shift all upcoming dates
plan-shift-text = All upcoming dates move by the same number of days, starting with { $day }. Clock times stay the same. You see who gets an email before anything moves.
plan-shift-none = There are no upcoming dates to shift.
shift-ask = { $n ->
    [one] Shift one gathering?
   *[other] Shift { $n } gatherings?
  }
shift-gathering = Gathering
shift-from = Now
shift-to = New date
shift-told = Who gets an email
shift-told-n = { $people ->
    [0] Nobody
    [one] One person
   *[other] { $people } people
  }{ $emails ->
    [0] .
    [one] , one email.
   *[other] , { $emails } emails.
  }
shift-act = { $n ->
    [0] Shift dates
    [one] Shift dates and send one email
   *[other] Shift dates and send { $n } emails
  }
plan-days = Days
plan-days-hint = 7 is a week later, -7 a week earlier.
plan-shift-act = Preview the shift
plan-copy = Copy another season
plan-copy-text = Its gatherings come over as drafts, as many days after the beginning of the season as they were there, with their runs of show, without places and links.
plan-copy-from = Season
plan-copy-act = Copy as drafts
mix-title = Content, reflection, application
mix-none = No run of show yet.
mix-words = { $content }% content, { $reflection }% reflection, { $application }% application
mix-content = { $share }% content ({ $minutes } min)
mix-reflection = { $share }% reflection ({ $minutes } min)
mix-application = { $share }% application ({ $minutes } min)
mix-target = The season wants { $content }% content, { $reflection }% reflection, { $application }% application.
mix-each = Each gathering
mix-set = Say what mix the season wants
mix-content-share = Content, percent
mix-reflection-share = Reflection, percent
mix-application-share = Application, percent
mix-how = Grounding counts as reflection; consult, commitments and home teams count as application. Welcome, celebration, breaks, informal time and questions are not counted.

# The run of show
agenda-title = Run of show
agenda-edit = Run of show
agenda-sum = { $sum } of { $slot } planned.
agenda-none = There is nothing yet. Begin with the five parts of a good session, with grounding and celebration first, and change what you like.
agenda-template = Begin with a good session
agenda-too-long = The blocks are { $length } longer than the time there is.
agenda-too-short = { $length } are not planned yet.
agenda-opening = Grounding and celebration should come first.
agenda-no-home-team = There is no time in home teams.
agenda-no-content = There is no new content or tool.
agenda-no-commitments = Nobody is asked about commitments.
agenda-no-consult = There is no peer consult.
agenda-no-reflection = There is no time to reflect.
agenda-no-informal = There is no time to talk informally, and the door opens and closes with the session.
agenda-add = Add a block
agenda-change = Change
agenda-up = Earlier
agenda-down = Later
agenda-remove = Take out
block-kind = What it is for
block-minutes = Minutes
block-owner = Who leads it
block-materials = Materials
block-cue = Notes for whoever leads it
block-cue-hint = Only those who run the gathering read this.
block-grounding = Grounding
block-celebration = Celebration
block-welcome = Welcome
block-informal = Informal time
block-content = Content
block-reflection = Reflection
block-application = Application
block-home-team = Home teams
block-consult = Peer consult
block-commitments = Commitments
block-questions = Questions
block-break = Break

# Attendance
attendance-title = Attendance
attendance-sum = { $here } of { $of } were there{ $made ->
    [0] .
    [one] , one made up for it.
   *[other] , { $made } made up for it.
  }
attendance-state = Was there
attendance-here = There
attendance-made-up = Made up
attendance-away = Away
attendance-how = How it is known, or made up for
attendance-how-of = How { $name } made up for it
attendance-save = Save attendance
attendance-note = Being away is never counted against anyone. Whoever made up for a meeting has the same credit.
meeting-report-title = Import from Zoom
meeting-report-lead = Choose Zoom’s participant report: a CSV file in English, Spanish, Portuguese, or French, or the JSON from Zoom’s API. You check every row before anything is saved.
meeting-report-sitting = For which time
meeting-report-file = Report
meeting-report-read = Check report
meeting-report-taken = This report was imported.
meeting-report-empty = There are no people in this report.
meeting-report-name = In the report
meeting-report-length = Time that counts
meeting-report-is = Person in this season
meeting-report-is-of = Who { $name } is
meeting-report-nobody = Nobody in this season
meeting-report-bot = Recording program
meeting-report-guest = Guest
meeting-report-take = Import attendance
meeting-report-check = Check the report
meeting-report-bounds = { $day }, { $from } to { $until } ({ $zone } time)
meeting-report-when = The times in this report run from { $report }. This session: { $planned }.
meeting-report-other-day = Nothing to import: this report is from another time.
meeting-report-other-day-when = In the report: { $report }. This session: { $planned }. If you met at the time in the report, change the date of this gathering first.
meeting-report-other-day-there = Go to attendance for { $name }, { $day }
meeting-report-partial = Zoom sent only part of the list. Get the other pages from the API too and import them one by one.
meeting-report-guessed = The file doesn’t say how its accents are written. Check the names below.
meeting-report-day-first = Dates were read with the day first: { $text } is { $date }.
meeting-report-month-first = Dates were read with the month first: { $text } is { $date }.
meeting-report-rows = { $n ->
    [one] One row in the file
   *[other] { $n } rows in the file
  }
meeting-report-sum-known = { $rows ->
    [one] One row
   *[other] { $rows } rows
  }: { $people ->
    [one] one person was recognized.
   *[other] { $people } people were recognized.
  }
meeting-report-sum-doubtful = { $rows ->
    [one] One row
   *[other] { $rows } rows
  } in doubt: please say who { $people ->
    [one] this is.
   *[other] these { $people } people are.
  }
meeting-report-sum-unknown = { $rows ->
    [one] One row
   *[other] { $rows } rows
  }: { $people ->
    [one] one name was not recognized.
   *[other] { $people } names were not recognized.
  }
meeting-report-sum-outside = { $rows ->
    [one] One row
   *[other] { $rows } rows
  }: { $people ->
    [one] one person was there only at another time and is not counted.
   *[other] { $people } people were there only at another time and are not counted.
  }
meeting-report-sum-bots = { $rows ->
    [one] One row
   *[other] { $rows } rows
  } from { $people ->
    [one] a recording program.
   *[other] { $people } recording programs.
  }
meeting-report-sum-left = { $rows ->
    [one] One row was left out. The reason is below.
   *[other] { $rows } rows were left out. The reasons are below.
  }
meeting-report-others = Also as { $names }
meeting-report-lines = { $n ->
    [one] Row { $lines }
   *[other] Rows { $lines }
  }
meeting-report-cut = { $length } outside the session not counted
meeting-report-outside = Not at this time
meeting-report-choose = Choose
meeting-report-long = The report adds up to { $said }, but the session lasted { $lasted }. Minutes to count:
meeting-report-left-out = Rows left out
meeting-report-line = Row
meeting-report-line-n = Row { $n }
meeting-report-why = Reason
left-out-absent = Registered and did not attend
left-out-waiting = Only in the waiting room
left-out-no-name = No name
left-out-no-time = No times
left-out-backwards = Leaves before joining
doubt-same-name = Another row has the same name. Choose the same person in both if they are one.
doubt-namesakes = More than one person in this season has this name.
doubt-other-row = Another row looks like the same person. Choose them in both if they are one.
doubt-brackets = Recognized by the name in brackets only.
meeting-report-beside = Some of these people already have minutes from another report, and the times can’t be compared. What should happen?
meeting-report-beside-more = Add the minutes: it was another part of the meeting
meeting-report-beside-same = Keep the larger number: it is the same meeting
meeting-report-take-note = Minutes count from when the doors open until they close. Two reports of one meeting are joined by time.
meeting-report-erased = This report was deleted. Import it again.
import-last-title = Last import of a report
import-last = Imported { $at }. It changed the attendance of { $n ->
    [one] one person
   *[other] { $n } people
    }.
import-edited = { $n ->
    [one] One record was edited after the import and stays as it is: { $names }
   *[other] { $n } records were edited after the import and stay as they are: { $names }
    }
import-undo = Undo this import
import-undone = Undone { $at }. The attendance of { $n ->
    [one] one person is
   *[other] { $n } people is
    } as it was before the import.
attendance-imported = { $n ->
    [one] Attendance imported for one person.
   *[other] Attendance imported for { $n } people.
  }
attendance-saved = { $n ->
    [0] Nothing was changed.
    [one] Saved for one person.
   *[other] Saved for { $n } people.
  }
wrong-report = This file has no line with the columns of a participant report, such as “Name” and “Join Time”. Choose the participant report from Zoom, saved as CSV.
wrong-report-text = This file is not text. Save the report as CSV.
wrong-report-many = This report has more than { $arg } people. Split it into several files.
wrong-report-time = This line has a time that can’t be read: { $arg }. Nothing was imported.
wrong-report-dates = Some dates have the day first and others the month first. Look at line { $arg }. Nothing was imported.
wrong-report-who = Choose who “{ $arg }” is.
wrong-report-beside = Choose what to do with minutes from another report.

# One's own hours
certificate-title = My hours
certificate-none = No gathering is on record for you yet.
certificate-text = { $name } took part in { $program }, { $season }: { $length } in all.
certificate-what = Gathering
certificate-when = Day
certificate-length = Time
certificate-made = Made on { $day }. Questions: { $contact },
certificate-print = Print this page, or save it as PDF from your browser’s print window.

# Calendars
calendar-title = In your calendar
calendar-add = Add this gathering
calendar-follow = Follow it in my calendar
my-calendar = My calendar
my-calendar-lead = Have every gathering of your seasons in the calendar you use anyway, always as it stands now.
calendar-name = { $name }: gatherings
calendar-address = Your secret address
calendar-address-none = You have no address yet.
calendar-address-since = Your address works since { $day }. It is shown only when it is made; if you lost it, make a new one.
calendar-address-new = This is your address. It is shown this once. An older one has ended.
calendar-step-copy = Copy the address.
calendar-step-add = In your calendar, look for “Subscribe”, “From URL” or “Add calendar by address”, and paste it.
calendar-step-secret = Do not pass it on: whoever has it sees your gatherings, though never a link to a meeting.
calendar-address-make = Make my address
calendar-address-anew = Make a new address
calendar-address-end = End my address
my-zone = Your time zone
my-zone-hint = Gatherings show the hours of their place, and yours beside them.
zone-say = Show my hours beside them
zone-of-season = As the program

# Letters
mail-gathering-yours = For you: { $hours }
mail-gathering-where = Where: { $place }
mail-gathering-online = It is online. The way in is the button on its page, a little before it begins.

# What happened
event-gathering-made = A gathering was planned
event-gathering-changed = A gathering was changed
event-gathering-published = A gathering was announced
event-gathering-cancelled = A gathering was called off
event-gathering-discarded = A draft of a gathering was deleted
event-gathering-copied = A season’s gatherings were copied
event-gathering-answered = A gathering was answered
event-sitting-chosen = A time was chosen
event-sitting-left = A time was given back
event-sitting-waited = Someone joined the list for a time
event-sitting-opened = A seat came free for someone on the list
event-agenda-changed = A run of show was changed
event-mix-set = The mix of the season was set
event-attendance-arrived = Someone arrived
event-attendance-marked = Attendance was marked
event-report-read = A meeting’s report was read
event-report-undone = Import of a meeting’s report undone
event-report-taken = A meeting’s report was taken in
event-calendar-made = A calendar address was made
event-calendar-ended = A calendar address was ended
event-zone-set = The time zone was set

# Rooms: a gathering as it happens
place-met = Who has met
room-title = The room
room-now = Now
room-next = Next:
room-before = It begins at its time: { $hours }
room-ended = This has ended. Thank you for being here.
room-left = {"{"}n{"}"} min left
room-over = {"{"}n{"}"} min over
room-look = Look again
way-in-lead = You are counted as there. The meeting opens in a moment; if it does not, use the button.
way-in-room = What is happening now
console-title = Console
console-late = Someone else was faster, or this page was old. This is how it stands now; nothing was pressed twice.
console-closed = You can begin from an hour before the time, until some hours after it.
console-no-agenda = Make a run of show first, then the console can lead through it.
console-here = Who is here
console-present = { $n } of { $of } are marked as there.
console-follow = { $n ->
    [one] One page follows.
   *[other] { $n } pages follow.
  }
console-room = What everyone sees
press-begin = Start session
press-again = Resume session
press-next = Next block
press-more = Add two minutes
press-back = Previous block
press-end-ask = { $n ->
    [0] The room page will say that the session is over. You can resume it afterward.
    [one] One open page will say that the session is over. You can resume it afterward.
   *[other] { $n } open pages will say that the session is over. You can resume it afterward.
  }
press-end-sure = End session now
room-lost = Connection lost, trying again
room-lost-for-good = Connection lost. Reload this page to try again.
press-end = End session
drift-none = on time
drift-late = { $n ->
    [one] one minute behind
   *[other] { $n } minutes behind
  }
drift-early = { $n ->
    [one] one minute ahead
   *[other] { $n } minutes ahead
  }
tables-title = Tables
tables-teams = Home teams
tables-fresh = Fresh tables: people who have not met
tables-how = How
tables-size = People at a table
tables-for = { $n ->
    [one] For the one person who is here.
   *[other] For the { $n } who are here.
  }
tables-make = Make tables
tables-anew = Make them anew
tables-draft = Only you see this
tables-posted = On everyone’s page
tables-post = Show to everyone
tables-repeats = { $n ->
    [0] Nobody meets someone she has sat with before.
    [one] One pair has met before; it cannot be less.
   *[other] { $n } pairs have met before.
  }
tables-seat = { $n ->
    [one] Seat the one who came later
   *[other] Seat the { $n } who came later
  }
tables-export = Rooms for the meeting service (CSV)
table-n = Table { $n }
wrong-few-people = There are not two people to seat yet.
wrong-no-teams = Nobody here has a home team. Choose fresh tables.
met-title = Who has met
met-link = Who has met so far
met-sum = { $met } of { $pairs } pairs have sat together so far, { $share }%.
met-spread = How many others people have met
met-others = Others met
met-people = People
met-bar = Share
met-others-n = { $n ->
    [0] nobody yet
    [one] one other
   *[other] { $n } others
  }
met-note = Counts only: whom someone has met is for her alone to see.
met-own = Whom you have sat with
met-none = Nobody yet: this fills as tables are made.
met-times = { $n ->
    [one] once
   *[other] { $n } times
  }, last on { $day }
met-own-note = Only you see this list.
event-room-moved = A gathering moved on
event-tables-made = Tables were made
event-tables-posted = Tables were shown
event-tables-changed = Tables were changed

# Today and the loom
today-now = Today we gather.
today-tomorrow = Tomorrow we gather.
today-next = Next
today-later = After that
today-need = I need something, or cannot come
today-opens = The way in opens here at { $time }.
today-said-yes = You said yes.
today-said-no = You said you cannot come.
today-said-need = You said yes, and what you need is with the people who run it.
loom-today = Today: { $title }.
loom-soon = { $yes ->
    [0] Nobody has answered yet for { $title }, { $days ->
        [one] tomorrow
       *[other] in { $days } days
      }.
    [one] One said yes to { $title }, { $days ->
        [one] tomorrow
       *[other] in { $days } days
      }.
   *[other] { $yes } said yes to { $title }, { $days ->
        [one] tomorrow
       *[other] in { $days } days
      }.
  }
loom-next = Next: { $title }, { $day }.
loom-month = month { $n } of { $of }
loom-plan = Plan gatherings
loom-there = { $n } of { $of } there
loom-console = Open the console
loom-gathering = See the gathering
loom-met = of pairs have sat together ({ $met } of { $pairs }).

# Together
place-agreements = Agreements
place-celebrations = Celebrations
agreements-title = Our agreements
agreements-none = Nothing is agreed yet. Agreements are made together, usually at the first gathering.
agreements-version = Version { $n }, { $day }
agreements-yes = { $n ->
    [one] one person agrees
   *[other] { $n } people agree
  }
agreements-own = You agree
agreements-agree = I agree to these
agreements-write = Write a new version
agreements-text = Agreements
agreements-hint = One a line, as the group said it. Everyone is asked anew; older versions stay.
agreements-save = Save as a new version
agreements-before = Earlier versions
agreements-late = Someone else has written a version meanwhile; it is above. What you typed is below: take from it what is missing, then save.
celebrations-title = Celebrations
celebrations-lead = What went right, large or small. It stays as a thread of the season, for the people in it.
celebrations-text = Something to celebrate
celebrations-hint = Everyone in this season can read it, with your name.
celebrations-tell = Tell everyone
celebrations-none = Nothing yet. The first one is the hardest.
celebrations-remove = Take it out
wrong-celebration-long = This is longer than 1,000 characters. Please shorten it.
today-celebrated = Celebrated
event-agreements-written = A version of the agreements was written
event-agreements-agreed = Someone agreed to the agreements
event-celebration-told = Something was celebrated
event-celebration-removed = A celebration was taken out

# Reminders
remind-title = Reminders
remind-when = Remind me
remind-hint = By mail, for gatherings you go to.
remind-day = The day before
remind-hour = An hour before
remind-both = The day before and an hour before
remind-none = Not at all
event-gathering-reminded = People were reminded of a gathering
event-reminders-chosen = Reminders were chosen
me-calendar = Calendar, time zone, reminders
me-calendar-lead = Follow your gatherings in the calendar you use, and say when we remind you.
me-calendar-open = Open my calendar

# The door
door-title = Check-in list
door-sum = {"{"}n{"}"} of {"{"}of{"}"} are here.
door-waiting = No connection. {"{"}n{"}"} not sent yet. They stay on this device and are sent when the connection is back.
door-refused = {"{"}n{"}"} could not be sent. Reload this page or sign in again. Nothing is lost.
door-old = No connection. This list is as of {"{"}time{"}"}; what others check in is not shown yet.
door-told = All sent.
door-note = Press a name when they arrive. Press again to undo. Once opened, this list also works offline for a day on this device. Signing out removes it.
poster-title = Check-in poster
poster-code = A code that leads to { $address }
poster-words = Scan, sign in, press “I am here”.

# What was published
place-sources = Published
sources-title = What was published
sources-lead = Dates stand on web pages, in slides and in letters. Take down here what each says: what differs is named, and nothing is picked silently.
sources-told = { $n ->
    [one] Once nothing differs, one person gets an email that the dates are confirmed.
   *[other] Once nothing differs, { $n } people get an email that the dates are confirmed.
  }
sources-here = Planned here
sources-plan = { $n ->
    [one] One gathering
   *[other] { $n } gatherings
  } from { $from } to { $to }, { $length } in all.
sources-agree = Everything that was published agrees with the plan, or is known to be out of date.
unconfirmed = The dates are not confirmed: what was published does not agree. You will hear as soon as it is settled.
unconfirmed-public = These dates are not confirmed yet and may change.
unconfirmed-tag = dates not confirmed
unconfirmed-see = See what differs
source-agrees = Agrees with the plan
source-first = It says the first day is { $source }; planned is { $plan }.
source-last = It says the last day is { $source }; planned is { $plan }.
source-count = It says there are { $source } gatherings; planned are { $plan }.
source-length = It says { $source } in all; planned are { $plan }.
source-day = It names { $source }; nothing is planned on that day.
source-settled = Known to be out of date since { $day }
source-reason = Why it is out of date
source-settle = The plan is right; this is out of date
source-change = This is right; change the plan
source-add = Take down what a text says
source-add-lead = Give what it says and leave the rest empty.
source-name = What it is
source-name-hint = For example: slides of the January webinar.
source-url = Where it is
source-says-first = First day
source-says-last = Last day
source-says-count = How many gatherings
source-says-minutes = Minutes in all
source-says-days = Days it names
source-says-days-hint = As year-month-day, separated by spaces.
source-compare = Compare with the plan
wrong-source-silent = Please give at least one thing it says.
event-source-added = A published text was taken down
event-source-settled = A published text was marked as out of date
event-season-confirmed = The dates of the season were confirmed

# Registration
place-registration = Registration
registration-title = Registration
registration-lead = Anyone may join, once for the whole series. Nothing is public until you open it.
registration-counts = { $taken ->
    [one] One person is registered
   *[other] { $taken } people are registered
  }, { $waiting ->
    [0] nobody waits.
    [one] one waits.
   *[other] { $waiting } wait.
  }
registration-is-open = Registration is open:
registration-is-closed = Registration is closed. It was open until { $until }.
registration-begun = This has begun, so nobody on the waiting list gets a seat anymore.
registration-let-in-text = { $n ->
    [one] Registration is closed, but a seat is free and someone is on the waiting list.
   *[other] Registration is closed, but { $n } people on the waiting list could have a free seat.
  }
registration-let-in-act = { $n ->
    [one] Give them the seat and email them
   *[other] Give { $n } people a seat and email them
  }
registration-let-in = { $n ->
    [0] Nobody got a seat.
    [one] One person got a seat and an email.
   *[other] { $n } people got a seat and an email.
  }
registration-on-list = { $name }, you are on the waiting list.
registration-list-closed = Registration has closed. We’ll email you if the organizers give you a seat.
registration-list-begun = This has begun, so nobody on the waiting list gets a seat anymore.
registration-leave-list = You leave the waiting list.
event-registration-let-in = People on the waiting list were given seats
registration-who = Who registered
offer-closes = Until
offer-closes-hint = Through the end of this day in { $zone }.
offer-until = the end of { $day }, { $zone }
offer-capacity = Seats
offer-price = Price
offer-price-en = About the price, in English
offer-price-es = About the price, in Spanish
offer-price-hint = What a price list cannot say: help with the cost, or that it costs nothing.
offer-pay = Link to pay
offer-pay-hint = Payments are made elsewhere; people find the link beside the price.
offer-pay-link = Pay
offer-audience-en = For whom, in English
offer-audience-es = For whom, in Spanish
offer-left = { $n } of { $of } are free
offer-full = All { $n } seats are taken. There is a waiting list.
offer-checks = Before opening
offer-checks-none = Everything is there.
offer-must = needed
offer-open = Open registration
offer-no-dates = No gathering is announced yet.
offer-unconfirmed = The dates are not confirmed: see Published.
offer-no-settings = Save the settings on this page first.
offer-no-price = The price is missing in one language.
offer-no-audience = It does not say for whom it is, in both languages.
registration-end = End this registration
offer-no-access-contact = Nobody is named to arrange access. What people write down waits until someone is named and they share it. See Set-up.
offer-no-capacity = Seats are not limited.
offer-late-deadline = People can register after it has begun.
open-offer = Registration for { $season } is open
open-offer-until = Until the end of { $day } ({ $zone }).
register-title = Register
register-wait = Join the list
register-once = Once for the whole series. You need no account.
register-email-hint = We email you the dates for your calendar and a link to change your registration.
register-language = Language for our letters
register-need = What would help you take part
register-need-hint = Captions, interpretation, breaks, anything. Only { $name }, who arranges access, reads this.
register-need-nobody = Captions, interpretation, breaks, anything. Nobody is named yet to arrange access, so nobody reads this for now. We ask you before we hand it over.
register-act = Register
register-closed = Registration is closed.
register-over = This has ended.
registered = You are registered.
registered-waiting = All seats are taken. You are on the list and hear from us as soon as one is free.
registered-list = You are on the list.
registered-mail = We have written to you. The letter has a link by which you can leave or pass your place on.
registered-mail-waiting = We've emailed you a link. Use it to leave the list.
registration-mine = My registration
registration-held = { $name }, you are registered.
registration-waits = { $name }, you are on the waiting list. If a seat comes free before registration closes, it is yours and we email you.
registration-go = Choose times and see the gatherings
registration-pass = Offer my place to someone
registration-pass-text = We email them. Once they accept, your place and its dates are theirs.
registration-leave = Leave
registration-leave-text = Your place goes to whoever waits, and the dates leave your calendar.
registration-left = You have left. Thank you for telling us.
event-offer-saved = Registration was set up
event-offer-opened = Registration was opened
event-registration-made = Someone registered
event-registration-waited = Someone joined the list
event-registration-opened = A seat came free for someone on the list
event-registration-left = Someone left
event-registration-passed = A place was passed on

# Leaving a cohort
place-leaving = Leaving
leaving-link = End membership
leaving-title = End a membership
leaving-choose = Choose
leaving-who = Member
leaving-day = Last day
leaving-reason = Reason
leaving-reason-hint = Only leads can read this.
leaving-free = Free the seat for someone else
leaving-next = Continue
leaving-ask = End the membership of { $name }?
leaving-ask-access = They can no longer open this season’s pages. The public page no longer shows them.
leaving-ask-gatherings = { $n ->
    [0] No gatherings are ahead of them.
    [one] They get an email that takes one gathering out of their calendar.
   *[other] They get emails that take { $n } gatherings out of their calendar.
  }
leaving-ask-team = They leave the home team { $team }.
leaving-ask-spaces = { $n ->
    [one] They leave one space. After a day, what they wrote there is deleted.
   *[other] They leave { $n } spaces. After a day, what they wrote there is deleted.
  }
leaving-ask-free = Their seat becomes free.
leaving-ask-kept = Their seat is not given to anyone else.
leaving-ask-stays = Past attendance stays on record.
leaving-ask-undo = You can undo this for one day.
leaving-act = End membership
leaving-not = Cancel
leaving-nobody = There are no members.
leaving-gone = Members who left
leaving-on = Left on { $day }.
leaving-by = Recorded by { $name }.
leaving-undo = Undo
leaving-undo-until = Until { $at }
leaving-private = Only leads can see this list.
leaving-ended = The membership has ended.
leaving-undone = They are a member again.
leaving-how = To leave the cohort, write to { $name }, { $email }.
wrong-leaving-who = Choose a member.
wrong-leaving-future = Choose today or an earlier day.
wrong-leaving-late = This can no longer be undone.
wrong-leaving-no-seat = All seats are taken now. Add a seat in the settings first.
event-member-left = A member left
event-member-returned = A member came back
