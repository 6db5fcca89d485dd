# Programs, seasons, roles.
programs = Programs
programs-none = No program stands here yet.
program-new = New program
program-make = Create program
program-name = Name
program-kind = Kind
kind-cohort = Cohort program
kind-lab = Lab
kind-course = Course
kind-webinar = Webinar
kind-event = Event
program-summary = What it is, in English
program-summary-hint = Two or three plain sentences for the public page.
program-hosts = Host organizations
one-per-line = One per line.
funder-credit = Funder credit, in English
funder-credit-hint = At the bottom of every page and report, for example “With support from the Example Foundation”. Leave it empty if there is no funder.
disclaimer = Disclaimer, in English
disclaimer-hint = For example “The views here are ours and not the funder’s”.
support-name = Support contact
support-hint = A named person. Their name stands in the same place on every page.
support-email = Support address
support-phone = Support phone
hosted-by = hosted by
and = and
seasons = Seasons
seasons-none = No season has been announced yet.
season-starts = begins { $day }
season-new = New season
season-make = Create season
season-name = Name of the season
season-name-hint = For example “Season 2026”.
season-label = Label
season-label-hint = A short addition such as “pilot cohort”. Optional.
starts-on = First day
ends-on = Last day
seats = Seats
zone = Time zone
zone-hint = Dates and deadlines of this season use this time zone. US time zones come first, then cities by region.
is-pilot = This season is a pilot
wrong-order = The last day must not be before the first.
wrong-zone = Choose a time zone from the list, or type a city, for example Chicago.
wrong-seats-taken = { $arg } seats are taken already; there cannot be fewer.
clone-from = Begin with the design of
clone-none = nothing: an empty season
clone-hint = We copy objectives, the planned design, and the texts of emails. Lists such as issue areas belong to the program, so they stay. You make the application form and review criteria again. People, answers and decisions are never copied.
team = Team and advisors
contacts-title = Whom to ask
purpose-learn = To learn more
purpose-join = To take part
purpose-fund = To fund
purpose-support = For help
glossary = Words we use
rail-label = Season
place-season = Season
place-applications = Applications
place-selection = Selection
place-cohort = Cohort
place-teams = Home teams
place-consent = What I share
place-roles = Team
place-set-up = Settings
pilot = pilot
set-up-title = Season settings
objectives = Objectives
eligibility-text = Who can apply, in English
eligibility-hint = In your own words. It is kept apart from priority and from what comes of an application.
priority-text = Priorities, in English
priority-hint = In your own words. Have it reviewed by counsel when public money is involved.
lists-title = Lists of the program
lists-lead = They are shared by all seasons of the program.
issue-areas = Issue areas
issue-areas-hint = What applicants choose from. Health areas are counted together in reports.
role-levels = Role levels
region-scheme = Region scheme
region-scheme-hint = Which states make up each region, by their two-letter codes. For example South: AL AR DC.
elements = How the season is built
planned = { $n } planned
lately = Recent activity
see = See
loom-title = Season timeline
loom-full = All { $members } seats are taken.
loom-waiting = { $waiting ->
    [one] One invitation waits for an answer; { $members } have said yes.
   *[other] { $waiting } invitations wait for an answer; { $members } have said yes.
  }
loom-pool = { $applications } people applied for { $seats } seats.
loom-empty = Let’s get this season ready.
loom-call = Applications
loom-call-text = { $applications } applied · { $withdrawn } withdrew
loom-call-link = See applications
loom-reads = Reviews
loom-reads-text = { $reads ->
    [one] one review counts
   *[other] { $reads } reviews count
  }
loom-selection = Selection
loom-selection-text = { $goals ->
    [0] no goals yet
    [one] one version of the goals
   *[other] { $goals } versions of the goals
  } · { $runs ->
    [0] no selection yet
    [one] run once
   *[other] run { $runs } times
  }
loom-selection-link = Go to selection
loom-cohort = Cohort
loom-cohort-text = { $members } of { $seats } seats taken
loom-cohort-link = See cohort
loom-teams = Home teams
loom-teams-text = { $teams ->
    [0] not formed yet
    [one] one team
   *[other] { $teams } teams
  }
