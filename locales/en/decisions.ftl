# Answers to those who were not chosen.
place-decisions = Decisions
decisions-waiting = { $n ->
    [0] Nobody is waiting for a decision
    [one] One person is waiting for a decision
   *[other] { $n } people are waiting for a decision
}
decisions-none = Everyone who applied has an invitation, a seat or a decision.
decisions-lead = They gave hours of unpaid work. Write to them as to people you will meet again: no ranks, no comparisons, and what they can do next. Send invitations first. People with an open invitation don’t get this email.
decisions-places = In the text, {"{"}name{"}"}, {"{"}season{"}"} and {"{"}reason{"}"} are filled in for each person. A link to keep or delete the application is added.
decisions-stage = { $n ->
    [one] Prepare one email
   *[other] Prepare { $n } emails
}
decisions-nothing-yet = Nothing is sent yet. A second person checks each name and sends them all at once.
decisions-ready = { $n ->
    [0] No emails are ready
    [one] One email is ready
   *[other] { $n } emails are ready
}
decisions-staged-by = Prepared by { $name } on { $at }.
decisions-sent-by = Sent by { $name } on { $at }.
decisions-second-person = Someone else sends them: another lead or the owner. Until then you can hold back single emails or cancel them all.
decisions-send = { $n ->
    [one] Send it
   *[other] Send all { $n }
}
decisions-cancel = Cancel these emails
decisions-people = Who gets one
decisions-hold = Hold back
decisions-sent = Sent
decisions-sent-line = { $n ->
    [one] One email
   *[other] { $n } emails
}
decline-seats = eligible, not chosen
decline-not-eligible = not eligible
decline-late = late and not eligible
letter-subject = Subject
letter-text = Text
decline-reason-seats = We received many more applications than we have seats, and we chose a group whose places and tasks complement each other.
decline-reason-seats-more = We received more applications than we have seats, and we chose a group whose places and tasks complement each other.
decline-reason-seats-few = We chose a group whose places and tasks complement each other.
decline-chosen = chosen, not invited yet
decline-telling = decided, email waiting in the outbox
decline-untold = decided, email discarded or not delivered
decline-alternate-telling = alternate, email waiting in the outbox
decline-alternate-untold = alternate, email discarded or not delivered
decisions-reasons = What {"{"}reason{"}"} says
decisions-canceled-text = This is the text of the emails you canceled.
decisions-usual-text = Use this season’s own text instead
decisions-cancel-text = If you cancel, nothing is sent. Your text stays, and you can change it and prepare the emails again.
decisions-nothing-chosen = { $n ->
    [one] Nobody is chosen yet. If you go on, the one person below gets a refusal. Choose the cohort first.
   *[other] Nobody is chosen yet. If you go on, all { $n } people below get a refusal. Choose the cohort first.
}
decisions-choose = Choose the cohort
decisions-in-outbox = { $n ->
    [one] One email is waiting in the outbox.
   *[other] { $n } emails are waiting in the outbox.
}
decisions-held = Emails are held: they go out when your team sends them from there.
decisions-going = This takes a minute or two.
decisions-outbox = Open the outbox
decisions-unsent = { $n ->
    [one] One email was discarded or not delivered
   *[other] { $n } emails were discarded or not delivered
}
decline-reason-not-eligible = The season is for a kind of work that yours, as you described it, does not quite match.
decline-reason-late = Your application came after the deadline.
decline-keep-or-erase = Your application is yours. We erase it twelve months from now, unless you ask us to keep it for the next call. You can also have it erased at once.
choice-title = Keep or delete your application?
choice-lead = Without a word from you it is erased on { $day }.
choice-keep = Keep it for the next call
choice-erase = Delete it now
choice-kept = We keep it for the next call. You can still have it erased.
choice-what = Erasing removes what you wrote, your name and your address, unless you take part here in another way. Facts that lead to nobody, such as the region, stay in totals.
choice-erased = It is erased
choice-erased-text = What you wrote, your name and your address are gone. Thank you for having applied.
choice-others = Other offers
state-not-chosen = Not this time
event-decisions-staged = Decisions were prepared
event-decisions-cancelled = Prepared decisions were canceled
event-decisions-sent = Decisions were sent
event-application-erased = An application was erased
decisions-reading = Applications are still being reviewed. Close the reviews and choose the cohort before you send decisions.
decisions-nothing-yet-alone = Nothing is sent yet. You see each name first. Nobody else on your team can send, so they go out after an hour’s pause.
decline-alternate = alternate
decline-undecided = undecided
decline-late-undecided = late, undecided
decline-alternate-told = alternate, already told
decline-invited = invited, no answer yet
decline-seated = has a seat
decline-declined = declined the invitation
decline-answered = already told
decline-withdrawn = withdrew
decline-duplicate = likely duplicate
decisions-all = { $n ->
    [one] One application in all
   *[other] { $n } applications in all
}
decisions-written-to = { $n ->
    [one] One person gets an email
   *[other] { $n } people get an email
}
decisions-not-written-to = { $n ->
    [one] One person gets no email now
   *[other] { $n } people get no email now
}
decisions-open = { $n ->
    [one] One application is undecided. That person gets no email until you decide.
   *[other] { $n } applications are undecided. Those people get no email until you decide.
}
decisions-final = You can’t take the emails back once they are sent.
decisions-alone = Nobody else on your team can send these emails, so you can. They go out one hour after you press the button. Until then, you or the owner can stop them. The record will say that you sent them alone.
decisions-send-alone = { $n ->
    [one] Send it in one hour
   *[other] Send all { $n } in one hour
}
decisions-pausing = These emails go out on { $at }. You can still stop them.
decisions-stop = Stop sending
decisions-sent-alone = Sent by one person alone, after an hour’s pause: nobody else on the team could send.
decisions-sent-to = { $n ->
    [0] Nothing was sent.
    [one] Sent to one person.
   *[other] Sent to { $n } people.
}
decisions-left-out = { $n ->
    [one] One person got no email, because something changed since. They are listed again.
   *[other] { $n } people got no email, because something changed since. They are listed again.
}
decisions-without-address = { $n ->
    [one] We have no email address for one of them. Tell that person another way.
   *[other] We have no email address for { $n } of them. Tell those people another way.
}
decisions-changed = { $n ->
    [one] One person has changed since
   *[other] { $n } people have changed since
}
decisions-changed-text = They won’t get this email. For example, they withdrew, were invited, or their eligibility changed.
alternate-title = Email to alternates
alternate-text = Alternates get this email instead. It is not a final decision: they stay on the list and can still be invited. Take someone off the list of alternates to send them a final decision.
choice-held = You have been invited since we wrote to you, so your application is not deleted after twelve months.
event-decisions-sent-alone = Decisions were sent by one person alone, after an hour’s pause
event-decisions-pausing = Someone asked to send decisions alone; the pause of an hour began
event-decisions-stopped = Sending decisions was stopped
choice-erase-sure = Delete my application
choice-erase-not = Go back
choice-erase-ask = This deletes your application now. You can’t undo it.
while-open = People can still apply until { $at }. If you go on, some get an answer while others are still applying.
while-open-yes = I know that applications are open, and want to go on.
wrong-while-open = Applications are still open. Check the box if you want to go on, or wait until they close.
decisions-emails = You start with this season's own text.
decisions-emails-link = Change what you start with
