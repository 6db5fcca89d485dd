# Coaching: a coach for each member, the agreement, sessions, a change of coach. The program reads counts.
place-coaching = Coaching
place-coaching-program = Coaching program
coaching-lead = Your program offers one-on-one coaching. You decide what to work on.
coaching-none-yet = You don't have a coach yet. We'll email you when you do. Questions? Ask { $name }.
coaching-wishes = Coaches in your program
coaching-wishes-lead = Tell us who you'd like to work with. Neither the coaches nor the program see your answers. They only count when Weft proposes coaches. With only one or two coaches, the program may guess them from a proposal.
coaching-wish-like = I'd like to work with them
coaching-wish-none = No preference
coaching-wish-avoid = I'd rather not
coaching-wishes-act = Save my answers
coaching-with = Coaching with { $name }
coaching-left-of =
    { $n ->
        [one] 1 of { $of } sessions left
       *[other] { $n } of { $of } sessions left
    }
coaching-left-n =
    { $n ->
        [one] 1 session left
       *[other] { $n } sessions left
    }
coaching-is-over = This coaching has ended. You can still report past sessions.
coaching-agreement = Coaching agreement
coaching-agreement-lead = Please read it before your first session. Both of you sign, and so does the program.
coaching-agree = I've read this and I agree.
coaching-sign = Sign as { $name }
coaching-you-signed = You've signed the agreement.
coaching-waits-for = Still to sign: { $names }. Then sessions can be booked.
coaching-side-program = the program
coaching-signed-member = Member
coaching-signed-coach = Coach
coaching-signed-program = Program
coaching-book = Book a session
coaching-to = Go to coaching
coaching-no-hours = { $name } hasn't said when they can meet yet. You can book as soon as they have.
coaching-sessions-over = Past and canceled sessions
coaching-held = It took place.
coaching-missed = It didn't take place. It counts as used.
coaching-missed-back = It didn't take place. The session was given back.
coaching-unsaid = Did this session take place?
coaching-unsaid-coach = Your coach hasn't said yet whether it took place.
coaching-you-said = Your answer: { $what }
coaching-say-held = It took place
coaching-say-not = It didn't take place
coaching-otherwise = Is this wrong?
coaching-otherwise-text = If you say otherwise, we email you and { $name }, so that you can sort it out.
coaching-differs = You and { $name } gave different answers. Please talk to each other. Either of you can change the answer. After { $n } days, the program gets the date and settles it.
coaching-settled-held = The program counted this session as held.
coaching-settled-back = The program gave this session back.
coaching-canceled-free = Canceled. It doesn't count.
coaching-canceled-late = Canceled late. It counts as used.
coaching-give-back = Give the session back
coaching-about = About your coach
coaching-lines = How your sessions are counted
coaching-lines-lead = Each line is added when something happens, and stays. If a session is moved, its day changes here too. The program reads only the totals.
coaching-line-day = Date
coaching-line-what = What happened
coaching-line-change = Sessions
coaching-line-left = Left
coaching-line-granted = Sessions for everyone in the program
coaching-line-extra = More from the program: { $reason }
coaching-line-booked = Booked for { $when }
coaching-line-returned = Given back: { $when }
coaching-line-late = Canceled late: { $when }
coaching-line-held = Took place: { $when }
coaching-line-missed = Didn't take place: { $when }
coaching-who-sees = Who sees what
coaching-program-sees = The program sees who works with which coach, and that the agreement is signed. It also sees how many sessions were booked, held, missed or canceled late, and how many are left.
coaching-program-not = If your answers about a session differ for a week, it also sees the date. It never sees what you talk about, or why a session was moved or a coach changed.
coaching-agreement-read = Read the agreement you signed
coaching-change = Change coach
coaching-end = End this coaching
coaching-change-text = Sometimes it isn't the right match. You don't need a reason, and no one is told which of you asked. You can't undo this.
coaching-change-none = No sessions are booked. The program finds the next coach.
coaching-change-n =
    { $n ->
        [one] 1 booked session is canceled and given back.
       *[other] { $n } booked sessions are canceled and given back.
    }
coaching-change-act = End coaching and ask for another coach
coaching-end-act = End coaching with { $name }
coaching-coach-lead = Your people, their sessions, and what they read about you.
coaching-people = People you coach
coaching-people-none = No one is paired with you yet. We'll email you when someone is.
coaching-before =
    { $n ->
        [one] 1 earlier coaching
       *[other] { $n } earlier coachings
    }
coaching-next = Next session: { $when }
coaching-next-none = No session is booked.
coaching-to-report =
    { $n ->
        [one] 1 session to report
       *[other] { $n } sessions to report
    }
