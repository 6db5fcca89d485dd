# Selection, invitations, the cohort.
selection-title = Choose a cohort of { $seats }
selection-lead = Set goals first, then choose a cohort that meets all of them. Every cohort option comes with a record, so anyone can check how it was chosen.
selection-open = can be selected
selection-scored = have scores
selection-taken = seats taken
propose = Propose a cohort
propose-text = This finds the cohort with the highest total score that meets every goal, and proves that no other scores higher. A fixed rule settles ties, so nobody has to pick.
propose-act = Propose cohort
propose-needs-scores = Everyone who can be selected needs a score first. Import the reviews, or hold a drawing.
draw = Hold a drawing
draw-text = This draws at random among cohorts that meet all goals. The person with the lowest chance gets the best odds that the goals allow. Scores don’t count.
draw-public = Public text for the drawing
draw-public-hint = Something nobody can know in advance. Name it publicly first: for example, the winning numbers of a state lottery on a set date.
draw-act = Hold drawing
goals = Goals
goals-first = Set goals first
goals-first-text = Decide what the cohort should look like before you choose anyone.
goals-none = No goals yet.
goals-count = { $n ->
    [one] One goal
   *[other] { $n } goals
  }
goals-change = Change goals
goals-title = Cohort goals
goals-lead = For each value, enter the fewest and the most seats it should get. Leave both empty for no goal. The number in parentheses is how many people could be selected.
goals-eligible = Select only eligible people
goals-no-pool = There are no applications yet, so there are no values to choose from. You can load goals from a file below.
goals-save = Save goals
goals-file = Load goals from a file
goals-file-text = Contents of the goals file
goals-file-hint = Paste a goals file that Weft saved (.toml). It replaces the goals above. Earlier versions stay on record.
goals-file-take = Load goals
goals-fault = We couldn’t load these goals
goals-fault-file = This isn’t a goals file: { $arg }
goals-fault-protected = “{ $arg }” is a protected attribute. Someone has to turn on protected attributes, with their name and a reason, before goals can use it.
goals-fault-field = Goals can’t use “{ $arg }”.
goals-fault-order = “{ $arg }”: “at most” must not be smaller than “at least”.
goals-fault-seats = “{ $arg }”: “at least” must not be more than the number of seats.
goals-fault-limit = The limit per organization can only be 1. Change it to 1, or remove it.
at-least = At least
at-most = At most
range = { $min } to { $max }
mean-of = Average { $field }
mean-years = Average years in role
mean-years-text = Years in role don’t show career stage or age. Leave both empty for no goal.
protected-title = Protected attributes
protected-text = Goals can’t use race, ethnicity, gender, tribal nation, age or disability: selection has no access to them. Language is off too. You can turn it on here if your local law and your funding allow it. Ask a lawyer first. Your name goes on record.
protected-turn-on = Allow goals for the language of the application
protected-reason = Reason
protected-reason-hint = It goes on record next to your name.
protected-on = { $who } turned on protected attributes: { $why }
protected-off = Protected attributes are off.
wrong-range = “At most” must not be smaller than “at least”.
wrong-mean = Enter years as a number, for example 2.5.
left-out = Not considered
out-withdrawn = withdrew
out-declined = declined an invitation
out-duplicate = { $n ->
    [one] likely duplicate
   *[other] likely duplicates
  }
out-refused = already sent a decision
out-elsewhere = not in the current stage
out-not-eligible = not eligible
out-no-number = without years in role
out-no-score = without a score
runs = Cohort options
unscored-are = { $n ->
    [one] One person has no score yet:
   *[other] { $n } people have no score yet:
  }
funnel-title = From application to seat
funnel-step = Step
funnel-applied = Applied
funnel-eligible = Eligible
funnel-scored = Have scores
funnel-invited = Invited
funnel-seated = Have a seat
spread-title = Scores of the { $n } people who can be selected
spread-score = Score
range-below = { $min } to below { $max }
runs-none = No cohort options yet.
run-confirmed = confirmed
rule-propose = Proposal
rule-draw = Drawing
invitations-link = See invitations
problem-no-goals = Set goals first.
problem-unscored = { $n ->
    [one] One person has no score, so a proposal wouldn’t be fair. Import the reviews, or hold a drawing.
   *[other] { $n } people have no score, so a proposal wouldn’t be fair. Import the reviews, or hold a drawing.
  }
