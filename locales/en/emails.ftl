# Emails about a season: the page of their texts, then each kind with its default text.
place-emails = Emails
emails-lead = Every email that people get about this season. You can edit any text, preview it as one person gets it, and send yourself a test.
emails-others = Sign-in links, codes and messages between people aren't listed here. Their texts can't be changed.
emails-change = View or edit these emails
emails-sender-change = Edit signature and replies
email-sender = Signature and replies
email-sender-save = Save signature and replies
email-sender-saved = Saved. All emails from this season now use it.
email-signature-name = Name at the end of every email
email-signature-hint = The person who signs. Without a name, emails are signed “{ $program }”.
email-signature-role = Role in English
email-signature-role-es = Role in Spanish
email-reply-to = Reply-to address
email-reply-to-hint = Replies to this season's emails go here. Use an inbox that someone checks. If you leave it blank, replies go to { $email }.
wrong-signature-long = Use { $arg } characters or fewer.
wrong-signature-name = Enter the name of the person with this role, or remove the role.
email-moment-team = Your team
email-moment-applying = Applications
email-moment-reviewing = Reviews
email-moment-deciding = Invitations and decisions
email-moment-registering = Registration
email-moment-gathering = Gatherings
email-moment-group = Emails to a group
email-behind-es = Spanish still has the default text
email-behind-en = English still has the default text
email-changed-by = Edited by { $name }, { $at }
email-changed-on = Edited { $at }
email-is-default = Default text
email-written-each-time = Written each time
email-saved = Saved. New emails will use this text.
email-save = Save text
email-reset = Use the default text
email-is-reset = Both languages have the default text again. Your text is kept below.
email-each-time = You write this email each time you send it, starting from this text.
email-fields = Fields you can use
email-fields-lead = We fill in each field for each person. Type it with its curly braces.
email-field-needed = Required.
email-field-empty = May be empty. If it is, its paragraph is left out.
email-subject-en = Subject in English
email-subject-es = Subject in Spanish
email-body-en = Text in English
email-body-es = Text in Spanish
email-body-hint = Leave a blank line between paragraphs. Your signature is added below.
email-button-en = Button in English
email-button-es = Button in Spanish
email-button-hint = The link behind the button stays the same.
email-button = See details
email-preview = Preview
email-preview-for = Preview as
email-preview-hint = The preview is in the person's language. It uses the text above, saved or not.
email-for-me = { $name } (you)
email-preview-act = Update preview
email-preview-examples = The name is real. The other fields show examples, and the links don't work.
email-preview-reply = Replies go to:
email-preview-no-reply = the address that sends the emails
email-preview-plain = Show as plain text
email-test-act = Send a test to myself
email-test-sent = The test is on its way to your email address.
email-test-subject = [Test] { $subject }
email-test-note = This is a test. The fields show examples, and the button leads to the season's page.
email-test-no-address = You have no email address here, so no test was sent. Add one on My page.
email-versions = Versions
email-version-own = custom text ({ $languages })
email-version-now = in use
email-version-read = Read this version
email-version-use = Use this version
wrong-email-subject = Enter a subject.
wrong-email-body = Enter the text of the email.
wrong-email-button = Enter a label for the button.
wrong-email-long = Use { $arg } characters or fewer.
wrong-email-unknown = This email has no field { $arg }. Remove it, or use one from the list.
wrong-email-missing = Add { $arg }. People need it in this email.
wrong-email-brace = This brace isn't part of a field. Remove it, or use a field from the list.
wrong-email-meanwhile = Someone else changed this text while you were editing. Their text is under Versions. Save again to replace it.
event-email-changed = Email text changed
event-email-reset = Email text set back to default
event-email-sender = Email signature or reply-to address changed
setup-signature = Sign your emails
setup-signature-text = Optional. Add a name to every email, a reply-to address and your own texts.
setup-signature-act = Set up emails

