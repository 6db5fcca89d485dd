# Peer consults.
place-consults = Peer consult
consults-lead = Bring a challenge from your work. Others help you think about it, step by step, with a clock. Afterward, only the day, the team, who brought it, and the protocol are kept.
consult-client = Client:
consult-others = Everyone else:
consult-steps = Steps
consult-someone = Someone who has left
consult-calendar = Peer consult
consult-protocols = Protocols
consult-protocols-text = How a consult goes: who does what, and for how long.
consult-protocols-none = A peer consult follows a protocol. It says what the steps are, how long each one takes, and what each person does. Your library doesn’t have one yet. You can add five that are ready to use. They’re published right away, and you can edit them.
consult-protocols-add = Add five protocols
consult-protocols-missing = Your program hasn’t added a protocol yet, and a consult needs one. Please ask your program lead or facilitator.
consult-protocol-own = Write your own protocol
consult-protocol-n = { $name } ({ $n ->
    [one] 1 minute
   *[other] { $n } minutes
})
consult-team-title = Consults this season
consult-ended-n = { $n ->
    [0] No consults have taken place so far.
    [one] One consult has taken place so far.
   *[other] { $n } consults have taken place so far.
}
consult-team-text = This number is all you can see. What people bring and say stays with those who take part. No lead, facilitator, or owner can open a consult.
consult-on-now = { $name }’s consult is under way
consult-join = Join the consult
consult-of = Peer consult: { $name }
consult-ask = Bring a challenge
consult-ask-lead = A title and a question are enough.
consult-ask-act = Bring this challenge
consult-change = Edit challenge
consult-title = Title
consult-title-hint = For example: A partner who stopped coming
consult-question = Your question
consult-question-hint = What do you want help with? One or two sentences.
consult-more = Anything else they should know
consult-more-hint = Optional. You’ll tell the story yourself when it begins. In a consult that’s open to the cohort, only people with a place can read this.
consult-to = Who can help?
consult-to-team = My home team, when we next have time for it
consult-to-cohort = Anyone in the cohort, at a time I choose
consult-only-cohort = When and where, for the cohort
consult-protocol = Protocol
consult-protocol-hint = You can read the steps in the library.
consult-place-hint = A link to a video call, or an address. Only people with a place can see it.
consult-seats = How many people can come
consult-seats-hint = From 1 to 8, not counting you.
consult-promise = The challenge is encrypted. When the consult ends, it’s deleted for everyone but the person who brought it. Seven days later, it’s deleted for them, too.
consult-sealed = A challenge
consult-sealed-text = This text can’t be read anymore: the site’s key was replaced.
consult-queue = Waiting in your home team
consult-queue-text = People who haven’t been the client yet come first, then those who were the client longest ago.
consult-queue-none = No challenges are waiting.
consult-no-team = You aren’t in a home team. You can still offer a consult to the cohort.
consult-first = hasn’t been the client yet
consult-last = last the client on { $day }
consult-turns = Who has had a turn, and when
consult-turn = { $n ->
    [one] client once, on { $day }
   *[other] client { $n } times, last on { $day }
}
consult-turn-none = hasn’t been the client yet
consult-open = Open to the cohort
consult-open-none = No consults are open right now. When you bring a challenge, you can choose a time and invite the whole cohort.
consult-coming = { $n } of { $of } places taken
consult-you-come = You have a place
consult-full = Full
consult-seat-take = { $n ->
    [one] Take the last place
   *[other] Take a place ({ $n } left)
}
consult-seat-text = You’ll get an email with a calendar entry that says where you meet. Everyone who comes sees your name until it ends.
consult-seat-return = I can’t come after all
consult-seat-full = Someone else just took the last place.
consult-seat-gone = This consult is over or isn’t offered anymore.
consult-kept = Only for you
consult-kept-text = What you brought, until it’s deleted, and your notes. Nobody else can read them.
consult-kept-note = Your note
consult-held = Past consults
consult-held-text = Nothing else is kept, except the client’s own note.
consult-held-none = None yet.
consult-begin-title = Ready to begin?
consult-begin-lead = Choose a protocol. Anyone in the team can begin when you’re together.
consult-begin = Begin now
consult-begin-text = You’ll keep time: you move everyone’s page to the next step. Someone else can take over at any moment.
consult-begin-when = You can begin here from { $n } minutes before the start.
consult-busy = Your team is in another consult. When it’s over, you can begin this one.
consult-early = It’s too early to begin, or the person who brought this has left.
consult-client-gone = This waits for a team that the person who brought it isn’t in anymore. They may also have left the cohort.
consult-withdraw = Delete this challenge
consult-withdraw-text = It’s deleted for everyone. You can’t undo this.
consult-withdraw-open-text = { $n ->
    [0] Nobody has taken a place yet. It’s deleted and leaves your calendar. You can’t undo this.
    [one] The one person who has a place gets an email. It’s deleted and leaves both calendars. You can’t undo this.
   *[other] The { $n } people who have a place get an email. It’s deleted and leaves everyone’s calendar. You can’t undo this.
}
consult-withdraw-act = Delete challenge
consult-you-client = You’re the client
consult-you-consultant = You’re helping
consult-you-keep = You keep time.
consult-keeps = { $name } keeps time.
consult-keeps-none = Nobody is keeping time.
consult-keep-time = I’ll keep time
consult-other-keeps = Someone else keeps time now. To move on, press “I’ll keep time” first.
consult-late = Your page wasn’t up to date, so nothing was changed. It shows the current step now.
consult-left = {"{"}n{"}"} left
consult-over = {"{"}n{"}"} over
consult-next-step = Next step
consult-back-step = Undo: back one step
consult-end = End the consult
consult-end-ask = It ends for everyone. The challenge is deleted for everyone but { $name }. You can’t undo this.
consult-end-sure = End it for everyone
consult-brought-by = Brought by { $name }
consult-call = Join the call
consult-ended = This consult has ended
consult-ended-others = What was said stays with those who were there. Only the day, the team, who brought the challenge, and the protocol are kept.
consult-ended-client = Nobody else can read what you brought anymore. What do you want to take with you?
consult-note = A note for yourself
consult-note-label = Note
consult-note-hint = Nobody but you can read it. It’s kept until you delete it.
consult-note-act = Save note
consult-note-delete = Delete note
consult-commit = A commitment
consult-commit-label = What will you do?
consult-commit-hint = At first, only you can see it. On its page you can add a date, a reminder, and who else can see it.
consult-commit-act = Make a commitment
consult-brought = What you brought
consult-brought-until = It’s deleted on { $day }.
consult-again = Bring it to my team again
consult-let-go = Delete it now
wrong-consult-past = This time has passed. Choose a later one.
wrong-consult-protocol = Choose a protocol.
wrong-consult-place = Say where you meet: a link to a video call, or an address.
wrong-consult-begun = It has begun, so you can’t change it anymore. Nothing was saved.
wrong-consults-many = You have { $arg } challenges waiting. Delete one before you bring another.
email-consult-entry = Peer consult: calendar entry
email-consult-entry-when = Goes to people who offer a consult to the cohort or take a place in one, with a calendar entry.
email-consult-entry-subject = Peer consult: { $consult_client }
email-consult-entry-body =
    Here is a peer consult for your calendar. { $consult_client } brings a challenge, and everyone who comes helps.

    { $consult_details }