problem-infeasible = No cohort meets all goals
problem-too-few = There are not enough people for the seats
problem-bound = This goal can’t be met:
problem-bounds = These goals conflict. If you drop any one of them, the rest can be met:
problem-bounds-some = These goals can’t all be met together, and other goals conflict, too:
problem-relaxations = Smallest change that works:
bound-at-least = { $field }, { $value }: at least { $n }
bound-at-most = { $field }, { $value }: at most { $n }
bound-mean-at-least = average { $field }: at least { $n }
bound-mean-at-most = average { $field }: at most { $n }
bound-one-per = At most one per organization
relaxation = { $bound } → { $to }
standing = { $n }, goal { $min } to { $max }
standing-exact = { $n }, goal { $min }
exactly = exactly { $n }
kept = met
broken = not met
field-region = Region
field-scope = Scope
health-focus-yes = Works on health
health-focus-no = Works on other issues
field-health-focus = Health focus
field-primary-issue-area = Issue area
field-issue-areas = Issue areas
field-role-level = Role level
field-body-type = Type of organization
field-setting = Setting
field-gender = Gender
field-race-ethnicity = Race and ethnicity
field-tribal-nations = Tribal nations
field-language = Language
field-years-in-role = years in role
field-years-in-field = years in the field
field-years-in-role-band = Years in role
run-title = { $rule ->
    [draw] Drawing: a cohort of { $n }
    [hand] Chosen by hand: a cohort of { $n }
   *[other] Proposal: a cohort of { $n }
  }
run-cost = Total score: { $total }. Without goals, it would be { $without }. Meeting the goals lowers it by { $cost }.
run-least = Of everyone who could be selected, the lowest chance was { $least }. With these goals, no drawing can raise it above { $bound }.
run-ticket = Ticket { $ticket } of { $tickets } was drawn. Rounding to tickets changed each person’s chance by { $rounding } at most.
run-seats = Seats
run-record = Selection record
run-record-text = This file has everything needed to check and repeat the selection: the input, the goals and the result. It lists application numbers, not names.
run-sound = verified
run-unsound = verification failed
run-transcript = Download record
run-is-confirmed = This option is confirmed, and everyone in it is invited.
confirm-title = Confirm and invite
confirm-text = { $n ->
    [0] Everyone in this option already has a seat, an invitation or an answer, or can’t be invited anymore. Nobody gets an email.
    [one] One person in this option gets an invitation by email. You can confirm only once.
   *[other] { $n } people in this option get an invitation by email. Everyone who has a seat or an open invitation gets none. You can confirm only once.
  }
confirm-barred-lock = To invite someone who was already sent a decision after all, press “Why selected?” beside their name and lock them in.
confirm-barred = { $n ->
    [one] One person in this option can’t be invited anymore:
   *[other] { $n } people in this option can’t be invited anymore:
  }
confirm-room = { $n ->
    [0] All seats are taken or offered, so nobody more can be invited right now.
    [one] Only one more person can be invited right now.
   *[other] Only { $n } more people can be invited right now.
  }
confirm-room-wants = { $n ->
    [one] This option would invite one person, so you can’t confirm it.
   *[other] This option would invite { $n } people, so you can’t confirm it.
  }
confirm-room-do = On the invitations page, you can cancel an open invitation or allow extra invitations. You can also find just as many people as can be invited.
confirm-days = Days to respond
confirm-act = { $n ->
    [0] Confirm
    [one] Confirm and send one invitation
   *[other] Confirm and send { $n } invitations
  }
gets-no-email = gets no email
legend-zone = Goal
health-short = health
goals-of = { $n } of { $of } goals
legend-has = In the cohort
legend-cost = Select a goal to see what it costs.
margin-about = Scores are uncertain by about ± { $n }. Two scores closer than that say little.
seats-none = No one is in this version yet. Add people from the applicants below, or let Weft propose a cohort.
seat-short = Add
free-short = Remove
seat-breaks = Would break: { $goals }
seat-breaks-more = { $n ->
    [one] Would break: { $goals }, and one other goal
   *[other] Would break: { $goals }, and { $n } other goals
  }
seat-breaks-one-of = Not all of these can be met: { $goals }
chance = { $p } chance
score-is = score: { $n }
is-member = has a seat
others-title = { $n ->
    [one] 1 person wasn’t selected
   *[other] { $n } people weren’t selected
  }
others-text = This list shows each person’s chance or score. Scores describe applications, not people.
others-more = And { $n } more. The record lists everyone.
barred-title = { $n ->
    [one] 1 person can’t be in any cohort that meets the goals
   *[other] { $n } people can’t be in any cohort that meets the goals
  }
