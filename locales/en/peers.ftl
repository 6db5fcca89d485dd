# Peers, spaces, the pulse of a season

place-spaces = Spaces
place-pulse = Pulse
peers-title = Find someone like me
peers-lead = Nobody should have to do this alone. Here stand people who hold a place together and would like to talk with someone who does too.
peers-count =
    { $n ->
        [one] Only you stand here so far.
       *[other] { $n } people stand here, you among them. Those with most in common come first.
    }
peers-outside =
    { $n ->
        [0] Nobody stands here yet. Whoever does is seen by those who stand here too, and by nobody else: not by people who run programs.
        [one] One person stands here. You see each other once you stand here too; people who run programs see neither of you.
       *[other] { $n } people stand here. You see them once you stand here too; people who run programs see none of you.
    }
peers-open =
    { $n ->
        [one] One word waits for your answer.
       *[other] { $n } words wait for your answer.
    }
peers-find = A word: a place, an issue, a worry
peers-nobody = Nobody yet. Whoever comes will find you.
peers-say = Say a word
peers-word = What you would like to say
peers-word-hint = It goes by mail through this house. Your address is given only if both of you say yes.
peers-send = Send it
peers-words = Words
peers-to = To { $name }
peers-from = From { $name }
peers-both = You both said yes
peers-waits = On its way. If it stays quiet, it was not the time.
peers-answer = With yes, you both see the other’s address. With no, nobody is told.
peers-yes = Yes, let us talk
peers-no = Not now
peers-never = No, and not again
peers-said-no = You let it rest.
peers-said-never = You closed this way; neither of you sees the other here.
peers-mine = What others read of me
peers-stand = Stand here
peers-mine-lead = Your name, your pronouns if you gave them, and this. Nothing of your application.
peers-seasons = Who can find me
peers-seasons-hint = People who take part in what you check and are on this list too. From a cohort, also people of the program’s other cohorts. You find the same people.
peers-season-open = (anyone can join)
wrong-peers-seasons = Check at least one season whose people can find you.
peers-place = Place
peers-place-hint = As rough as you like: a town, a county, a state.
peers-issues = What you work on
peers-talk = What I would like to talk about
peers-talk-hint = For instance: how you tell your board what this work is; being the only one in the room.
peers-stand-act = Stand here
peers-leave = Stand here no longer
peers-leave-text = You are gone from the list at once, and words nobody has answered go with you.
peers-leave-act = Take me out
wrong-too-many-words = Those were ten words in a day. Please wait until tomorrow: a few that are read are worth more.
mail-peer-subject = Someone would like to talk with you
mail-peer = { $name } found you among those who want to be found, and writes:
mail-peer-how = Your address stays with us until you say yes. If you say nothing, nobody is told.
mail-peer-button = Read and answer
mail-peer-yes-subject = Yes, let us talk
mail-peer-yes = { $name } would like to talk with you too. You find the address on the page of your words.
spaces-title = Spaces
spaces-lead = A space is made by people of the season for themselves: to be among those who share what need not be explained. Whoever runs the season sees none of it unless you invite them.
spaces-lead-staff = Spaces belong to those who take part. You see the ones you were invited to.
spaces-none = No space is listed, and you are in none. You may make one.
spaces-none-staff = You are in no space.
spaces-money = Spaces that ask for money
spaces-money-lead = They wanted you to know this, and nothing else. Some funds may not pay for spaces that are only for some; the terms of yours decide.
space-also-paid = Also paid by: { $by }
space-people =
    { $n ->
        [one] one person
       *[other] { $n } people
    }
