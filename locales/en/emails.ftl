# Emails about a season: the page of their texts, then each kind with its default text.
place-emails = Emails
emails-lead = Every email that people get about this season. Change any text, look at it as a person gets it, and send a test to yourself.
emails-others = Sign-in links, codes and messages between people aren't listed here. Their texts can't be changed.
emails-change = Read or change these emails
emails-sender-change = Change signature and replies
email-sender = Signature and replies
email-sender-save = Save signature and replies
email-sender-saved = Saved. All emails of this season use it from now on.
email-signature-name = Name below every email
email-signature-hint = The person who signs. Without a name, emails are signed “{ $program }”.
email-signature-role = Role in English
email-signature-role-es = Role in Spanish
email-reply-to = Address for replies
email-reply-to-hint = When someone replies to an email of this season, their reply goes here. Use an inbox that someone reads. If you leave it empty, replies go to { $email }.
wrong-signature-long = Use at most { $arg } characters.
wrong-signature-name = Enter the name of the person with this role, or remove the role.
email-moment-team = Your team
email-moment-applying = While people apply
email-moment-reviewing = Reviews
email-moment-deciding = Seats and decisions
email-moment-registering = Registration
email-moment-gathering = Gatherings
email-moment-group = Emails to a group
email-behind-es = Spanish is still the default text
email-behind-en = English is still the default text
email-changed-by = Changed by { $name }, { $at }
email-changed-on = Changed { $at }
email-is-default = Default text
email-written-each-time = Written each time
email-saved = Saved. Emails that go out from now on have this text.
email-save = Save text
email-reset = Use the default text
email-is-reset = The default text is back in both languages. Your text is kept below.
email-each-time = You write this email each time you send it. The text here is what you start with.
email-fields = Fields you can use
email-fields-lead = A field is filled in for each person. Type it with its braces.
email-field-needed = Required.
email-field-empty = Sometimes empty. Then its paragraph is left out.
email-subject-en = Subject in English
email-subject-es = Subject in Spanish
email-body-en = Text in English
email-body-es = Text in Spanish
email-body-hint = Leave an empty line between paragraphs. Your signature is added below.
email-button-en = Button in English
email-button-es = Button in Spanish
email-button-hint = The link behind the button stays the same.
email-button = Open the page
email-preview = Preview
email-preview-for = Show it as this person gets it
email-preview-hint = The preview is in the person's language. It uses the text above, saved or not.
email-for-me = { $name } (you)
email-preview-act = Update preview
email-preview-examples = The name is real. The other fields show examples, and the links don't work.
email-preview-reply = Replies go to:
email-preview-no-reply = the address that sends the emails
email-preview-plain = Show as plain text
email-test-act = Send a test to myself
email-test-sent = The test is on its way to your own address.
email-test-subject = [Test] { $subject }
email-test-note = This is a test. The fields show examples, and the button leads to the season's page.
email-test-no-address = You have no email address here, so no test was sent. Add one on My page.
email-versions = Versions
email-version-own = own text ({ $languages })
email-version-now = in use
email-version-read = Read this version
email-version-use = Use this version
wrong-email-subject = Enter a subject.
wrong-email-body = Enter a text.
wrong-email-button = Enter what the button says.
wrong-email-long = Use at most { $arg } characters.
wrong-email-unknown = This email has no field { $arg }. Remove it, or use one from the list.
wrong-email-missing = Add { $arg }. People need it in this email.
wrong-email-brace = A brace here belongs to no field. Remove it, or write a field from the list.
wrong-email-meanwhile = Someone else changed this text while you were writing. Their text is under Versions. Save again to replace it.
event-email-changed = The text of an email was changed
event-email-reset = An email has its default text again
event-email-sender = The signature or the address for replies was changed
setup-signature = Sign your emails
setup-signature-text = Optional. A name below every email, an address for replies, and your own texts.
setup-signature-act = Set up emails