barred-text = For each person, you see the goal that rules them out. Change the goal if you didn’t intend that.
barred-together = Several goals combined.
invitations = Invitations
invitations-none = Nobody has been invited yet. Choose a cohort and confirm it first.
invitations-next = Some seats are free. Decide below how to fill them.
invited-until = Respond by
answer = Response
answer-accepted = accepted
answer-waiting = no response yet
answer-declined = declined
answer-lapsed = expired
answer-canceled = canceled
invitation-title = Your invitation
invitation-hello = { $name }, we’d like to offer you a seat.
invitation-lead = The season runs from { $from } to { $to }. We’d love to have you.
invitation-until = Please respond by { $at }.
invitation-free = If you can’t join us, that’s okay. You don’t need to tell us why.
invitation-note = Message to us
invitation-accept = Yes, I accept the seat
invitation-decline = No, thank you
invitation-accepted = Welcome, { $name }.
invitation-accepted-text = Your seat is confirmed. We start on { $day }. Sign in with your email address to see your season.
invitation-declined = Thank you for letting us know
invitation-declined-text = We saved your answer. You don’t need to do anything else.
invitation-full = All seats are taken
invitation-full-text = While your invitation was open, others accepted the last seats. We’re glad you want to join us. Please write to us, and we’ll tell you what’s possible.
invitation-canceled = This invitation was canceled
invitation-canceled-text = We wrote to you about it. If you have questions, please write to us.
cancel-invitation = Cancel invitation
cancel-invitation-ask = Cancel the invitation of { $name }?
cancel-invitation-link = Their link will say that the invitation was canceled. They won’t be able to accept it.
cancel-invitation-seat = Their seat becomes free for someone else.
cancel-invitation-told = We’ll email { $email } about it right away.
cancel-invitation-untold = Their invitation hasn’t been sent yet. We’ll discard it, and they won’t hear from us.
cancel-invitation-nowhere = We have no email address for them. Tell them yourself.
cancel-invitation-final = You can’t undo this. You can select and invite them again later, with a new link.
cancel-invitation-message = Your message to them
cancel-invitation-hint = Optional. It becomes part of the email: for example, what happened.
cancel-invitation-aside = Set them aside, so that no later cohort option proposes them
cancel-invitation-reason = Their invitation was canceled.
cancel-invitation-email = The email
cancel-invitation-edit = Edit this email
cancel-invitation-not = Keep invitation
cancel-invitation-done = The invitation was canceled. Its seat is free.
cancel-invitation-late = Nothing was canceled. This invitation was already answered, expired or canceled.
invitation-over = Your invitation has expired
invitation-over-text = If you’d still like the seat, please write to us. We’ll tell you whether one is free.
invitation-answered = You’ve already responded
invitation-was-accepted = You accepted the seat. If something has changed, please write to us.
invitation-was-declined = You declined the seat. If something has changed, please write to us.
cohort-title = { $n ->
    [0] The cohort
    [one] 1 member
   *[other] { $n } members
  }
cohort-none = Nobody has accepted a seat yet.
cohort-public = See public page
cohort-csv = Download cohort list (CSV)
members = Members
shown-publicly = Shown publicly
shown-fields = { $n } of { $of } fields
held-back-others = Others
held-back = held back
years-title = Years in role
years-mean = average, n = { $n }
years-median = median
years-min = Shortest: { $n }.
years-max = Longest: { $n }.
years-note = Years in role don’t show career stage or age. We show the shortest and longest only if at least two people share them.
consent-title = What I share
consent-lead = The cohort’s public page shows only what you choose here. Your seat doesn’t depend on it.
consent-name-first = The page shows and counts everything else only with your name. Without your name, it shows nothing about you.
consent-nameless = You didn’t choose your name, so the page doesn’t show or count your other choices.
consent-legend = Show on the public page
consent-saved = Saved.
consent-note = You can change this at any time. Copies that people have already printed or saved stay as they are.
agreed-on = agreed on { $day }
publish-photo = My photo, if I add one on My page
publish-name = My name
publish-pronouns = My pronouns
publish-organization = My organization
publish-collaborative = My collaborative
publish-role-title = My title
publish-region = My region, next to my name and in the totals
publish-issue-area = My issue areas, next to my name and in the totals
publish-role-level = My role level, in the totals
publish-years-in-role = My years in role, in the average and the median
public-lead = From { $from } to { $to }.
public-none = This page doesn’t show anyone yet.
public-who = About the cohort
public-people = People
public-csv = Download these numbers (CSV)
access-needs-lead = You’re the only person who sees what people told you. Ask before you share any of it. Share only what someone needs to act on it.
access-needs-none = Nobody has reported access needs to you.
access-needs-others =
    { $n ->
        [one] One person reported access needs when you weren’t the accessibility contact. We asked if they want to share them with you.
       *[other] { $n } people reported access needs when you weren’t the accessibility contact. We asked if they want to share them with you.
    }
