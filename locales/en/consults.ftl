# Peer consults.
place-consults = Peer consult
consults-lead = Bring a challenge from your work. Others help you think about it, step by step, with a clock. Afterward, only the day, the team, who brought something, and the protocol remain.
consult-client = Client:
consult-others = Everyone else:
consult-steps = Steps
consult-someone = Someone who has left
consult-calendar = Peer consult
consult-protocols = Protocols
consult-protocols-text = How a consult goes: who does what, and for how long.
consult-protocols-none = Peer consults follow a protocol: steps with minutes, and what each person does in them. Your library doesn’t have one yet. You can add five that are ready to use and change them later.
consult-protocols-add = Add five protocols
consult-protocols-missing = Your program hasn’t added a protocol yet. A consult needs one: please ask your program lead or facilitator.
consult-protocol-own = Write your own protocol
consult-protocol-n = { $name } ({ $n ->
    [one] one minute
   *[other] { $n } minutes
})
consult-team-title = Consults this season
consult-ended-n = { $n ->
    [0] No consults have taken place so far.
    [one] One consult has taken place so far.
   *[other] { $n } consults have taken place so far.
}
consult-team-text = Who brought what, and what came of it, belongs to the people in it. Nobody who leads or runs the program can open a consult.
consult-on-now = { $name }’s consult is under way
consult-join = Join
consult-of = Peer consult: { $name }
consult-ask = Bring a challenge
consult-ask-lead = A title and a question are enough.
consult-ask-act = Add to the list
consult-change = Change the words
consult-title = Title
consult-title-hint = For example: A partner who stopped coming
consult-question = Your question
consult-question-hint = What do you want help with? One or two sentences.
consult-more = Anything else they should know
consult-more-hint = Optional. You’ll tell it yourself when it begins.
consult-to = Who can help?
consult-to-team = My home team, when we next have time for it
consult-to-cohort = Anyone in the cohort, at a time I choose
consult-only-cohort = When and where
consult-protocol = Protocol
consult-protocol-hint = You can read the steps in the library.
consult-place-hint = The link to your call, or a place.
consult-seats = How many people can come
consult-seats-hint = From 1 to 8, without you.
consult-promise = What you write is kept encrypted and is deleted for everyone else when the consult ends. You have seven more days to keep a note, and then it’s deleted for you, too.
consult-sealed = A challenge
consult-sealed-text = The words can’t be opened with this site’s key.
consult-queue = Waiting in your home team
consult-queue-text = Whoever was the client longest ago, or never, is first.
consult-queue-none = Nobody has brought a challenge yet.
consult-no-team = You aren’t in a home team. You can still offer a consult to the cohort.
consult-first = not the client yet
consult-last = last the client on { $day }
consult-turns = Whose turn was when
consult-turn = { $n ->
    [one] client once, on { $day }
   *[other] client { $n } times, last on { $day }
}
consult-turn-none = not the client yet
consult-open = Open to the cohort
consult-open-none = Nobody has offered a consult. When you bring a challenge, you can choose a time and invite the whole cohort.
consult-coming = { $n } of { $of } places taken
consult-you-come = You’re coming
consult-full = Full
consult-seat-take = { $n ->
    [one] Take the last place
   *[other] Take a place ({ $n } left)
}
consult-seat-text = You’ll get an email with an entry for your calendar and where you meet. Everyone who comes sees your name until it ends.
consult-seat-return = I can’t come after all
consult-seat-full = Someone else took the last place.
consult-seat-gone = This consult is over or isn’t offered any more.
consult-kept = Only for you
consult-kept-text = What you brought, until it’s deleted, and the notes you keep.
consult-kept-note = Your note
consult-held = So far
consult-held-text = This is all that remains of a consult.
consult-held-none = None yet.
consult-begin-title = Ready to begin?
consult-begin-lead = Choose how you’ll go about it. Anyone in the team can begin when you’re together.
consult-begin = Begin now
consult-begin-text = You’ll keep time: you move everyone’s page to the next step. Someone else can take over at any moment.
consult-begin-when = You can begin it here from { $n } minutes before.
consult-busy = Your team is in another consult. End that one first.
consult-early = It isn’t time yet, or the person who brought it is no longer here.
consult-client-gone = The person who brought this is no longer in your team.
consult-withdraw = Take it back
consult-withdraw-text = It’s deleted for everyone, and you can’t undo that.
consult-withdraw-open-text = { $n ->
    [0] It’s deleted, and you can’t undo that. Nobody has taken a place.
    [one] It’s deleted, and you can’t undo that. The person who has a place gets an email.
   *[other] It’s deleted, and you can’t undo that. The { $n } people who have a place get an email.
}
consult-withdraw-act = Delete it
consult-you-client = You’re the client
consult-you-consultant = You’re helping
consult-you-keep = You keep time.
consult-keeps = { $name } keeps time.
consult-keeps-none = Nobody keeps time.
consult-keep-time = I’ll keep time
consult-other-keeps = Someone else keeps time now. To move on, take over first.
consult-late = The page had moved on. This is how it stands now; nothing was changed.
consult-left = {"{"}n{"}"} left
consult-over = {"{"}n{"}"} over
consult-next-step = Next step
consult-back-step = Undo: back one step
consult-end = End the consult
consult-end-ask = Everyone’s page ends. What was brought is deleted for everyone but { $name }. You can’t undo this.
consult-end-sure = End it
consult-brought-by = Brought by { $name }
consult-call = Open the call
consult-ended = This consult has ended
consult-ended-others = Only the day, the team, who brought something, and the protocol remain. What was said stays with those who were there.
consult-ended-client = Nobody else can read what you brought any more. What do you want to take along?
consult-note = A note for yourself
consult-note-label = Note
consult-note-hint = Nobody but you reads it. It stays until you delete it.
consult-note-act = Save note
consult-note-delete = Delete note
consult-commit = A commitment
consult-commit-label = What will you do?
consult-commit-hint = Only you see it at first. On its page you can add a date, a reminder, and who else sees it.
consult-commit-act = Make it a commitment
consult-brought = What you brought
consult-brought-until = It’s deleted on { $day }.
consult-again = Bring it again next time
consult-let-go = Delete it now
wrong-consult-past = This time has passed. Choose one that is still to come.
wrong-consult-protocol = Choose a protocol.
wrong-consult-place = Say where you meet: a link to a call, or a place.
wrong-consult-begun = It has begun, so its words can’t be changed any more. Nothing was saved.
wrong-consults-many = You have { $arg } challenges waiting. Take one back before you bring another.
email-consult-entry = A peer consult is in your calendar
email-consult-entry-when = Goes to whoever offers a consult to the cohort and to whoever takes a place in it, with an entry for their calendar.
email-consult-entry-subject = Peer consult with { $consult_client }
email-consult-entry-body =
    This is for your calendar: a peer consult that { $consult_client } brings a challenge to.

    { $consult_details }
email-consult-entry-button = See details
email-consult-off = A peer consult is off
email-consult-off-when = Goes to everyone who has a place when a consult is taken back, and to whoever gives their place back. The entry leaves their calendar.
email-consult-off-subject = Off your calendar: peer consult with { $consult_client }
email-consult-off-body =
    This peer consult is off your calendar. It was taken back, or you gave your place back.

    { $consult_details }
email-consult-off-button = See peer consults
email-field-consult_client = Who brings a challenge
email-sample-consult_client = Jordan Rivers
email-field-consult_details = Date, time and place of the consult
email-sample-consult_details =
    Thu, Aug 14, 2026, 4:00–4:20 p.m. Eastern Time (ET)
    Where: https://meet.example.org/consult
