# Reading applications.
place-reading = My reviews
place-readers = Reviewers
rubric-title = Rubric
independent = shown, not counted
reading-closed = Reviews are closed
reading-closed-text = Thank you. Your scores have gone to those who choose.
reading-none = Nothing to review yet
reading-none-text = We’ll email you when applications are assigned to you. You’ll find them here.
reading-title = { $finished } of { $total } reviewed
reading-due = Please finish by { $day }.
reading-next = Review application { $n }
reading-done = You have reviewed all of yours. Thank you.
read-open = to read
read-begun = begun
read-finished = done
read-skipped = put off
ties-title = Do you have any conflicts of interest?
ties-lead = Before you see anything: name the organizations, collaboratives and people you work with, have worked with, fund, or are close to. Someone else reviews their applications, and you never see them.
ties-label = Organizations, collaboratives, people
ties-hint = One per line. If a name matches an application, the leads see that it does.
ties-hint-later = One per line. What you add now counts when applications are next assigned. The leads see names that match. If you recognize someone on your list, open that application and say so there.
tied-since = { $n ->
    [one] One application is
   *[other] { $n } applications are
 } with a reviewer who has since declared a conflict of interest or was asked to recommend the applicant. Choose “Assign remaining reviews” to pass them on.
ties-save = Save and go on
desk-title = Application { $n }
desk-final = Your scores are final.
desk-missing = A score is missing
comment = Notes
comment-hint = What speaks for it, what speaks against it. After the reviews close, the leads see your scores and this note with your name. The owner sees them without your name. The applicant sees neither.
read-save-next = Submit and open the next one
read-save-later = Save and finish later
read-skip = Skip to the next one
conflict-title = I think I know who this is
conflict-text = Then someone else should read it. Your scores so far do not count.
conflict-reason = How do you know them?
conflict-give-back = Give it back
reading-open = Reviews are open
reading-not-begun = Reviews have not started
whole-complete = of { $n } have all their reviews
whole-short = need a reviewer
whole-wide = have reviews far apart
readers-title = Reviewers
readers-none = Nobody is a reviewer yet. Invite reviewers under
reader = Reviewer
reads-finished = Done
reads-begun = Begun
reads-last = Last on
of = { $n } of { $of }
reader-left = no longer a reviewer
reader-no-ties = has not declared conflicts
reader-replace = Reassign reviews
assign = Assign remaining reviews
assign-note = Reviews are assigned evenly and at random, never where there is a conflict of interest. What is assigned stays. Where two reviews are far apart, a third is assigned. You can’t see scores until you close the reviews.
assigned = { $n ->
    [0] No reviews were assigned.
    [one] One review was assigned.
   *[other] { $n } reviews were assigned.
}
assigned-lacking = { $lacking } could not be assigned, because conflicts, languages or limits leave nobody ({ $language }): { $list }.
assigned-groups = The reviewers fall into { $n } groups that share no application. You can’t compare scores across groups.
assigned-no-readers = Nobody is a reviewer yet. Invite reviewers first.
assigned-no-rubric = Write the rubric first. It says what reviewers score.
assigned-again = Something changed while this was planned, so it was planned again.
assigned-unsettled = Nothing was assigned: applications or reviewers kept changing. Wait a minute and try again.
assigned-closed = Reviews are not set up, or they are closed.
reading-close = Close reviews
severity-title = How lenient each reviewer was
severity-lead = Above 0: gave more than others gave to the same applications. It stands beside the scores and changes none of them.
severity = Leniency
rubric-none = There is no rubric yet.
rubric-make = Make the rubric
rubric-open = Open the rubric
rubric-back = Back to the reviewers
rubric-lead = By what applications are judged, from 1 to 5, with what the scores mean. It can change until the first read is given out.
rubric-fixed = Reads are being made, so the rubric stays as it is.
anchor-between = between the scores next to it
criterion-new = One more criterion
criterion-title = Criterion, { $language }
criterion-guidance = What to look for, { $language }
criterion-weight = Weight, 1 to 10
criterion-independent = Shown, but not counted in the average
anchors = What the scores mean
anchor = { $n } means, { $language }
fault-anchors = Say at least what 1 and 5 mean.
fault-criterion-twice = This criterion stands there twice.
fault-no-criterion = At least one criterion must count.
reading-how = How applications are reviewed
reads-each = Reviews for each application
most-each = At most for one reviewer
most-each-hint = Eight reviewers for 175 applications with two reviews each come to 44.
wide-gap = Two reviews are far apart from
wide-gap-hint = Points between their means. A third review is then assigned.
reading-due-on = Reviews due by
visible = What reviewers see
visible-hint = Names, places of work and contact are never shown. What the call promised to keep for staff or for totals is not in this list.
event-rubric-changed = The rubric was changed
event-reading-changed = Review settings were changed
event-reads-assigned = Reviews were assigned
event-reads-returned = A reviewer’s reviews were reassigned
event-reading-closed = Reviews were closed
event-ties-declared = A reviewer declared conflicts of interest
event-conflict-declared = A reviewer returned an application because of a conflict
event-read-finished = A review was finished
calibration-title = Calibration
calibration-lead = A few applications that everyone reads first, each alone. Then all see the scores side by side, talk about what a 3 is, and go on.
calibration-none = No set is chosen. With one, readers judge more alike.
calibration-open = Open the calibration
calibration-see = Calibration, side by side
calibration-set = Read by everyone first
calibration-set-hint = Numbers of applications, one on a line; six to eight are usual. Choose them before the first reads are given out.
calibration-too-late = The reading has begun without a calibration set.
calibration-wait = You see what others gave once your own reads are final.
calibration-wait-lead = You see the scores of an application here once everyone has read it.
calibration-letter = Application { $letter }
calibration-wide = far apart
calibration-first = Please read these first. The others open once you have finished them.
read-waits = waits
criterion = Criterion
notes-title = Notes between reviewers
notes-text = Only those who have finished this read see them. Your score does not change any more.
note-label = Your note
note-add = Add the note
hand-title = Assign reviews by hand
hand-label = Application and reviewer
hand-hint = One pair per line with a comma between; the reviewer by email address or name. You can also paste a CSV with two columns.
hand-act = Assign these reviews
wrong-reading-begun = The reading has begun, so the set stays as it is.
wrong-too-many = That is too many; 26 at most.
hand-not-two = Line { $arg } needs an application, a comma and a reviewer. Nothing was assigned.
hand-faults = Nothing was assigned. { $arg }
hand-unsettled = Nothing was assigned: applications or reviewers kept changing. Wait a minute and try again.
hand-closed = Reviews are closed, or there is no rubric yet.
hand-no-application = Line { $line }: { $of } is not an application to be reviewed.
hand-no-reader = Line { $line }: { $of } is not a reviewer here.
hand-tied = Line { $line }: { $of } have a conflict of interest.
event-calibration-set = The calibration set was chosen
event-read-noted = A reviewer left a note
comment-hint-calibration = What speaks for it, what speaks against it. Other reviewers who have finished this application see your scores and this note with your name. So do the leads. After the reviews close, the owner sees them without your name. The applicant sees neither.
read-final-note = You can’t change your scores after you submit them.
ties-none = I have no conflicts of interest
wrong-ties = Name your conflicts of interest, or check that you have none.
wrong-ties-both = You named conflicts and also checked that you have none. Change one of them.
reads-languages = I can review applications in
near-title = Are these the same?
near-text = Some names look like ones you gave. Until you answer, we treat them as conflicts.
near-pair = “{ $named }” and “{ $other }”
near-same = Same
near-other = Different
near-save = Save answers
reader-replace-ask = Reassign the reviews of { $name }?
reader-replace-text = { $n ->
    [0] They have no open reviews.
    [one] One open review goes to other reviewers. Scores entered for it don’t count. You can’t undo this.
   *[other] { $n } open reviews go to other reviewers. Scores entered for them don’t count. You can’t undo this.
}
reader-replace-act = { $n ->
    [one] Reassign one review
   *[other] Reassign { $n } reviews
}
reader-replace-not = Keep them
reader-reads = Reviews in: { $languages }
assigned-undeclared = No reviews for { $list }: they have not declared their conflicts of interest.
assigned-nobody-declared = Nothing was assigned: { $list } have not declared their conflicts of interest. Ask them to, or check the box to assign anyway.
assigned-nothing-to-see = Nothing was assigned: reviewers would see no answers at all. Choose which answers they see first.
nobody = nobody
and-more = and { $n } more
outlook-title = { $n ->
    [0] No reviews to assign
    [one] One review to assign
   *[other] { $n } reviews to assign
}
seen-title = What reviewers will see
seen-in = { $n } of { $of } applications have text
seen-blank = { $n ->
    [one] One application has nothing that reviewers can see.
   *[other] { $n } applications have nothing that reviewers can see.
}
seen-hidden = { $n ->
    [one] One question with answers is hidden from reviewers
   *[other] { $n } questions with answers are hidden from reviewers
}
seen-hidden-text = Check that the answers name nobody before you show them.
seen-show = Show to reviewers
seen-show-all = Show all { $n } to reviewers
outlook-undecided = { $n ->
    [one] One of these applications is undecided. It is reviewed all the same.
   *[other] { $n } of these applications are undecided. They are reviewed all the same.
}
outlook-late = { $n ->
    [one] One of these applications is late and undecided. It is reviewed all the same.
   *[other] { $n } of these applications are late and undecided. They are reviewed all the same.
}
outlook-short = { $language }: { $n ->
    [one] one application has
   *[other] { $n } applications have
 } too few reviewers who can take them ({ $list }). Reviewers in this language: { $readers }.
