# Reviews.
place-reading = My reviews
place-readers = Reviewers
rubric-title = Rubric
independent = not counted
reading-closed = Reviews are closed
reading-closed-text = Thank you. The program team now has your scores.
reading-none = Nothing to review yet
reading-none-text = We'll email you when applications are assigned to you. You'll find them here.
reading-title = { $finished } of { $total } reviewed
reading-due = Please finish by { $day }.
reading-next = Review application { $n }
reading-own-mean = { $n ->
    [one] You gave { $mean } on average, in one review.
   *[other] You gave { $mean } on average, in { $n } reviews.
  }
reading-parts = Parts of your list
reading-part-all = All
reading-part-left = To do
reading-part-begun = In progress
reading-part-skipped = Skipped
reading-part-done = Done
ties-yours = { $n ->
    [0] Your conflicts of interest: none
    [one] Your conflicts of interest: one name
   *[other] Your conflicts of interest: { $n } names
  }
desk-answers = Answers
desk-mean = Average: { $mean } ({ $n } of { $of } criteria)
reading-done = You've reviewed all your applications. Thank you.
read-open = not started
read-begun = in progress
read-finished = done
read-skipped = skipped
ties-title = Do you have any conflicts of interest?
ties-lead = Before you see applications, name anyone you work with, fund or are close to, now or in the past. Include organizations and collaboratives. Someone else will review their applications, and you won't see them.
ties-label = Organizations, collaboratives and people
ties-hint = One per line. If a name matches an application, program leads see the match.
ties-hint-later = One per line. Names you add count the next time applications are assigned. Program leads see names that match. If you recognize someone on your list, open that application and tell us there.
tied-since = { $n ->
    [one] One application has a reviewer with a conflict of interest.
   *[other] { $n } applications have reviewers with a conflict of interest.
 } They declared it later, or were asked to recommend the applicant. Choose “Assign remaining reviews” to reassign them.
ties-save = Save and continue
desk-title = Application { $n }
desk-final = You submitted this review. Your scores are final.
desk-missing = Score every criterion
comment = Notes
comment-hint = Strengths and concerns. When reviews close, program leads see your scores and notes with your name. The site owner sees them without it. Applicants never see them.
read-save-next = Submit review and go to next
read-save-later = Save draft
read-skip = Skip for now
conflict-title = I think I know this person
conflict-text = Someone else should review this application. Your scores so far won't count.
conflict-reason = How do you know them?
conflict-give-back = Return application
reading-open = Reviews are open
reading-not-begun = Reviews haven't started
whole-complete = of { $n } applications have all their reviews
whole-short = need a reviewer
whole-under-way = are being reviewed
whole-wide = { $n ->
    [one] In one of the { $of } applications, scores are far apart. It gets one more review.
   *[other] In { $n } of the { $of } applications, scores are far apart. Each gets one more review.
  }
