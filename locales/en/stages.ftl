# Stages
place-stages = Stages
stages-title = Stages
stages-lead = Choose in more than one step: a short form first, a longer form or a conversation for the people who go on. Each stage has its own questions, reviewers, criteria and due date.
stage-state-over = Done
stage-state-now = Now
stage-state-planned = Planned
stage-applied = { $n ->
    [one] application
   *[other] applications
}
stage-chosen = chosen, not invited yet
stage-told = invited
stage-submitted = { $n ->
    [one] submitted the form
   *[other] submitted the form
}
stage-missing = not submitted yet
stage-out = { $n ->
    [one] withdrew or isn’t eligible
   *[other] withdrew or aren’t eligible
}
stage-is-form = People answer a form.
stage-is-conversation = People talk with a reviewer, who sees their name and email address.
stage-is-due = It’s due { $at }.
stage-no-due = It has no due date yet.
stage-choose = Choose people for “{ $stage }”
stage-invite = { $n ->
    [one] Invite 1 person
   *[other] Invite { $n } people
}
stage-questions = Edit its questions
stage-change = Change stage
stage-title-en = Name in English
stage-title-es = Name in Spanish
stage-title-hint = For example: Full application
stage-kind = What happens in it
stage-kind-form = People answer a form
stage-kind-conversation = People talk with a reviewer
stage-due-on = Form due on
stage-due-hint = For forms only. People can submit until the end of that day. You can set it later.
stage-add = Add a stage
stage-add-first = Today everyone applies once, and you choose from all of them. If you add a stage, the application is the first one.
stage-remove = Remove stage
stage-remove-text = { $n ->
    [0] Nobody was chosen for it. You can add it again later.
    [one] The person you chose for it is no longer chosen. Nobody is told.
   *[other] The { $n } people you chose for it are no longer chosen. Nobody is told.
}
stage-removed = The stage was removed.
stage-used = This stage can’t be removed. People were invited to it, another stage follows, or a part of the application form is asked in it. Move that part to another stage first.
stage-reviewers-all = All reviewers review in this stage
stage-reviewers = { $n ->
    [one] 1 reviewer reviews in this stage
   *[other] { $n } reviewers review in this stage
}
stage-reviewers-hint = Check the people who review in this stage. If you check nobody, everyone does.
stage-choose-lead = { $n ->
    [one] One person in “{ $stage }” can go on. Nobody is told until you send invitations.
   *[other] { $n } people in “{ $stage }” can go on. Nobody is told until you send invitations.
}
stage-reviewing = Reviews are still open, so scores are hidden. Close reviews first to choose by score.
stage-out-withdrawn = withdrew
stage-out-late = late, not accepted yet
stage-out-not-eligible = not eligible
stage-out-duplicate = second application
stage-out-not-submitted = didn’t submit the form
stage-nobody = Nobody can go on yet.
stage-top = Check the highest scores. How many?
stage-top-check = Check them
stage-top-done = { $n ->
    [one] 1 person is checked.
   *[other] { $n } people are checked.
}
stage-top-ties = You asked for { $wanted }. Some have the same score as the last one, so all of those are checked.
stage-top-save = Nothing is saved until you press Save choice.
stage-tag-told = Invited
stage-save = Save choice
stage-save-note = You can change this until you invite people.
stage-chosen-done = Saved: { $on } added, { $off } removed.
stage-chosen-left = { $n ->
    [one] One person could not be changed: something about their application changed in the meantime.
   *[other] { $n } people could not be changed: something about their applications changed in the meantime.
}
stage-invite-title = Invite people to “{ $stage }”
stage-invite-lead = { $n ->
    [one] One person gets an email.
   *[other] { $n } people get an email.
}
stage-invite-final = This can’t be undone.
stage-invite-first = With these invitations, “{ $stage }” becomes the current stage. Reviews and selection are then about the people in it. Everyone else waits for your decision email.
stage-invite-nobody = Nobody is chosen for this stage, or everyone chosen was invited.
stage-invite-text = Change the text of this email
stage-invite-people = { $n ->
    [one] Who gets it: 1 person
   *[other] Who gets it: { $n } people
}
stage-invited = { $n ->
    [one] 1 person was invited.
   *[other] { $n } people were invited.
}
stage-without = { $n ->
    [one] No email address: 1 person. Add an address to their record, then invite them.
   *[other] No email address: { $n } people. Add an address to each record, then invite them.
}
stage-back = Back to stages
stage-stop-reviewing = Reviews of this stage are still open. Close reviews before you invite people to the next stage.
stage-stop-not-next = The stage before this one has not started, or a later stage has.
stage-stop-no-form = The published application form has no questions for this stage. Under Call, add a part, ask it in this stage, and publish the form.
stage-stop-no-date = The form has no due date, or its due date is over. Set one first.
event-stages-changed = Stages were changed
event-stages-chosen = People were chosen for a stage
event-stages-invited = People were invited to a stage
part-stage = Asked in
part-stage-first = First stage (when people apply)
check-stage = The part “{ $about }” is asked in a stage that does not exist.
check-later = “{ $about }” fills in a field of the application. Fields are filled in when people apply, so ask it in the first stage.
fault-target-later = Fields of the application are filled in when people apply. In a later stage, keep the answer as an answer.
# For applicants
stage-note = This is the form for “{ $stage }”.
stage-note-until = This is the form for “{ $stage }”. Submit it by { $at }.
stage-note-again = You submitted “{ $stage }” on { $at }. Changes count only after you submit again.
stage-over = The due date is over, so this form can’t be submitted anymore. What you wrote is kept. If you have a question, write to us.
stage-submit = Submit
stage-submitted-done = Thank you. We have your answers and sent you a copy.
stage-submitted-lead = Submitted { $at }. Your application number is { $id }.
stage-lead = Your application { $id } goes on to this stage. Please answer a few more questions.
stage-missed = This form was not submitted in time.
stage-due = You can submit or change your answers until { $at }.
stage-start = Start the form
stage-go-on = Continue the form
stage-check = Check and submit
stage-before = Your earlier answers
status-went-on = You went on to “{ $stage }” on { $day }
status-went-on-text = We sent you an email about it.
# To-do lines
todo-stage-choose = { $n ->
    [one] Reviews of this stage are closed. Choose whether the one applicant goes on to the next stage.
   *[other] Reviews of this stage are closed. Choose which of { $n } applicants go on to the next stage.
}
todo-stage-choose-act = Choose people
todo-stage-invite = { $n ->
    [one] One person is chosen for the next stage and not invited yet.
   *[other] { $n } people are chosen for the next stage and not invited yet.
}
todo-stage-invite-act = Invite them
todo-stage-missing = { $n ->
    [one] One person hasn’t submitted the form of this stage. It’s due { $day }.
   *[other] { $n } people haven’t submitted the form of this stage. It’s due { $day }.
}
todo-stage-missing-act = See stages
# Decisions
decline-not-moved-on = not chosen for the next stage
decline-in-stage = still in the process
decline-reason-not-moved-on = We could invite only some of the people who applied to the next step.
# Emails
email-stage-form = Invitation to the next form
email-stage-form-when = Goes to each person who goes on to a stage with a form.
email-stage-form-subject = Next step for your application to { $season }
email-stage-form-body =
    Hello { $name },

    Thank you for applying to { $season }. We would like to know more about your work and invite you to the next step: { $stage }.

    Please answer the questions by { $deadline }. The link below opens them. Your earlier answers stay as they are.

    Questions? Email us at { $email }.
