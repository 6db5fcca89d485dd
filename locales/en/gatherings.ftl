# Gatherings: when, where, who, and what happens there.
place-gatherings = Gatherings
place-season-plan = Season plan
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
length-hours = { $h ->
    [one] 1 hour
   *[other] { $h } hours
  }
length-both = { $m ->
    [30] { $h }.5 hours
   *[other] { $h } hr { $m } min
  }
or-between = {" or "}
and-between = {" and "}
part-of = Part { $n } of { $of }
online = Online
time-yours = Your time: { $hours }
gathering-kind-retreat = Retreat
gathering-kind-session = Session
gathering-kind-course-part = Course session
gathering-kind-group-coaching = Group coaching
gathering-kind-webinar = Webinar
gathering-kind-event-session = Event session
format-online = Online
format-in-person = In person
format-both = In person and online

# The season
gatherings-title = Gatherings
gatherings-none = Gatherings will be listed here with their dates, times, and places.
gatherings-none-told = No gatherings have been published yet.
gatherings-none-copy = Copy gatherings from another season
gatherings-sum = { $n ->
    [one] One gathering
   *[other] { $n } gatherings
  } from { $from } to { $to }, { $length } in total.
gatherings-in-person = { $n ->
    [0] All are online.
    [one] One is in person.
   *[other] { $n } are in person.
  }
gathering-no-time = No date set yet
gathering-length = Length: { $length }
gathering-answers = { $yes } yes, { $no } no, { $needs } need support
season-past = { $n ->
    [one] 1 past gathering
   *[other] { $n } past gatherings
  }
own-answer-yes = You’re coming
own-answer-no = You can’t make it
own-answer-need = You’re coming, and need support
gathering-off = Canceled
gathering-draft = Draft
sitting-or = or
sitting-yours = You chose this time
sitting-waiting = On the waiting list
sitting-full = Full
sitting-choose = Choose a time
came-yes = You attended
came-no = You missed this. See how to catch up
came-made-up = Caught up
came-link = Joined online
came-door = Checked in
came-hand = Marked by staff
came-report = From the meeting report
came-import = Imported from a file

# One gathering
gathering-off-long = This gathering is canceled.
gathering-draft-long = This is a draft. Only the people who plan this season can see it. No one has been notified.
gathering-times = Dates and times
sitting-pick = There’s more than one time. Choose the one that works for you. Each one counts the same.
sitting-pick-until = You can choose or change your time through { $day }.
sitting-seats-of = { $taken } of { $of } seats taken
sitting-taken = { $n ->
    [one] One person chose this
   *[other] { $n } people chose this
  }
sitting-waiting-n = { $n } on the waiting list
sitting-take = Choose this time
sitting-wait = Join the waiting list
sitting-leave = Give up my seat
sitting-unwait = Leave the waiting list
choice-too-late = The deadline to choose a time has passed. If your time doesn’t work, contact us.
door-closed = You can’t check in right now. Check-in opens at least 15 minutes before we start.
join = Join now
join-host = Go to the meeting
join-later = The join link appears here { $n } minutes before we start.
arrive = Check in
missed-title = Catch up on this gathering
missed-text = It happens. Ask your home team for 30 minutes to go over what you missed. Then press “We caught up” on your home team’s page.
missed-team = Go to my home team
missed-ask = Your home team can go over it with you.
missed-support = Questions? Ask { $name }:
after-title = After this gathering
after-text = Thank you for being there.
after-read = { $n ->
    [one] There’s one thing to read or practice.
   *[other] There are { $n } things to read or practice.
  }
after-read-act = View materials
after-pulse = How are you doing? This survey is short and anonymous.
gathering-now = Happening now
gathering-soon = Starting soon
gathering-arrived = You’re checked in
gathering-about = About this gathering
changes-title = Changes
changes-told = { $n ->
    [0] no one needed to be notified
    [one] one person was notified
   *[other] { $n } people were notified
  }
change-title = Title
change-format = Format
change-sitting = Time
change-time = Time
change-place = Location
change-link = New meeting link
change-now = { $what }: added { $to }
change-no-more = { $what }: removed { $from }
change-from-to = { $what }: was { $from }, now { $to }
answer-title = RSVP
answer-ask = Will you be there?
answer-yes = Yes, I’ll be there
answer-no = No, I can’t make it
answer-need = Yes, and I need support
answer-more = Add a note or ask for support
answer-note = What do you need, or what should we know?
answer-note-hint = Only facilitators and program leads can read this.
answer-save = Save note
answered-yes = said yes
answered-no = said no
answered-need = needs support
answers-title = RSVPs
rsvp-silent = { $n ->
    [0] Everyone has answered
    [one] One person hasn’t answered
   *[other] { $n } people haven’t answered
  }