readers-title = Reviewers
readers-none = There are no reviewers yet. Invite them under
reader = Reviewer
reads-finished = Done
reads-begun = In progress
reads-last = Last active
of = { $n } of { $of }
reader-left = no longer a reviewer
reader-no-ties = hasn't declared conflicts
reader-replace = Reassign reviews
assign = Assign remaining reviews
assign-note = We assign reviews evenly and at random, never where there's a conflict of interest. Reviews already assigned stay. If two reviews are far apart, we assign a third. You can't see scores until you close reviews.
assigned = { $n ->
    [0] No reviews were assigned.
    [one] One review was assigned.
   *[other] { $n } reviews were assigned.
}
assigned-lacking = { $lacking } couldn't be assigned ({ $language }): { $list }. Conflicts, languages or limits leave no reviewer.
assigned-groups = Reviewers fall into { $n } groups that share no applications. You can't compare scores across groups.
assigned-no-readers = There are no reviewers yet. Invite reviewers first.
assigned-no-rubric = Write the rubric first. Reviewers use it to score.
assigned-again = Something changed while we assigned reviews, so we started over.
assigned-unsettled = Nothing was assigned because applications or reviewers kept changing. Wait a minute, then try again.
assigned-closed = Reviews are closed or not set up yet.
reading-close = Close reviews
severity-title = Reviewer leniency
severity-lead = Above 0 means higher scores than other reviewers gave the same applications. This doesn't change any scores.
severity = Leniency
rubric-none = There's no rubric yet.
rubric-make = Create rubric
rubric-open = View rubric
rubric-back = Back to reviewers
rubric-lead = Reviewers score each criterion from 1 to 5. You can change the rubric until you assign the first review.
rubric-fixed = Reviews are assigned, so you can't change the rubric anymore.
anchor-between = between the scores above and below
criterion-new = New criterion
criterion-title = Criterion in { $language }
criterion-guidance = What to look for, in { $language }
criterion-weight = Weight, 1 to 10
criterion-independent = Show it, but don't count it in the average
anchors = What the scores mean
anchor = What { $n } means, in { $language }
fault-anchors = Explain at least what 1 and 5 mean.
fault-criterion-twice = This criterion is listed twice. Remove one.
fault-no-criterion = At least one criterion must count in the average.
reading-how = How applications are reviewed
reads-each = Reviews per application
most-each = Maximum per reviewer
most-each-hint = For example: 175 applications with two reviews each, shared by eight reviewers, make 44 per reviewer.
wide-gap = Gap between two reviews, in points
wide-gap-hint = If the averages of two reviews differ by this much or more, we assign a third.
reading-due-on = Reviews due by
visible = What reviewers see
visible-hint = Reviewers never see names, workplaces or contact details. Answers that applicants were told only staff see, or that count only in totals, aren't in this list.
event-rubric-changed = Someone changed the rubric
event-reading-changed = Someone changed the review settings
event-reads-assigned = Someone assigned reviews
event-reads-returned = Someone reassigned a reviewer's reviews
event-reading-closed = Someone closed reviews
event-ties-declared = A reviewer declared conflicts of interest
event-conflict-declared = A reviewer returned an application because of a conflict
event-read-finished = A reviewer submitted a review
calibration-title = Calibration
calibration-lead = Everyone reviews a few applications first, on their own. Then you compare scores, agree on what each score means, and continue.
calibration-none = You haven't chosen any applications. Reviewers score more alike when they start with the same few.
calibration-open = View calibration
calibration-see = Compare calibration scores
calibration-set = Applications that everyone reviews first
calibration-set-hint = Application numbers, one per line. Six to eight are usual. Choose them before you assign the first reviews.
calibration-too-late = Reviews started without calibration, so you can't add it now.
calibration-wait = You'll see other reviewers' scores after you submit yours.
calibration-wait-lead = You'll see an application's scores here once everyone has reviewed it.
calibration-letter = Application { $letter }
calibration-wide = far apart
calibration-first = Review the calibration applications first. The others open when you finish them.
read-waits = opens later
criterion = Criterion
notes-title = Reviewer notes
notes-text = Only reviewers who submitted a review of this application see these notes. Your scores can't change anymore.
note-label = Your note
note-add = Add note
hand-title = Assign reviews by hand
hand-label = Applications and reviewers
hand-hint = One application and one reviewer per line, with a comma between. Use the reviewer's email address or name. You can also paste a CSV with two columns.
hand-act = Assign these reviews
wrong-reading-begun = Reviews have started, so you can't change these applications.
wrong-too-many = Enter at most 26 applications.
hand-not-two = Line { $arg } needs an application, a comma and a reviewer. Nothing was assigned.
hand-faults = Nothing was assigned. { $arg }
hand-unsettled = Nothing was assigned because applications or reviewers kept changing. Wait a minute, then try again.
hand-closed = Reviews are closed, or there's no rubric yet.
hand-no-application = Line { $line }: { $of } isn't an application that needs reviews.
hand-no-reader = Line { $line }: { $of } isn't a reviewer here.
hand-tied = Line { $line }: { $of } have a conflict of interest.
event-calibration-set = Someone chose the calibration applications
event-read-noted = A reviewer left a note
comment-hint-calibration = Strengths and concerns. Reviewers who have finished this application see your scores and notes with your name, and so do program leads. When reviews close, the site owner sees them without it. Applicants never see them.
read-final-note = You can't change your scores after you submit them.
ties-none = I have no conflicts of interest
wrong-ties = Name your conflicts of interest, or check that you have none.
wrong-ties-both = You named conflicts and also checked that you have none. Change one of them.
reads-languages = I can review applications in
near-title = Are these the same?
near-text = Some names look like ones you listed. Until you answer, we treat them as conflicts.
near-pair = “{ $named }” and “{ $other }”
near-same = Same
near-other = Different
near-save = Save answers
reader-replace-ask = Reassign the reviews of { $name }?
reader-replace-text = { $n ->
    [0] They have no open reviews.
    [one] One open review goes to other reviewers. Scores entered for it won't count. You can't undo this.
   *[other] { $n } open reviews go to other reviewers. Scores entered for them won't count. You can't undo this.
}
reader-replace-act = { $n ->
    [one] Reassign one review
   *[other] Reassign { $n } reviews
}
reader-replace-not = Keep their reviews
reader-reads = Reviews in: { $languages }
assigned-undeclared = No reviews were assigned to { $list }. They haven't declared their conflicts of interest.
assigned-nobody-declared = { $n ->
    [one] Nothing was assigned. { $list } hasn't declared conflicts of interest. Ask them to, or check the box to assign anyway.
   *[other] Nothing was assigned. { $list } haven't declared their conflicts of interest. Ask them to, or check the box to assign anyway.
}
assigned-nothing-to-see = Reviewers wouldn't see any answers, so you can't assign reviews yet. First choose which answers they see.
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
seen-hidden-text = Before you show answers, check that they don't name anyone.
seen-show = Show to reviewers
seen-show-all = Show all { $n } to reviewers
outlook-undecided = { $n ->
    [one] One of these applications is undecided. Reviewers still review it.
   *[other] { $n } of these applications are undecided. Reviewers still review them.
}
outlook-late = { $n ->
    [one] One of these applications is late and undecided. Reviewers still review it.
   *[other] { $n } of these applications are late and undecided. Reviewers still review them.
}
outlook-short = { $language }: { $n ->
    [one] one application has
   *[other] { $n } applications have
 } too few possible reviewers ({ $list }). Reviewers in this language: { $readers }.
