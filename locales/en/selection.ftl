# Selection, invitations, the cohort.
selection-title = Choose { $seats }, in the open
selection-lead = Goals first, then a cohort that meets all of them. Every run leaves a record from which anyone can repeat it.
selection-open = can be chosen
selection-scored = of them have scores
selection-taken = seats taken
propose = Propose a cohort
propose-text = The cohort with the highest total score that meets every goal. Weft finds it exactly and proves that it is the best. The data itself settles ties, so nobody chooses.
propose-act = Propose
propose-needs-scores = This needs a score for everyone who can be chosen. Import the reviews, or hold the drawing.
draw = Hold the draw
draw-text = A lottery over cohorts that all meet the goals, in which the least likely person’s chance is as high as it can be. Scores play no part.
draw-public = Public text that starts the drawing
draw-public-hint = Something nobody could know before, named in advance: for example the numbers of a state lottery on a certain day.
draw-act = Draw
goals = Goals
goals-first = Goals come first
goals-first-text = Say what the cohort should be made of before anyone is chosen.
goals-none = None yet.
goals-count = { $n ->
    [one] One goal
   *[other] { $n } goals
  }
goals-change = Change the goals
goals-title = What the cohort is made of
goals-lead = For each value, at least and at most how many seats. Leave both empty for no goal. In parentheses: how many can be chosen.
goals-eligible = Only people who are eligible
goals-no-pool = There are no applications yet, so there are no values to choose from. You can take goals from a file below.
goals-save = Save the goals
goals-file = Take goals from a file
goals-file-text = Text of a goals file
goals-file-hint = A goals file that Weft saved (.toml). It replaces the goals above as a new version; earlier versions stay on record.
goals-file-take = Take these goals
goals-fault = These goals were not taken
goals-fault-file = This is not a goals file: { $arg }
goals-fault-protected = “{ $arg }” is a protected attribute. It can be used only after a named person has turned protected attributes on with a reason.
goals-fault-field = Goals cannot name “{ $arg }” here.
goals-fault-order = The goal “{ $arg }” asks for at least more than at most.
goals-fault-limit = At most one per organization, or no limit: nothing between is known yet.
at-least = At least
at-most = At most
range = { $min } to { $max }
mean-of = Mean of { $field }
mean-years = Mean years in role
mean-years-text = Time in role is not career stage and not age. Leave empty for no goal.
protected-title = Protected attributes
protected-text = Race, ethnicity, gender, tribal nation, language, age and disability are not offered as goals. Where the law of your place and your funding allow it, language can be turned on here; that is on record with your name. Have counsel look at it first. The others are kept where selection cannot read them.
protected-turn-on = I turn on: language of the application
protected-reason = Reason
protected-reason-hint = It stands beside your name in the record.
protected-on = { $who } turned protected attributes on: { $why }
protected-off = Protected attributes are not used here.
wrong-range = “At most” must not be smaller than “at least”.
wrong-mean = Please give years as a number, for example 2.5.
left-out = Left out, and why
out-withdrawn = withdrew
out-declined = declined an invitation
out-duplicate = likely duplicates
out-not-eligible = not eligible
out-no-number = without years in role
out-no-score = without a score
runs = Runs
runs-none = Nothing has been run yet.
run-confirmed = confirmed
rule-propose = Proposal
rule-draw = Draw
invitations-link = Invitations and answers
problem-no-goals = Set goals first.
problem-unscored = { $n ->
    [one] One person has no score, so a proposal would not be fair. Import the reviews, or hold the drawing.
   *[other] { $n } people have no score, so a proposal would not be fair. Import the reviews, or hold the drawing.
  }
problem-infeasible = No cohort meets all goals
problem-too-few = There are not enough people for the seats
problem-bounds = These cannot hold together; without any one of them, the rest could:
problem-relaxations = The smallest change that helps:
bound-at-least = { $field }, { $value }: at least { $n }
bound-at-most = { $field }, { $value }: at most { $n }
bound-mean-at-least = mean of { $field } at least { $n }
bound-mean-at-most = mean of { $field } at most { $n }
bound-one-per = At most one per organization
relaxation = { $bound } → { $to }
standing = { $n }, goal { $min } to { $max }
standing-exact = { $n }, goal { $min }
exactly = exactly { $n }
kept = kept
broken = not kept
field-region = Region
field-scope = Scope
health-focus-yes = Works on health
health-focus-no = Works on other issues
field-health-focus = Health focus
field-primary-issue-area = Issue area
field-issue-areas = Issue areas
field-role-level = Role level
field-body-type = Kind of body
field-setting = Setting
field-language = Language
field-years-in-role = years in role
field-years-in-field = years in the field
field-years-in-role-band = Years in role
run-title = { $rule ->
    [draw] A draw of { $n }
    [hand] Chosen by hand: { $n }
   *[other] A proposal of { $n }
  }