# What each field means, and an example.
email-field-season = The program and season
email-field-program = The program
email-field-email = The reply-to address
email-field-name = The person's name
email-field-number = The number of their application
email-sample-number = RL-2025-014
email-field-entered = A note when your team entered the application for them
email-sample-entered = Someone on our team entered your answers for you. If anything is wrong, please tell us.
email-field-change_until = Until when they can change, withdraw or resubmit it
email-sample-change_until = Fri, Apr 3, 2026, 5:00 p.m. Eastern Time (ET)
email-field-submitted_at = When they submitted it
email-sample-submitted_at = Mon, Mar 30, 2026, 8:14 p.m. Eastern Time (ET)
email-field-decision_day = The date by which you promised a decision
email-sample-decision_day = May 15, 2026
email-field-applicant = The applicant's name
email-sample-applicant = Alex Rivera
email-field-deadline = The deadline to submit
email-sample-deadline = Fri, Apr 3, 2026, 5:00 p.m. Eastern Time (ET)
email-field-reviews = How many applications they have to review
email-sample-reviews = 4 applications
email-field-due = The day reviews are due
email-sample-due = April 17, 2026
email-field-conflicts = A reminder to declare conflicts of interest, until they have
email-sample-conflicts = Before you start, tell us about any conflicts of interest.
email-field-answer_by = The last day to respond
email-sample-answer_by = May 29, 2026
email-field-beyond = A note when more people are invited than there are seats
email-sample-beyond = We expect some people to decline, so we may invite up to 24 people for 20 seats. Seats go to the first people who accept.
email-field-starts_on = The first day of the season
email-sample-starts_on = September 1, 2026
email-field-ends_on = The last day of the season
email-sample-ends_on = June 30, 2027
email-field-answer = Who responded, and what they said
email-sample-answer = Alex Rivera accepted their seat.
email-field-seats = How many seats are taken
email-sample-seats = 12 of 20 seats are taken.
email-field-reason = Why they weren't selected, in one sentence
email-sample-reason = We received many more applications than we have seats.
email-field-pay_link = Where to pay, if it costs something
email-sample-pay_link = https://example.org/pay
email-field-registrant = The person who offers their seat
email-sample-registrant = Alex Rivera
email-field-title = The name of the gathering
email-sample-title = Opening retreat
email-field-day = The day of the gathering
email-sample-day = Wed, Sep 9
email-field-details = Date, time and place
email-sample-details =
    Wed, Sep 9, 1:00–4:00 p.m. Eastern Time (ET)
    Where: Tidewater Hall
email-field-purpose = What the gathering is for
email-sample-purpose = We'll meet each other and agree on how we work together.
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
email-staff-subject = You're invited to { $season }
email-staff-body =
    Hello { $name },

    We'd like you to take on the role “{ $role }” in { $season }. Use the link below to accept. It works for seven days and only for this address.

    Questions? Email us at { $email }.
email-staff-button = View invitation
email-bounced = Email bounced
email-bounced-when = Goes to the season's leads when email to someone in the season bounces.
email-field-person = The person whose email bounced
email-sample-person = Sam Okafor
email-bounced-subject = Email to { $person } bounced
email-bounced-body =
    Hello { $name },

    Please ask { $person } for another email address. Email to them about { $season } bounced: the mail server says that this address doesn't exist.

    We've paused group emails to them. Sign-in links still go out. They can add an address on their own page. If the address works after all, resume email.
email-bounced-button = See bounced email
email-field-contact_change = Who the accessibility contact was before, and who it is now
email-sample-contact_change = Maren Vale is now the accessibility contact for Season 2025. Before, it was Ayo Silverthorne.
email-field-follows = What this means for the person, by our privacy rules
email-sample-follows = They can't see what people shared before.
email-access-contact = New or former accessibility contact
email-access-contact-when = Goes to the new accessibility contact and to the one before.
email-access-contact-subject = New accessibility contact for { $season }
email-access-contact-body =
    { $contact_change }

    { $follows }

    Questions? Email us at { $email }.
email-access-contact-button = See access needs
email-access-need = Accessibility contact changed: access needs
email-access-need-when = Goes to people who told us what helps them take part, when the accessibility contact changes. Nobody else sees that they got it.
email-access-need-subject = New accessibility contact for { $season }
email-access-need-body =
    { $contact_change }

    { $follows }

    Questions? Email us at { $email }.
email-access-need-button = Review my access needs
email-access-sheet = Accessibility contact changed: travel details
email-access-sheet-when = Goes to people who gave travel details or asked for a reimbursement, when the accessibility contact changes. Nobody else sees that they got it.
email-access-sheet-subject = New accessibility contact for { $season }
email-access-sheet-body =
    { $contact_change }

    { $follows }

    Questions? Email us at { $email }.