rsvp-silent-who = Show names
rsvp-remind-preview = Preview the reminder
rsvp-remind-language = Each person gets it in their own language.
rsvp-remind-act = { $n ->
    [one] Email a reminder to one person
   *[other] Email a reminder to { $n } people
  }
rsvp-reminded = { $n ->
    [0] No email was sent. No one else can get a reminder today.
    [one] Sent to one person.
   *[other] Sent to { $n } people.
  }
rsvp-not-no-address = { $n ->
    [one] Not emailed: one person has no email address
   *[other] Not emailed: { $n } people have no email address
  }
rsvp-not-returned = { $n ->
    [one] Not emailed: one person’s address returns our email
   *[other] Not emailed: the addresses of { $n } people return our email
  }
rsvp-not-off = { $n ->
    [one] Not emailed: one person turned off reminders
   *[other] Not emailed: { $n } people turned off reminders
  }
rsvp-not-today = { $n ->
    [one] One person already got a reminder today
   *[other] { $n } people already got a reminder today
  }
answers-sum = { $yes } yes, { $no } no, { $needs } need support, out of { $of } people.
gathering-acts = Manage this gathering
gathering-publish = { $n ->
    [0] Publish gathering
    [one] Publish and notify one person
   *[other] Publish and notify { $n } people
  }
gathering-discard = Delete draft
gathering-cancel = Cancel this gathering
gathering-cancel-reason = Reason
gathering-cancel-hint = { $n ->
    [one] One person gets an email with this reason. The gathering is removed from their calendar.
   *[other] { $n } people get an email with this reason. The gathering is removed from their calendars.
  }
gathering-cancel-act = Cancel gathering and notify everyone

# Making and changing
gathering-new = Add a gathering
gathering-edit = Edit gathering
gathering-draft-lead = No one is notified until you publish it.
gathering-edit-waiting = { $n ->
    [one] One person is on a waiting list. If you add seats, they get one and an email.
   *[other] { $n } people are on waiting lists. If you add seats, we fill them in order and email each person.
  }
gathering-edit-told = { $n ->
    [one] One person is part of this gathering. If you change a time, the location, the link, or the title, they get one email. Their calendar updates too.
   *[other] { $n } people are part of this gathering. If you change a time, the location, the link, or the title, everyone affected gets one email. Their calendars update too.
  }
gathering-words = Details
gathering-title-en = Title in English
gathering-title-es = Title in Spanish
gathering-kind = Type
gathering-format = Format
gathering-purpose-en = Purpose in English
gathering-purpose-es = Purpose in Spanish
gathering-open-before = Minutes to open early
gathering-open-hint = Gives people time to talk before you start.
gathering-open-after = Minutes to stay open afterward
gathering-open-after-hint = Enter 0 to close as soon as it ends.
gathering-times-lead = If everyone attends more than one day, make each day its own part: 1, 2, and so on. Times with the same part number are options. Each person picks one.
gathering-times-more = To add more times, save first. The form always ends with an empty one.
gathering-choose-until = Last day to choose a time
gathering-choose-until-hint = For gatherings with more than one time. Leave it empty to let people choose until it starts.
gathering-save = Save draft
gathering-save-tell = Save and notify people
sitting-add = Add a time
sitting-n = Time { $n }
sitting-day = Date
sitting-from = Starts
sitting-until = Ends
sitting-zone-hint = Type a city or a time zone, such as Chicago or Central Time.
listing-zone-hint = The time zone of the deadline.
sitting-part = Part
sitting-part-hint = Enter 1 if there’s only one.
sitting-seats = Seats
sitting-seats-hint = Leave empty for no limit.
sitting-place = Location
sitting-place-hint = Building, street, and city. Leave empty if it’s online.
sitting-link = Meeting link
sitting-link-hint = People join with a button on the gathering’s page. Pressing it marks them as present.
sitting-gone = Remove this time
wrong-title-long = Shorten the title to 200 characters or fewer.
wrong-clock = Enter a time, such as 9:00 a.m.
wrong-length = A time must last between 5 minutes and 16 hours. If there are several days, make each day its own part.
wrong-link = Enter the full link, starting with https://.
wrong-skipped-hour = Clocks skip this hour that night. Choose another time.
wrong-gathering-moved = Nothing was saved. This gathering changed after you opened the form, or you saved twice. Copy what you typed, then open the form again.
wrong-part-used = People already have seats or attendance here, so part numbers can’t change.
wrong-no-sitting = This gathering is published, so it needs at least one time. To end it, cancel it.
wrong-capacity-taken = More people than that already have seats. Enter a higher number.
wrong-sittings-many = You can have up to { $arg } times.
wrong-shift-past = Nothing was moved, because at least one date would be in the past. Try a different number of days.
wrong-plan-moved = Nothing was moved, because the plan changed after you opened this page. Check the new plan and try again.
wrong-not-empty = Nothing was copied, because this season already has gatherings.
wrong-need = Tell us what you need.
wrong-note-long = Your text is too long. Shorten it.
wrong-mix = The three shares must add up to 100. Yours add up to { $arg }.
wrong-blocks-many = You can have up to { $arg } blocks.