place-invitations = Invitations
out-aside = set aside
why-run = Back to cohort option
why-in-link = Why selected?
why-not-link = Why not selected?
goal-cost-link = What does this goal cost?
why-in = Why was { $name } selected?
why-not = Why wasn’t { $name } selected?
why-come = Who would be added
why-go = Who would be removed
why-application = Read the application
why-left-out = Not considered for this option: { $reason }.
why-drawn = They were selected in the drawing. Their chance of a seat was { $chance }. { $seats } seats were drawn.
why-not-drawn = They weren’t selected in the drawing. Their chance of a seat was { $chance }. { $seats } seats were drawn.
with-person = With this person, the best cohort that meets the goals scores { $total }. That’s { $points } points less.
same-with-person = With this person, there’s a cohort that’s just as good. A fixed rule decided between them.
barred-with-person = No cohort with this person meets the goals. These goals and the number of seats rule it out:
without-person = Without this person, the best cohort that meets the goals scores { $total }. That’s { $points } points less.
same-without-person = Without this person, there’s a cohort that’s just as good. A fixed rule decided between them.
barred-without-person = Without this person, no cohort meets the goals. These goals need them:
without-goal = Without this goal, the best cohort scores { $total }. The goal costs { $points } points.
same-without-goal = This goal costs nothing. Without it, the best cohort scores the same.
barred-without-goal = Without this goal, there’s still no cohort that meets the other goals.
mark-title = Lock in or set aside
mark-text = If you lock them in, every later cohort option includes them. If you set them aside, none does. Your reason stays on record. The selection record shows only that you did it.
mark-reason = Reason
mark-reason-hint = One sentence that you’d say to this person.
mark-lock = Lock them in
mark-set-aside = Set them aside
mark-lift = Undo this choice
mark-locked = locked in
mark-aside = set aside
marks = Locked in or set aside
event-mark-locked = Someone was locked in for later cohort options
event-mark-aside = Someone was set aside for later cohort options
event-mark-lifted = Someone is no longer locked in or set aside
mark-invited = invited
problem-one-read = The drawing range needs at least two reviews of one application. They show how far reviewers differ.
problem-stopped = The search was stopped
draw-in-band = Draw only in the drawing range: people whose scores are too close to tell apart. Those clearly above it get a seat. Those clearly below it don’t.
rule-hand = Chosen by hand
place-composer = Composer
composer-title = Build the cohort yourself
composer-lead = Choose people and see right away what that does to the goals. Weft can fill open seats for you. Keep what you try as versions, and compare them.
compositions = Versions
composition-begin = New version
composition-begin-act = Start version
composition-name = Name
composition-name-hint = A name that you and others will recognize: “balanced, second try”.
seats-of = { $n } of { $seats } seats
goals-met = { $n } of { $of } goals met
total-score = total score { $points }
total = Total score
goals-kept = Goals
pool = Applicants
pool-show = Show
pool-show-open = Everyone who can be selected
pool-show-band = Drawing range
pool-show-marked = Locked in, set aside or invited
pool-show-out = Not considered
pool-show-all = Everyone
names-hidden = You see only numbers, so names don’t influence your choice.
names-shown = Names are shown.
names-show = Show names
names-hide = Hide names
sits = selected
seat-act = Add to cohort
free-act = Remove from cohort
swap-act = Swap these two
undo = Undo
redo = Redo
clear-seats = Clear all seats
complete-act = Fill open seats
seats-open = { $n ->
    [one] One open seat
   *[other] { $n } open seats
  }