email-stage-form-button = Open the form
email-stage-reminder = Reminder of the next form
email-stage-reminder-when = Goes once, three days before the form of a stage is due, to people who haven’t submitted it.
email-stage-reminder-subject = { $stage }: due { $deadline }
email-stage-reminder-body =
    Hello { $name },

    We haven’t received your answers for { $stage } yet. You can submit them until { $deadline }. The link below opens the form.

    If you no longer want to apply, you don’t need to do anything.

    Questions? Email us at { $email }.
email-stage-reminder-button = Open the form
email-stage-conversation = Invitation to a conversation
email-stage-conversation-when = Goes to each person who goes on to a stage with a conversation.
email-stage-conversation-subject = Next step for your application to { $season }
email-stage-conversation-body =
    Hello { $name },

    Thank you for applying to { $season }. We would like to talk with you. This step is called { $stage }.

    Someone from our team will write to you to find a time.

    Questions? Email us at { $email }.
email-stage-submitted = Form of a later stage received
email-stage-submitted-when = Goes to an applicant who submits the form of a later stage.
email-stage-submitted-subject = We received your answers for { $season }
email-stage-submitted-body =
    We received your answers for { $stage }. Your application number is still { $number }.

    You can change them until { $change_until }.

    Questions? Email us at { $email }.