outlook-undeclared = These reviewers haven't declared their conflicts of interest, so they get no reviews: { $list }.
allow-undeclared = Also assign to reviewers who haven't declared conflicts
allow-language = Also assign to reviewers who don't read the application's language
found-title = Conflicts of interest
found-text = We compare the names reviewers listed, their workplaces and their own names with names in applications.
found-same = same name: not assigned
found-open = similar name: not assigned until someone answers
found-said-same = same: not assigned
found-said-other = different: can be assigned
reading-close-ask = Close reviews now?
reading-close-open = { $n ->
    [one] One review isn't finished. Reviewers can't finish it after you close reviews. You can reopen reviews until you send decisions.
   *[other] { $n } reviews aren't finished. Reviewers can't finish them after you close reviews. You can reopen reviews until you send decisions.
}
reading-close-not = Keep reviews open
reading-reopen = Reopen reviews
reading-reopened = Reviews are open again. Scores are hidden until you close them.
reading-can-reopen = You can reopen reviews until you send decisions.
remind-days = Days before the due date to remind reviewers
remind-days-hint = Reviewers with unfinished reviews get one email. Enter 0 for no reminder.
event-reading-reopened = Someone reopened reviews
event-conflict-answered = Someone said whether two similar names are the same
hand-undeclared = Line { $line }: { $of } hasn't declared conflicts of interest.
hand-language = Line { $line }: { $of }: this reviewer doesn't read the application's language.
assign-first-rubric = Reviewers need criteria to score before you assign reviews.
assign-first-rubric-act = Add criteria
assign-first-how = Before you assign reviews, set how many each application gets.
assign-first-how-act = Set number of reviews
reading-close-short = { $n ->
    [one] One application has fewer reviews than it should. It may have none.
   *[other] { $n } applications have fewer reviews than they should. Some may have none.
}