run-cost = Total score { $total }. Without any goals it would be { $without }: balance costs { $cost } points, shown to whoever asks.
run-least = Of everyone who can be chosen, the least likely had a chance of { $least }. No lottery under these goals can give more than { $bound }.
run-ticket = Ticket { $ticket } of { $tickets } was drawn. Rounding chances to tickets changed nobody’s by more than { $rounding }.
run-seats = Seats
run-record = The record
run-record-text = The transcript holds the input, the result and all that is needed to repeat it, with numbers instead of names.
run-sound = checked: it holds
run-unsound = checked: it does not hold
run-transcript = Download the transcript
run-is-confirmed = This run is confirmed; the invitations are out.
confirm-title = Confirm and invite
confirm-text = Everyone here who has no seat and no invitation yet gets one by mail. This happens once.
confirm-days = Days to answer
confirm-act = Confirm and send invitations
chance = chance { $p }
score-is = score { $n }
is-member = has a seat
others-title = { $n ->
    [one] One who was not chosen
   *[other] { $n } who were not chosen
  }
others-text = With their chance, or their score. Being here says nothing about a person’s worth.
others-more = And { $n } more; the transcript has them all.
barred-title = { $n ->
    [one] One person no such cohort can hold
   *[other] { $n } people no such cohort can hold
  }
barred-text = With the goal that stands in the way. Change it if that is not what you meant.
barred-together = Several goals together.
invitations = Invitations
invitations-none = Nobody has been invited yet. Confirm a run first.
invitations-next = Some seats are neither taken nor promised. Declare below how they are filled.
invited-until = Answer by
answer = Answer
answer-accepted = accepted
answer-waiting = waiting
answer-declined = declined
answer-lapsed = ran out
answer-canceled = canceled
invitation-title = Your invitation
invitation-hello = { $name }, there is a seat for you.
invitation-lead = The season runs from { $from } to { $to }. We would be glad to have you.
invitation-until = Please answer by { $at }.
invitation-free = You are free to say no, and nobody will ask why.
invitation-note = A word to us, if you like
invitation-accept = Yes, I take the seat
invitation-decline = No, thank you
invitation-accepted = Welcome, { $name }.
invitation-accepted-text = Your seat is yours. We begin on { $day }. Sign in with your mail address to see your season.
invitation-declined = Thank you for telling us.
invitation-declined-text = Your answer is kept. Nothing else is asked of you.
invitation-full = The seats are taken
invitation-full-text = All seats were taken while this invitation was open. Your yes matters to us: please write to us and we will tell you what is possible.
invitation-canceled = This invitation was canceled
invitation-canceled-text = We wrote to you about it. If you have questions, please write to us.
cancel-invitation = Cancel invitation
cancel-invitation-ask = Cancel the invitation of { $name }?
cancel-invitation-link = Their link will say that the invitation was canceled. They can no longer accept it.
cancel-invitation-seat = The seat we kept for them is free for someone else.
cancel-invitation-told = We email { $email } about it right away.
cancel-invitation-untold = Their invitation hasn’t been sent yet. We discard it, and they don’t hear from us.
cancel-invitation-nowhere = We have no email address for them. Tell them yourself.
cancel-invitation-final = You can’t undo this. They can be chosen and invited again later, with a new link.
cancel-invitation-message = Your message to them
cancel-invitation-hint = Optional. It becomes part of the email: for example, what happened.
cancel-invitation-email = The email
cancel-invitation-edit = Edit this email’s text
cancel-invitation-not = Keep invitation
cancel-invitation-done = The invitation was canceled. Its seat is free.
cancel-invitation-late = Nothing was canceled: this invitation was answered, ran out or was canceled before.
invitation-over = The time for this answer is over
invitation-over-text = Please write to us if you would still like the seat. We will tell you plainly whether there is one.
invitation-answered = You have answered already
invitation-was-accepted = You said yes. If something has changed, please write to us.
invitation-was-declined = You said no. If something has changed, please write to us.
cohort-title = { $n ->
    [0] The cohort
    [one] One member
   *[other] { $n } members
  }