email-access-sheet-button = See my gatherings
email-space-invited = Invitation to a space
email-space-invited-when = Goes to someone who is invited to a space. It names neither the space nor the people in it.
email-space-invited-subject = { $season }: you have an invitation
email-space-invited-body =
    Someone in { $season } invited you to a space that people created for themselves. Sign in to see what it's for and to respond.
email-space-invited-button = See my spaces
email-space-in = Request to join a space accepted
email-space-in-when = Goes to someone who asked to join a space, when they're accepted.
email-space-in-subject = { $season }: your request was accepted
email-space-in-body =
    You can now join the space in { $season } that you asked to join.
email-space-in-button = See my spaces

# While people apply
email-call-open = Applications are open
email-call-open-when = Goes to everyone on the interest list when applications open.
email-call-open-subject = Apply now: { $season }
email-call-open-body =
    Hello { $name },

    Applications for { $season } are open. You can apply until { $deadline }.

    You're getting this email because you asked us to let you know.

    Questions? Email us at { $email }.
email-call-open-button = See how to apply
email-call-open-after = Below your signature: a link to leave the interest list.
email-draft-link = Link to continue an application
email-draft-link-when = Goes to someone who starts an application, or asks for their link again.
email-draft-link-subject = Continue your application to { $season }
email-draft-link-body =
    You started an application to { $season }. Use the link below to continue it on any device until applications close.

    The link opens only this application. If you didn't start one, you can ignore this email. We delete applications that aren't submitted 90 days after the deadline.

    Questions? Email us at { $email }.
email-draft-link-button = Continue my application
email-application-confirm = Confirm an application
email-application-confirm-when = Goes to the address in an application that was submitted, until the person confirms it.
email-application-confirm-subject = Confirm your email address: { $season }
email-application-confirm-body =
    Please confirm your email address. We received an application to { $season } with this address. Its number is { $number }. Once you confirm, you'll get a copy, and our decision will reach you.

    If you didn't send it, open the link and choose “This wasn't me.” We'll withdraw it and stop emailing you about it.

    Questions? Email us at { $email }.
email-application-confirm-button = Confirm my email address
email-application-sent = Application received
email-application-sent-when = Goes to an applicant when their application is submitted and their address is confirmed.
email-application-sent-subject = We received your application to { $season }
email-application-sent-body =
    Thank you for applying to { $season }. We received your application. Its number is { $number }.

    { $entered }

    You can change or withdraw it until { $change_until }.

    We'll email you our decision by { $decision_day }, either way.

    Questions? Email us at { $email }.
email-application-sent-button = View my application
email-application-sent-after = Below your signature: a copy of what they sent, without answers about themselves and their needs.
email-application-sent-entered = Someone on our team entered your answers for you. If anything is wrong, please tell us.
email-application-sent-copy = This is what you sent:
email-application-sent-apart = We keep answers about yourself and your needs apart from your application, and never repeat them in emails.
email-application-changed = Changes received
email-application-changed-when = Goes to an applicant who submits changes to their application.
email-application-changed-subject = We received the changes to your application to { $season }
email-application-changed-body =
    We received the changes to your application to { $season }. Its number is still { $number }.

    { $entered }

    You can change or withdraw it until { $change_until }.

    We'll email you our decision by { $decision_day }, either way.

    Questions? Email us at { $email }.
email-application-changed-button = View my application
email-application-changed-after = Below your signature: a copy of what they sent, without answers about themselves and their needs.
email-application-sent-again = Application submitted again
email-application-sent-again-when = Goes to an applicant who submits a withdrawn application again.
email-application-sent-again-subject = We received your application to { $season } again
email-application-sent-again-body =
    You submitted your application to { $season } again, and we received it. Its number is still { $number }.

    { $entered }

    You can change or withdraw it until { $change_until }.

    We'll email you our decision by { $decision_day }, either way.

    Questions? Email us at { $email }.
email-application-sent-again-button = View my application
email-application-sent-again-after = Below your signature: a copy of what they sent, without answers about themselves and their needs.
email-changes-deleted = Changes not submitted
email-changes-deleted-when = Goes to an applicant whose changes were not submitted by the deadline.
email-changes-deleted-subject = Your changes weren't submitted: { $season }
email-changes-deleted-body =
    You started to change your application to { $season }, but you didn't submit the changes by the deadline. We deleted them. We'll use your application as you submitted it on { $submitted_at }.

    Questions? Email us at { $email }.
