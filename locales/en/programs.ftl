# Programs, seasons, roles.
programs = Programs
programs-none = No programs yet.
program-new = New program
program-make = Create program
program-name = Name
program-kind = Type
kind-cohort = Cohort program
kind-lab = Lab
kind-course = Course
kind-webinar = Webinar
kind-event = Event
program-summary = Description, in English
program-summary-hint = Two or three plain sentences for the public page.
program-hosts = Host organizations
one-per-line = One per line.
funder-credit = Funder credit, in English
funder-credit-hint = Shown at the bottom of every page and report, for example “With support from the Example Foundation.” Leave it blank if there is no funder.
disclaimer = Disclaimer, in English
disclaimer-hint = For example “The views here are ours, not the funder's.”
support-name = Support contact
support-hint = The person to ask for help. Every page shows their name.
support-email = Support email
support-phone = Support phone
hosted-by = hosted by
and = and
seasons = Seasons
seasons-none = No seasons yet.
season-starts = starts { $day }
season-new = New season
season-make = Create season
season-name = Season name
season-name-hint = For example “Season 2026”.
season-label = Label
season-label-hint = A short note such as “pilot cohort.” Optional.
starts-on = First day
ends-on = Last day
seats = Seats
zone = Time zone
zone-hint = Dates and deadlines of this season use this time zone. US time zones come first, then cities by region.
is-pilot = This season is a pilot
wrong-order = Choose a last day that isn't before the first day.
wrong-zone = Choose a time zone from the list, or type a city, for example Chicago.
wrong-seats-taken = { $arg } seats are already taken. Enter { $arg } or more.
clone-from = Copy the design of
clone-none = None: start with an empty season
clone-hint = Copies objectives, the planned design and email texts. Program lists, such as issue areas, stay as they are. You create the application form and review criteria again. We never copy people, applications or decisions.
team = Team and advisors
contacts-title = Contacts
purpose-learn = To learn more
purpose-join = To take part
purpose-fund = To fund this program
purpose-support = For help
glossary = Glossary
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
eligibility-hint = In your own words. Eligibility is separate from priorities and decisions.
priority-text = Priorities, in English
priority-hint = In your own words. If public funds are involved, ask a lawyer to review it.
lists-title = Program lists
lists-lead = All seasons of this program share these lists.
issue-areas = Issue areas
issue-areas-hint = Applicants choose from these. Reports count health areas together.
role-levels = Role levels
region-scheme = Regions
region-scheme-hint = List the states in each region by two-letter code. For example, South: AL AR DC.
elements = Program components
planned = { $n } planned
lately = Recent activity
see = See details
loom-title = Season timeline
loom-full = { $members ->
    [one] The only seat is filled.
   *[other] All { $members } seats are filled.
}
loom-waiting = { $waiting ->
    [one] { $members } people have accepted. One invitation is still open.
   *[other] { $members } people have accepted. { $waiting } invitations are still open.
  }
loom-pool = { $applications } people applied for { $seats } seats.
loom-empty = Let's get this season ready.
loom-call = Applications
loom-call-text = { $applications } applied · { $withdrawn } withdrew
loom-call-link = See applications
loom-reads = Reviews
loom-reads-text = { $reads ->
    [one] 1 completed review
   *[other] { $reads } completed reviews
  }
loom-selection = Selection
loom-selection-text = { $goals ->
    [0] no goals yet
   *[other] goals set
  } · { $runs ->
    [0] no cohort options yet
    [one] 1 cohort option
   *[other] { $runs } cohort options
  }
loom-selection-link = Go to selection
loom-cohort = Cohort
loom-cohort-text = { $members } of { $seats } seats filled
loom-cohort-link = See cohort
loom-teams = Home teams
loom-teams-text = { $teams ->
    [0] not formed yet
    [one] 1 team
   *[other] { $teams } teams
  }