cohort-none = Nobody has taken a seat yet.
cohort-public = The public page
cohort-csv = Roster as CSV
members = Members
shown-publicly = Shown publicly
shown-fields = { $n } of { $of } fields
held-back-others = Others
held-back = held back
years-title = Years in role
years-mean = mean, n = { $n }
years-median = median
years-min = Shortest: { $n }.
years-max = Longest: { $n }.
years-note = Time in role says nothing of career stage or age. The shortest and longest are shown only when at least two people share them.
consent-title = What I share
consent-lead = The cohort’s public page shows of you what you choose here and nothing more. It is never a condition of your seat.
consent-name-first = Everything else is shown and counted only with your name. If you leave out your name, the page doesn’t show you.
consent-nameless = Your name isn’t chosen, so the page shows and counts nothing of what you chose.
consent-legend = Show on the public page
consent-saved = Saved.
consent-note = You can take anything back at any time. Printed copies cannot be recalled.
agreed-on = agreed on { $day }
publish-photo = My photo, if I add one on my own page
publish-name = My name
publish-pronouns = My pronouns
publish-organization = My organization
publish-collaborative = My collaborative
publish-role-title = My title
publish-region = My region, as part of the counts and beside my name
publish-issue-area = My issue areas, as part of the counts and beside my name
publish-role-level = My role level, as part of the counts
publish-years-in-role = My years in role, as part of mean and median
public-lead = From { $from } to { $to }.
public-none = Nothing of anyone is shown here yet.
public-who = Who they are
public-people = People
public-csv = These numbers as CSV
access-needs-lead = You are the one person who reads what people told you. Ask before you share any of it, and share only what someone needs to act.
access-needs-none = No access needs reported to you.
access-needs-others =
    { $n ->
        [one] One person told someone else, or nobody yet. They were asked whether to share it with you.
       *[other] { $n } people told someone else, or nobody yet. They were asked whether to share it with you.
    }
place-invitations = Invitations
out-aside = set aside
why-run = Back to the run
why-in-link = Why in?
why-not-link = Why not?
goal-cost-link = What did it cost?
why-in = Why does { $name } have a seat?
why-not = Why does { $name } have no seat?
why-come = Who would come in
why-go = Who would go
why-application = Read the application
why-left-out = Could not be chosen in this run: { $reason }.
why-drawn = The lot fell so. The chance of a seat was { $chance }; { $seats } seats were drawn.
why-not-drawn = The lot fell on others. The chance of a seat was { $chance }; { $seats } seats were drawn.
with-person = With this person the best cohort under the same goals has a total of { $total }: { $points } points less.
same-with-person = With this person there is a cohort that is just as good. Lots decided between them.
barred-with-person = No cohort meets the goals with this person in it. These goals bar it, together with the seats:
without-person = Without this person the best cohort under the same goals has a total of { $total }: { $points } points less.
same-without-person = Without this person there is a cohort that is just as good. Lots decided between them.
barred-without-person = Without this person no cohort meets the goals. These goals need them:
without-goal = Without this goal the best cohort has a total of { $total }: the goal costs { $points } points.
same-without-goal = This goal costs nothing: without it the best cohort is no better.
barred-without-goal = Without this goal there is still no cohort.
mark-title = For the next run
mark-text = Lock them so that every later run chooses them, or set them aside so that none does. The reason stands on record; the transcript shows that it was done.
mark-reason = Reason
mark-reason-hint = One sentence that you would say to the person.
mark-lock = Lock
mark-set-aside = Set aside
mark-lift = Lift it
mark-locked = locked
mark-aside = set aside
marks = Locked and set aside
event-mark-locked = Someone was locked for the next run
event-mark-aside = Someone was set aside
event-mark-lifted = A lock or setting aside was lifted
mark-invited = invited
problem-one-read = The band needs at least two reads of some application, so that it is known how far readers differ.
problem-stopped = The search was stopped
draw-in-band = Only among those whose scores cannot be told apart; clear accepts get their seats, clear declines none
rule-hand = By hand
place-composer = Composer
composer-title = Put the cohort together
composer-lead = Seat people, see at once what it does to the goals, let the solver help, and keep what you tried as versions to compare.
compositions = Versions
composition-begin = A new version
composition-begin-act = Begin
composition-name = Name
composition-name-hint = So that you and the others know it again: “balanced, second try”.
seats-of = { $n } of { $seats } seats
goals-met = { $n } of { $of } goals kept
total-score = total score { $points }
total = Total score
goals-kept = Goals
pool = Pool
pool-show = Show
pool-show-open = Everyone who can be chosen
pool-show-band = Lottery band
pool-show-marked = Locked, set aside, invited
pool-show-out = Left out
pool-show-all = Everyone
names-hidden = Numbers only, so that names do not choose.
names-shown = Names are shown.
names-show = Show names
names-hide = Hide names
sits = seated
seat-act = Seat
free-act = Free
swap-act = Swap
undo = Undo
redo = Redo
clear-seats = Free all seats
complete-act = Fill the open seats
seats-open = { $n ->
    [one] One open seat
   *[other] { $n } open seats
  }