# The plan
plan-title = Season plan
plan-lead = What to fix before you share dates, and how the time is divided.
plan-checks = Needs review
plan-checks-none = No problems found with dates, lengths, places, or wording.
check-no-support = No support contact is set. People need someone to write to.
check-in-person = { $arg ->
    [0] No gatherings are in person. If most of a season is online, plan at least two in person.
   *[other] Only one gathering is in person. If most of a season is online, add a second one, such as a closing gathering.
  }
check-no-time = No date is set.
check-holiday = It’s on { $arg }.
check-weekend = It’s on a weekend.
gathering-outside = { $n ->
    [one] { $days } is outside the season, which runs from { $from } to { $to }. Change the date, or keep it if it’s right.
   *[other] These dates are outside the season, which runs from { $from } to { $to }: { $days }. Change them, or keep them if they’re right.
}
gathering-save-outside = Keep these dates and save
shift-outside = Outside the season
check-outside = It’s outside the season dates.
check-no-link = It starts within a week and has no meeting link.
check-no-place = It starts within a week and has no location.
check-no-agenda = It has no run of show yet.
check-agenda-sum = Its run of show doesn’t match the scheduled time.
check-one-language = Its title is missing in one language.
check-ambiguous = “{ $arg }” can mean two things. Give a number or the dates.
check-zone-word = “{ $arg }” is wrong for half of the year. Remove it. We add the time zone for you.
check-star = “{ $arg }” has a star but no explanation. Add one to the glossary: Settings, then “Edit program”. Or remove the star.
check-clash = It’s at the same time as { $arg }.
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
    [0] No one
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
plan-days = Days to move
plan-days-hint = Enter 7 for a week later, or -7 for a week earlier.
plan-shift-act = Preview the shift
plan-copy = Copy gatherings from another season
plan-copy-text = Gatherings are copied as drafts with their run of show, but without places and links. Each one keeps its distance from the first day of the season.
plan-copy-from = Season
plan-copy-act = Copy as drafts
mix-title = Content, reflection, and application
mix-none = No run of show yet.
mix-words = { $content }% content, { $reflection }% reflection, { $application }% application
mix-content = { $share }% content ({ $minutes } min)
mix-reflection = { $share }% reflection ({ $minutes } min)
mix-application = { $share }% application ({ $minutes } min)
mix-target = Target: { $content }% content, { $reflection }% reflection, { $application }% application.
mix-each = By gathering
mix-set = Set a target
mix-content-share = Content (%)
mix-reflection-share = Reflection (%)
mix-application-share = Application (%)
mix-how = Grounding counts as reflection. Peer consult, commitments, and home teams count as application. Welcome, celebration, breaks, informal time, and questions aren’t counted.

# The run of show
agenda-title = Agenda
agenda-edit = Run of show
agenda-sum = { $sum } of { $slot } planned.
agenda-none = Nothing is planned yet. Start with a model session in five parts that opens with grounding and celebration. You can change anything.
agenda-template = Start with the model session
agenda-too-long = The blocks run { $length } past the scheduled time.
agenda-too-short = { $length } of the scheduled time has no plan yet.
agenda-opening = Grounding and celebration should come first.
agenda-no-home-team = There’s no home team time.
agenda-no-content = There’s no new content or tool.
agenda-no-commitments = There’s no check-in on commitments.
agenda-no-consult = There’s no peer consult.
agenda-no-reflection = There’s no time to reflect.
agenda-no-informal = There’s no informal time, and the meeting doesn’t open early or stay open afterward.
agenda-add = Add block
agenda-change = Edit block
agenda-up = Move up
agenda-down = Move down
agenda-remove = Remove
agenda-remove-ask = Its title, materials, and facilitator notes are removed, too. You can’t undo this.
agenda-remove-act = Remove block
agenda-gone = This block was already removed. Nothing was changed.
agenda-gone-kept = This block was removed in the meantime. Your text is under Add block. Press Add block there to add it as a new one.
block-kind = Type
block-minutes = Minutes
block-owner = Led by
block-materials = Materials
block-cue = Facilitator notes
block-cue-hint = Only facilitators and program leads can read this.
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
attendance-sum = { $here } of { $of } attended{ $made ->
    [0] .
    [one] , and one caught up.
   *[other] , and { $made } caught up.
  }