# What each field means, and an example.
email-field-season = The program and season
email-field-program = The program
email-field-email = The address for replies
email-field-name = The person's name
email-field-number = The number of their application
email-sample-number = RL-2025-014
email-field-entered = A note when your team entered the application for them
email-sample-entered = Someone on our team entered your answers for you. If anything is wrong, please tell us.
email-field-change_until = Until when they can change, withdraw or resubmit it
email-sample-change_until = Fri, Apr 3, 2026, 5:00 p.m. Eastern Time (ET)
email-field-submitted_at = When they submitted it
email-sample-submitted_at = Mon, Mar 30, 2026, 8:14 p.m. Eastern Time (ET)
email-field-decision_day = The day by which you promised an answer
email-sample-decision_day = May 15, 2026
email-field-applicant = The applicant's name
email-sample-applicant = Alex Rivera
email-field-deadline = The last moment to submit
email-sample-deadline = Fri, Apr 3, 2026, 5:00 p.m. Eastern Time (ET)
email-field-reviews = How many applications they have to review
email-sample-reviews = 4 applications
email-field-due = The day reviews are due
email-sample-due = April 17, 2026
email-field-conflicts = A reminder to declare conflicts of interest, until they have
email-sample-conflicts = Before you start, tell us about any conflicts of interest.
email-field-answer_by = The last day to answer
email-sample-answer_by = May 29, 2026
email-field-beyond = A note when more people are invited than there are seats
email-sample-beyond = We know that some will say no, so up to 24 people are invited for 20 seats. The seats go to those who say yes first.
email-field-starts_on = The first day of the season
email-sample-starts_on = September 1, 2026
email-field-ends_on = The last day of the season
email-sample-ends_on = June 30, 2027
email-field-answer = Who answered, and what they said
email-sample-answer = Alex Rivera accepted their seat.
email-field-seats = How many seats are taken
email-sample-seats = 12 of 20 seats are taken.
email-field-reason = Why they weren't selected, in one sentence
email-sample-reason = We received many more applications than we have seats.
email-field-pay_link = Where to pay, if it costs something
email-sample-pay_link = https://example.org/pay
email-field-registrant = The person who offers their place
email-sample-registrant = Alex Rivera
email-field-title = The name of the gathering
email-sample-title = Opening retreat
email-field-day = The day of the gathering
email-sample-day = Wed, Sep 9
email-field-details = Day, time and place
email-sample-details =
    Wed, Sep 9, 1:00–4:00 p.m. Eastern Time (ET)
    Where: Tidewater Hall
email-field-purpose = What the gathering is for
email-sample-purpose = We meet each other and agree on how we work together.
email-field-times = The times to choose from
email-sample-times =
    Wed, Sep 9, 1:00–4:00 p.m. Eastern Time (ET)
    Thu, Sep 10, 9:00 a.m.–noon Eastern Time (ET)
email-field-choose_by = The last day to choose
email-sample-choose_by = September 1, 2026
email-field-changes = What changed
email-sample-changes = Place: now Tidewater Hall
email-field-why = Why it was canceled
email-sample-why = A storm is expected that day.
email-field-dates = All gatherings with their dates
email-sample-dates =
    Opening retreat: September 9–11, 2026
    First session: October 7, 2026
email-field-role = The role they are invited to
email-sample-role = Reviewer

# Your team
email-staff = Invitation to a role
email-staff-when = Goes to someone when you invite them to a role.
email-staff-subject = An invitation to { $season }
email-staff-body =
    Hello { $name },

    We invite you to take the role “{ $role }” in { $season }. The link below works for seven days and only for this address.

    Questions? Write to { $email }.
email-staff-button = See the invitation
email-bounced = Email came back
email-bounced-when = Goes to the season's leads when email to someone in the season comes back.
email-field-person = The person whose email came back
email-sample-person = Sam Okafor
email-bounced-subject = Email to { $person } came back
email-bounced-body =
    Hello { $name },

    Email to { $person }, who takes part in { $season }, came back: its mail server says there is no such address.

    Group emails to them are on hold. Sign-in links are still sent. Please ask for another address; they can add it on their own page. If the mail server made a mistake, lift the mark.
email-bounced-button = See returned email
email-field-contact_change = Who arranged access before, and who does now
email-sample-contact_change = Maren Vale now arranges access for Season 2025. Before, it was Ayo Silverthorne.
email-field-follows = What this means for the person, as our privacy rules say it
email-sample-follows = Nothing that was told before was handed over.
email-access-contact = You arrange access now, or no longer do
email-access-contact-when = Goes to the person who was named to arrange access, and to the one who was named before.
email-access-contact-subject = Who arranges access for { $season } has changed
email-access-contact-body =
    { $contact_change }

    { $follows }

    Questions? Write to { $email }.