loom-season = Sessions, { $from } to { $to }
roles-title = Team
roles-lead = Give people a role in this season. One person can have several.
roles-held = Current roles
roles-none = Nobody has a role yet.
role = Role
person = Person
name = Name
role-end = End
role-last-lead = A season keeps at least one program lead. Give the role to someone else first.
invite-title = Invite someone
invite-lead = We email a link to this address. It works for seven days, for that address only.
invite = Send the invitation
invited = Invited, not yet here
invite-revoke = Take it back
open-until = open until { $day }
role-owner = Owner
role-program-lead = Program lead
role-co-lead = Co-lead
role-facilitator = Facilitator
role-coach = Coach
role-reviewer = Reviewer
role-evaluator = Evaluator
role-advisor = Advisor
role-funder = Funder
role-participant = Participant
role-applicant = Applicant
role-registrant = Registrant
role-faculty = Speaker or faculty
role-support = Support
role-employer-contact = Employer contact
role-alum = Alum
staff-title = You are invited
staff-lead = { $name }, you are asked to be: { $role }.
staff-for-address = This invitation is for { $email } and for nobody else.
staff-sign-in-first = This address has a password already. Please sign in with it, then open this link once more.
staff-password-lead = This role opens other people’s records, so it needs a password and a second factor.
staff-take = Take the role
mail-greeting = Dear { $name },
mail-greeting-plain = Hello,
mail-questions = Questions? Write to { $email }.
mail-staff-subject = An invitation to { $season }
mail-staff-text = We invite you to take the role “{ $role }” in { $season }. The link below works for seven days and for this address alone.
mail-staff-button = See the invitation
home-title = Welcome
home-lead = Weft carries leadership programs from the call to the report: one record for each person, fair selection anyone can check, and numbers that protect people.
home-programs = See the programs
home-my-seasons = My seasons
home-no-seasons = Nothing here needs you today. When a program invites you, it appears here.
home-hello = Good to see you, { $name }.
home-team = My home team
home-team-none = Home teams are formed at the start of the season.
home-share = What I share
home-share-text = You decide, field by field, what stands on the public cohort page. You can change it at any time.
home-open = Open
home-application = My application
home-application-text = Received { $day }. { $name } will write to you as soon as there is a decision.
home-outbox = { $dead ->
    [0] Mail: { $waiting } waiting, none stuck.
   *[other] Mail: { $waiting } waiting, { $dead } could not be delivered.
  }
home-outbox-link = Open sent emails
home-scarce = The disk is almost full: { $n }% is free. Free some space soon. Once it is full, nothing can be saved.
home-full = The disk is full. Nothing can be saved until you free space.
outbox-title = Sent emails
outbox-lead = Emails are sent within seconds. If one can’t be delivered, we try again for a day, and then it stays here.
outbox-none = No emails here.
outbox-total = { $n } in all
outbox-count-dead = { $n } failed
outbox-count-held = { $n } on hold
outbox-count-waiting = { $n } waiting
outbox-count-sending = { $n } being sent
outbox-count-expired = { $n } expired
outbox-count-sent = { $n } sent
outbox-unlisted = Private emails between participants are not listed or counted here: { $waiting } waiting, { $dead } failed.
outbox-resend-all = { $n ->
    [one] Send 1 failed email again
   *[other] Send { $n } failed emails again
  }
outbox-urgent = Sign-in link or confirmation
outbox-newest = These are the newest 100.
outbox-held = on hold
outbox-held-since = This address refused email on { $day }. We send it when the mark is lifted.
outbox-next-try = Next try: { $at }
outbox-sending = being sent
outbox-expired-held = Its address was marked until it was too late.
outbox-expired-unsent = It was too late before its turn came.
returned-lift = Resume email
returned-lift-all = { $n ->
    [one] Resume email to 1 person
   *[other] Resume email to { $n } people
 }
returned-how-refused = The mail server said on { $day } that there is no such address ({ $code }).
returned-how-report = A delivery report said on { $day } that there is no such address ({ $code }).
returned-how-hand = Marked by an administrator on { $day }.
returned-title = Returned email
returned-lead = Email to these addresses came back. We've paused group emails to them; sign-in links still go out. Ask the person for another address, or resume email if the address works.
returned-none = All addresses work.
returned-why = Why
returned-held = On hold
returned-window = Email to { $n } addresses came back within a short time. If the mail server was at fault, resume email to all of them.
returned-lifted = { $n ->
    [0] Email to this address was not paused anymore.
    [one] Email to 1 person has resumed. What was on hold is being sent.
   *[other] Email to { $n } people has resumed. What was on hold is being sent.
 }