attendance-state = Attendance
attendance-here = Present
attendance-made-up = Caught up
attendance-away = Absent
attendance-how = Source, or how they caught up
attendance-how-of = How { $name } caught up
attendance-save = Save attendance
attendance-note = Missing a gathering is never counted against anyone. People who catch up get the same credit.
attendance-early = You can mark attendance from { $at } on.
meeting-report-title = Import from Zoom
meeting-report-lead = Choose Zoom’s participant report as CSV, or the JSON from Zoom’s API. It can be in English, Spanish, Portuguese, or French. You check every row before anything is saved.
meeting-report-sitting = Time
meeting-report-file = Report
meeting-report-read = Check report
meeting-report-taken = This report was imported.
meeting-report-empty = This report has no people in it.
meeting-report-name = In the report
meeting-report-length = Time that counts
meeting-report-is = Person in this season
meeting-report-is-of = Who { $name } is
meeting-report-nobody = No one in this season
meeting-report-bot = Recording bot
meeting-report-guest = Guest
meeting-report-take = Import attendance
meeting-report-check = Check the report
meeting-report-bounds = { $day }, { $from } to { $until } ({ $zone } time)
meeting-report-when = The times in this report run from { $report }. This session: { $planned }.
meeting-report-other-day = Nothing to import: this report is from another time.
meeting-report-other-day-when = In the report: { $report }. This session: { $planned }. If you met at the time in the report, change the date of this gathering first.
meeting-report-other-day-there = Go to attendance for { $name }, { $day }
meeting-report-partial = Zoom sent only part of the list. Get the other pages from the API too, and import each one.
meeting-report-guessed = The file doesn’t say how it stores accents. Check the names below.
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
  } to check: choose who { $people ->
    [one] this person is.
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
    [one] a recording bot.
   *[other] { $people } recording bots.
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
left-out-absent = Registered but did not attend
left-out-waiting = Only in the waiting room
left-out-no-name = No name
left-out-no-time = No join or leave time
left-out-backwards = Leave time is before join time
doubt-same-name = Another row has the same name. Choose the same person in both if they are one.
doubt-namesakes = More than one person in this season has this name.
doubt-other-row = Another row looks like the same person. Choose them in both if they are one.
doubt-brackets = Recognized by the name in brackets only.
meeting-report-beside = Some of these people already have minutes from another report, and the times can’t be compared. What should we do?
meeting-report-beside-more = Add the minutes: it was another part of the meeting
meeting-report-beside-same = Keep the larger number: it is the same meeting
meeting-report-take-note = Minutes count from when the meeting opens until it closes. Two reports of one meeting are combined by time.
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
    [0] Nothing changed.
    [one] Saved for one person.
   *[other] Saved for { $n } people.
  }
wrong-report = This file has no participant report columns, such as “Name” and “Join Time”. Download the participant report from Zoom as CSV and choose it here.
wrong-report-text = This file is not text. Save the report as CSV.
wrong-report-many = This report has more than { $arg } people. Split it into several files.
wrong-report-time = This row has a time that can’t be read: { $arg }. Nothing was imported.
wrong-report-dates = Some dates have the day first and others the month first. Check row { $arg }. Nothing was imported.
wrong-report-who = Choose who “{ $arg }” is.
wrong-report-beside = Choose what to do with minutes from another report.

# One’s own hours
certificate-title = My hours
certificate-none = You have no attendance on record yet.
certificate-text = { $name } took part in { $program }, { $season }: { $length } in total.
certificate-what = Gathering
certificate-when = Date
certificate-length = Time
certificate-made = Created on { $day }. Questions? Contact { $contact },
certificate-print = Print this page, or save it as a PDF from your browser’s print window.

# Calendars
calendar-add = Add to calendar
calendar-google = Google
calendar-apple = Apple
calendar-outlook = Outlook
calendar-follow = Add everything to my calendar
my-calendar = My calendar
my-calendar-lead = See your gatherings and appointments in the calendar you already use. When something changes, it updates by itself.
calendar-name = { $name }: gatherings
calendar-address = Your private calendar link
calendar-address-none = You don’t have a calendar link yet.
calendar-address-since = Your link has worked since { $day }. We only show it when you create it. If you lost it, create a new one.
calendar-address-new = This is your link. We show it only this once. Any older link has stopped working.
calendar-step-copy = Copy the link.
calendar-step-add = In your calendar, look for “Subscribe”, “From URL”, or “Add calendar by address”, and paste the link.
calendar-step-secret = Don’t share it. Anyone who has it can see your calendar. It has no links to gatherings’ meetings, but it has those of your team meetings and consults.
calendar-address-make = Create my link
calendar-address-anew = Create a new link
calendar-address-end = Turn off my link
my-zone = Your time zone
my-zone-hint = We show each gathering in its own time zone, with your time below it.
zone-say = Show times in my time zone
zone-of-season = Same as the program