email-access-contact-button = Open access needs
email-access-need = Someone else arranges access: told needs
email-access-need-when = Goes to people who told us what helps them take part, when someone else arranges access. Nobody else sees that they got it.
email-access-need-subject = Who arranges access for { $season } has changed
email-access-need-body =
    { $contact_change }

    { $follows }

    Questions? Write to { $email }.
email-access-need-button = Review my access needs
email-access-sheet = Someone else arranges access: travel sheets
email-access-sheet-when = Goes to people who filled in a travel sheet or asked for a reimbursement, when someone else arranges access. Nobody else sees that they got it.
email-access-sheet-subject = Who arranges access for { $season } has changed
email-access-sheet-body =
    { $contact_change }

    { $follows }

    Questions? Write to { $email }.
email-access-sheet-button = Open my gatherings
email-space-invited = Invitation to a space
email-space-invited-when = Goes to someone whom another person of the season invites to a space. It names neither the space nor who is in it.
email-space-invited-subject = { $season }: an invitation
email-space-invited-body =
    Someone in { $season } invites you to a space that people made for themselves. Sign in to read what it is for.
email-space-invited-button = Open my spaces
email-space-in = Let into a space
email-space-in-when = Goes to someone who asked to join a space, when they're let in.
email-space-in-subject = { $season }: you can join a space
email-space-in-body =
    You were let into the space in { $season } that you asked to join.
email-space-in-button = Open my spaces

# While people apply
email-call-open = Applications are open
email-call-open-when = Goes to everyone on the interest list when applications open.
email-call-open-subject = Applications are open: { $season }
email-call-open-body =
    Hello { $name },

    You asked us to tell you. You can apply to { $season } until { $deadline }.

    Questions? Write to { $email }.
email-call-open-button = Read how to apply
email-call-open-after = Below your signature: a link to leave the interest list.
email-draft-link = Link to continue an application
email-draft-link-when = Goes to someone who starts an application, or asks for their link again.
email-draft-link-subject = Your application to { $season }
email-draft-link-body =
    You started an application to { $season }. Use this link to continue it on any device until applications close.

    The link opens only this application. If you didn't start one, you can ignore this email. Drafts are deleted after applications close.

    Questions? Write to { $email }.
email-draft-link-button = Continue my application
email-application-confirm = Confirm an application
email-application-confirm-when = Goes to the address in an application that was sent, until its holder confirms it.
email-application-confirm-subject = Confirm your application to { $season }
email-application-confirm-body =
    We received an application to { $season } with your email address. Its number is { $number }. If you sent it, please confirm your address. You'll then get a copy, and our answer will reach you.

    If you didn't send it, open the link and choose "I didn't send this". We'll withdraw it and stop writing to you about it.

    Questions? Write to { $email }.
email-application-confirm-button = Confirm my email address
email-application-sent = Application received
email-application-sent-when = Goes to an applicant when their application is sent and their address is confirmed.
email-application-sent-subject = We received your application to { $season }
email-application-sent-body =
    Thank you for applying to { $season }. We received your application. Its number is { $number }.

    { $entered }

    You can change or withdraw it until { $change_until }.

    You'll hear from us by { $decision_day }, whatever the answer is.

    Questions? Write to { $email }.
email-application-sent-button = View my application
email-application-sent-after = Below your signature: a copy of everything they sent.
email-application-sent-entered = Someone on our team entered your answers for you. If anything is wrong, please tell us.
email-application-sent-copy = This is what you sent:
email-application-changed = Changes received
email-application-changed-when = Goes to an applicant who submits changes to their application.
email-application-changed-subject = We received the changes to your application to { $season }
email-application-changed-body =
    We received the changes to your application to { $season }. Its number is still { $number }.

    { $entered }

    You can change or withdraw it until { $change_until }.

    You'll hear from us by { $decision_day }, whatever the answer is.

    Questions? Write to { $email }.
email-application-changed-button = View my application
email-application-changed-after = Below your signature: a copy of everything they sent.
email-application-sent-again = Application submitted again
email-application-sent-again-when = Goes to an applicant who submits a withdrawn application again.
email-application-sent-again-subject = We have your application to { $season } again
email-application-sent-again-body =
    Your application to { $season } is in again. Its number is still { $number }.

    { $entered }

    You can change or withdraw it until { $change_until }.

    You'll hear from us by { $decision_day }, whatever the answer is.

    Questions? Write to { $email }.