moves-best = What would help most
moves-none = No single swap meets more goals or scores higher.
move-for = instead of
move-mends = Meets: { $goals }.
move-breaks = No longer meets: { $goals }.
move-nearer = Closer to the goals.
move-gains = Adds { $points } points.
move-costs = Costs { $points } points.
move-same = No change to the goals or the total score.
move-full = All seats are taken. Remove someone first, or swap two people.
move-not-in-pool = This person can’t be selected.
move-sits = This person is already in this version.
move-sits-not = This person is no longer in this version.
move-stays = You can’t remove this person here. They have a seat or an open invitation, or they’re locked in.
move-nothing = There’s nothing to undo.
move-others = Someone else made a change after you opened this page, and undoing would undo theirs. Look at it first.
move-kept = Nothing was lost. The seats are as you see them below.
meanwhile = While you had this page open:
someone = someone
composition-gone = { $n ->
    [one] One person in this version can’t be selected anymore. Their seat is open.
   *[other] { $n } people in this version can’t be selected anymore. Their seats are open.
  }
work-propose = Finding the best cohort…
work-complete = Filling the open seats…
work-draw = Preparing the drawing…
work-steps = { $n } searches so far
work-text = {"{"}n{"}"} searches so far, {"{"}s{"}"} s
work-look = Refresh this page
work-stop = Stop search
hand-on = All seats are filled
hand-on-text = Save this version as a cohort option. You can send invitations from there. Nobody is invited yet.
hand-on-misses = This version doesn’t meet these goals. Say why you choose it anyway. Your reason goes on record.
hand-on-reason = Reason
hand-on-reason-hint = One sentence that you’d say to anyone who asks.
hand-on-act = Save as cohort option
steps = Changes
step-begun = { $who } started this version
step-seated = { $who } added { $about }
step-freed = { $who } removed { $about }
step-swapped = { $who } swapped { $about }
step-cleared = { $who } cleared all seats
step-proposed = { $who } proposed the best cohort
step-completed = { $who } filled the open seats
step-drawn = { $who } held a drawing
versions = Versions
versions-text = Save a copy under a new name and continue there. This version stays as it is.
version-name = Name of the copy
version-keep = Save copy
compare = Compare versions
compare-a = First version
compare-b = Second version
compare-c = Third version
compare-none = Choose at least two versions to compare.
compare-people = Who is in which version
compare-common = { $n ->
    [one] One person is in all of these versions and isn’t listed here.
   *[other] { $n } people are in all of these versions and aren’t listed here.
  }
why-left-out-short = Can’t be selected: { $reason }.
stays-text = This person has a seat or an open invitation, so their seat stays.
if-seated = If you add this person
if-freed = If you remove this person
partners-in = Who could take this seat
partners-out = Whose seat they could take
solver-title = Exact answer
solver-text = This checks all possible cohorts, not just one swap.
solver-ask = Get exact answer
event-composition-begun = Someone started a version of the cohort
event-composition-renamed = Someone renamed a version of the cohort
event-composition-moved = Someone changed a version of the cohort
departures = Goals this cohort doesn’t meet
pool-filter = Filter applicants
invitations-beyond = Not enough seats are free, so nothing was confirmed. This option would invite { $n } people. Find people to invite again.
invitation-over-seats = We expect some people to decline, so we may invite up to { $most } people for { $seats } seats. Seats go to the first people who accept.
filling-title = Filling open seats
filling-text = Choose a rule before you invite anyone, so it’s fair to everyone. If you change it, your name goes on record.
filling-redraw = Hold another drawing
filling-next = Invite the next best match for the goals
filling-list = Follow a published list
filling-does-redraw = Hold another drawing. People who accepted or haven’t responded yet stay in. It uses the first drawing’s text and a number.
filling-does-next = Find the people who fit the goals best together with everyone already in.
filling-does-list = Invite the next people on the list, in order.
filling-open = { $n ->
    [one] 1 seat is free.
   *[other] { $n } seats are free.
  }
filling-beyond = { $n ->
    [one] All seats are taken or offered. Your rule lets you invite 1 more person.
   *[other] All seats are taken or offered. Your rule lets you invite { $n } more people.
  }
filling-act = Find people to invite
filling-declare = Choose a rule
filling-declare-act = Save rule
filling-rule = When a seat opens up
filling-list-label = Published list
filling-list-hint = One application number per line, in order. Only for a published list.
filling-over = Extra invitations
filling-over-hint = Some people will decline, so you can invite more people than there are seats. The invitation tells them so. Seats go to the first people who accept. With 0, you invite only as many people as seats are free.
filling-over-is = { $n ->
    [one] 1 extra invitation
   *[other] { $n } extra invitations
  }