# Emails
mail-gathering-yours = Your time: { $hours }
mail-gathering-where = Where: { $place }
mail-gathering-online = This gathering is online. Join with the button on its page, shortly before we start.

# What happened
event-gathering-made = A gathering was added
event-gathering-changed = A gathering was changed
event-gathering-published = A gathering was published
event-gathering-cancelled = A gathering was canceled
event-gathering-discarded = A draft gathering was deleted
event-gathering-copied = Gatherings were copied from another season
event-gathering-answered = Someone answered an RSVP
event-gathering-unanswered = Someone removed an RSVP
event-sitting-chosen = Someone chose a time
event-sitting-left = Someone gave up their seat
event-sitting-waited = Someone joined a waiting list
event-sitting-opened = A seat opened for someone on a waiting list
event-agenda-changed = A run of show was changed
event-mix-set = A target for content, reflection, and application was set
event-attendance-arrived = Someone checked in
event-attendance-marked = Attendance was saved
event-report-read = A meeting report was read
event-report-undone = The import of a meeting report was undone
event-rsvp-reminded = People were reminded to RSVP
event-report-taken = A meeting report was imported
event-calendar-made = A calendar link was created
event-calendar-ended = A calendar link was turned off
event-zone-set = A time zone was set

# Rooms: a gathering as it happens
place-met = Groups so far
room-title = Live agenda
room-now = Now
room-next = Next:
room-before = Not started yet. Scheduled for { $hours }
room-ended = This session has ended. Thank you for being here.
room-left = {"{"}n{"}"} min left
room-over = {"{"}n{"}"} min over
room-look = Refresh this page
room-back = Back to the gathering
room-worksheet = Worksheet: { $name }
screen-title = Projector view
screen-back = Back to the console
now-grounding = Settle in. There’s nothing to prepare.
now-celebration = Share something that went well, big or small.
now-welcome = Say hello and see who’s here.
now-informal = Free time to talk.
now-content = Listen and take notes. Ask questions anytime.
now-reflection = Take a few quiet minutes to think or write.
now-application = Try it out on your own work.
now-home-team = Meet with your home team.
now-consult = Go to your group. One person brings a question, and everyone helps.
now-commitments = Say what you’ll do before we meet again.
now-questions = Ask what’s still unclear.
now-break = Take a break.
way-in-lead = You’re checked in. The meeting opens in a moment. If it doesn’t, use the button.
way-in-room = Go to the live agenda
console-title = Facilitator console
console-late = Nothing was changed, because this page was out of date. It’s current now.
console-closed = You can start from one hour before the session until a few hours after it.
console-no-agenda = Add a run of show so the console can guide the session
console-here = Who’s here
console-present = { $n } of { $of } are checked in.
console-follow = { $n ->
    [one] The live agenda is open on one screen.
   *[other] The live agenda is open on { $n } screens.
  }
console-room = View the live agenda
press-begin = Start session
press-again = Resume session
press-next = Next block
press-more = Add two minutes
press-back = Undo: back one block
press-less = Undo: two minutes less
press-end-ask = { $n ->
    [0] The room page will say that the session is over. You can resume it afterward.
    [one] One open page will say that the session is over. You can resume it afterward.
   *[other] { $n } open pages will say that the session is over. You can resume it afterward.
  }
press-end-sure = End session now
room-lost = Connection lost. Trying again…
room-lost-for-good = Connection lost. Reload this page to try again.
press-end = More options
drift-none = on schedule
drift-late = { $n ->
    [one] one minute behind
   *[other] { $n } minutes behind
  }
drift-early = { $n ->
    [one] one minute ahead
   *[other] { $n } minutes ahead
  }
drift-still-early = { $n ->
    [0] the session is still on schedule
    [one] the session is still one minute ahead
   *[other] the session is still { $n } minutes ahead
  }
tables-title = Breakout groups
tables-teams = Home teams
tables-fresh = New groups: people who haven’t been grouped together
tables-how = Type of groups
tables-size = People per group
tables-for-here = { $n ->
    [one] The one person who is checked in will be grouped.
   *[other] The { $n } people who are checked in will be grouped.
  }
tables-for-yes = { $n ->
    [one] No one is checked in yet. The one person who said yes will be grouped.
   *[other] No one is checked in yet. The { $n } people who said yes will be grouped.
  }
tables-for-any = { $n ->
    [one] No one is checked in or has said yes yet. The one person who hasn’t said no will be grouped.
   *[other] No one is checked in or has said yes yet. The { $n } people who haven’t said no will be grouped.
  }
tables-make = Create groups
tables-anew = Shuffle again
tables-draft = Only facilitators can see these
tables-posted = Everyone can see these
tables-post = Show groups to everyone
tables-repeats = { $n ->
    [0] No one is with someone they’ve been grouped with before.
    [one] One pair has been grouped before. That’s the fewest possible.
   *[other] { $n } pairs have been grouped before.
  }