email-application-sent-again-button = View my application
email-application-sent-again-after = Below your signature: a copy of everything they sent.
email-changes-deleted = Changes not submitted
email-changes-deleted-when = Goes to an applicant whose changes were not submitted by the deadline.
email-changes-deleted-subject = Your changes weren't submitted: { $season }
email-changes-deleted-body =
    You started to change your application to { $season }, but didn't submit the changes by the deadline. We deleted them. Your application counts as you submitted it on { $submitted_at }.

    Questions? Write to { $email }.
email-stays-withdrawn = Application stays withdrawn
email-stays-withdrawn-when = Goes to someone who withdrew their application, started to change it, and didn't submit it again by the deadline.
email-stays-withdrawn-subject = Your application stays withdrawn: { $season }
email-stays-withdrawn-body =
    You withdrew your application to { $season }, which you submitted on { $submitted_at }, and didn't submit it again by the deadline. It stays withdrawn.

    Questions? Write to { $email }.
email-draft-reminder = Reminder to finish an application
email-draft-reminder-when = Goes to people with an unfinished application, if you turn reminders on.
email-draft-reminder-subject = Your application to { $season } isn't submitted yet
email-draft-reminder-body =
    You started an application to { $season } and haven't submitted it. You can submit it until { $deadline }.

    The button below opens your draft. Don't forward this email: the link opens your answers.

    Questions? Write to { $email }.
email-draft-reminder-button = Continue my application
email-draft-reminder-after = Below your signature: a link that turns reminders off.
email-draft-reminder-end = Don't want reminders? Turn them off: { $url }
email-application-withdrawn = Application withdrawn
email-application-withdrawn-when = Goes to an applicant who withdraws their application.
email-application-withdrawn-subject = You withdrew your application to { $season }
email-application-withdrawn-body =
    You withdrew your application to { $season }. Nobody will review it.

    If you change your mind, you can submit it again until { $change_until }.

    Questions? Write to { $email }.
email-application-withdrawn-button = View my application
email-acknowledgement = Question to an employer
email-acknowledgement-when = Goes to an employer when an applicant asks them to confirm that they know about the time.
email-acknowledgement-subject = { $applicant } asks: do you know how much time { $season } takes?
email-acknowledgement-body =
    { $applicant } applied to { $season } and asks whether you know how much time it takes. The page behind this link shows it in a minute.

    This is not a reference and has no part in the decision. You don't have to answer.

    Questions? Write to { $email }.
email-acknowledgement-button = See how much time it takes

# Recommendations
email-field-note = Your own note to recommenders, from the recommendation settings
email-field-message = Your message to them, from the page where you cancel
email-sample-message = We sent it to you by mistake. We apologize.
email-sample-note = We look for people who bring others together.
email-field-recommender = The recommender's name
email-sample-recommender = Sam Okafor
email-recommendation-ask = Request for a recommendation
email-recommendation-ask-when = Goes to someone an applicant names as a recommender.
email-recommendation-ask-subject = { $applicant } asks you for a recommendation
email-recommendation-ask-body =
    Hello { $name },

    { $applicant } is applying for { $season } and named you as someone who knows their work. They ask you for a recommendation.

    { $note }

    It's a few questions on one page. Please send it by { $due }. You don't need an account, and your answers are saved as you type.

    If you can't write one, please say so on the same page. If you don't know this person, you can ignore this email.

    Questions? Write to { $email }.
email-recommendation-ask-button = Open the recommendation
email-recommendation-reminder = Reminder to a recommender
email-recommendation-reminder-when = Goes to recommenders who haven't answered: before the last day, or when you or the applicant remind them.
email-recommendation-reminder-subject = Reminder: recommendation for { $applicant }, due { $due }
email-recommendation-reminder-body =
    Hello { $name },

    { $applicant } is applying for { $season } and asked you for a recommendation. It's due { $due }.

    If you can't write one, please say so on the same page. If you don't know this person, you can ignore this email.

    Questions? Write to { $email }.
email-recommendation-reminder-button = Open the recommendation
email-recommendation-thanks = Recommendation received
email-recommendation-thanks-when = Goes to a recommender who sends a recommendation.
email-recommendation-thanks-subject = We have your recommendation for { $applicant }
email-recommendation-thanks-body =
    Hello { $name },

    Thank you for your recommendation of { $applicant } for { $season }. You can change it until { $due }.

    Questions? Write to { $email }.