coaching-waits = The agreement isn't complete: { $what }
coaching-waits-you = you haven't signed yet.
coaching-waits-member = they haven't signed yet.
coaching-waits-program = the program hasn't signed yet.
coaching-profile = Your coach profile
coaching-profile-none = Introduce yourself, so that the program can pair you with people.
coaching-profile-write = Write your profile
coaching-profile-change = Change your profile
coaching-profile-lead = Members read this before and after they get a coach. The program reads it when it pairs people.
coaching-credential = Credential
coaching-credential-no = None entered
coaching-credential-none = No credential entered.
coaching-credential-hint = If you're certified, say who certified you. We remind you 60 days before it expires, if the season is still running then.
coaching-credential-ends = This credential expires on { $day }.
coaching-credential-over = This credential expired on { $day }.
coaching-body = Certified by
coaching-level = Level
coaching-number = Number
coaching-expires = Expires on
coaching-expires-hint = Leave empty if it doesn't expire.
coaching-languages = Languages
coaching-lang-en = English
coaching-lang-es = Spanish
coaching-lang-other = Other languages
coaching-approach = How do you coach?
coaching-approach-hint = Up to 1,000 characters. What can people expect in a first session?
coaching-most = How many people can you coach at once?
coaching-most-hint = Enter 0 if you don't take anyone new. The people you have stay with you.
coaching-hours-open = People you coach can book sessions in these hours either way. Check this if you also take other appointments, such as a first conversation.
coaching-late-hint = A coaching session canceled later than this counts as used.
coaching-hours-closed = People you coach can still book sessions.
coaching-hours-none = You haven't said when you can meet, so no one can book a session.
coaching-program-lead = Pair each member with a coach, sign for the program, and see how many sessions are used. What people talk about stays between them.
coaching-begin = Start coaching
coaching-begin-terms = Say how many sessions each member has, and check the agreement.
coaching-begin-coaches = Invite coaches to the team, and ask each to write a profile and set their hours.
coaching-begin-pairs = Pair members with coaches. Weft can propose pairs.
coaching-terms = Sessions and agreement
coaching-terms-set = Set sessions and agreement
coaching-terms-change = Change sessions and agreement
coaching-terms-are =
    { $n ->
        [one] Each member gets 1 session of { $minutes } minutes with their first coach.
       *[other] Each member gets { $n } sessions of { $minutes } minutes with their first coach.
    }
coaching-sessions = How many sessions does each member have?
coaching-sessions-hint = They're given when someone gets their first coach. A change counts for those who get a coach later.
coaching-minutes = How long is a session?
coaching-agreement-write = Member, coach and program sign this before the first session. Have someone with legal knowledge read your version.
coaching-agreement-version = Version { $n }, of { $day }. If you change it, pairs in which no one has signed get the new version. The others keep theirs.
coaching-text-en = Agreement in English
coaching-text-es = Agreement in Spanish
coaching-sign-n =
    { $n ->
        [one] 1 agreement waits for the program
       *[other] { $n } agreements wait for the program
    }
coaching-sign-read = Read version { $n } of the agreement
coaching-sign-program = Sign for the program. Sessions can be booked when all three have signed.
coaching-sign-act =
    { $n ->
        [one] Sign 1 agreement
       *[other] Sign { $n } agreements
    }
coaching-questions = Sessions to settle
coaching-questions-lead = For a week or more, the two people gave different answers, or the coach hasn't answered. Talk to both, then decide. You can't undo this.
coaching-settle-held = Count as held
coaching-settle-back = Give the session back
coaching-question-gone = Nothing was changed. That session is already settled, or the two now agree.
coaching-without =
    { $n ->
        [one] 1 member without a coach
       *[other] { $n } members without a coach
    }
coaching-no-coaches = No one on the team is a coach yet. Invite coaches on the page “Team”.
coaching-no-profiles = No coach has written a profile yet. Ask them to open “Coaching”.
coaching-no-room = No coach has room for another person. Ask them to raise their limit, or invite another coach.
coaching-pair-lead = Choose a coach for each, or let Weft propose. It looks at English and Spanish, what members wish for, and how many people each coach takes.
coaching-propose = Propose coaches
coaching-proposed =
    { $n ->
        [0] This is a proposal. Nothing is saved yet. Change what you like.
        [one] This is a proposal. Nothing is saved yet. For 1 member no coach was proposed.
       *[other] This is a proposal. Nothing is saved yet. For { $n } members no coach was proposed.
    }
coaching-pair-later = Later
coaching-pair-room =
    { $n ->
        [one] { $name } (room for 1)
       *[other] { $name } (room for { $n })
    }