tables-seat = { $n ->
    [one] Add one late arrival
   *[other] Add { $n } late arrivals
  }
tables-export = Download breakout rooms for Zoom (CSV)
table-n = Group { $n }
wrong-few-people = You need at least two people who are here to create groups.
wrong-no-teams = No one here has a home team. Choose new groups.
turnout-title = Attendance so far
turnout-gathering = Gathering
turnout-came = Attended
turnout-none = not recorded
turnout-of = This counts people who take part now, and people who left after the gathering.
met-title = Who has been grouped together
met-link = See who has been grouped together
met-sum = { $met } of { $pairs } pairs have been grouped together so far ({ $share }%).
met-spread = How many others each person has been grouped with
met-others = Others
met-people = People
met-bar = Share
met-others-n = { $n ->
    [0] no one yet
    [one] one other
   *[other] { $n } others
  }
met-note = Only people who lead or run gatherings see this page. Participants see their own list.
met-circle = Who has been grouped together
met-circle-text = Each number is a person. A line means they have been in a group together. The thicker it is, the more often. Being on the same home team counts once.
met-matrix = How often
met-matrix-text = Each cell says how many times two people have been in a group together. 0 means never.
met-too-large = Names are shown for up to { $n } people.
met-own = Who you’ve been grouped with
met-none = No one yet. This list grows as breakout groups are created.
met-times = { $n ->
    [one] once
   *[other] { $n } times
  }, last on { $day }
met-own-note = Other participants can’t see this list. The program team knows who is in each group.
event-room-moved = A session moved to its next step
event-tables-made = Breakout groups were created
event-tables-posted = Breakout groups were shown to everyone
event-tables-changed = Breakout groups were changed

# Today and the dashboard
today-now = You have a gathering today.
today-tomorrow = You have a gathering tomorrow.
today-next = Up next
today-next-none = No gatherings are planned yet. When one is published, its date and join link will be here.
rsvp-ask = Will you be there?
rsvp-yes = I’ll be there
rsvp-no = I can’t make it
today-later = Later
today-need = Change my RSVP
today-opens = From { $time }, you can join or check in here.
today-said-yes = You said you’ll be there.
today-said-no = You said you can’t make it.
today-said-need = You said you’ll be there. The team knows what you need.
today-kept-changed = Your RSVP was changed since. Nothing was undone.
today-kept-begun = This gathering has started or was canceled. Your RSVP stays as it was.
loom-today = Today: { $title }.
loom-soon = { $title } is { $days ->
    [one] tomorrow
   *[other] in { $days } days
  }. { $yes ->
    [0] No one has said yes yet.
    [one] One person said yes.
   *[other] { $yes } people said yes.
  }
loom-next = Next: { $title }, { $day }.
loom-month = month { $n } of { $of }
loom-plan = Plan gatherings
loom-there = { $n } of { $of } attended
loom-console = Go to the facilitator console
loom-gathering = View gathering
loom-met = of pairs have been grouped together ({ $met } of { $pairs }).

# Together
place-agreements = Agreements
place-celebrations = Celebrations
agreements-title = Our agreements
agreements-none = No agreements yet. Groups usually write them together at the first gathering.
agreements-version = Version { $n }, { $day }
agreements-yes = { $n ->
    [one] one person agreed
   *[other] { $n } people agreed
  }
agreements-own = You agreed
agreements-agree = I agree to these
agreements-write = Write a new version
agreements-text = Agreements
agreements-hint = One per line, in the group’s own words. Everyone is asked to agree again. Older versions are kept.
agreements-save = Save new version
agreements-before = Earlier versions
agreements-late = Someone else saved a new version while you were writing. It’s shown above, and your text is below. Combine the two, then save.
celebrations-title = Celebrations
celebrations-lead = Share what went well, big or small.
celebrations-text = Something to celebrate
celebrations-hint = Everyone in this season can read it, with your name.
celebrations-tell = Share celebration
celebrations-none = No celebrations yet. Be the first to share one.
celebrations-remove = Delete
celebrations-remove-ask = Nobody will see it anymore. You can’t undo this.
celebrations-remove-act = Delete celebration
wrong-celebration-long = Shorten this to 1,000 characters or fewer.
today-celebrated = Recent celebrations
event-agreements-written = A new version of the agreements was saved
event-agreements-agreed = Someone agreed to the agreements
event-celebration-told = A celebration was shared
event-celebration-removed = A celebration was deleted