email-recommendation-thanks-button = Change recommendation
email-recommendation-declined = A recommender can't write
email-recommendation-declined-when = Goes to an applicant whose recommender says that they can't write one. It never says why.
email-recommendation-declined-subject = { $recommender } can't write your recommendation
email-recommendation-declined-body =
    { $recommender } can't write a recommendation for your application to { $season }. You can ask someone else until { $due }. Your application isn't affected.

    Questions? Write to { $email }.
email-recommendation-declined-button = Name someone else
email-recommendation-link = Link to name recommenders
email-recommendation-link-when = Goes to applicants whose application was imported or entered by your team, when you send them the link.
email-recommendation-link-subject = Name your recommenders for { $season }
email-recommendation-link-body =
    Hello { $name },

    We have your application to { $season }. Please tell us who can recommend you, by { $due }. Each person you name gets an email with a link and writes a few answers on one page. They don't need an account, and neither do you.

    The link is yours alone. Please don't forward it.

    Questions? Write to { $email }.
email-recommendation-link-button = Name recommenders

# Reviews
email-reviews-count = { $n ->
    [one] 1 application
   *[other] { $n } applications
}
email-reviews-conflicts = Before you start, tell us about any conflicts of interest.
email-reviews = Applications to review
email-reviews-when = Goes to a reviewer when applications are assigned to them.
email-reviews-subject = { $reviews } to review: { $season }
email-reviews-body =
    Hello { $name },

    You have { $reviews } in { $season } to review.

    Please finish by { $due }.

    { $conflicts }

    Questions? Write to { $email }.
email-reviews-button = Open my reviews
email-reviews-due = Reviews due soon
email-reviews-due-when = Goes once to reviewers with open reviews, some days before they are due.
email-reviews-due-subject = Reviews due { $due }: { $season }
email-reviews-due-body =
    Hello { $name },

    You still have { $reviews } to review. Please finish by { $due }.

    Questions? Write to { $email }.
email-reviews-due-button = Open my reviews

# Seats and decisions
email-invitation = Invitation to a seat
email-invitation-when = Goes to each person you offer a seat.
email-invitation-subject = A seat for you in { $season }
email-invitation-body =
    Hello { $name },

    We are glad to offer you a seat in { $season }. Please answer by { $answer_by }. The link below opens your invitation.

    { $beyond }

    You are free to say no, and nobody will ask why.

    Questions? Write to { $email }.
email-invitation-button = Read and answer
email-invitation-due = Invitation: answer due soon
email-invitation-due-when = Goes once to invited people who haven't answered, three days before their answer is due.
email-invitation-due-subject = Please answer your invitation to { $season }
email-invitation-due-body =
    Hello { $name },

    You are invited to { $season }. Please tell us by { $answer_by } whether you accept. After that, your seat may go to someone else.

    Questions? Write to { $email }.
email-invitation-due-button = Read and answer
email-invitation-canceled = Invitation canceled
email-invitation-canceled-when = Goes to an invited person when you cancel their invitation before they answer.
email-invitation-canceled-subject = Your invitation to { $season } was canceled
email-invitation-canceled-body =
    Hello { $name },

    We invited you to { $season }. We are sorry: we had to cancel this invitation, and its link no longer works.

    { $message }

    Questions? Write to { $email }.
email-seat = Seat accepted
email-seat-when = Goes to a person right after they accept their seat.
email-seat-subject = You have a seat in { $season }
email-seat-body =
    Hello { $name },

    Thank you for accepting. You have a seat in { $season }. It runs from { $starts_on } to { $ends_on }.

    You'll get the dates of the gatherings in separate emails, for your calendar. You can also see them on the page below.

    Questions? Write to { $email }.
email-seat-button = See the dates
email-seat-notice = Someone answered an invitation
email-seat-notice-when = Goes to program leads each time someone accepts or declines a seat.
email-seat-notice-subject = Invitation answered: { $answer }
email-seat-notice-body =
    Hello { $name },

    { $answer } { $seats }