outbox-to = To
outbox-subject = Subject
outbox-state = State
outbox-resend = Send again
outbox-waiting = waiting
outbox-sent = sent
outbox-dead = could not be delivered
outbox-expired = too late to send
program-edit = Change the program
contacts-hint = Shown on the program’s public page, so that questions reach the right person.
glossary-hint = Words your program uses in its own way. They are explained on the public page.
owners-title = Owners
owners-lead = Owners keep the house: programs, seasons, mail. There is always at least one.
owner-last = This house keeps at least one owner. Invite another one first.
owner-invite = Hand over or share
place-access-needs = Access needs
access-contact = Who arranges access
access-contact-hint = They read what people tell them from now on. What was told to someone else stays closed until the person shares it. Every look is on record.
access-contact-who = Name
access-contact-change = When you change this, we ask for your second factor. Everyone who told us what they need gets an email that says who it was and who it is now.
access-contact-act = Save and notify
access-saved = Saved. Everyone this concerns gets an email.
wrong-contact-changed = Someone changed this while you were here. Check who is named now, then press again.
access-nobody = nobody yet
open-call = { $season } is looking for people.
open-call-until = The call is open until { $at }.
open-call-read = Read the call
loom-call-make = See the application form
loom-reads-left = { $n } outstanding
loom-reads-link = See reviewers

email-kept = Email isn't connected: nothing is sent.
email-kept-read = Read sent emails
email-to = To { $address }
email-not-sent = This email wasn't sent, because no mail server is set. To pass it on, copy the link into a message of your own.
outbox-read = Read email
outbox-kept = No mail server is set, so emails are kept here. Open one to read it and pass its link on.
objective-title = Objective
objective-text = What it means
issue-area = Issue area
issue-area-health = Health area
region-states = States
wrong-state-twice = { $arg } is in two regions. Keep it in one.
contact-purpose = What for
glossary-term = Word
glossary-definition = What it means here
choose-one = Choose one
program-summary-es = What it is, in Spanish
funder-title = Funder
funder-credit-es = Funder credit, in Spanish
disclaimer-es = Disclaimer, in Spanish
eligibility-text-es = Who can apply, in Spanish
priority-text-es = Priorities, in Spanish
program-made = Program created. Now create its first season.
need-drafts = { $n ->
    [one] One application is being written.
   *[other] { $n } applications are being written.
}
need-reads = { $n ->
    [one] One read is outstanding.
   *[other] { $n } reads are outstanding.
}
zone-change = Change the time zone?
zone-change-lead = You're changing the time zone from { $from } to { $to }. Nothing is saved yet.
zone-change-count = { $n ->
    [one] 1 deadline moves
   *[other] { $n } deadlines move
  }
zone-change-was = Now: { $at }
zone-change-will = Then: { $at }
zone-change-gatherings = Gatherings and opportunities don't move: each has its own time zone. Nobody is emailed about this change.
zone-change-act = Change time zone and move deadlines
zone-change-back = Go back to settings
zone-moves-call-opens = Applications open
zone-moves-recommendations = Recommendations are due
zone-moves-call-closes = Applications close
zone-moves-extension = Extra time for one applicant ends
zone-moves-offer = Registration closes
zone-moves-tier = A price ends
zone-moves-invitation = Deadline to answer an invitation
zone-moves-pulse = The pulse survey closes