# Reminders
remind-title = Reminders
remind-when = Remind me
remind-hint = We email you about the gatherings you’re going to.
remind-day = The day before
remind-hour = An hour before
remind-both = The day before and an hour before
remind-none = Don’t remind me
event-gathering-reminded = Reminders for a gathering were sent
event-reminders-chosen = Someone chose their reminders
me-calendar = Calendar, time zone, and reminders
me-calendar-lead = See your gatherings and appointments in your own calendar, and choose when we remind you.
me-calendar-open = Set up my calendar

# Check-in
door-title = Check-in list
door-early = Check-in opens on { $at }, one day before we start. Open this page again then. It will work offline.
door-sum = {"{"}n{"}"} of {"{"}of{"}"} are here.
door-waiting = No connection. {"{"}n{"}"} not sent yet. They stay on this device and are sent when the connection is back.
door-refused = {"{"}n{"}"} could not be sent. Reload this page or sign in again. Nothing is lost.
door-old = No connection. This list is as of {"{"}time{"}"}; what others check in is not shown yet.
door-told = All sent.
door-note = Press a name when they arrive. Press again to undo. Once opened, this list also works offline for a day on this device. Signing out removes it.
poster-title = Check-in poster
poster-code = A code that opens { $address }
poster-words = Scan, sign in, and press “Check in”.

# What was published
place-sources = Published dates
sources-title = Published dates
sources-lead = Your dates also appear on web pages, slides, and emails. Add what each one says. We show you what doesn’t match the plan.
sources-told = { $n ->
    [one] Once everything matches, one person gets an email that the dates are confirmed.
   *[other] Once everything matches, { $n } people get an email that the dates are confirmed.
  }
sources-here = Current plan
sources-plan = { $n ->
    [one] One gathering
   *[other] { $n } gatherings
  } from { $from } to { $to }, { $length } in total.
sources-agree = Everything published matches the plan or is marked as out of date.
unconfirmed = These dates aren’t confirmed, because some published dates don’t match. We’ll tell you when they’re final.
unconfirmed-public = These dates aren’t confirmed and may change.
unconfirmed-tag = dates not confirmed
unconfirmed-see = Compare published dates
source-agrees = Matches the plan
source-first = It says the first day is { $source }. The plan says { $plan }.
source-last = It says the last day is { $source }. The plan says { $plan }.
source-count = It says there are { $source } gatherings. The plan has { $plan }.
source-length = It says { $source } in total. The plan has { $plan }.
source-day = It lists { $source }, but nothing is planned that day.
source-settled = Marked as out of date on { $day }
source-reason = Why it’s out of date
source-settle = Mark as out of date
source-change = Change the plan
source-add = Add a published source
source-add-lead = Enter what it says about dates. Leave the rest empty.
source-name = Name of the source
source-name-hint = For example: slides from the January webinar.
source-url = Link to the source
source-says-first = First day
source-says-last = Last day
source-says-count = Number of gatherings
source-says-minutes = Total minutes
source-says-days = Dates it lists
source-says-days-hint = Write each date as year-month-day. Put spaces between them.
source-compare = Compare with the plan
wrong-source-silent = Enter at least one thing the source says.
event-source-added = A published source was added
event-source-settled = A published source was marked as out of date
event-season-confirmed = The season dates were confirmed

# Registration
place-registration = Registration
registration-title = Registration
registration-lead = People register once for the whole series. Nothing is public until you open registration.
registration-counts = { $taken ->
    [one] One person is registered
   *[other] { $taken } people are registered
  }, { $waiting ->
    [0] and no one is waiting.
    [one] and one is waiting.
   *[other] and { $waiting } are waiting.
  }
registration-is-open = Registration is open:
registration-is-closed = Registration is closed. It was open until { $until }.
registration-begun = This has started, so people on the waiting list can’t get a seat anymore.
registration-let-in-text = { $n ->
    [one] Registration is closed, but a seat is free and someone is on the waiting list.
   *[other] Registration is closed, but there are free seats for { $n } people on the waiting list.
  }
registration-let-in-act = { $n ->
    [one] Give them the seat and email them
   *[other] Give { $n } people a seat and email them
  }
registration-let-in = { $n ->
    [0] No one got a seat.
    [one] One person got a seat and an email.
   *[other] { $n } people got a seat and an email.
  }