coaching-pair-told = Each member and coach gets an email. They can read and sign the agreement right away.
coaching-pair-act = Save these coaches
coaching-counts = Sessions
coaching-counts-lead = Given is the sum of the columns after it. Members who left, and those who never had a coach, aren't listed. Hours of coaches count every session.
coaching-col-name = Member
coaching-col-coach = Coach
coaching-col-granted = Given
coaching-col-held = Held
coaching-col-missed = Missed
coaching-col-late = Canceled late
coaching-col-waiting = Not reported yet
coaching-col-booked = Booked
coaching-col-left = Left
coaching-no-coach = No coach now
coaching-is-signed = Signed
coaching-signed-of = { $n } of 3 signed
coaching-sum = Total
coaching-changes = Earlier coaches
coaching-hours-csv = Download hours per coach and month (CSV)
coaching-hours-coach = Coach
coaching-hours-month = Month
coaching-hours-held = Sessions held
coaching-hours-hours = Hours held
coaching-hours-missed = Missed
coaching-hours-late = Canceled late
coaching-hours-waiting = Not reported yet
coaching-coaches = Coaches
coaching-load = { $n } of { $of } people
coaching-coach-no-hours = No hours set yet, so no one can book.
coaching-coach-no-profile = No profile yet.
coaching-extra-given = More sessions given
coaching-more = Give more sessions
coaching-more-n = How many more?
coaching-more-reason = Reason
coaching-more-reason-hint = { $name } reads this.
coaching-more-act = Give sessions
coaching-part = End this coaching
coaching-part-text = { $name } and { $coach } both get an email. { $name } then waits for another coach. You can't undo this.
coaching-part-act = End coaching
coaching-mine = Your coaching
coaching-cancel-host = { $name } gets the session back.
coaching-cancel-late = It's late, so this session counts as used. Your coach can give it back.
coaching-cancel-free = You get the session back.
coaching-differ-until = Please talk to each other. After { $n } days, the program gets the date and settles it.
coaching-mail-free = This coaching session was given back and doesn't count.
coaching-mail-late = It was late, so this coaching session counts as used. Your coach can give it back.
coaching-mail-late-host = It was late, so this coaching session counts as used. You can give it back on the page of this coaching.
appointment-coaching-ended = This session was canceled because the coaching ended. It doesn't count.
times-coaching-title = Book a session with { $name }
times-coaching-left =
    { $n ->
        [one] You have 1 session left. Booking takes it.
       *[other] You have { $n } sessions left. Booking takes one.
    }
times-coaching-late = If you cancel when it's too late to choose another time, the session counts as used.
wrong-coaching-none = You've used all your sessions. Ask your program if you need more.
wrong-coaching-version = The agreement changed while you were reading. Here is the new version.
wrong-coaching-agree = To sign, confirm that you've read the agreement.
wrong-coaching-early = This session hasn't started yet, or it was canceled.
wrong-coaching-settled = This session is settled. It was given back, the program decided, or it's more than 30 days ago.
wrong-coaching-body = Say who certified you, or clear the other fields.
wrong-coaching-language = Choose at least one language.
wrong-coaching-no-pair = Choose a coach for at least one member.
wrong-coaching-other = { $arg } already has a coach: someone else just paired them. No one was paired. Choose again.
wrong-coaching-full = { $arg } doesn't have room for that many, or can't coach someone you chose. No one was paired. Choose again.
todo-coaching-sign = Read and sign your coaching agreement with { $name }.
todo-coaching-sign-act = Read agreement
todo-coaching-report =
    { $n ->
        [one] Say whether a coaching session took place.
       *[other] Say whether { $n } coaching sessions took place.
    }
todo-coaching-report-act = Report sessions
todo-coaching-differ =
    { $n ->
        [one] You gave different answers about a coaching session.
       *[other] You gave different answers about { $n } coaching sessions.
    }
todo-coaching-differ-act = See the answers
todo-coaching-profile = Write your coach profile, so that you can be paired with people.
todo-coaching-profile-act = Write profile
todo-coaching-hours = Say when you can meet, so that people can book coaching sessions.
todo-coaching-hours-act = Set hours
todo-coaching-pair =
    { $n ->
        [one] 1 member has no coach.
       *[other] { $n } members have no coach.
    }
todo-coaching-pair-act = Choose coaches
todo-coaching-sign-program =
    { $n ->
        [one] 1 coaching agreement waits for the program's signature.
       *[other] { $n } coaching agreements wait for the program's signature.
    }
todo-coaching-sign-program-act = Sign agreements
todo-coaching-settle =
    { $n ->
        [one] 1 coaching session needs to be settled.
       *[other] { $n } coaching sessions need to be settled.
    }
