# Stages
place-stages = Stages
stages-title = Stages
stages-lead = Choose people in more than one step. Start with a short form, then invite some applicants to a longer form or a conversation. Each stage has its own questions, reviewers, criteria and due date.
stage-state-over = Done
stage-state-now = Current
stage-state-planned = Planned
stage-applied = { $n ->
    [one] application
   *[other] applications
}
stage-chosen = selected, not invited yet
stage-told = invited
stage-submitted = { $n ->
    [one] submitted the form
   *[other] submitted the form
}
stage-missing = not submitted yet
stage-out = { $n ->
    [one] withdrew or isn't eligible
   *[other] withdrew or aren't eligible
}
stage-is-form = Applicants fill in a form.
stage-is-conversation = Applicants talk with a reviewer, who sees their name and email address.
stage-is-due = The form is due { $at }.
stage-no-due = The form has no due date yet.
stage-choose = Choose people for “{ $stage }”
stage-invite = { $n ->
    [one] Invite 1 person
   *[other] Invite { $n } people
}
stage-questions = Edit questions
stage-change = Edit stage
stage-title-en = Name in English
stage-title-es = Name in Spanish
stage-title-hint = For example: Full application
stage-kind = Type of stage
stage-kind-form = Applicants fill in a form
stage-kind-conversation = Applicants talk with a reviewer
stage-due-on = Form due date
stage-due-hint = For forms only. Applicants can submit until the end of that day. You can set it later.
stage-add = Add a stage
stage-add-first = Right now, everyone applies once and you choose from all of them. If you add a stage, the application becomes the first one.
stage-remove = Remove stage
stage-remove-text = { $n ->
    [0] Nobody was selected for this stage. You can add it again later.
    [one] The person you selected for this stage is no longer selected. We don't notify them.
   *[other] The { $n } people you selected for this stage are no longer selected. We don't notify them.
}
stage-removed = Stage removed.
stage-used = You can't remove this stage. People were invited to it, another stage follows, or a section of the application form belongs to it. If it's a section, move it to another stage first.
stage-reviewers-all = All reviewers review in this stage
stage-reviewers = { $n ->
    [one] 1 reviewer reviews in this stage
   *[other] { $n } reviewers review in this stage
}
stage-reviewers-hint = Check the people who review in this stage. If you check nobody, everyone does.
stage-choose-lead = { $n ->
    [one] One person in “{ $stage }” can move on. We don't notify anyone until you send invitations.
   *[other] { $n } people in “{ $stage }” can move on. We don't notify anyone until you send invitations.
}
stage-reviewing = Reviews are still open, so scores are hidden. To choose by score, close reviews first.
stage-out-withdrawn = withdrew
stage-out-late = late, not accepted yet
stage-out-not-eligible = not eligible
stage-out-duplicate = second application
stage-out-not-submitted = didn't submit the form
stage-nobody = Nobody can move on yet.
stage-top = Number of highest scores to check
stage-top-check = Check highest scores
stage-top-done = { $n ->
    [one] 1 person is checked.
   *[other] { $n } people are checked.
}
stage-top-ties = You asked for { $wanted }. Some have the same score as the last one, so all of those are checked.
stage-top-save = To save, press “Save choice”.
stage-tag-told = Invited
stage-save = Save choice
stage-save-note = You can change your choice until you invite people.
stage-chosen-done = Saved: { $on } added, { $off } removed.
stage-chosen-left = { $n ->
    [one] We couldn't change one person because their application changed in the meantime.
   *[other] We couldn't change { $n } people because their applications changed in the meantime.
}
stage-invite-title = Invite people to “{ $stage }”
stage-invite-lead = { $n ->
    [one] One person gets an email.
   *[other] { $n } people get an email.
}
stage-invite-final = You can't undo this.
stage-invite-first = These invitations make “{ $stage }” the current stage. From then on, reviews and selection cover only the people in it. Everyone else waits for your decision email.
stage-invite-nobody = There's nobody to invite. Nobody is selected for this stage, or you've invited everyone.
stage-invite-text = Edit this email
stage-invite-people = { $n ->
    [one] Recipients: 1 person
   *[other] Recipients: { $n } people
}
stage-invited = { $n ->
    [one] You invited 1 person.
   *[other] You invited { $n } people.
}
stage-without = { $n ->
    [one] 1 person has no email address. Add one to their record, then invite them.
   *[other] { $n } people have no email address. Add one to each record, then invite them.
}
stage-back = Back to stages
stage-stop-reviewing = Reviews of this stage are still open. Close reviews before you invite people to the next stage.
stage-stop-not-next = The stage before this one hasn't started, or a later stage has.
stage-stop-no-form = The published application form has no questions for this stage. Add a section to the form, choose this stage for it, and publish.
stage-stop-no-date = The form has no due date, or its due date has passed. Set one first.
event-stages-changed = Someone changed the stages
event-stages-chosen = Someone selected people for a stage
event-stages-invited = Someone invited people to a stage
part-stage = Stage
part-stage-first = First stage (application)
check-stage = The section “{ $about }” belongs to a stage that doesn't exist. Choose another stage.
check-later = “{ $about }” fills in an application field, which happens when people apply. Move it to the first stage.
fault-target-later = Application fields are filled in when people apply. In a later stage, choose “answer only”.
# For applicants
stage-note = This is the form for “{ $stage }”.
stage-note-until = This is the form for “{ $stage }”. Submit it by { $at }.
stage-note-again = You submitted “{ $stage }” on { $at }. Changes count only after you submit again.
stage-over = The due date has passed, so you can't submit this form anymore. We kept what you wrote. If you have a question, contact us.
stage-submit = Submit answers
stage-submitted-done = Thank you. We received your answers and emailed you a copy.
stage-submitted-only = Thank you. We received your answers.
stage-submitted-lead = Submitted { $at }. Your application number is { $id }.
stage-lead = Your application { $id } moves on to this stage. Please answer a few more questions.
stage-missed = You didn't submit this form by the due date.
stage-due = You can submit or change your answers until { $at }.
stage-start = Start form
stage-go-on = Continue form
stage-check = Review and submit
stage-before = Your earlier answers
status-went-on = You moved on to “{ $stage }” on { $day }
status-went-on-text = We emailed you about it.
# To-do lines
todo-stage-choose = { $n ->
    [one] Reviews of this stage are closed. Choose whether the one applicant moves on to the next stage.
   *[other] Reviews of this stage are closed. Choose which of { $n } applicants move on to the next stage.
}
todo-stage-choose-act = Choose people
todo-stage-invite = { $n ->
    [one] One person is selected for the next stage and not invited yet.
   *[other] { $n } people are selected for the next stage and not invited yet.
}
todo-stage-invite-act = Send invitations
todo-stage-missing = { $n ->
    [one] One person hasn't submitted the form of this stage. It's due { $day }.
   *[other] { $n } people haven't submitted the form of this stage. It's due { $day }.
}
todo-stage-missing-act = See who is missing
# Decisions
decline-not-moved-on = not selected for the next stage
decline-in-stage = still in the process
decline-reason-not-moved-on = We could invite only some of the people who applied to the next step.
# Emails
email-stage-form = Invitation to a stage with a form
email-stage-form-when = Goes to each person who moves on to a stage with a form.
email-stage-form-subject = Next step for your application to { $season }
email-stage-form-body =
    Hello { $name },

    Thank you for applying to { $season }. We would like to know more about your work and invite you to the next step: { $stage }.

    Please answer the questions by { $deadline }. The link below opens them. Your earlier answers stay as they are.

    Questions? Email us at { $email }.
