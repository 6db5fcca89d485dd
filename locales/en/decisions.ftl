# Decisions.
place-decisions = Decisions
decisions-waiting = { $n ->
    [0] Nobody is waiting for a decision
    [one] One person is waiting for a decision
   *[other] { $n } people are waiting for a decision
}
decisions-none = Everyone who applied has an invitation, a seat or a decision.
decisions-lead = They put hours of unpaid work into applying. Don't rank or compare them, and tell them what they can do next. Send invitations first. People with an open invitation don't get this email.
decisions-places = {"{"}name{"}"}, {"{"}season{"}"} and {"{"}reason{"}"} are filled in for each person. We add a link to keep or delete the application.
decisions-stage = { $n ->
    [one] Prepare one email
   *[other] Prepare { $n } emails
}
decisions-nothing-yet = Nothing is sent yet. A second person checks each name, then sends them all at once.
decisions-ready = { $n ->
    [0] No emails are ready
    [one] One email is ready
   *[other] { $n } emails are ready
}
decisions-staged-by = Prepared by { $name } on { $at }.
decisions-sent-by = Sent by { $name } on { $at }.
decisions-second-person = Another lead or the owner sends them. Until then, you can hold back single emails or cancel them all.
decisions-send = { $n ->
    [one] Send email
   *[other] Send { $n } emails
}
decisions-cancel = Cancel these emails
decisions-people = Recipients
decisions-hold = Hold back email
decisions-sent = Sent
decisions-sent-line = { $n ->
    [one] One email
   *[other] { $n } emails
}
decline-seats = eligible, not selected
decline-not-eligible = not eligible
decline-late = late and not eligible
letter-subject = Subject
letter-text = Text
decline-reason-seats = We received many more applications than we have seats. We chose a group whose communities and work complement each other.
decline-reason-seats-more = We received more applications than we have seats. We chose a group whose communities and work complement each other.
decline-reason-seats-few = We chose a group whose communities and work complement each other.
decline-chosen = selected, not invited yet
decline-telling = decided, email waiting in the outbox
decline-untold = decided, email discarded or not delivered
decline-alternate-telling = alternate, email waiting in the outbox
decline-alternate-untold = alternate, email discarded or not delivered
decisions-reasons = What {"{"}reason{"}"} says
decisions-canceled-text = This is the text of the emails you canceled.
decisions-usual-text = Use this season's own text instead
decisions-cancel-text = If you cancel, nothing is sent. We keep your text, so you can change it and prepare the emails again.
decisions-nothing-chosen = { $n ->
    [one] You haven't selected anyone yet. If you continue, the person below gets a refusal. Choose the cohort first.
   *[other] You haven't selected anyone yet. If you continue, all { $n } people below get a refusal. Choose the cohort first.
}
decisions-choose = Choose the cohort
decisions-in-outbox = { $n ->
    [one] One email is waiting in the outbox.
   *[other] { $n } emails are waiting in the outbox.
}
decisions-held = Emails are on hold. They go out when your team sends them from the outbox.
decisions-going = This takes a minute or two.
decisions-outbox = Go to the outbox
decisions-unsent = { $n ->
    [one] One email was discarded or not delivered
   *[other] { $n } emails were discarded or not delivered
}
decline-reason-not-eligible = The program is for a kind of work that doesn't quite match yours, as you described it.
decline-reason-late = Your application came after the deadline.
decline-keep-or-erase = Your application is yours. We'll delete it in twelve months, unless you ask us to keep it for next time. You can also delete it now.
choice-title = Keep or delete your application?
choice-lead = If we don't hear from you, we'll delete it on { $day }.
choice-keep = Keep it for next time
choice-erase = Delete it now
choice-kept = We'll keep it for next time. You can still delete it.
choice-what = Deleting removes your answers, your name and your email address, unless you take part here in another way. Totals still count details that don't identify you, such as your region.
choice-erased = We deleted your application
choice-erased-text = Your answers, your name and your email address are gone. Thank you for applying.
choice-others = Explore other programs
state-not-chosen = Not this time
event-decisions-staged = Someone prepared decisions
event-decisions-cancelled = Someone canceled prepared decisions
event-decisions-sent = Someone sent decisions
event-application-erased = An application was deleted
decisions-reading = Applications are still being reviewed. Close reviews and choose the cohort before you send decisions.
decisions-nothing-yet-alone = Nothing is sent yet. You'll check each name first. Nobody else on your team can send these emails, so they go out after an hour.
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
decisions-final = You can't take the emails back after you send them.
decisions-alone = Nobody else on your team can send these emails, so you can. They go out one hour after you press the button. Until then, you or the owner can stop them. We'll record that you sent them alone.
decisions-send-alone = { $n ->
    [one] Send email in one hour
   *[other] Send { $n } emails in one hour
}
decisions-pausing = These emails go out on { $at }. You can still stop them.
decisions-stop = Stop sending
decisions-sent-alone = One person sent them alone, after an hour, because nobody else on the team could.
decisions-sent-to = { $n ->
    [0] Nothing was sent.
    [one] Sent to one person.
   *[other] Sent to { $n } people.
}
decisions-left-out = { $n ->
    [one] One person got no email because something changed. They're back on the list.
   *[other] { $n } people got no email because something changed. They're back on the list.
}
decisions-without-address = { $n ->
    [one] We have no email address for one of them. Tell that person another way.
   *[other] We have no email address for { $n } of them. Tell those people another way.
}
decisions-changed = { $n ->
    [one] One person's status has changed
   *[other] { $n } people's status has changed
}
decisions-changed-text = They won't get this email. For example, they withdrew, they were invited, or their eligibility changed.
alternate-title = Email to alternates
alternate-text = Alternates get this email instead. It isn't a final decision: they stay on the list, and you can still invite them. To send someone a final decision, take them off the list of alternates.
choice-held = We've invited you since we emailed you, so we won't delete your application after twelve months.
event-decisions-sent-alone = Someone sent decisions alone, after an hour
event-decisions-pausing = Someone scheduled decisions to go out alone in an hour
event-decisions-stopped = Someone stopped sending decisions
choice-erase-sure = Delete my application
choice-erase-not = Keep application
choice-erase-ask = This deletes your application now. You can't undo this.
while-open = People can still apply until { $at }. If you continue, some people get a decision while others are still applying.
while-open-yes = I know that applications are open, and I want to continue.
wrong-while-open = Applications are still open. Check the box to continue, or wait until they close.
decisions-emails = We've filled in this season's usual text.
decisions-emails-link = Change the usual text