email-seat-notice-button = See invitations
email-seat-notice-accepted = { $name } accepted their seat.
email-seat-notice-declined = { $name } declined their seat.
email-seats-taken = { $n } of { $of } seats are taken.
email-alternate = Alternates
email-alternate-when = Goes to alternates when you send decisions. It isn't a final answer.
email-alternate-page = Go to decisions
email-alternate-subject = Your application to { $season }
email-alternate-body =
    Hello { $name },

    Thank you for applying. All seats in { $season } have been offered, and you are on our list of alternates.

    If a seat opens, we will write to you. You don't need to do anything now. We will also write when all seats are taken.

    Thank you for your patience.

    Questions? Write to { $email }.
email-decision = Not selected or not eligible
email-decision-when = Goes to everyone who wasn't selected when you send decisions.
email-decision-page = Go to decisions
email-decision-subject = Your application to { $season }
email-decision-body =
    Hello { $name },

    Thank you for applying to { $season }. We can’t offer you a seat this time.

    { $reason } This says nothing about the worth of your work.

    If you would like to hear what reviewers noticed, write to us at { $email } and we will talk. You are welcome to apply again.

    With appreciation
email-decision-button = Keep or erase my application

# Registration
email-register-asked = Confirm a registration
email-register-asked-when = Goes to the address in a new registration, until its holder confirms it.
email-register-asked-subject = Confirm your registration: { $season }
email-register-asked-body =
    We received a registration for { $season } with your email address. Please confirm it within an hour. If seats are free, we hold one for you until then. Later you get a seat if one is free, or you join the waiting list.

    If you didn't register, you don't need to do anything. We won't send anything else about this registration.

    Questions? Write to { $email }.
email-register-asked-button = Confirm my registration
email-register-held = Registered
email-register-held-when = Goes to a person who has a place.
email-register-held-subject = You are registered: { $season }
email-register-held-body =
    Hello { $name },

    You are registered for { $season }. You'll get the dates in separate emails, for your calendar.

    Use the link below to leave or to pass your place on. Please keep this email.

    To pay, go to { $pay_link }

    Questions? Write to { $email }.
email-register-held-button = My registration
email-register-waiting = On the waiting list
email-register-waiting-when = Goes to a person who registers when all places are taken.
email-register-waiting-subject = You are on the waiting list: { $season }
email-register-waiting-body =
    Hello { $name },

    All seats for { $season } are taken. You are on the waiting list. If a seat comes free before registration closes, it is yours and we email you.

    Use the link below to see where you are or to leave the waiting list. Please keep this email.

    Questions? Write to { $email }.
email-register-waiting-button = My registration
email-register-opened = A place opened up
email-register-opened-when = Goes to the first person on the waiting list when a place opens up.
email-register-opened-subject = A seat is free, and it is yours: { $season }
email-register-opened-body =
    Hello { $name },

    A seat for { $season } has come free, and it is yours.

    Use the link below to leave or to pass your place on. Please keep this email.

    To pay, go to { $pay_link }

    Questions? Write to { $email }.
email-register-opened-button = My registration
email-register-again = Registered before
email-register-again-when = Goes to a person who registers again, with their link.
email-register-again-subject = Your registration: { $season }
email-register-again-body =
    You are already registered for { $season }. Here is your link again.

    Use it to leave or to pass your place on. Please keep this email.

    Questions? Write to { $email }.
email-register-again-button = My registration
email-register-again-waiting = On the waiting list before
email-register-again-waiting-when = Goes to a person on the waiting list who registers again, with their link.
email-register-again-waiting-subject = Your place on the waiting list: { $season }
email-register-again-waiting-body =
    You are already on the waiting list for { $season }. Here is your link again.

    Use it to see where you are or to leave the waiting list. Please keep this email.

    Questions? Write to { $email }.
email-register-again-waiting-button = My registration
email-place = Someone offers their place
email-place-when = Goes to the person to whom a registered person offers their place.
email-place-subject = { $registrant } offers you a place in { $season }
email-place-body =
    { $registrant } can't use their place in { $season } and offers it to you. Open the link to accept it or say no.

    Nothing changes unless you accept.

    Questions? Write to { $email }.
email-place-button = See the offer
email-place-there = A place for someone who has one
email-place-there-when = Goes to the person to whom a place is offered if they have one already.
email-place-there-subject = { $registrant } offers you a place in { $season }
email-place-there-body =
    { $registrant } offers you their place in { $season }. You're registered already, so there's nothing you need to do. { $registrant } keeps the place.

    Questions? Write to { $email }.
email-place-there-button = See the offer