outlook-undeclared = They have not declared their conflicts of interest and get no reviews: { $list }.
allow-undeclared = Also assign to reviewers who have not declared conflicts
allow-language = Also assign to reviewers who don’t read the language
found-title = Conflicts of interest
found-text = Names that reviewers gave, where they work, and their own names, next to names in applications.
found-same = same name: not assigned
found-open = looks alike: not assigned until someone answers
found-said-same = same: not assigned
found-said-other = different: can be assigned
reading-close-ask = Close reviews now?
reading-close-open = { $n ->
    [one] One review is not finished. It can’t be finished once reviews are closed. You can open reviews again until you send decisions.
   *[other] { $n } reviews are not finished. They can’t be finished once reviews are closed. You can open reviews again until you send decisions.
}
reading-close-not = Keep reviews open
reading-reopen = Open reviews again
reading-reopened = Reviews are open again. Scores are hidden until you close them.
reading-can-reopen = Reviews are closed. You can open them again until you send decisions.
remind-days = Remind reviewers, days before
remind-days-hint = Reviewers with open reviews get one email. 0 means no reminder.
event-reading-reopened = Reviews were opened again
event-conflict-answered = Someone said whether two similar names are the same
hand-undeclared = Line { $line }: { $of } has not declared conflicts of interest.
hand-language = Line { $line }: { $of }: this reviewer does not read the application’s language.
assign-first-rubric = You can assign reviews once there are criteria to score.
assign-first-rubric-act = Add criteria
assign-first-how = You can assign reviews once you have saved how many each application gets.
assign-first-how-act = Set the number of reviews
reading-close-short = { $n ->
    [one] One application has fewer reviews than each should have. It may have none.
   *[other] { $n } applications have fewer reviews than each should have. Some may have none.
}