email-consult-entry-button = See details
email-consult-off = A peer consult was canceled
email-consult-off-when = Goes to everyone in an open consult when it’s deleted. It takes the consult out of their calendars.
email-consult-off-subject = Canceled: peer consult with { $consult_client }
email-consult-off-body =
    This peer consult was canceled, so it’s off your calendar.

    { $consult_details }
email-consult-off-button = See peer consults
email-field-consult_client = Who brings a challenge
email-sample-consult_client = Jordan Rivers
email-field-consult_details = Date, time and place of the consult
email-sample-consult_details =
    Fri, Aug 14, 2026, 4:00–4:20 p.m. Eastern Time (ET)
    Where: https://meet.example.org/consult
event-consult-asked = You brought a challenge for a peer consult
event-consult-changed = You edited a challenge for a peer consult
event-consult-withdrawn = A challenge for a peer consult was deleted
event-consult-begun = A peer consult began
event-consult-ended = A peer consult ended
event-consult-seat-taken = Someone took a place in a peer consult
event-consult-seat-returned = Someone gave back a place in a peer consult
event-consult-note-kept = You changed your note on a peer consult
event-consult-words-deleted = You deleted what you brought to a peer consult
consult-erased-text = What was brought was deleted together with the person’s account.
consult-not-yet = Not yet: back to the list
consult-delete-ask = You can’t undo this.
consult-again-hint = If you bring it again, it’s back on your team’s list, where they can read it.
consult-has-begun = Under way
consult-has-begun-text = It has begun. You can still join.
consult-yours-on = Your consult is under way
wrong-consult-far = Choose a day within the next year.
email-consult-returned = You gave back a place in a peer consult
email-consult-returned-when = Goes to people who give back their place in a consult. The entry leaves their calendar.
email-consult-returned-subject = Off your calendar: peer consult with { $consult_client }
email-consult-returned-button = See peer consults
event-consult-put-back = A peer consult went back to the list
event-consult-note-deleted = You deleted your note on a peer consult
email-consult-returned-body =
    You gave your place back, so this peer consult is off your calendar.

    { $consult_details }