moves-best = What would help most
moves-none = No single swap keeps the goals better or scores higher.
move-for = for
move-mends = Keeps: { $goals }.
move-breaks = Breaks: { $goals }.
move-nearer = Nearer to the goals.
move-gains = { $points } points more.
move-costs = { $points } points less.
move-same = Changes no goal and no total.
move-full = All seats are taken. Free one first, or swap.
move-not-in-pool = This person cannot be chosen.
move-sits = This person is seated already.
move-sits-not = This person is not seated any more.
move-stays = This seat is promised or locked and cannot be freed here.
move-nothing = There is nothing to undo here.
move-others = Someone else has moved since you opened this page, so undoing would undo their move. Look at it first.
move-kept = Nothing was lost: the seats are as shown below.
meanwhile = Meanwhile:
someone = someone
composition-gone = { $n ->
    [one] One person who sat here cannot be chosen any more; the seat is open.
   *[other] { $n } people who sat here cannot be chosen any more; their seats are open.
  }
work-propose = Looking for the best cohort …
work-complete = Filling the open seats …
work-draw = Making the lottery …
work-steps = { $n } searches so far
work-text = {"{"}n{"}"} searches so far, {"{"}s{"}"} s
work-look = Look again
work-stop = Stop
hand-on = Ready?
hand-on-text = This leads to the record, from where invitations are sent. Nobody is invited yet.
hand-on-misses = These goals are not kept. Say why that is meant; it stands in the record.
hand-on-reason = Reason
hand-on-reason-hint = A sentence you would say to anyone who asks.
hand-on-act = Go on to the record
steps = What was done
step-begun = { $who } began
step-seated = { $who } seated { $about }
step-freed = { $who } freed the seat of { $about }
step-swapped = { $who } swapped { $about }
step-cleared = { $who } freed all seats
step-proposed = { $who } let the solver propose
step-completed = { $who } let the solver fill the open seats
step-drawn = { $who } held the draw
versions = Versions
versions-text = Keep this as it is under a name of its own and go on with a copy.
version-name = Name of the copy
version-keep = Keep a copy
compare = Compare versions
compare-a = First
compare-b = Second
compare-c = Third
compare-none = There are no two versions to compare yet.
compare-people = Who sits where
compare-common = { $n ->
    [one] One person sits in all of them; these do not:
   *[other] { $n } people sit in all of them; these do not:
  }
why-left-out-short = Cannot be chosen: { $reason }.
stays-text = This person has a seat or an invitation that waits for its answer, so the seat stays.
if-seated = With this person seated
if-freed = Without this person
partners-in = Who could take this seat
partners-out = Whose seat this could be
solver-title = What the solver says
solver-text = The exact answer looks at all cohorts there are, not at one swap.
solver-ask = Ask the solver
event-composition-begun = A version of the cohort was begun
event-composition-renamed = A version of the cohort was renamed
event-composition-moved = A version of the cohort was changed
departures = Goals this cohort does not keep
pool-filter = Filter
invitations-beyond = This run was not confirmed: it would invite { $n } people, and so many seats are not free. Look for whom to invite again.
invitation-over-seats = We know that some will say no, so up to { $most } people are invited for { $seats } seats. The seats go to those who say yes first.
filling-title = How open seats are filled
filling-text = Declare it before anyone is invited, so that nobody chooses later. Changing it stays on record with your name.
filling-redraw = Draw again
filling-next = The next best for the goals
filling-list = A published list, in order
filling-does-redraw = The draw is held again: those who said yes or have not answered stay, and the seed is the first draw’s text with a counter.
filling-does-next = The solver looks for who completes the cohort best under the goals.
filling-does-list = The next on the list are invited, in order.
filling-open = { $n ->
    [one] One seat is neither taken nor promised.
   *[other] { $n } seats are neither taken nor promised.
  }