todo-coaching-settle-act = Settle sessions
todo-coaching-certificate = { $name }'s coaching credential expires on { $day }.
todo-coaching-certificate-act = See coaches
event-coaching-set-up = Someone changed how coaching goes
event-coaching-introduced = A coach changed their profile
event-coaching-wished = Someone said which coaches they'd like
event-coaching-paired = Someone was paired with a coach
event-coaching-signed = A coaching agreement was signed
event-coaching-extra = The program gave more coaching sessions
event-coaching-said-held = Someone reported a coaching session
event-coaching-said-missed = Someone reported that a coaching session didn't take place
event-coaching-given-back = A coach gave a session back
event-coaching-settled = The program settled a coaching session
event-coaching-hours-exported = Someone downloaded the hours of coaches
event-coaching-ended = A coaching ended
did-coaching-set-up = Saved.
did-coaching-introduced = Your profile is saved.
did-coaching-wished = Your answers are saved.
did-coaching-paired = Saved. We've emailed each member and coach.
did-coaching-signed = Signed.
did-coaching-extra = The sessions are given.
did-coaching-said-held = Your answer is saved.
did-coaching-said-missed = Your answer is saved.
did-coaching-given-back = The session is given back.
did-coaching-settled = The session is settled.
did-coaching-ended = The coaching has ended. We've emailed both people.
coaching-focus = What you're working on
coaching-focus-ask = What do you want to work on?
coaching-focus-hint = Optional. You decide, and you can change it any time. Only you and your coach can read it.
coaching-focus-none = Nothing is written here yet.
coaching-notes = Notes you share
coaching-note-new = New note
coaching-note-hint = You and { $name } can read it. Each of you can delete what you wrote.
coaching-note-add = Add note
coaching-note-lost = This note can't be read any more: the site's key was replaced.
coaching-note-delete = Delete
coaching-notes-until = What you two wrote is deleted on { $day }. Until then you can read and delete it.
coaching-notes-kept = What you two write is encrypted. It's deleted { $n } days after the coaching ends. You can delete your part sooner.
coaching-own = Your own notes
coaching-own-lead = Only you can open these, with your passphrase. The program can't, and neither can the site administrator.
coaching-own-go = Go to your notes
coaching-own-none = Choose a passphrase first. It locks the notes you write for yourself.
coaching-own-new = New note
coaching-own-new-hint = It's locked when you save it. You don't need your passphrase to write.
coaching-own-save = Lock and save
coaching-own-empty = You haven't written any notes about this coaching.
coaching-own-n =
    { $n ->
        [one] 1 note
       *[other] { $n } notes
    }
coaching-own-read = Open notes
coaching-own-unread =
    { $n ->
        [one] 1 note can't be opened. It was locked with a passphrase you threw away.
       *[other] { $n } notes can't be opened. They were locked with a passphrase you threw away.
    }
coaching-lock = Passphrase for your notes
coaching-lock-lead = The notes you write for yourself as a coach are locked with a passphrase that only you know.
coaching-lock-make = Choose a passphrase
coaching-lock-change = Change passphrase
coaching-lock-lost = No one can reset it. If you lose both the passphrase and the recovery code, your notes are lost.
coaching-passphrase = Passphrase
coaching-passphrase-hint = The recovery code works too.
coaching-passphrase-now = Your passphrase now
coaching-passphrase-new = New passphrase
coaching-passphrase-new-hint = At least 12 characters. A few words that don't belong together are good.
coaching-passphrase-repeat = The same again
coaching-recovery = Your recovery code
coaching-recovery-text = It opens your notes if you forget your passphrase. Write it down, and keep it in a safe place.
coaching-recovery-once = You see it only now. An older code doesn't work any more.
coaching-recovery-done = I've written it down
coaching-lose = I've lost both the passphrase and the recovery code
coaching-lose-text =
    { $n ->
        [0] The passphrase is thrown away, and you can choose a new one.
        [one] The passphrase is thrown away with the 1 note behind it. You can't undo this.
       *[other] The passphrase is thrown away with all { $n } notes behind it. You can't undo this.
    }
coaching-lose-sure = Yes, throw them away
coaching-lose-act = Throw away and start over
wrong-coaching-over = This coaching has ended, so nothing was saved. Copy what you wrote if you need it.
wrong-coaching-lock = You have no passphrase any more, so nothing was saved. Copy what you wrote, and choose one.
wrong-coaching-note = Write something first.
wrong-coaching-passphrase-empty = Enter your passphrase or your recovery code.
wrong-coaching-passphrase-none = Your passphrase is set. Enter it here to change it, or to get a new recovery code.
wrong-coaching-passphrase = That isn't your passphrase or your recovery code.
wrong-coaching-tries = Too many wrong passphrases. Try again in { $arg }.
wrong-coaching-short = Use at least { $arg } characters.
wrong-coaching-repeat = The two don't match. Type the same passphrase again.
wrong-coaching-sure = Confirm that you want to throw your notes away.
event-coaching-focus-saved = Someone wrote down what they're working on
event-coaching-note-written = Someone wrote a shared note
event-coaching-note-deleted = Someone deleted a shared note
event-coaching-lock-made = A coach chose a passphrase for their notes
event-coaching-lock-changed = A coach changed the passphrase for their notes
event-coaching-lock-lost = A coach threw a passphrase away with the notes behind it
event-coaching-own-note-written = A coach wrote a note for themselves
event-coaching-own-note-deleted = A coach deleted a note of their own
did-coaching-focus-saved = Saved. Only the two of you can read it.
did-coaching-note-written = The note is added.
did-coaching-note-deleted = The note is deleted.
did-coaching-lock-made = Your passphrase is set.
did-coaching-lock-changed = Your passphrase is changed.
did-coaching-lock-lost = The passphrase is thrown away. You can choose a new one.
did-coaching-own-note-written = The note is locked and saved.
did-coaching-own-note-deleted = The note is deleted.
email-field-coach_expires = The day the credential expires
email-sample-coach_expires = Friday, May 30, 2025
email-coaching-paired = Coaching: your coach
email-coaching-paired-when = Goes to a member when they get a coach.
email-coaching-paired-subject = Your coach is { $other }
email-coaching-paired-body =
    Hi { $name },

    { $other } is your coach. Please read and sign the coaching agreement. When everyone has signed, you can book your first session.

    You decide what to work on. The program never sees what you talk about.