loom-season = Sessions: { $from } to { $to }
roles-title = Team
roles-lead = Give people roles in this season. One person can have more than one.
roles-held = Current roles
roles-none = Nobody has a role yet.
role = Role
person = Person
name = Name
role-end = End role
role-last-lead = A season needs at least one program lead. Give the role to someone else first.
invite-title = Invite someone
invite-lead = We'll email a link to this address. It works for seven days and only for this address.
invite-lead-unsent = The link works for seven days and only for this address.
invite = Send invitation
invited = Pending invitations
invite-revoke = Cancel invitation
open-until = expires { $day }
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
staff-title = You're invited
staff-lead = { $name }, you're invited to take on this role: { $role }.
staff-for-address = This invitation is only for { $email }.
staff-sign-in-first = This email address already has a password. Sign in with it, then open this link again.
staff-password-lead = This role can see other people's records, so it needs a password and two-step sign-in.
staff-take = Accept role
mail-greeting = Hello { $name },
mail-greeting-plain = Hello,
mail-questions = Questions? Email us at { $email }.
mail-staff-subject = You're invited to { $season }
mail-staff-text = We'd like you to take on the role “{ $role }” in { $season }. The link below works for seven days and only for this address.
mail-staff-button = See the invitation
home-title = Welcome
home-lead = Run your leadership program in one place, from applications to the final report. One record for each person, fair selection that anyone can check, and reports that protect privacy.
home-programs = See programs
home-my-seasons = My seasons
home-no-seasons = You're not in any seasons yet. When a program invites you, it shows up here.
home-hello = Good to see you, { $name }.
home-team = My home team
home-team-none = Home teams are formed at the start of the season.
home-open = Open
home-application = My application
home-application-text = We received it on { $day }. { $name } will email you when there is a decision.
home-outbox = { $dead ->
    [0] { $waiting } waiting to be sent. None failed.
   *[other] { $waiting } waiting to be sent. { $dead } failed.
  }
home-outbox-link = See sent emails
home-scarce = The disk is almost full: { $n }% is free. Free some space soon. Once it is full, nothing can be saved.
home-full = The disk is full. Nothing can be saved until you free space.
outbox-title = Sent emails
outbox-title-unsent = Unsent emails
outbox-lead = Emails go out within seconds. If one can't be delivered, we keep trying for a day. Then it's listed here as failed.
outbox-none = No emails here.
outbox-total = { $n } total
outbox-count-dead = { $n } failed
outbox-count-held = { $n } on hold
outbox-count-waiting = { $n } waiting
outbox-count-sending = { $n } being sent
outbox-count-expired = { $n } expired
outbox-count-unsent = { $n } not sent
outbox-count-sent = { $n } sent
outbox-unlisted = Private emails between participants aren't listed or counted here: { $waiting } waiting, { $dead } failed.
outbox-resend-all = { $n ->
    [one] Resend 1 failed email
   *[other] Resend { $n } failed emails
  }
outbox-urgent = Sign-in link or confirmation
outbox-newest = Showing the newest 100.
outbox-held = on hold
outbox-held-since = Email to this address bounced on { $day }. This one is sent when you resume email.
outbox-next-try = Next try: { $at }
outbox-sending = being sent
outbox-expired-held = Email to this address was paused until this one expired.
outbox-expired-unsent = It expired before it could be sent.
returned-lift = Resume email
returned-lift-all = { $n ->
    [one] Resume email to 1 person
   *[other] Resume email to { $n } people
 }
returned-how-refused = On { $day }, the mail server said this address doesn't exist ({ $code }).
returned-how-report = On { $day }, a delivery report said this address doesn't exist ({ $code }).
returned-how-hand = A site administrator marked this address on { $day }.
returned-title = Bounced email
returned-lead = Email to these addresses bounced. We've paused group emails to them, but sign-in links still go out. Ask each person for another address, or resume email if the address works.
returned-none = No bounced email.
returned-why = Reason
returned-held = On hold
returned-window = Email to { $n } addresses bounced within a short time. If the mail server caused it, resume email to all of them.
returned-lifted = { $n ->
    [0] Email to this address had already resumed.
    [one] Email to 1 person has resumed. Emails on hold are being sent.
   *[other] Email to { $n } people has resumed. Emails on hold are being sent.
 }
outbox-to = To
outbox-subject = Subject
outbox-state = Status
outbox-resend = Send again
outbox-waiting = waiting
outbox-sent = sent
outbox-unsent = not sent: no mail server was connected
outbox-send-now = Send now
outbox-unsent-text = { $n ->
    [one] 1 email was written before a mail server was connected. It was never sent, and still makes sense by its date.
   *[other] { $n } emails were written before a mail server was connected. They were never sent, and still make sense by their dates.
  }
outbox-unsent-send = { $n ->
    [one] Send this email
   *[other] Send these { $n } emails
  }