place-list = You are number { $n } on the list for seats that open up.
place-chance = You weren’t selected in the drawing. Your chance was { $chance }.
place-redraw = If a seat opens up, we hold another drawing with everyone. There’s no order.
place-next = If a seat opens up, we look for the person who best completes the cohort. There’s no order.
event-filling-declared = Someone chose how to fill open seats
move-behind = Someone now has a seat, an invitation or a lock but isn’t in this version. Add them, or fill the open seats again.
out-undecided = eligibility undecided
out-late = late, eligibility undecided
alike-title = Similar values
alike-text = Values are counted exactly as written. Count two as one only if they mean the same.
alike-kept = What you entered is still here. It isn’t saved yet.
alike-merge = Count “{ $value }” as “{ $counted }”
alike-merged = “{ $value }” is counted as “{ $counted }”
goals-open = { $n ->
    [one] The numbers include one undecided application. It can’t be selected until someone decides.
   *[other] The numbers include { $n } undecided applications. They can’t be selected until someone decides.
}
event-values-merged = Two similar values now count as one
event-values-parted = Two values count separately again
place-public-page = Public page
release-title = Cohort page
release-is-not = The page isn’t public. Only members and the team can see it.
release-will-be = The page becomes public on { $at }. Until then, only members and the team can see it.
release-is-out = The page has been public since { $at }.
release-shown = { $n ->
    [one] of { $of } members is shown by name
   *[other] of { $of } members are shown by name
}
release-unnamed = { $n ->
    [one] answered and isn’t shown by name
   *[other] answered and aren’t shown by name
}
release-unasked = { $n ->
    [one] hasn’t answered yet
   *[other] haven’t answered yet
}
release-unasked-text = These members haven’t said what the page may show. Until they do, it shows nothing about them. Their home page asks them.
release-when = When to publish
release-when-hint = Times are in { $zone }.
release-now = Now
release-later = Later
release-day = Day
release-time = Time
release-sure = { $n ->
    [0] Nobody is shown by name. Anyone with the link can read the page.
    [one] One person is shown by name. Anyone with the link can read the page, and you can’t recall copies.
   *[other] { $n } people are shown by name. Anyone with the link can read the page, and you can’t recall copies.
}
release-act = Publish page
release-change = Change day and time
release-down = Take page down
release-stop = Cancel publishing
release-down-text = If you take the page down, only members and the team can see it. You can publish it again.
release-preview = What the public sees
release-preview-link = See the public page
release-empty = Nobody has agreed to be shown yet.
wrong-release-past = Choose a day and time in the future, or choose Now.
public-preview = This is a preview. The page isn’t public: only members and the team can see it.
public-preview-until = This is a preview. The page becomes public on { $at }. Until then, only members and the team can see it.
public-by-choice = { $n ->
    [one] Members choose what is shown here. All numbers are about the one person named on this page.
   *[other] Members choose what is shown here. All numbers are about the { $n } people named on this page.
}
public-table = { $field }: { $n } of { $of } named
cohort-public-preview = Preview the public page
cohort-not-public = The public page isn’t published yet.
cohort-team = Home team: { $team }
publish-bio = A short bio, from my profile
invitation-show = What may we share about you?
invitation-show-hint = Our public page introduces the cohort. Choose what it may show. Nothing is checked for you, and your seat doesn’t depend on it. Your title, organization, photo and bio appear only next to your name.
invitation-shows-nothing = The public page won’t show you.
invitation-shows = { $n ->
    [one] You agreed that the public page may show:
   *[other] You agreed that the public page may show these { $n } things:
}
invitation-shows-change = You can change this at any time under “What I share”.
answer-unsent = email waiting in the outbox
answer-discarded = email discarded or not delivered
invitations-discarded = { $n ->
    [one] One person doesn’t know that they’re invited: their email was discarded or not delivered. Their seat is held until the day below. Tell them another way, or wait until the invitation expires and invite someone else.
   *[other] { $n } people don’t know that they’re invited: their emails were discarded or not delivered. Their seats are held until the days below. Tell them another way, or wait until the invitations expire and invite others.
}
selection-other-seats = Your goals are for { $n ->
    [one] 1 seat
   *[other] { $n } seats
}, but the season has { $seats }. If that’s not what you want, change the goals.
wrong-goal-number = Enter a whole number from 0 to 2,000.
wrong-goal-seats = There are { $arg } seats. Enter { $arg } or fewer.
wrong-goal-seat = There is one seat. Enter 1 or 0.
band-under-1 = under 1
band-1-to-3 = 1 to under 3
band-3-and-over = 3 and over