email-coaching-paired-button = Read the agreement
email-coaching-new-member = Coaching: a new person for a coach
email-coaching-new-member-when = Goes to a coach when someone is paired with them.
email-coaching-new-member-subject = You're coaching { $other }
email-coaching-new-member-body =
    Hi { $name },

    You're now { $other }'s coach. Please read and sign the coaching agreement. When everyone has signed, { $other } can book a first session.
email-coaching-new-member-button = Read the agreement
email-coaching-ended = Coaching: ended
email-coaching-ended-when = Goes to a member when coaching with their coach ends.
email-coaching-ended-subject = Your coaching with { $other } has ended
email-coaching-ended-body =
    Hi { $name },

    Your coaching with { $other } has ended. Sessions you had booked are canceled and given back to you.

    The program will pair you with another coach. You don't need to do anything.
email-coaching-ended-button = Go to coaching
email-coaching-over = Coaching: ended, for the coach
email-coaching-over-when = Goes to a coach when coaching with someone ends.
email-coaching-over-subject = Your coaching with { $other } has ended
email-coaching-over-body =
    Hi { $name },

    Your coaching with { $other } has ended. Sessions you had planned are canceled.

    This happens for many reasons, and no one needs to explain. Thank you for your work.
email-coaching-over-button = See your coaching
email-coaching-differ = Coaching: different answers
email-coaching-differ-when = Goes to both people when they give different answers about a session.
email-coaching-differ-subject = Did this session take place?
email-coaching-differ-body =
    Hi { $name },

    You and { $other } gave different answers about this session.

    { $details }
email-coaching-differ-button = See the session
email-coaching-certificate = Coaching: credential expires
email-coaching-certificate-when = Goes to a coach 60 days before their credential expires.
email-coaching-certificate-subject = Your coaching credential expires soon
email-coaching-certificate-body =
    Hi { $name },

    Your coaching credential expires on { $coach_expires }. When you've renewed it, please enter the new date.
email-coaching-certificate-button = Update your profile
coaching-agreement-usual =
    What coaching is
    Coaching is a conversation in which you decide what to work on. Your coach listens, asks and thinks with you. It is not therapy, and not advice on law, health or money.

    What stays between the two of you
    What you talk about stays between you and your coach. The program does not ask, and your coach does not tell. This stays true after the coaching ends.

    Exceptions
    Your coach may have to speak up if someone is in danger. The same is true if a court or a law requires it. If possible, they talk with you first. Coaching is not protected in court like talks with a lawyer or a doctor.

    What the program sees
    The program pays for the coaching. It sees who your coach is, and that this agreement is signed. It sees how many sessions were booked, held, missed or canceled late, and how many are left. If your answers about a session differ for a week, it sees the date. It sees when someone has a new coach, but not why. You can tell the program more if you both agree.

    What is written down
    You can both write notes that you share, and your coach can keep notes of their own. The program can't read them. They are deleted 90 days after the coaching ends. A court could ask for them, so write only what you need.

    Sessions
    You can move or cancel a session until the time shown when you book. A session canceled later, or missed, counts as used, unless your coach gives it back. If your coach cancels, you get it back.

    Changing coach
    Either of you can end this coaching at any time, without a reason. You keep the sessions you have left.
