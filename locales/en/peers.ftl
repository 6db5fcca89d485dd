# Peers, spaces, the pulse of a season

place-spaces = Spaces
place-pulse = Pulse survey
peers-title = Find a peer
peers-lead = No one should have to do this work alone. Here you can meet people in roles like yours who want to talk.
peers-count =
    { $n ->
        [one] You’re the only person on the list so far.
       *[other] { $n } people are on the list, including you. People with the most in common with you come first.
    }
peers-outside =
    { $n ->
        [0] No one is on the list yet. Only people on the list can see each other. Program staff can’t see it.
        [one] One person is on the list. You’ll see each other once you join. Program staff can’t see the list.
       *[other] { $n } people are on the list. You’ll see each other once you join. Program staff can’t see the list.
    }
peers-open =
    { $n ->
        [one] You have one message to answer.
       *[other] You have { $n } messages to answer.
    }
peers-find = Search by place, issue, or topic
peers-nobody = No one here yet. When people join, they’ll be able to find you.
peers-say = Send a message
peers-word = Your message
peers-word-hint = We email it for you. You see each other’s email address only if you both say yes.
peers-send = Send message
peers-words = Messages
peers-to = To { $name }
peers-from = From { $name }
peers-both = You both said yes
peers-waits = Sent. If you don’t hear back, it may not be a good time for them.
peers-answer = If you say yes, you’ll both see each other’s email address. If you say no, we don’t tell them.
peers-yes = Yes, let’s talk
peers-no = Not now
peers-never = Stop messages from this person
peers-said-no = You answered “Not now”. They weren’t told.
peers-said-never = You stopped messages from this person. You no longer see each other on the list.
peers-mine = What others see about me
peers-stand = Join the list
peers-mine-lead = People see your name, your pronouns if you shared them, and what you add here. They don’t see your application.
peers-seasons = Who can find me
peers-seasons-hint = People on the list see you if they’re part of a season you check. For a cohort, that includes the program’s other cohorts. You see the same people.
peers-season-open = (open to anyone)
wrong-peers-seasons = Check at least one season, so that people can find you.
peers-place = Place
peers-place-hint = As general as you like: a town, a county, or a state.
peers-issues = What you work on
peers-talk = What I’d like to talk about
peers-talk-hint = For example: how to explain this work to your board, or being the only one in the room.
peers-stand-act = Join the list
peers-leave = Remove me from the list
peers-leave-text = You’re removed right away. Messages that no one has answered are deleted.
peers-leave-act = Remove me from the list
wrong-too-many-words = You’ve sent ten messages today, which is the limit. Try again tomorrow.
mail-peer-subject = Someone would like to talk with you
mail-peer = { $name } found you on the peer list and wrote:
mail-peer-how = We don’t share your email address unless you say yes. If you don’t answer, no one is told.
mail-peer-button = Answer this message
mail-peer-yes-subject = Yes, let’s talk
mail-peer-yes = { $name } would like to talk with you too. Find their email address next to your message.
spaces-title = Spaces
spaces-lead = A space is a private group that people in this season start for themselves. Program staff can’t see inside unless you invite them.
spaces-lead-staff = Spaces belong to participants. You only see the ones you’re invited to.
spaces-none = There are no spaces to join yet. You can start one.
spaces-none-staff = You aren’t in any spaces.
spaces-money = Spaces asking for funding
spaces-money-lead = Each of these spaces chose to tell you this, and nothing else. Check your funder’s terms. Some funds can’t pay for groups that aren’t open to everyone.
space-also-paid = Also paid for by: { $by }
space-people =
    { $n ->
        [one] one person
       *[other] { $n } people
    }