registration-on-list = { $name }, you’re on the waiting list.
registration-list-closed = Registration has closed. We’ll email you if the organizers give you a seat.
registration-list-begun = This has started, so people on the waiting list can’t get a seat anymore.
registration-leave-list = You’ll be taken off the waiting list.
event-registration-let-in = People on the waiting list were given seats
registration-who = Registrations
offer-closes = Registration closes
offer-closes-hint = Registration stays open through the end of this day in { $zone }.
offer-until = { $day }, 11:59 p.m. { $zone }
offer-capacity = Seats
offer-price = Price
offer-price-en = About the price in English
offer-price-es = About the price in Spanish
offer-price-hint = What the price list can’t say, such as help with the cost or that it’s free.
offer-pay = Payment link
offer-pay-hint = People pay on another site. They see this link next to the price.
offer-pay-link = Pay now
offer-audience-en = Who it’s for, in English
offer-audience-es = Who it’s for, in Spanish
offer-left = { $n } of { $of } seats left
offer-full = { $n ->
    [one] The only seat is taken. There is a waiting list.
   *[other] All { $n } seats are taken. There is a waiting list.
}
offer-checks = Before you open registration
offer-checks-none = Nothing is missing.
offer-must = required
offer-open = Open registration
offer-no-dates = No gathering has been published yet.
offer-unconfirmed = The dates aren’t confirmed. Go to Published dates.
offer-no-settings = Save the settings on this page first.
offer-no-price = The text about the price is missing in one language.
offer-no-audience = Say who it’s for in both languages.
registration-end = Cancel this registration
offer-no-access-contact = There’s no accessibility contact. Nobody sees what people write until you choose one in Settings and they agree to share it.
offer-no-capacity = There’s no limit on seats.
offer-late-deadline = People can register after it starts.
open-offer = Registration is open for { $season }
open-offer-until = Open until { $day }, 11:59 p.m. { $zone }.
register-title = Register
register-wait = Join the waiting list
register-once = You register once for the whole series. You don’t need an account.
register-email-hint = We email you the dates for your calendar and a link to change your registration.
register-language = Language for our emails
register-need = What would help you take part?
register-need-hint = Captions, interpretation, breaks, or anything else. Only { $name }, our accessibility contact, sees this.
register-need-nobody = Captions, interpretation, breaks, or anything else. Nobody sees this until there’s an accessibility contact. We’ll ask you before we share it.
register-act = Register
register-closed = Registration is closed.
register-over = This has ended.
registered = You’re registered.
registered-waiting = All seats are taken. You’re on the waiting list, and we’ll email you when a seat opens.
registered-list = You’re on the waiting list.
registered-mail = We emailed you. Use the link in the email to cancel or to pass your seat to someone.
registered-mail-waiting = We emailed you a link. Use it to leave the waiting list.
registration-mine = My registration
registration-held = { $name }, you’re registered.
registration-waits = { $name }, you’re on the waiting list. If a seat opens before registration closes, it’s yours and we’ll email you.
registration-go = Choose times and view gatherings
registration-pass = Offer my seat to someone
registration-pass-text = We email them. Once they accept, your seat and its dates are theirs.
registration-leave = Cancel my registration
registration-leave-text = Your seat goes to the next person on the waiting list. The dates come off your calendar.
registration-left = Your registration is canceled. Thank you for telling us.
event-offer-saved = Registration settings were saved
event-offer-opened = Registration was opened
event-registration-made = Someone registered
event-registration-waited = Someone joined the waiting list
event-registration-opened = A seat opened for someone on the waiting list
event-registration-left = Someone canceled their registration
event-registration-passed = A seat was passed to someone else

# Leaving a cohort
place-leaving = Departures
leaving-link = End a membership
leaving-title = End a membership
leaving-choose = Choose
leaving-who = Member
leaving-day = Last day
leaving-reason = Reason
leaving-reason-hint = Only program leads can read this.
leaving-free = Free up the seat for someone else
leaving-next = Continue
leaving-ask = End the membership of { $name }?
leaving-ask-access = They can no longer open this season’s pages. The public page no longer shows them.
leaving-ask-gatherings = { $n ->
    [0] They have no upcoming gatherings.
    [one] They get an email that takes one gathering off their calendar.
   *[other] They get emails that take { $n } gatherings off their calendar.
  }
leaving-ask-team = They leave the home team { $team }.
leaving-ask-spaces = { $n ->
    [one] They leave one space. What they wrote there is deleted after a day.
   *[other] They leave { $n } spaces. What they wrote there is deleted after a day.
  }
leaving-ask-free = Their seat opens up.
leaving-ask-kept = Their seat stays empty.
leaving-ask-stays = Past attendance stays on record.
leaving-ask-undo = You can undo this for one day.
leaving-act = End membership
leaving-not = Keep membership
leaving-nobody = This season has no members yet.
leaving-gone = Members who left
leaving-on = Left on { $day }.
leaving-by = Recorded by { $name }.
leaving-undo = Undo
leaving-undo-until = Until { $at }
leaving-private = Only program leads can see this list.
leaving-ended = The membership has ended.
leaving-undone = They’re a member again.
leaving-how = To leave the cohort, write to { $name }, { $email }.
wrong-leaving-who = Choose a member.
wrong-leaving-future = Choose today or an earlier day.
wrong-leaving-late = This can no longer be undone.
wrong-leaving-no-seat = All seats are taken. Add a seat in the settings first.
event-member-left = A member left
event-member-returned = A member came back