coaching-photo = Photo
coaching-photo-show = Show my photo on my coach profile
coaching-photo-none = You haven't added a photo yet.
coaching-photo-add = Add or change your photo
coaching-feedback = Feedback on coaching
coaching-feedback-lead = Tell the program how coaching helps, without saying what you talked about. You decide what you share.
coaching-feedback-go = Give feedback
coaching-feedback-later = You can give feedback after your first session.
coaching-feedback-none = There is nothing to answer right now.
coaching-program-themes = If you share themes on the page “Feedback on coaching,” it sees how many people chose each. It never sees who.
coaching-ask = How is coaching going?
coaching-ask-private = We never save your name or the time with your answer. You can't change it or find it later. While this is open, we save that you answered, so no one answers twice. Your coach sees nothing of it. The program sees totals for everyone, not for each coach.
coaching-ask-together = To keep answers anonymous, we save them in groups of at least five. Until yours is saved, it's only in the site's memory. If the site restarts before then, we'll ask you again. If fewer than five answer, nothing is kept.
coaching-ask-useful = How useful is coaching for you?
coaching-ask-useful-low = not useful
coaching-ask-useful-high = very useful
coaching-ask-honest = How safe do you feel to be honest with your coach?
coaching-ask-honest-low = not safe
coaching-ask-honest-high = very safe
coaching-ask-words = Something the program should know
coaching-ask-words-hint = Optional. The program reads comments only when at least five people wrote one. Please don't write names.
coaching-ask-send = Submit (you can't change it afterward)
coaching-ask-until = Open through { $day }.
coaching-ask-thanks = Thank you. You've answered.
coaching-ask-waits = Your answer will be saved together with at least four others. If the site restarts before then, we'll ask you again.
coaching-ask-late = This closed before your answer arrived, so we couldn't count it. Your comment is below, so you can copy it.
coaching-themes = Themes
coaching-themes-lead = What was your coaching about, in general? Choose what you'd like the program to know. Nothing is saved until you share it.
coaching-themes-ask = My coaching was about
coaching-themes-who = The program sees how many people chose each theme, from { $n } people on, and never who. A number below { $few } is shown as “fewer than { $few }.” Your coach doesn't see it. The numbers change only when { $n } people have shared or stopped. So no one can tell what was yours.
coaching-themes-share = Share with the program
coaching-themes-again = Share these instead
coaching-themes-stop = Stop sharing
coaching-themes-shared = You're sharing these themes. You can change them or stop at any time.
coaching-heard = What members say
coaching-heard-lead = Themes that members choose to share, and how coaching goes for them. You see numbers for everyone together, and never who said what.
coaching-heard-go = See themes and feedback
coaching-heard-none = Themes appear here when at least { $n } people have shared theirs.
coaching-heard-themes = Of { $n } people who shared themes. The numbers change when { $few } people have shared or stopped, so that no one can tell what one person chose.
coaching-heard-theme = Theme
coaching-heard-people = People
coaching-heard-gone = No longer on the list
coaching-heard-floor = If fewer than { $n } people chose a theme, or all but fewer than { $n }, the exact number isn't shown.
coaching-heard-n = { $n } of { $of }
coaching-heard-few = Fewer than { $n } of { $of }
coaching-heard-most = { $n } or more of { $of }
coaching-heard-kept = Too few answers to show
coaching-heard-open = Members are being asked
coaching-heard-count =
    { $n ->
        [one] 1 answer so far. Open through { $day }.
       *[other] { $n } answers so far. Open through { $day }.
    }
coaching-heard-end = Close now
coaching-heard-of = Asked on { $day }
coaching-heard-settling = This just closed. Results appear here in about two minutes.
coaching-heard-answered =
    { $n ->
        [one] 1 person answered.
       *[other] { $n } people answered.
    }
coaching-heard-useful = Say coaching is useful (4 or 5 of 5)
coaching-heard-honest = Feel safe to be honest (4 or 5 of 5)
coaching-heard-words = Comments
coaching-heard-words-kept = Fewer than five people wrote a comment, so comments aren't shown.
coaching-heard-too-few = Fewer than { $n } people answered, so nothing is shown.
coaching-heard-ask = Ask how coaching is going
coaching-heard-ask-lead = Everyone who has had a session gets two short questions and space for a comment, without their name. You can ask { $n } times in a season. Good moments are after the second session, after the fourth, and at the end.
coaching-heard-had = Members with two or more sessions: { $two }. With four or more: { $four }.
coaching-heard-days = For how many days?
coaching-heard-ask-act = Ask members
coaching-themes-list = List of themes
coaching-themes-list-lead = Members can say what their coaching was about by choosing from a list. Here is a list to start from.
coaching-themes-list-change = If you rename a theme, it's a new theme. People who shared the old one shared its old name.
coaching-themes-en = Themes in English
coaching-themes-es = Themes in Spanish
coaching-themes-hint = One on each line.
coaching-themes-hint-es = One on each line, in the same order.
coaching-themes-offer = Offer these themes
coaching-themes-usual =
    Boundaries and workload
    Conflict in the collaborative
    Power and equity
    Handing over leadership
    Funders and the board
    My own well-being
wrong-coaching-no-theme = Choose at least one theme.
wrong-coaching-themes-none = Enter at least one theme.
wrong-coaching-themes-many = Enter at most { $arg } themes.
wrong-coaching-theme-long = This theme is too long. Use up to 80 characters: “{ $arg }…”
wrong-coaching-theme-twice = This theme is on the list twice: “{ $arg }”
wrong-coaching-themes-lines = Both lists need the same number of lines.
wrong-coaching-ask-open = Members are already being asked. Wait until it closes, or close it.
wrong-coaching-ask-enough = You've already asked { $arg } times this season.
todo-coaching-feedback = Say how coaching is going. It's short and anonymous, and closes { $day }.
todo-coaching-feedback-act = Give feedback
event-coaching-themes-set = Someone changed the coaching themes
event-coaching-round-opened = Members were asked how coaching is going
event-coaching-round-closed = The questions about coaching were closed
did-coaching-themes-set = The list of themes is saved.
did-coaching-round-opened = Members can answer now. It's on their start page.
did-coaching-round-closed = Closed. Results appear in about two minutes.
setup-coaching-themes = Offer coaching themes
setup-coaching-themes-text = Members can then say what their coaching was about, without their name.
setup-coaching-themes-act = Choose themes
coaching-hours-kind = Kind
coaching-hours-single = One on one
coaching-hours-group = Group
coaching-groups = Group coaching
coaching-groups-lead = A coach meets several members together. Each accepts what stays in the group before they see how it meets. It takes none of their own sessions.
coaching-groups-go = Arrange groups
coaching-groups-over =
    { $n ->
        [one] 1 group has ended
       *[other] { $n } groups have ended
    }
coaching-group-in = { $n } of { $of } places taken
coaching-group-accepted = { $n } of { $of } have accepted the text
coaching-group-sum-held =
    { $n ->
        [one] 1 session held, { $came } came in all
       *[other] { $n } sessions held, { $came } came in all
    }
coaching-group-sum-ahead =
    { $n ->
        [0] None planned
        [one] 1 planned
       *[other] { $n } planned
    }
coaching-group-sum-waiting =
    { $n ->
        [one] 1 not reported
       *[other] { $n } not reported
    }
coaching-group-new = Start a group
coaching-group-name = Name of the group
coaching-group-name-hint = The people in it, and emails, use this name.
coaching-group-choose = Choose a coach
coaching-group-seats = How many people at most?
coaching-group-team = A home team
coaching-group-no-team = No home team
coaching-group-who = Members
coaching-group-make = Start group
coaching-group-add = Add someone
coaching-group-add-act = Add to group
coaching-group-remove = Remove from group
coaching-group-end = End this group
coaching-group-end-text = Everyone gets an email, and planned sessions are canceled. You can't undo this.
coaching-group-end-act = End group
coaching-group-text = What stays in the group
coaching-group-text-lead = Please read and accept this first. Then you see how the group meets.
coaching-group-text-read = Read the text
coaching-group-text-first = Everyone in a group accepts this text. Check it, and save it, before you start a group.
coaching-group-text-version = This is version { $n }. If you change it, everyone accepts it again before they see how their group meets.
coaching-group-text-en = Text in English
coaching-group-text-es = Text in Spanish
coaching-group-accept = Accept this text
coaching-group-lead = Group coaching with { $name }.
coaching-group-lead-coach = A group you coach. Plan sessions here, and say afterward how many people came.
coaching-group-over = This group has ended.
coaching-group-ahead = Sessions
coaching-group-none = No session is planned yet.
coaching-group-place-later = You'll see how to meet when you've accepted the text.
coaching-group-plan = Plan a session
coaching-group-plan-lead = Everyone in the group gets an email with a calendar entry. How you meet is only on this page.
coaching-group-day = Date
coaching-group-from = Starts at
coaching-group-zone = Time zone
coaching-group-minutes = Minutes
coaching-group-place = How do you meet?
coaching-group-place-hint = A link or an address. Only people who have accepted the text see it.
coaching-group-plan-act = Plan session
coaching-group-cancel = Cancel session
coaching-group-canceled = Canceled.
coaching-group-held = It took place.
coaching-group-not-held = It didn't take place.
coaching-group-unsaid = Not reported yet.
coaching-group-came =
    { $n ->
        [one] It took place. 1 person came.
       *[other] It took place. { $n } people came.
    }
coaching-group-how-many = How many came?
coaching-group-people = In this group
coaching-group-empty = No one is in this group now.
coaching-group-not-accepted = hasn't accepted the text
coaching-group-sees = The people in the group and its coach see who is in it. The program sees that too, and how many have accepted the text. It sees how many sessions took place, and how many people came. It never sees who came, or what you talk about.
coaching-group-leave = Leave this group
coaching-group-leave-text = You're out at once, and the sessions leave your calendar. Your coach gets an email. You don't need a reason. Only the program can add you again.
coaching-group-leave-act = Leave group
coaching-group-calendar = group meeting
coaching-group-text-usual =
    What stays here
    What someone says in this group stays in this group. You can talk about your own part anywhere. Don't tell others who said what, or who is here.

    What the coach reports
    The coach tells the program that a session took place, and how many people came. The coach doesn't tell who came, or what was said.

    Exceptions
    The coach may have to speak up if someone is in danger. The same is true if a court or a law requires it. If possible, they talk with you first.

    Nothing is recorded
    No one records a session, takes pictures of it, or lets software take notes.

    Leaving
    You can leave at any time, without a reason. What you heard stays here after that, too.
wrong-coaching-group-agree = To see how the group meets, confirm that you've read this and agree.
wrong-coaching-group-coach = Choose a coach who has a profile.
wrong-coaching-group-people = Choose at least two members.
wrong-coaching-group-full = There aren't enough places, or someone you chose can't be in this group. Nothing was changed.
wrong-coaching-group-past = Choose a date and time in the future.
wrong-coaching-group-far = Choose a date within a year.
wrong-coaching-group-many = There are already { $arg } planned sessions.
todo-coaching-group = Read what stays in the group “{ $name }.”
todo-coaching-group-act = Read and accept
event-coaching-group-text = Someone changed the text for coaching groups
event-coaching-group-made = A coaching group was started
event-coaching-group-added = Someone was added to a coaching group
event-coaching-group-left = Someone left a coaching group
event-coaching-group-accepted = Someone accepted the text of a coaching group
event-coaching-group-planned = A session of a coaching group was planned
event-coaching-group-canceled = A session of a coaching group was canceled
event-coaching-group-reported = A session of a coaching group was reported
event-coaching-group-ended = A coaching group ended
did-coaching-group-text = The text is saved.
did-coaching-group-made = The group is started. We've emailed everyone in it.
did-coaching-group-added = Added to the group.
did-coaching-group-left = Done. The group's sessions leave the calendar, too.
did-coaching-group-accepted = Accepted. Below is how the group meets.
did-coaching-group-planned = The session is planned. We've emailed everyone in the group.
did-coaching-group-canceled = The session is canceled. We've emailed everyone in the group.
did-coaching-group-reported = Your answer is saved.
did-coaching-group-ended = The group has ended. We've emailed everyone in it.
email-field-group = Name of the coaching group
email-sample-group = Tuesday group
email-coaching-group = Coaching group: started
email-coaching-group-when = Goes to everyone in a coaching group and its coach when it starts, or when someone is added.
email-coaching-group-subject = You're in the group “{ $group }”
email-coaching-group-body =
    Hi { $name },

    You're in the group “{ $group }.” Please read what stays in the group. After that, its page shows how you meet.
email-coaching-group-button = See the group
email-coaching-group-session = Coaching group: session
email-coaching-group-session-when = Goes to everyone in a coaching group when a session is planned, with a calendar entry.
email-coaching-group-session-subject = “{ $group }” meets
email-coaching-group-session-body =
    Hi { $name },

    “{ $group }” meets:

    { $details }

    How you meet is on its page.
email-coaching-group-session-button = See the group
email-coaching-group-off = Coaching group: session canceled
email-coaching-group-off-when = Goes to everyone in a coaching group when a session is canceled, or to someone who leaves it.
email-coaching-group-off-subject = Off your calendar: “{ $group }”
email-coaching-group-off-body =
    Hi { $name },

    This meeting of “{ $group }” is off your calendar:

    { $details }
email-coaching-group-off-button = Go to the site
email-coaching-group-out = Coaching group: left
email-coaching-group-out-when = Goes to someone who is no longer in a coaching group.
email-coaching-group-out-subject = You're no longer in “{ $group }”
email-coaching-group-out-body =
    Hi { $name },

    You're no longer in the group “{ $group }.” What you heard there stays there.
email-coaching-group-out-button = Go to the site
email-coaching-group-less = Coaching group: someone left, for the coach
email-coaching-group-less-when = Goes to the coach of a group when someone is no longer in it.
email-coaching-group-less-subject = Someone is no longer in “{ $group }”
email-coaching-group-less-body =
    Hi { $name },

    Someone is no longer in your group “{ $group }.” Its page lists who is in it now.
email-coaching-group-less-button = See the group
email-coaching-group-ended = Coaching group: ended
email-coaching-group-ended-when = Goes to everyone in a coaching group and its coach when it ends.
email-coaching-group-ended-subject = “{ $group }” has ended
email-coaching-group-ended-body =
    Hi { $name },

    The group “{ $group }” has ended. Planned meetings are canceled. What was said there stays there.
email-coaching-group-ended-button = Go to the site
coaching-talks = First talks
coaching-talks-of = Can members talk with coaches before they get one?
coaching-talks-hint = A short talk helps them say who they'd like to work with. It takes none of their sessions, and you see only how many were booked.
coaching-talks-n =
    { $n ->
        [0] No
        [one] Yes, with 1 coach
       *[other] Yes, with up to { $n } coaches
    }
coaching-talk-minutes = Minutes of a first talk
coaching-talks-booked =
    { $n ->
        [one] 1 first talk booked
       *[other] { $n } first talks booked
    }
coaching-talk-booked = Your first talk:
coaching-talk-book = Book a short first talk with { $name }
wrong-coaching-talk-again = You already have a first talk with this coach.
wrong-coaching-talk-enough = You've booked as many first talks as you can ({ $arg }). Cancel one to choose another coach.