email-stage-form-button = Open form
email-stage-reminder = Reminder to submit a stage's form
email-stage-reminder-when = Goes once, three days before a stage's form is due, to people who haven't submitted it.
email-stage-reminder-subject = { $stage }: due { $deadline }
email-stage-reminder-body =
    Hello { $name },

    We haven't received your answers for { $stage } yet. You can submit them until { $deadline }. The link below opens the form.

    If you no longer want to apply, you don't need to do anything.

    Questions? Email us at { $email }.
email-stage-reminder-button = Open form
email-stage-conversation = Invitation to a conversation
email-stage-conversation-when = Goes to each person who moves on to a stage with a conversation.
email-stage-conversation-subject = Next step for your application to { $season }
email-stage-conversation-body =
    Hello { $name },

    Thank you for applying to { $season }. We would like to talk with you. This step is called { $stage }.

    Someone from our team will write to you to find a time.

    Questions? Email us at { $email }.
email-stage-submitted = We received a later stage's form
email-stage-submitted-when = Goes to an applicant who submits the form of a later stage.
email-stage-submitted-subject = We received your answers for { $season }
email-stage-submitted-body =
    We received your answers for { $stage }. Your application number is still { $number }.

    You can change them until { $change_until }.

    Questions? Email us at { $email }.