outbox-dead = not delivered
outbox-expired = expired
program-edit = Edit program
contacts-hint = Shown on the program's public page, so questions reach the right person.
glossary-hint = Terms your program uses in its own way. The public page explains them.
owners-title = Site owners
owners-lead = Site owners manage programs, seasons and email. There is always at least one.
owner-last = This site needs at least one owner. Invite someone else first.
owner-invite = Invite another owner
place-access-needs = Access needs
access-contact = Accessibility contact
access-contact-hint = They can read new access needs from now on. Earlier ones stay private until the person shares them. We record each time someone reads them.
access-contact-who = Name
access-contact-change = To change this, you confirm with your authenticator app. Everyone who told us about access needs gets an email that names the old and new contact.
access-contact-act = Save and notify
access-saved = Saved. Everyone affected gets an email.
wrong-contact-changed = Someone else changed the accessibility contact while you were on this page. Check the name, then save again.
access-nobody = nobody yet
program-design = What the program includes
open-call = { $season } is accepting applications.
open-call-until = Applications close { $at }.
open-call-read = Learn more and apply
loom-call-make = See application form
loom-reads-left = { $n } outstanding
loom-reads-link = See reviewers

email-kept = Email isn't set up, so nothing is being sent.
email-kept-read = Read unsent emails
email-to = To { $address }
email-not-sent = This email wasn't sent because no mail server is connected. You can copy its link and send it yourself.
outbox-read = Read email
outbox-kept = No mail server is connected, so emails are kept here. Open one to read it and copy its link.
objective-title = Objective
objective-text = What it means
issue-area = Issue area
issue-area-health = Health area
region-states = States
wrong-state-twice = { $arg } is in two regions. Keep it in one.
contact-purpose = Reason to contact
glossary-term = Term
glossary-definition = Meaning
choose-one = Choose one
program-summary-es = Description, in Spanish
funder-title = Funder
funder-credit-es = Funder credit, in Spanish
disclaimer-es = Disclaimer, in Spanish
eligibility-text-es = Who can apply, in Spanish
priority-text-es = Priorities, in Spanish
program-made = Program created. Now create its first season.
need-drafts = { $n ->
    [one] One application is in progress.
   *[other] { $n } applications are in progress.
}
need-reads = { $n ->
    [one] One review is outstanding.
   *[other] { $n } reviews are outstanding.
}
zone-change = Change the time zone?
zone-change-lead = You're changing the time zone from { $from } to { $to }. Nothing is saved yet.
zone-change-count = { $n ->
    [one] 1 deadline changes
   *[other] { $n } deadlines change
  }
zone-change-was = Now: { $at }
zone-change-will = New: { $at }
zone-change-gatherings = Gatherings and opportunities don't change, because each has its own time zone. Nobody gets an email about this.
zone-change-act = Change time zone and deadlines
zone-change-back = Go back to settings
zone-moves-call-opens = Applications open
zone-moves-recommendations = Recommendations are due
zone-moves-call-closes = Applications close
zone-moves-extension = Extra time for one applicant ends
zone-moves-offer = Registration closes
zone-moves-tier = A price tier ends
zone-moves-invitation = Deadline to respond to an invitation
zone-moves-pulse = The pulse survey closes