filling-beyond = { $n ->
    [one] One more may be invited beyond the seats, as declared.
   *[other] { $n } more may be invited beyond the seats, as declared.
  }
filling-act = Look for whom to invite next
filling-declare = Declare or change it
filling-declare-act = Declare
filling-rule = Open seats
filling-list-label = The list
filling-list-hint = Numbers of applications, one on a line, the first on top. Only for a published list.
filling-over = Beyond the seats
filling-over-hint = How many invitations may be out beyond the seats, because some will say no. Whoever is invited is told. Nobody gets a seat that is not there: with 0, no invitation is sent without one.
filling-over-is = { $n ->
    [one] one invitation beyond the seats
   *[other] { $n } invitations beyond the seats
  }
place-list = You are number { $n } on the list for seats that open up.
place-chance = A draw was held and the lot fell on others. Your chance was { $chance }.
place-redraw = If a seat opens up, it is drawn again among everyone; there is no order.
place-next = If a seat opens up, we look for who completes the group best. There is no order to wait in.
event-filling-declared = How open seats are filled was declared
move-behind = Someone has a seat, an invitation or a lock by now who does not sit in this version. Seat them, or fill the open seats again.
out-undecided = eligibility undecided
out-late = late, eligibility undecided
alike-title = Similar values
alike-text = Values are counted exactly as written. Count two as one only if they mean the same.
alike-merge = Count “{ $value }” as “{ $counted }”
alike-merged = “{ $value }” is counted as “{ $counted }”
goals-open = { $n ->
    [one] The numbers include one undecided application. It can’t be selected until someone decides.
   *[other] The numbers include { $n } undecided applications. They can’t be selected until someone decides.
}
event-values-merged = Two similar values are counted as one
event-values-parted = Two values are counted apart again
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
release-unasked-text = These members haven’t said what the page may show. It shows nothing of them until they do. Their start page asks them.
release-when = When to publish
release-when-hint = Day and time are in { $zone }.
release-now = Now
release-later = On this day and time
release-day = Day
release-time = Time
release-sure = { $n ->
    [0] Nobody is shown by name. Anyone with the link can read the page.
    [one] One person is shown by name. Anyone with the link can read the page, and copies can’t be taken back.
   *[other] { $n } people are shown by name. Anyone with the link can read the page, and copies can’t be taken back.
}
release-act = Publish page
release-change = Change day and time
release-down = Take page down
release-stop = Cancel publishing
release-down-text = If you take the page down, only members and the team can see it. You can publish it again.
release-preview = What the public sees
release-preview-link = Open the page as the public sees it
release-empty = Nobody has agreed to show anything yet.
wrong-release-past = Choose a day and time that is still to come, or choose Now.
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
publish-bio = A short text about me, from my profile
invitation-show = What may we show of you?
invitation-show-hint = Our public page introduces the cohort. Choose what it may show. Nothing is chosen for you, and your seat doesn’t depend on it. Your title, organization, photo and text appear only next to your name.
invitation-shows-nothing = The public page won’t show you.
invitation-shows = { $n ->
    [one] You agreed that the public page may show:
   *[other] You agreed that the public page may show these { $n } things:
}
invitation-shows-change = You can change this at any time under “What I share”.
answer-unsent = email waiting in the outbox
answer-discarded = email discarded or not delivered
invitations-discarded = { $n ->
    [one] One person doesn’t know that they are invited: their email was discarded or not delivered. The seat stays held until the day below. Tell them another way, or wait until the invitation ends and invite someone.
   *[other] { $n } people don’t know that they are invited: their emails were discarded or not delivered. The seats stay held until the days below. Tell them another way, or wait until the invitations end and invite others.
}
selection-other-seats = Your goals are for { $n ->
    [one] 1 seat
   *[other] { $n } seats
}; the season has { $seats }. Change the goals if that isn’t meant.
wrong-goal-number = “{ $arg }”: enter a whole number from 0 to 2,000.
wrong-goal-range = “{ $arg }”: “at most” must not be smaller than “at least”.
band-under-1 = under 1
band-1-to-3 = 1 to under 3
band-3-and-over = 3 and over