email-stage-submitted-button = View my answers
email-stage-submitted-after = Below your signature, we add a copy of what they sent, without answers about themselves and their needs.
event-application-stage-submitted = Someone submitted the form of a later stage
# Conversations
talk-title = Conversation with { $name }
talk-time = Time of the conversation
talk-told = Saved. We emailed { $name } the time, with a calendar entry.
talk-same = Nothing changed, so no email was sent.
talk-off = Canceled. We emailed { $name }.
talk-untold = Saved. We have no email address for this person, so please tell them yourself.
talk-calendar = Add to my calendar
talk-none = No time yet
talk-no-address = We have no email address for this person.
talk-set = Set a time
talk-change = Change or cancel
talk-day = Date
talk-at = Start time
talk-minutes = Length in minutes
talk-how = How you'll meet
talk-how-hint = For example: a video link, a phone number or an address.
talk-note = First, agree on a time with { $name }. We then email them the time and how you'll meet.
talk-send = Save and send email
talk-cancel = Cancel and notify { $name }
talk-entry = { $program } · { $name }
status-talk = Conversation with { $name }
wrong-talk-past = This time is in the past. Choose a later one.
wrong-talk-how = Shorten this to 500 characters or fewer.
wrong-stage-title = Shorten this to 80 characters or fewer.
event-conversation-set = A reviewer set the time of a conversation
event-conversation-canceled = A reviewer canceled a conversation
email-conversation = Time of a conversation
email-conversation-when = Goes to an applicant when a reviewer sets or changes the time of their conversation. It includes a calendar entry.
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
email-sample-how = https://example.org/meet
stage-title-es-hint = For example: Solicitud completa
stage-see = View who moved on to “{ $stage }”
stage-is-over = A later stage has started, so you can't change this list.
talk-conflict-title = I have a conflict of interest
status-talk-soon = Next: a conversation with us
status-talk-soon-text = Someone from our team will email you to find a time.
call-later = This is the first step. We'll invite some applicants to the next ones: { $stages }. Everyone else will hear from us too.
state-went-on = Moved on to a later stage
zone-moves-stage = A stage's form is due
stage-stop-applying = Applications are still open. You can invite people to the next stage after they close.
stage-stop-answering = This stage's form isn't due yet, and some people haven't submitted it. Wait until it's due, or move the due date.
stage-devices = Links and browsers on other devices will stop opening this application. It stays open in this browser.
fault-other-stage = This review is from another stage. Give reviews of this stage different numbers.
stage-out-undecided = eligibility undecided
stage-change-open = You've invited people to this stage. If you change the due date, email them yourself. We don't notify them.
wrong-stage-past = This day has passed. Choose a later one.
todo-stage-review = { $n ->
    [one] One person is in this stage, and its reviews haven't started.
   *[other] { $n } people are in this stage, and its reviews haven't started.
}
todo-stage-review-act = Set up reviews
todo-stage-late = { $n ->
    [one] One person applied after this stage began. Choose whether they join it.
   *[other] { $n } people applied after this stage began. Choose whether they join it.
}
todo-stage-late-act = Choose people
talks-title = Conversations
talks-lead = Email each person to find a time, then enter it on their page.