# Gatherings
email-gathering = New gathering or time
email-gathering-when = Goes to everyone who takes part when you publish a gathering, with an entry for their calendar.
email-gathering-subject = New date: { $title }, { $day }
email-gathering-body =
    “{ $title }” takes place:

    { $details }

    { $purpose }

    Questions? Write to { $email }.
email-gathering-button = See the gathering
email-gathering-choose = Choose a time
email-gathering-choose-when = Goes to everyone who takes part when a gathering has several times.
email-gathering-choose-subject = Choose your time: { $title }
email-gathering-choose-body =
    There are several times for “{ $title }”. Please choose the one that suits you:

    { $times }

    You can choose until the end of { $choose_by }.

    Questions? Write to { $email }.
email-gathering-choose-button = Choose my time
email-gathering-opened = A seat opened up in a gathering
email-gathering-opened-when = Goes to a person on the waiting list of a time when a seat opens up.
email-gathering-opened-subject = You have a seat: { $title }, { $day }
email-gathering-opened-body =
    A seat came free for “{ $title }”, and it is yours:

    { $details }

    { $purpose }

    Questions? Write to { $email }.
email-gathering-opened-button = See the gathering
email-gathering-changed = A gathering changed
email-gathering-changed-when = Goes to everyone concerned when a published gathering changes.
email-gathering-changed-subject = Changed: { $title }, { $day }
email-gathering-changed-body =
    Something about “{ $title }” has changed:

    { $changes }

    { $details }

    Questions? Write to { $email }.
email-gathering-changed-button = See the gathering
email-gathering-off = A gathering was canceled
email-gathering-off-when = Goes to everyone concerned when you cancel a gathering. It leaves their calendar.
email-gathering-off-subject = Canceled: { $title }, { $day }
email-gathering-off-body =
    “{ $title }” is canceled.

    { $why }

    { $details }

    Questions? Write to { $email }.
email-gathering-off-button = See the gathering
email-gathering-left = A time is no longer theirs
email-gathering-left-when = Goes to a person who gives a time back, chooses another, or leaves. It leaves their calendar.
email-gathering-left-subject = No longer on your calendar: { $title }, { $day }
email-gathering-left-body =
    You no longer have this time of “{ $title }”:

    { $details }

    Questions? Write to { $email }.
email-gathering-left-button = See the gathering
email-reminder-day = Reminder the day before
email-reminder-day-when = Goes about a day before, to people who want it.
email-reminder-day-subject = Tomorrow or today: { $title }
email-reminder-day-body =
    “{ $title }” is coming up:

    { $details }

    Questions? Write to { $email }.
email-reminder-day-button = See the gathering
email-reminder-day-after = You decide when we remind you: go to My page, then My calendar.
email-reminder-hour = Reminder an hour before
email-reminder-hour-when = Goes about an hour before, to people who want it.
email-reminder-hour-subject = In an hour: { $title }
email-reminder-hour-body =
    “{ $title }” begins within the hour:

    { $details }

    Questions? Write to { $email }.
email-reminder-hour-button = See the gathering
email-reminder-hour-after = You decide when we remind you: go to My page, then My calendar.
email-dates-confirmed = Dates are confirmed
email-dates-confirmed-when = Goes to everyone who takes part when dates that differed in published texts are settled.
email-dates-confirmed-subject = The dates are confirmed: { $season }
email-dates-confirmed-body =
    The dates of { $season } were published in different ways. They are confirmed now:

    { $dates }

    Questions? Write to { $email }.
email-dates-confirmed-button = See the gatherings
email-logistics = Travel, room and food
email-logistics-when = Goes to people who haven't said what they need, when you ask them.
email-logistics-subject = Before { $title }: travel, room and food
email-logistics-body =
    You take part in “{ $title }”. Please tell us what you need for travel, your room and food. It takes five minutes.

    One person reads it, named on the page. It is erased sixty days after.

    Questions? Write to { $email }.
email-logistics-button = Say what I need
email-reimbursement = Reimbursement settled
email-reimbursement-when = Goes to a person when their request for a reimbursement is settled. It doesn't say the amount.
email-reimbursement-subject = Your reimbursement for { $title }
email-reimbursement-body =
    Your request for a reimbursement for “{ $title }” is settled. You can read the result on your page.

    Questions? Write to { $email }.
email-reimbursement-button = See the result
email-group = Emails to a group
email-group-when = You write them yourself. They have the signature and address for replies from this page.