# A season's outbox
season-outbox-title = Outbox
season-outbox-lead = Emails about this season: waiting, held for your review, sent, or failed. Sign-in links and private emails between people are never listed here.
season-outbox-all = total
season-outbox-holding = Review before sending
season-outbox-lets = Emails to groups (invitations, decisions, reminders, changes) are sent within seconds. You can hold them here first, read and edit them, and then send them.
season-outbox-holds = Emails to groups stay here until you send them. Emails that one person is waiting for, such as a confirmation, are sent right away.
season-outbox-hold = Hold emails for review
season-outbox-let = Stop holding emails
season-outbox-send-all = { $n ->
    [one] Send the held email
   *[other] Send all { $n } held emails
}
season-outbox-released = { $n ->
    [0] No emails were on hold.
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
season-email-until = Expires
season-email-text = Text
season-email-text-hint = Leave a blank line between paragraphs. Keep placeholders such as {"{link}"}: each one becomes a link made for this person.
season-email-button = Button label
season-email-button-hint = The button leads to a page for this person.
season-email-calendar = This email also updates the person's calendar. That part is not changed.
season-email-links = A placeholder such as {"{link}"} becomes a link made for this person. Only they can see it.
season-email-no-text = The text isn't shown after an email is sent, expires or is discarded.
season-email-send = Send email
season-email-save-send = Save and send
season-email-save = Save and keep on hold
season-email-hold = Hold email
season-email-discard = Discard email
season-email-keep = Keep email
season-email-ask = Discard this email?
season-email-ask-text = { $to } won't get it. This can't be undone.
season-email-tried = We tried to send this email before it was held. It may have been delivered.
season-email-saved = Saved. The email is still on hold.
season-email-held = The email is on hold.
season-email-released = The email is on its way.
season-email-discarded = The email was discarded.
season-email-late = Nothing changed: this email is no longer waiting here.
wrong-link-missing = Put { $arg } back into the text. It becomes the link this person needs.
wrong-link-unknown = { $arg } isn't a placeholder in this email. Remove it or correct it.
wrong-email-gone = This email was sent or changed after you opened it, so your changes weren't saved. Copy them if you still need them.
event-mail-held = Email put on hold
event-mail-released = Held email sent
event-mail-discarded = Email discarded
event-mail-edited = Email edited
event-mail-holding = Email review turned on
event-mail-holding-ended = Email review turned off
# How a program looks
look-title = Logo and color
look-lead = Your program's pages, emails and printouts show your logo, color and address.
look-preview = Preview
look-preview-lead = Only your team sees this preview. Your pages stay as they are until you save it.
look-now = What everyone sees now
look-light = Light mode
look-dark = Dark mode
look-sample = Applications open soon.
look-sample-link = Learn about the program
look-sample-button = Apply now
look-sample-other = Ask a question
look-contrast = Link contrast: { $links } to 1. Button contrast: { $buttons } to 1.
look-publish = Save and show to everyone
look-discard = Discard this preview
look-undo = Undo the last change
look-reset = Use Weft's default look
look-change = Change the logo and color
look-logo = Logo
look-logo-hint = PNG, JPEG or WebP, up to 5 MB. A wide logo on a clear background works best.
look-plate = Background behind the logo
look-plate-hint = It shows through the transparent parts of your logo, so people can see it in light and dark mode.
look-plate-light = White
look-plate-dark = Black
look-no-logo = Remove the logo
look-color = Color
look-color-hint = Links and buttons use this color. Pick one, or type it as #rrggbb. Leave the text blank to use Weft's color.
look-pick = Pick a color
look-type = Type a color
look-use = Use { $color } instead
look-fault = Links on { $ground }: { $ratio } to 1. They need at least 4.5 to 1.
look-postal = Postal address
look-postal-hint = Optional. It is shown at the bottom of your pages and emails. US law asks for one in promotional emails.
look-try = Preview changes
wrong-logo-kind = We couldn't read this file as a logo. Choose a PNG, JPEG or WebP image.
wrong-logo-svg = We don't accept SVG files. Export your logo as a PNG at least 480 pixels wide, and upload that.
wrong-logo-small = This logo is too small. Choose one that is at least 32 pixels on each side.
wrong-logo-empty = This image is completely transparent. Choose one that shows your logo.
wrong-look-color = Enter the color as #rrggbb, for example #1a6b5c.
wrong-look-contrast = This color is too light for links on light pages. Its contrast is { $arg } to 1, and links need at least 4.5 to 1. Choose a darker color.
wrong-look-postal = This address is too long. Use { $arg } characters or fewer.
zone-moves-public-page = The cohort page becomes public
loom-registration = Registration
loom-registration-of = { $n } of { $of } seats taken
loom-registered = { $n ->
    [0] Nobody has registered yet
    [one] One person is registered
   *[other] { $n } people are registered
  }
loom-on-list = { $n ->
    [one] 1 person on the waiting list
   *[other] { $n } people on the waiting list
  }
loom-closed = registration isn't open
loom-open = Registration is open.
loom-registration-link = See registrations
timeline-behind = Done so far: { $n }
timeline-opens = opens { $day }
timeline-closes = closes { $day }
timeline-closed = closed { $day }
timeline-no-form = not open yet
timeline-waiting = { $n ->
    [one] 1 invitation open
   *[other] { $n } invitations open
  }
timeline-unanswered = no answers yet
timeline-left = { $n } left since
timeline-invitations = See invitations
timeline-teams = See home teams
timeline-teams-form = Form home teams
times = { $n } times
season-email-stays-invitation = The invitation stays open and holds a seat until it expires.
season-email-stays-decision = The decision stays on record, but this person won't hear about it.
season-email-stays-link = See the list
role-choose = Choose a role
wrong-invited = This person already has an open invitation to this role. Cancel it before you send another.
wrong-name-taken = The name “{ $arg }” is already in use, or one very much like it. Choose a different name.
wrong-decision-day = Decisions can't be due before applications close. Choose that day or a later one.