space-ask = Ask to come in
space-come = Come in
space-decline = Turn it down
space-unask = Ask no longer
space-make = Make a space
space-make-act = Make it
space-name = Name
space-purpose = For whom, and what for
space-purpose-hint = In your words. Whoever reads it should know whether it is meant for her.
space-stays = What stays inside
space-stays-hint = Whoever comes in reads this first.
space-stays-starter = What is said here stays here. We ask before we carry anything out, also a story without a name.
space-listed-label = Others who take part in the season see what stands above and how many are in it, and may ask to come in
space-money = Money
space-money-hint = A meal, a room, someone who holds the circle.
space-money-label = This space asks the program for money; the leads then see its name and who else pays, and nothing else
space-paid-by = Paid by someone else
space-paid-by-hint = If a fund of its own pays for it, name it here.
space-words = Among us
space-word = Say something
space-word-hint = Read by those in this space.
space-say = Say it
space-unsay = Take this back
space-who = Who is here
space-invited = invited
space-asking = Asking to come in
space-let-in = Let in
space-invite = Invite someone
space-invite-act = Invite
space-change = Change what it says
space-leave = Leave this space
space-leave-text = What you said goes with you. When the last one leaves, the space is gone.
pulse-title = Pulse
pulse-lead = Now and then: what weighs on the work right now, outside of any one of us.
pulse-ask = How much does this weigh on your work these days?
pulse-private = Your name and the time are never saved with your answer. You can't change it or find it later. While the pulse is open, we save that you answered, so nobody answers twice. Totals cover the whole season. They're shown after the pulse closes, if at least eleven people answered.
pulse-together = To keep answers anonymous, we save them in groups of at least five. Until yours is saved, it's only in the site's memory. If the site restarts before then, we'll ask you again. When the pulse closes, the remaining answers are saved if there are at least five. If there are fewer, they're deleted.
pulse-waiting = Your answer will be saved together with at least four others. If the site restarts before then, we'll ask you again.
pulse-settling = This pulse just closed. Totals appear here in about two minutes.
pulse-level-none = not at all
pulse-level-little = a little
pulse-level-some = some
pulse-level-much = a lot
pulse-level-most = more than I can carry
pulse-words = One thing those who run the season should know
pulse-words-hint = If you like. It is shown word for word, among the others; in a small circle people may know your voice.
pulse-send = Send it, for good
pulse-thanks = You have answered. Thank you.
pulse-until = Open until the end of { $day }.
pulse-none = Nothing is asked right now.
pulse-open = Open now
pulse-count = { $n } have answered. It ends with { $day }; until then nobody sees anything.
pulse-end = End it now
pulse-answered =
    { $n ->
        [one] one person answered
       *[other] { $n } people answered
    }
pulse-much = { $n } of { $of } say that it weighs a lot, or more than they can carry.
pulse-kept = Not shown: it would say too much of too few.
pulse-few = Fewer than eleven answered, so nothing is shown.
pulse-said = In their words
pulse-words-kept = Fewer than five wrote something, so no words are shown.
pulse-new = Ask how it is
pulse-stressors = What may weigh
pulse-stressors-hint = One a line, at most eight. The same lines again let you see how it moves.
pulse-starter =
    Shifting politics
    Uncertain funding
    Urgent needs against long-term change
    Being the only one who holds it together
pulse-days = Days it is open
pulse-start = Ask
wrong-stressors = At most eight lines of 160 characters each, please.
wrong-pulse-open = One pulse is open already. It has to end before the next begins.
wrong-nothing-said = Nothing is marked and nothing is written yet.
event-peer-stands = You stood among those who want to be found
event-peer-left = You stood there no longer
event-peer-said = You said a word to someone
event-peer-answered = You answered a word
event-space-made = You made a space
event-space-changed = You changed a space
event-space-joined = You came into a space, or asked to
event-space-invited = You invited someone into a space
event-space-left = You left a space
event-space-said = You said something in a space
event-space-unsaid = You took something back in a space
event-pulse-opened = A pulse was opened
event-pulse-closed = A pulse was ended
peers-short = People who hold a place together too, and would like to talk.
wrong-word-on-its-way = A word of yours is on its way to this person already. If it stays quiet, it was not the time.
wrong-word-gone = This person does not stand here any more. Your word was not sent; it is kept below for you to copy.
pulse-late = This pulse ended before your answer came, so it was not taken. What you wrote is kept below for you to copy.
