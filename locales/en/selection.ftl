# Selection, invitations, the cohort.
selection-title = Choose { $seats }, in the open
selection-lead = Goals first, then a cohort that meets all of them. Every run leaves a record from which anyone can repeat it.
selection-open = can be chosen
selection-scored = of them have scores
selection-taken = seats taken
propose = Propose a cohort
propose-text = The cohort with the highest total score that meets every goal: found exactly and proved the best. Ties are settled by a hash of the input, so nobody chooses.
propose-act = Propose
propose-needs-scores = This needs a score for everyone who can be chosen. Import the reads, or hold the draw.
draw = Hold the draw
draw-text = A lottery over cohorts that all meet the goals, in which the least likely person’s chance is as high as it can be. Scores play no part.
draw-public = Public text for the seed
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
goals-file-hint = TOML in the form weft-goals-1. It replaces the goals above as a new version; earlier versions stay on record.
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
    [one] One person has no score, so a proposal would not be fair. Import the reads, or hold the draw.
   *[other] { $n } people have no score, so a proposal would not be fair. Import the reads, or hold the draw.
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
invitations-next = To fill the open seats, go back to selection and run it again: those who said yes stay, those who declined are left out.
invited-until = Answer by
answer = Answer
answer-accepted = accepted
answer-waiting = waiting
answer-declined = declined
answer-lapsed = ran out
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
invitation-over = The time for this answer is over
invitation-over-text = Please write to us if you would still like the seat. We will tell you plainly whether there is one.
invitation-answered = You have answered already
invitation-was-accepted = You said yes. If something has changed, please write to us.
invitation-was-declined = You said no. If something has changed, please write to us.
mail-invitation-subject = A seat for you in { $season }
mail-invitation-text = We are glad to offer you a seat in { $season }. Please answer by { $day }; the link below opens your invitation and nothing else.
mail-invitation-free = You are free to say no, and nobody will ask why.
mail-invitation-button = Read and answer
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
shown-fields = { $n } of 10 fields
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
public-title = { $season }: { $n } leaders
public-lead = From { $from } to { $to }.
public-none = The cohort has not been announced yet.
public-who = Who they are
public-people = People
public-held-back = Some numbers are held back because not everyone in them agreed to be counted in public, and a few more so that those cannot be worked out.
public-csv = These numbers as CSV
access-needs-lead = You are the one person who sees this. Ask before you share any of it, and share only what someone needs to act.
access-needs-none = Nobody has told of a need.
place-invitations = Invitations