email-stays-withdrawn = Application stays withdrawn
email-stays-withdrawn-when = Goes to someone who withdrew their application, started to change it, and didn't submit it again by the deadline.
email-stays-withdrawn-subject = Your application is still withdrawn: { $season }
email-stays-withdrawn-body =
    Your application to { $season } is still withdrawn. You submitted it on { $submitted_at }, withdrew it, and didn't submit it again by the deadline.

    Questions? Email us at { $email }.
email-draft-reminder = Reminder to finish an application
email-draft-reminder-when = Goes to people with an unfinished application, if you turn reminders on.
email-draft-reminder-subject = Your application to { $season } isn't submitted yet
email-draft-reminder-body =
    You started an application to { $season } but haven't submitted it yet. You can submit it until { $deadline }.

    The link below opens your draft. Please don't forward this email, because the link shows your answers.

    Questions? Email us at { $email }.
email-draft-reminder-button = Continue my application
email-draft-reminder-after = Below your signature: a link that turns reminders off.
email-draft-reminder-end = Don't want reminders? Turn them off: { $url }
email-application-withdrawn = Application withdrawn
email-application-withdrawn-when = Goes to an applicant who withdraws their application.
email-application-withdrawn-subject = You withdrew your application to { $season }
email-application-withdrawn-body =
    You withdrew your application to { $season }. We won't review it.

    If you change your mind, you can submit it again until { $change_until }.

    Questions? Email us at { $email }.
email-application-withdrawn-button = View my application
email-acknowledgement = Time commitment: employer
email-acknowledgement-when = Goes to an employer when an applicant asks them to confirm the time commitment.
email-acknowledgement-subject = { $applicant } wants you to know the time commitment for { $season }
email-acknowledgement-body =
    { $applicant } applied to { $season } and asks you to confirm that you know how much time it takes. Use the link below to see it in a minute.

    This isn't a reference and doesn't affect the decision. You don't have to respond.

    Questions? Email us at { $email }.
email-acknowledgement-button = See the time commitment

# Recommendations
email-field-note = Your own note to recommenders, from the recommendation settings
email-field-message = Your message to them, from the page where you cancel
email-sample-message = We sent it to you by mistake. We apologize.
email-sample-note = We look for people who bring others together.
email-field-recommender = The recommender's name
email-sample-recommender = Sam Okafor
email-recommendation-ask = Request for a recommendation
email-recommendation-ask-when = Goes to someone an applicant names as a recommender.
email-recommendation-ask-subject = { $applicant } asked you for a recommendation
email-recommendation-ask-body =
    Hello { $name },

    { $applicant } is applying to { $season } and asked you, as someone who knows their work, for a recommendation.

    { $note }

    It's a few questions on one page. Please send it by { $due }. You don't need an account, and your answers are saved as you type.

    If you can't write one, please tell us on the same page. If you don't know this person, you can ignore this email.

    Questions? Email us at { $email }.
email-recommendation-ask-button = Write the recommendation
email-recommendation-reminder = Reminder to a recommender
email-recommendation-reminder-when = Goes to recommenders who haven't responded: before the last day, or when you or the applicant send a reminder.
email-recommendation-reminder-subject = Reminder: recommendation for { $applicant }, due { $due }
email-recommendation-reminder-body =
    Hello { $name },

    { $applicant } is applying to { $season } and asked you for a recommendation. It's due { $due }.

    If you can't write one, please tell us on the same page. If you don't know this person, you can ignore this email.

    Questions? Email us at { $email }.
email-recommendation-reminder-button = Write the recommendation
email-recommendation-thanks = Recommendation received
email-recommendation-thanks-when = Goes to a recommender who sends a recommendation.
email-recommendation-thanks-subject = We received your recommendation for { $applicant }
email-recommendation-thanks-body =
    Hello { $name },

    Thank you for your recommendation of { $applicant } for { $season }. You can change it until { $due }.

    Questions? Email us at { $email }.