# A season's outbox
season-outbox-title = Outbox
season-outbox-lead = Emails about this season: waiting, held for your review, sent, or failed. Sign-in links and private emails between people are never listed here.
season-outbox-all = in all
season-outbox-holding = Review before sending
season-outbox-lets = Emails to many people (invitations, decisions, reminders, changes) go out within seconds. You can hold them here first, read and edit them, and send them when they are right.
season-outbox-holds = Emails to many people are held here until you send them. Emails that one person is waiting for, such as a confirmation, still go out at once.
season-outbox-hold = Hold emails for review
season-outbox-let = Stop holding new emails
season-outbox-send-all = { $n ->
    [one] Send the held email
   *[other] Send all { $n } held emails
}
season-outbox-released = { $n ->
    [0] Nothing was on hold any more.
    [one] 1 email is on its way.
   *[other] { $n } emails are on their way.
}
outbox-count-review = { $n } to review
outbox-count-discarded = { $n } discarded
outbox-review = held for review
outbox-discarded = discarded
season-email-title = Email to { $to }
season-email-written = Written
season-email-edited = Edited
season-email-until = Too late after
season-email-text = Text
season-email-text-hint = Leave a blank line between paragraphs. If the text has a word such as {"{link}"}, leave it in: it stands for a link made for this person.
season-email-button = Button label
season-email-button-hint = The button leads to a page for this person.
season-email-calendar = This email also updates the person's calendar. That part is not changed.
season-email-links = A word such as {"{link}"} stands for a link made for this person. Only they see it.
season-email-no-text = The text is not shown here once an email was sent, expired or was discarded.
season-email-send = Send email
season-email-save-send = Send this text
season-email-save = Save and keep on hold
season-email-hold = Hold email
season-email-discard = Discard email
season-email-keep = Keep it
season-email-ask = Discard this email?
season-email-ask-text = { $to } won't get it. This can't be undone.
season-email-tried = Sending this email was tried before it was held. It may have arrived.
season-email-saved = Saved. The email is still on hold.
season-email-held = The email is on hold.
season-email-released = The email is on its way.
season-email-discarded = The email was discarded.
season-email-late = Nothing was changed: this email is no longer waiting here.
wrong-link-missing = Put { $arg } back into the text: it stands for the link that this person needs.
wrong-link-unknown = { $arg } is not a link in this email. Take it out, or correct it.
wrong-email-gone = This email was sent or changed since you opened it, so your changes were not saved. Copy them if you need them.
event-mail-held = Email held
event-mail-released = Held email sent
event-mail-discarded = Email discarded
event-mail-edited = Email edited
event-mail-holding = Emails are held for review
event-mail-holding-ended = Emails are no longer held
# How a program looks
look-title = Logo and color
look-lead = Your program’s pages, emails and printouts show your logo, your color and your address.
look-preview = Preview
look-preview-lead = Only your team sees this preview. Your pages stay as they are until you save it.
look-now = What everyone sees now
look-light = Light mode
look-dark = Dark mode
look-sample = Applications open soon.
look-sample-link = Read about the program
look-sample-button = Apply now
look-sample-other = Ask a question
look-contrast = Contrast of links: { $links } to 1. Contrast of buttons: { $buttons } to 1.
look-publish = Save and show to everyone
look-discard = Discard this preview
look-undo = Undo the last change
look-reset = Use Weft’s own look
look-change = Change the logo and color
look-logo = Logo
look-logo-hint = PNG, JPEG or WebP, up to 5 MB. A wide logo on a clear background works best.
look-plate = Background behind the logo
look-plate-hint = It shows where your logo is see-through, so that people can see it in light and dark mode.
look-plate-light = White
look-plate-dark = Black
look-no-logo = Remove the logo
look-color = Color
look-color-hint = Links and buttons use it. Pick a color, or type it as #rrggbb. Leave the text empty for Weft’s own color.
look-pick = Pick a color
look-type = Type a color
look-use = Use { $color } instead
look-fault = Links on { $ground }: { $ratio } to 1. They need at least 4.5 to 1.
look-postal = Postal address
look-postal-hint = Optional. It is shown at the bottom of your pages and emails. US law asks for one in emails that promote something.
look-try = Preview
wrong-logo-kind = This file could not be read as a logo. Choose a picture saved as PNG, JPEG or WebP.
wrong-logo-svg = SVG files are not accepted. Export your logo as a PNG, at least 480 pixels wide, and upload that.
wrong-logo-small = This logo is too small. Choose one that is at least 32 pixels on each side.
wrong-logo-empty = This picture is completely see-through. Choose one that shows your logo.
wrong-look-color = This is not a color we can read. Type it as #rrggbb, for example #1a6b5c.
wrong-look-contrast = This color is too light to read on light pages. The contrast is { $arg } to 1, and links need at least 4.5 to 1. Choose a darker color.
wrong-look-postal = This address is too long. Use up to { $arg } characters.
zone-moves-public-page = The cohort page becomes public
loom-registration = Registration
loom-registration-of = { $n } of { $of } places taken
loom-registered = { $n ->
    [0] Nobody has registered yet
    [one] One person is registered
   *[other] { $n } people are registered
  }
loom-on-list = { $n ->
    [one] one person on the waiting list
   *[other] { $n } people on the waiting list
  }
loom-closed = registration isn’t open
loom-open = Registration is open.
loom-registration-link = See registrations
season-email-stays-invitation = The invitation itself stays: it holds a seat until its last day.
season-email-stays-decision = The decision itself stays on record, and nobody tells this person.
season-email-stays-link = See it
role-choose = Choose a role
wrong-invited = This person already has an open invitation to this role. Take it back before you send another.
wrong-name-taken = Another one already has this name or one like it. Choose another name than “{ $arg }”.
wrong-decision-day = Decisions can’t be due before applications close. Choose that day or a later one.
