# Answers to those who were not chosen.
place-decisions = Answers
decisions-waiting = { $n ->
    [0] Nobody waits for an answer
    [one] One person waits for an answer
   *[other] { $n } people wait for an answer
}
decisions-none = Everyone who applied has an invitation, a seat or an answer.
decisions-lead = They gave hours of unpaid work. Write to them as to people you will meet again: no ranks, no comparison, and what they can do next. Invite first: whoever has an open invitation is not in this list.
decisions-places = In the text, {"{"}name{"}"}, {"{"}season{"}"} and {"{"}reason{"}"} stand for each person’s own. A link to keep or erase the application is added.
decisions-stage = { $n ->
    [one] Make one answer ready
   *[other] Make { $n } answers ready
}
decisions-nothing-yet = Nothing is sent yet. A second person sees each name and sends them all at once.
decisions-ready = { $n ->
    [one] One answer is ready
   *[other] { $n } answers are ready
}
decisions-staged-by = Made ready by { $name } on { $at }.
decisions-sent-by = Sent by { $name } on { $at }.
decisions-second-person = Someone else sends them: another lead, or the owner. Until then you can hold single answers back or take all of them back.
decisions-send = { $n ->
    [one] Send it
   *[other] Send all { $n }
}
decisions-cancel = Take them back
decisions-people = Who gets one
decisions-hold = Hold back
decisions-sent = Sent
decisions-sent-line = { $n ->
    [one] One answer
   *[other] { $n } answers
}
decline-seats = fewer seats than people
decline-not-eligible = not eligible
decline-late = late
letter-subject = Subject
letter-text = Text
decline-subject = Your application to {"{"}season{"}"}
decline-letter = Dear {"{"}name{"}"},|thank you for what you wrote to us. We cannot offer you a seat in {"{"}season{"}"} this time.|{"{"}reason{"}"} This says nothing about the worth of your work, and nobody was given a rank.|If you would like to hear what readers noticed, write to us and we will talk. Other offers stand on our page, and you are welcome to apply again.|With respect for what you hold.
decline-reason-seats = Many more people applied than there are seats, and we chose a group whose places and tasks complement each other.
decline-reason-not-eligible = The season is for a kind of work that yours, as you described it, does not quite match.
decline-reason-late = Your application came after the end of the call, when reading had begun.
decline-keep-or-erase = Your application is yours. We erase it twelve months from now, unless you ask us to keep it for the next call; you can also have it erased at once.
decline-choose = Keep or erase my application
choice-title = What shall happen to your application?
choice-lead = Without a word from you it is erased on { $day }.
choice-keep = Keep it for the next call
choice-erase = Erase it now
choice-kept = We keep it for the next call. You can still have it erased.
choice-what = Erasing removes what you wrote, your name and your address, unless you take part here in another way. Facts that lead to nobody, such as the region, stay in totals.
choice-erased = It is erased
choice-erased-text = What you wrote, your name and your address are gone. Thank you for having applied.
choice-others = Other offers
state-not-chosen = Not this time
event-decisions-staged = Answers were made ready
event-decisions-cancelled = Answers were taken back
event-decisions-sent = Answers were sent
event-application-erased = An application was erased
decisions-reading = Applications are still being read. Nobody is told anything before the reading is closed and the cohort is chosen.