email-recommendation-thanks-button = Change recommendation
email-recommendation-declined = A recommender can't write
email-recommendation-declined-when = Goes to an applicant whose recommender can't write one. It never says why.
email-recommendation-declined-subject = { $recommender } can't write your recommendation
email-recommendation-declined-body =
    { $recommender } can't write a recommendation for your application to { $season }. You can ask someone else until { $due }. Your application isn't affected.

    Questions? Email us at { $email }.
email-recommendation-declined-button = Ask someone else
email-recommendation-link = Link to name recommenders
email-recommendation-link-when = Goes to applicants whose application was imported or entered by your team, when you send them the link.
email-recommendation-link-subject = Name your recommenders for { $season }
email-recommendation-link-body =
    Hello { $name },

    We have your application to { $season }. Please tell us who can recommend you, by { $due }. Each person you name gets an email with a link and writes a few answers on one page. They don't need an account, and neither do you.

    The link is yours alone. Please don't forward it.

    Questions? Email us at { $email }.
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

    You have { $reviews } to review for { $season }.

    Please finish by { $due }.

    { $conflicts }

    Questions? Email us at { $email }.
email-reviews-button = Open my reviews
email-reviews-due = Reviews due soon
email-reviews-due-when = Goes once to reviewers with unfinished reviews, a few days before they're due.
email-reviews-due-subject = Reviews due { $due }: { $season }
email-reviews-due-body =
    Hello { $name },

    You still have { $reviews } to review. Please finish by { $due }.

    Questions? Email us at { $email }.
email-reviews-due-button = Open my reviews

# Seats and decisions
email-invitation = Invitation to a seat
email-invitation-when = Goes to each person you offer a seat.
email-invitation-subject = You've been selected for { $season }
email-invitation-body =
    Hello { $name },

    Congratulations! We'd love to have you in { $season }. Please accept or decline your seat by { $answer_by }. Use the link below.

    { $beyond }

    If you can't join us, that's okay. You don't need to tell us why.

    Questions? Email us at { $email }.
email-invitation-button = Respond to invitation
email-invitation-due = Invitation: response due soon
email-invitation-due-when = Goes once to invited people who haven't responded, three days before their response is due.
email-invitation-due-subject = Please respond to your invitation to { $season }
email-invitation-due-body =
    Hello { $name },

    You're invited to { $season }, and we haven't heard from you yet. Please accept or decline by { $answer_by }. After that, your seat may go to someone else.

    Questions? Email us at { $email }.
email-invitation-due-button = Respond to invitation
email-invitation-canceled = Invitation canceled
email-invitation-canceled-when = Goes to an invited person when you cancel their invitation before they respond.
email-invitation-canceled-subject = Your invitation to { $season } was canceled
email-invitation-canceled-body =
    Hello { $name },

    We're sorry: we had to cancel your invitation to { $season }. Its link no longer works.

    { $message }

    Questions? Email us at { $email }.
email-seat = Seat accepted
email-seat-when = Goes to a person right after they accept their seat.
email-seat-subject = Your seat in { $season } is confirmed
email-seat-body =
    Hello { $name },

    Welcome, and thank you for accepting! Your seat in { $season } is confirmed. The season runs from { $starts_on } to { $ends_on }.

    You'll get a calendar invitation for each gathering in a separate email. You can also see the dates on the page below.

    Questions? Email us at { $email }.
email-seat-button = See the dates
email-seat-notice = Someone responded to an invitation
email-seat-notice-when = Goes to program leads each time someone accepts or declines a seat.
email-seat-notice-subject = Invitation response: { $answer }
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
email-alternate-subject = You're an alternate for { $season }
email-alternate-body =
    Hello { $name },

    Thank you for applying to { $season }. We've offered all seats for now, and you're on our list of alternates.

    If a seat opens up, we'll email you. You don't need to do anything now. We'll also email you when all seats are taken.

    Thank you for your patience.
email-decision = Not selected or not eligible
email-decision-when = Goes to everyone who wasn't selected when you send decisions.
email-decision-page = Go to decisions
email-decision-subject = Our decision on your application to { $season }
email-decision-body =
    Hello { $name },

    Thank you for applying to { $season }. We're sorry that we can't offer you a seat this time.

    { $reason } This doesn't reflect on the value of your work.

    If you'd like to hear what reviewers noticed, email us at { $email } and we'll be glad to talk. You're welcome to apply again.