email-stage-submitted-button = View my answers
email-stage-submitted-after = Below your signature: a copy of everything they sent.
event-application-stage-submitted = The form of a later stage was submitted
# Conversations
talk-title = Conversation with { $name }
talk-time = Time
talk-told = Saved. { $name } gets an email with an entry for their calendar.
talk-same = Nothing changed, so no email was sent.
talk-off = Canceled. { $name } gets an email.
talk-untold = Saved. We have no email address for this person, so tell them yourself.
talk-calendar = Add to my calendar
talk-none = No time yet
talk-no-address = We have no email address for this person.
talk-set = Set a time
talk-change = Change or cancel
talk-day = Date
talk-at = Starts at
talk-minutes = Minutes
talk-how = How you meet
talk-how-hint = For example: the link of a video call, a phone number, or an address
talk-note = Agree on a time with { $name } first. They get an email with the time and how you meet.
talk-send = Save and send email
talk-cancel = Cancel and tell { $name }
talk-entry = { $program } · { $name }
status-talk = Conversation with { $name }
wrong-talk-past = This time is in the past. Choose a later one.
wrong-talk-how = This is longer than 500 characters. Please shorten it.
wrong-stage-title = This is longer than 80 characters. Please shorten it.
event-conversation-set = A reviewer set the time of a conversation
event-conversation-canceled = A reviewer canceled a conversation
email-conversation = Time of a conversation
email-conversation-when = Goes to an applicant when a reviewer sets or changes the time of their conversation. It brings an entry for their calendar.
email-conversation-subject = Our conversation about { $season }: { $when }
email-conversation-body =
    Hello { $name },

    { $with } will talk with you about your application to { $season }.

    When: { $when }

    How: { $how }

    If this time does not work for you, write to { $email }.
email-conversation-off = Conversation canceled
email-conversation-off-when = Goes to an applicant when their conversation is canceled.
email-conversation-off-subject = Canceled: our conversation on { $when }
email-conversation-off-body =
    Hello { $name },

    Your conversation with { $with } on { $when } is canceled. Someone from our team will write to you about what comes next.

    Questions? Email us at { $email }.
email-conversation-withdrawn = Conversation canceled (to the reviewer)
email-conversation-withdrawn-when = Goes to a reviewer when an applicant withdraws or is out before their conversation.
email-conversation-withdrawn-subject = Canceled: your conversation on { $when }
email-conversation-withdrawn-body =
    Hello { $name },

    The application of { $with } to { $season } is withdrawn or no longer considered. Your conversation on { $when } is canceled. We told them.

    Questions? Email us at { $email }.
email-field-stage = The name of the stage
email-sample-stage = Full application
email-field-with = The other person in the conversation
email-sample-with = Alex Rivera
email-field-when = Day and time of the conversation
email-sample-when = Wed, Apr 15, 2026, 1:00–1:30 p.m. Eastern Time (ET)
email-field-how = The link, phone number or place
email-sample-how = https://example.org/call
stage-title-es-hint = For example: Solicitud completa
stage-see = See who went on to “{ $stage }”
stage-is-over = Choosing has moved on to a later stage, so this list stays as it is.
talk-conflict-title = I have a conflict of interest
status-talk-soon = We find a time to talk
status-talk-soon-text = Someone from our team will write to you.
call-later = This is the first step. We invite some applicants to what comes next: { $stages }. Everyone else hears from us too.
state-went-on = Invited to a stage
zone-moves-stage = The form of a stage is due
stage-stop-applying = People can still apply. Invite people to the next stage when applications are closed.
stage-stop-answering = The form of this stage isn’t due yet, and some people haven’t submitted it. Wait until it’s due, or move its due date.
stage-devices = Links and browsers on other devices stop opening this application. This browser keeps it.
fault-other-stage = This review was made in another stage. Give reviews of this stage numbers of their own.
stage-out-undecided = eligibility not decided
stage-change-open = People were invited to this stage. They aren’t told when you change its due date, so write to them.
wrong-stage-past = This day is over. Choose a later one.
todo-stage-review = { $n ->
    [one] One person is in this stage, and its reviews haven’t started.
   *[other] { $n } people are in this stage, and its reviews haven’t started.
}
todo-stage-review-act = Set up reviews
todo-stage-late = { $n ->
    [one] One person applied after this stage began. Choose whether they join it.
   *[other] { $n } people applied after this stage began. Choose whether they join it.
}
todo-stage-late-act = Choose people
talks-title = Conversations
talks-lead = Write to each person to find a time, then enter it on their page.