space-ask = Ask to join
space-come = Join space
space-decline = Decline invitation
space-unask = Withdraw request
space-make = Start a space
space-make-act = Create space
space-name = Name
space-purpose = Who it’s for, and why
space-purpose-hint = Use your own words, so people can tell if it’s for them.
space-stays = What stays in this space
space-stays-hint = People read this before they join.
space-stays-starter = What’s said here stays here. We ask before we share anything outside, even a story without names.
space-listed-label = Show this space to others in the season, with its name, its purpose, and how many are in it. They can ask to join.
space-money = Funding
space-money-hint = For example: a meal, a room, or a facilitator.
space-money-label = Ask the program for funding. Program leads then see the name of the space and who else pays, and nothing else.
space-paid-by = Who else pays
space-paid-by-hint = If another fund pays for this space, name it here.
space-talk = Conversation
space-talk-text = Only people in this space can read it.
space-talk-open = Open the conversation
space-who = People in this space
space-invited = invited
space-asking = Requests to join
space-let-in = Let this person in
space-invite = Invite someone
space-invite-act = Send invitation
space-change = Edit this space
space-leave = Leave this space
space-leave-text = Your messages are deleted. When the last person leaves, the space is deleted too.
pulse-title = Pulse survey
pulse-lead = A short survey, now and then, about what makes the work hard right now.
pulse-ask = How much does each of these weigh on your work right now?
pulse-private = We never save your name or the time with your answer. You can’t change it or find it later. While the survey is open, we save that you answered, so no one answers twice. Totals cover the whole season. They appear after the survey closes, if at least eleven people answered.
pulse-together = To keep answers anonymous, we save them in groups of at least five. Until yours is saved, it’s only in the site’s memory. If the site restarts before then, we’ll ask you again. When the survey closes, the remaining answers are saved if there are at least five. If there are fewer, they’re deleted.
pulse-waiting = Your answer will be saved together with at least four others. If the site restarts before then, we’ll ask you again.
pulse-settling = This survey just closed. Totals appear here in about two minutes.
pulse-level-none = not at all
pulse-level-little = a little
pulse-level-some = some
pulse-level-much = a lot
pulse-level-most = more than I can handle
pulse-words = One thing the program team should know
pulse-words-hint = Optional. We show your comment exactly as you wrote it, without your name. In a small group, people may still recognize you.
pulse-send = Submit (you can’t change it afterward)
pulse-thanks = Thank you. You’ve answered.
pulse-until = Open through { $day }.
pulse-none = There’s no survey open right now.
pulse-open = Open survey
pulse-count = { $n ->
    [one] One person has
   *[other] { $n } people have
  } answered. The survey closes at the end of { $day }. No one sees any results until then.
pulse-end = Close survey now
pulse-answered =
    { $n ->
        [one] One person answered.
       *[other] { $n } people answered.
    }
pulse-much = { $n } of { $of } say it weighs a lot, or is more than they can handle.
pulse-kept = Not shown, because it could reveal how one person answered.
pulse-few = Fewer than eleven people answered, so results aren’t shown.
pulse-said = In their words
pulse-words-kept = Fewer than five people wrote a comment, so comments aren’t shown.
pulse-new = Start a survey
pulse-too-few = { $n ->
    [0] No one takes part in this season yet. Results are shown only if at least eleven people answer.
    [one] Only one person takes part in this season. Results are shown only if at least eleven answer, so you won’t see any.
   *[other] Only { $n } people take part in this season. Results are shown only if at least eleven answer, so you won’t see any.
  }
pulse-stressors = What to ask about
pulse-stressors-hint = One per line, up to eight. Use the same lines each time to see what changes.
pulse-starter =
    Shifting politics
    Uncertain funding
    Urgent needs versus long-term change
    Being the only one who keeps it going
pulse-days = Days to stay open
pulse-start = Start survey
wrong-stressors = Enter up to eight lines of 160 characters each.
wrong-pulse-open = A survey is already open. Close it before you start another.
wrong-nothing-said = Your answer is empty. Choose at least one answer or write a comment.
event-peer-stands = You joined the peer list
event-peer-left = You left the peer list
event-peer-said = You sent a message to a peer
event-peer-answered = You answered a message from a peer
event-space-made = You created a space
event-space-changed = You edited a space
event-space-joined = You joined a space or asked to join
event-space-invited = You invited someone to a space
event-space-left = You left a space
event-space-said = You posted a message in a space
event-space-unsaid = You deleted a message in a space
event-pulse-opened = A pulse survey was opened
event-pulse-closed = A pulse survey was closed
peers-short = Meet people in roles like yours who want to talk.
wrong-word-on-its-way = You already sent this person a message. If you don’t hear back, it may not be a good time for them.
wrong-word-gone = This person is no longer on the list, so your message wasn’t sent. Your text is below, so you can copy it.
pulse-late = This survey closed before your answer arrived, so we couldn’t count it. Your comment is below, so you can copy it.