email-decision-button = Keep or delete my application

# Registration
email-register-asked = Confirm a registration
email-register-asked-when = Goes to the address in a new registration, until the person confirms it.
email-register-asked-subject = Confirm your registration: { $season }
email-register-asked-body =
    Please confirm your registration for { $season } within one hour. If seats are available, we'll hold one for you until then. After that, you'll get a seat if one is available, or you'll join the waiting list.

    If you didn't register, you can ignore this email. We won't email you about it again.

    Questions? Email us at { $email }.
email-register-asked-button = Confirm my registration
email-register-held = Registered
email-register-held-when = Goes to a person who has a seat.
email-register-held-subject = You're registered: { $season }
email-register-held-body =
    Hello { $name },

    You're registered for { $season }. You'll get calendar invitations in separate emails.

    Use the link below to cancel or to give your seat to someone else. Please keep this email.

    To pay, go to { $pay_link }

    Questions? Email us at { $email }.
email-register-held-button = View my registration
email-register-waiting = On the waiting list
email-register-waiting-when = Goes to a person who registers when all seats are taken.
email-register-waiting-subject = You're on the waiting list: { $season }
email-register-waiting-body =
    Hello { $name },

    All seats for { $season } are taken, so you're on the waiting list. If a seat opens up before registration closes, it's yours and we'll email you.

    Use the link below to see your position or to leave the waiting list. Please keep this email.

    Questions? Email us at { $email }.
email-register-waiting-button = View my registration
email-register-opened = A seat opened up
email-register-opened-when = Goes to the first person on the waiting list when a seat opens up.
email-register-opened-subject = A seat opened up for you: { $season }
email-register-opened-body =
    Hello { $name },

    Good news: a seat opened up for { $season }, and it's yours.

    Use the link below to cancel or to give your seat to someone else. Please keep this email.

    To pay, go to { $pay_link }

    Questions? Email us at { $email }.
email-register-opened-button = View my registration
email-register-again = Already registered
email-register-again-when = Goes to a person who registers again, with their link.
email-register-again-subject = Your registration: { $season }
email-register-again-body =
    You're already registered for { $season }. Here is your link again.

    Use it to cancel or to give your seat to someone else. Please keep this email.

    Questions? Email us at { $email }.
email-register-again-button = View my registration
email-register-again-waiting = Already on the waiting list
email-register-again-waiting-when = Goes to a person on the waiting list who registers again, with their link.
email-register-again-waiting-subject = Your place on the waiting list: { $season }
email-register-again-waiting-body =
    You're already on the waiting list for { $season }. Here is your link again.

    Use it to see your position or to leave the waiting list. Please keep this email.

    Questions? Email us at { $email }.
email-register-again-waiting-button = View my registration
email-place = Someone offers their seat
email-place-when = Goes to a person when someone who is registered offers them their seat.
email-place-subject = { $registrant } is offering you a seat in { $season }
email-place-body =
    { $registrant } can't use their seat in { $season } and would like you to have it. Use the link below to accept or decline.

    Nothing changes unless you accept.

    Questions? Email us at { $email }.
email-place-button = Respond to the offer
email-place-there = A seat for someone who has one
email-place-there-when = Goes to a person who is offered a seat but already has one.
email-place-there-subject = { $registrant } is offering you a seat in { $season }
email-place-there-body =
    You don't need to do anything. { $registrant } offered you their seat in { $season }, but you're already registered, so they keep it.

    Questions? Email us at { $email }.
email-place-there-button = See the offer

# Gatherings
email-gathering = New gathering or time
email-gathering-when = Goes to everyone who takes part when you publish a gathering, with an entry for their calendar.
email-gathering-subject = Save the date: { $title }, { $day }
email-gathering-body =
    Please save the date for “{ $title }”:

    { $details }

    { $purpose }

    Questions? Email us at { $email }.
email-gathering-button = See details
email-gathering-choose = Choose a time
email-gathering-choose-when = Goes to everyone who takes part when a gathering has several times.
email-gathering-choose-subject = Choose your time: { $title }
email-gathering-choose-body =
    “{ $title }” has more than one time. Please choose the one that works for you:

    { $times }

    You can choose until the end of { $choose_by }.

    Questions? Email us at { $email }.
email-gathering-choose-button = Choose my time
email-gathering-opened = A seat opened up in a gathering
email-gathering-opened-when = Goes to a person on the waiting list of a time when a seat opens up.
email-gathering-opened-subject = A seat opened up for you: { $title }, { $day }
email-gathering-opened-body =
    Good news: a seat opened up for “{ $title }”, and it's yours:

    { $details }

    { $purpose }

    Questions? Email us at { $email }.
email-gathering-opened-button = See details
email-gathering-changed = A gathering changed
email-gathering-changed-when = Goes to everyone affected when a published gathering changes.
email-gathering-changed-subject = Updated: { $title }, { $day }
email-gathering-changed-body =
    Here's what changed about “{ $title }”:

    { $changes }

    { $details }

    Questions? Email us at { $email }.
email-gathering-changed-button = See details
email-gathering-off = A gathering was canceled
email-gathering-off-when = Goes to everyone affected when you cancel a gathering. It is removed from their calendars.
email-gathering-off-subject = Canceled: { $title }, { $day }
email-gathering-off-body =
    “{ $title }” has been canceled.

    { $why }

    { $details }

    Questions? Email us at { $email }.
email-gathering-off-button = See details
email-gathering-left = No longer signed up for a time
email-gathering-left-when = Goes to a person who gives up a time, chooses another or leaves. It is removed from their calendar.
email-gathering-left-subject = Removed from your calendar: { $title }, { $day }
email-gathering-left-body =
    You're no longer signed up for this time of “{ $title }”:

    { $details }

    Questions? Email us at { $email }.
email-gathering-left-button = See details
email-reminder-day = Reminder the day before
email-reminder-day-when = Goes out about a day before, to people who want it.
email-reminder-day-subject = Coming up: { $title }
email-reminder-day-body =
    “{ $title }” is coming up:

    { $details }

    Questions? Email us at { $email }.
email-reminder-day-button = See details
email-reminder-day-after = You choose when we remind you: go to My page, then My calendar.
email-reminder-hour = Reminder an hour before
email-reminder-hour-when = Goes out about an hour before, to people who want it.
email-reminder-hour-subject = Starting soon: { $title }
email-reminder-hour-body =
    “{ $title }” starts within the hour:

    { $details }

    Questions? Email us at { $email }.
email-reminder-hour-button = See details
email-reminder-hour-after = You choose when we remind you: go to My page, then My calendar.
email-rsvp-reminder = Reminder to RSVP
email-rsvp-reminder-when = Goes to people who haven't answered, when you press the button on a gathering's page. Each person gets at most one a day.
email-rsvp-reminder-subject = Will you be there? { $title }
email-rsvp-reminder-body =
    We haven't heard from you about “{ $title }” yet:

    { $details }

    Can you come? Your answer helps us plan, and you can change it later.

    Questions? Email us at { $email }.
email-rsvp-reminder-button = Answer now
email-rsvp-reminder-after = Don't want reminders? Turn them off: go to My page, then My calendar.
email-dates-confirmed = Dates are confirmed
email-dates-confirmed-when = Goes to everyone who takes part when conflicting published dates are settled.
email-dates-confirmed-subject = Confirmed dates: { $season }
email-dates-confirmed-body =
    Please check your calendar. Different dates were published for { $season }, and these are the right ones:

    { $dates }

    Questions? Email us at { $email }.
email-dates-confirmed-button = See the gatherings
email-logistics = Travel, lodging and meals
email-logistics-when = Goes to people who haven't told us what they need, when you ask them.
email-logistics-subject = Tell us your travel plans for { $title }
email-logistics-body =
    Please tell us what you need for travel, lodging and meals at “{ $title }”. It takes about five minutes.

    Only one person sees it, and the page says who. We delete it 60 days after the gathering.

    Questions? Email us at { $email }.
email-logistics-button = Add my travel plans
email-reimbursement = Reimbursement decided
email-reimbursement-when = Goes to a person when their reimbursement request is decided. It doesn't say the amount.
email-reimbursement-subject = Your reimbursement for { $title }
email-reimbursement-body =
    Your reimbursement request for “{ $title }” has been decided. Sign in to see the result.

    Questions? Email us at { $email }.
email-reimbursement-button = See the result
email-group = Emails to a group
email-group-when = You write these yourself. They use the signature and reply-to address from this page.
