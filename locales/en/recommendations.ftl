# Recommendations: what leads set, whom applicants name, what recommenders write.
place-recommendations = Recommendations
recommendations-title = Recommendations
recommendations-ask-for = Ask for recommendations
recommendations-off = This season doesn't ask for recommendations. You can ask applicants to name up to three people who know their work. Each of them gets a link and needs no account.
recommendations-set-up = Set up recommendations
recommendations-change = Change settings
recommendations-asks = Each applicant may have up to { $n ->
    [one] one recommendation
   *[other] { $n } recommendations
  }. Due { $day }.
recommendations-asks-required = Each applicant needs { $n ->
    [one] one recommendation
   *[other] { $n } recommendations
  }. Due { $day }.
recommendations-received = Received
recommendations-open = Asked, not answered yet
recommendations-lacking = of { $total } applications have fewer than { $n }
recommendations-missing = Missing
recommendations-decide-nothing = A missing recommendation never makes anyone ineligible. Nothing on this site decides by it.
recommendations-remind = Remind { $n ->
    [one] one recommender
   *[other] { $n } recommenders
  }
recommendations-remind-note = Each of them gets one email with a new link. People who got an email in the last 24 hours are left out.
recommendations-reminded = Sent to { $n ->
    [one] one person
   *[other] { $n } people
  }.
recommendations-reminded-nobody = Nobody was reminded: everyone has answered or got an email in the last 24 hours.
recommendations-show-missing = Show { $n ->
    [one] the one application
   *[other] the { $n } applications
  } with missing recommendations
recommendations-show-all = Show all applications
recommendations-nobody = No application yet.
recommendations-nobody-named = This applicant hasn't named anyone yet.
recommendations-recommenders = Recommenders
recommendations-count = Read recommendations ({ $received } of { $named } received)
recommendations-told-kept = The recommender was told that the applicant doesn't see this on this site.
recommendations-told-shown = The recommender was told that the applicant can read this.
recommendations-settings = Recommendation settings
recommendations-settings-lead = Choose how many recommendations you ask for, until when, and what recommenders answer.
recommendations-most = How many recommendations
recommendations-most-hint = For each applicant. Choose “None” to stop asking.
recommendations-none = None
recommendations-required = We ask every applicant for this many
recommendations-required-hint = Applicants see that they're needed, and you see who is missing. Applications can be sent without them, and nobody becomes ineligible.
recommendations-due = Last day for recommendations
recommendations-due-hint = On or after the day applications close. Applicants can name people until then, also after sending.
recommendations-shown = Can applicants read their recommendations?
recommendations-shown-hint = If not, applicants see only whether it has arrived. Recommenders are told before they write. A change applies to people asked from then on.
recommendations-shown-no = No
recommendations-shown-yes = Yes, once it's sent
recommendations-intro = Note to recommenders, { $language }
recommendations-intro-hint = Optional. Say in a few sentences what the program is and what helps you.
recommendations-save = Save settings
recommendations-questions = Questions for recommenders
recommendations-questions-first = These are a good start. Save the settings first, and then you can change them.
recommendations-questions-none = There are no questions. Add at least one, or recommenders have nothing to answer.
recommendations-questions-note = Changes apply right away to everyone who hasn't sent theirs. Recommendations that were sent keep the questions they answered.
recommendations-need = We ask for { $n ->
    [one] one recommendation
   *[other] { $n } recommendations
  } from people who know your work, by { $day }.
recommendations-may = You may ask { $n ->
    [one] one person who knows
   *[other] up to { $n } people who know
  } your work for a recommendation, by { $day }.
recommendations-how = Each person gets an email with a link. They need no account. You see here whether it has arrived.
recommendations-you-read = You can read what they write, and they know that.
recommendations-you-dont-read = You don't see what they write here. The law may give you a right to ask the program for the data it keeps about you.
recommendations-so-far = { $named } named, { $received } received.
recommendations-after-sending = You can send your application now and name people later.
recommendations-open-page = Name a recommender
recommendations-look = See your recommendations
recommendations-whom = People you named
recommendations-once-a-day = You can remind each person once a day. You can replace anyone who hasn't answered.
recommendations-confirm-first = We write to them as soon as you confirm your email address. Open the link we sent you.
recommendations-address-first = We write to them as soon as you confirm your email address. Enter it in your application, and open the link we send you.
recommendations-named = Saved. We're sending them an email.
recommendations-named-later = Saved. We haven't written to them yet.
recommendations-reminded-one = Reminder sent.
recommendations-early = No email was sent. They've answered, or they got an email in the last 24 hours.
recommendations-removed = Removed. Their link now says that nothing is needed from them.
recommendations-answered = They've already answered, so nothing was removed.
recommendations-over = The last day was { $day }. You can't name anyone now.
recommendations-mail-now = They get an email right away.
recommendations-mail-later = They get an email once you've confirmed your own email address.
recommendations-to-status = Back to your application
recommendation-is-waiting = Not asked yet
recommendation-is-asked = Asked
recommendation-is-opened = Opened
recommendation-is-declined = Can't write one
recommendation-is-received = Received
recommendation-written-to = Last email { $at }
recommendation-came = received { $at }
recommendation-read = Read recommendation
recommendation-remind = Send a reminder
recommendation-replace = Replace
recommendation-replace-title = Replace { $name }
recommendation-replace-text = Their link stops working as soon as you name someone else.
recommendation-replace-act = Replace and ask
recommendation-name-title = Name a recommender
recommendation-name-act = Ask for a recommendation
recommender-name = Recommender's name
recommender-email = Recommender's email address
recommender-relation = How they know you
recommender-relation-hint = Such as “My supervisor at the food bank”. Reviewers don't see this.
recommender-language = Language of the email to them
recommender-own-name = Your name, as they know you
recommender-own-name-hint = It's in the email, so that they know who asks.
wrong-recommender-twice = You already named a person with this email address. Enter another person's address.
wrong-recommender-own = This is your own email address. Enter the recommender's address.
wrong-recommenders-full = You've named as many people as you can. Replace or remove someone who hasn't answered first.
wrong-recommenders-many = You've named 12 people in all, which is the most. Ask the program for help.
wrong-recommenders-closed = The last day for recommendations is over.
wrong-recommendations-due = Choose a day on or after the day applications close.
recommendation-title = Recommendation
recommendation-asks = { $name } asks you for a recommendation
recommendation-lead = { $name } is applying for { $season } and named you as someone who knows their work. Please answer a few questions by { $day }. You don't need an account.
recommendation-begin = Write recommendation
recommendation-questions = What we ask
recommendation-who-reads = Who reads what you write
recommendation-read-by = The program's leads read it with your name. Reviewers can read it after the application.
recommendation-no-names = Reviewers don't see names. Names we know are replaced, so please don't add others.
recommendation-shown-no = { $name } doesn't see it on this site. The law may give them a right to ask the program for the data it keeps about them, and that can include this.
recommendation-shown-yes = { $name } can read it as soon as you send it.
recommendation-no-veto = It's one view among several. It never decides alone.
recommendation-for = Recommendation for { $name }
recommendation-until = Your answers are saved as you type. Send them by { $day }.
recommendation-sent = You sent this { $at }. You can change it until { $day }.
recommendation-sent-now = Sent. Thank you! You can change it until { $day }.
recommendation-changed = You have changes that you haven't sent. Readers see what you sent last.
recommendation-changes-note = Until you send your changes, readers see what you sent last.
recommendation-incomplete = It isn't sent yet. Some answers are missing or need a change.
recommendation-send = Send recommendation
recommendation-send-changes = Send changes
recommendation-send-note = After sending, you can change it until { $day }.
recommendation-save-gone = This can't be saved anymore: the last day is over, or it's no longer needed. What you typed is still here for you to copy.
recommendation-cannot = I can't write one
recommendation-cannot-text = That's fine. { $name } sees that you can't and can ask someone else.
recommendation-reason = Reason
recommendation-reason-hint = Optional. Only the program's leads read it.
recommendation-reason-given = Reason:
recommendation-decline = Say that I can't
recommendation-declined = You said that you can't write one
recommendation-declined-text = Thank you for telling us. { $name } can ask someone else.
recommendation-after-all = Write it after all
recommendation-gone = This recommendation isn't needed anymore
recommendation-gone-text = { $name } asked someone else or withdrew the application. There's nothing left for you to do.
recommendation-over = The last day for recommendations is over
recommendation-over-text = It was { $day }. What you wrote for { $name } wasn't sent. If you still want to help, write to the program at the address below.
recommendation-thanks = Thank you for your recommendation
recommendation-over-sent = You sent it { $at }. The last day for changes was { $day }.
recommendation-name = [name]
recommendation-delete = Delete this recommendation
recommendation-delete-text = Do this when the recommender asks you to. Their answers, name and email address are deleted. You can't undo it.
recommendation-delete-act = Delete recommendation
desk-recommendations = { $n ->
    [one] One recommendation
   *[other] { $n } recommendations
  } (optional)
desk-recommendations-text = You don't have to read these, and it's best to score first. No recommendation rules anyone out.
desk-recommendation = Recommendation { $n }
desk-recommendations-names = Names that we know are replaced with [name]. Others may be left.
event-recommendation-declined = A recommender can't write
event-recommendation-deleted = Recommendation deleted
event-recommendation-sent = A recommendation arrived
event-recommendations-changed = Recommendation settings saved
event-recommendations-reminded = Recommenders were reminded
recommendations-nobody-yet = Nobody named yet
recommendations-named-lead = Saved. We're sending them an email.
recommendation-name-lead = Ask for a recommendation on the applicant's behalf
recommendation-name-lead-text = For applicants who can't name people themselves. Do this only if the applicant asked you to: the email is in their name.
recommender-relation-lead = How they know the applicant
recommender-applicant-name = The applicant's name, as the recommender knows them
wrong-recommender-twice-lead = A person with this email address is already named for this application. Enter another person's address.
wrong-recommender-own-lead = This is the applicant's own email address. Enter the recommender's address.
wrong-recommenders-full-lead = As many people are named as you ask for. You can ask for more in the recommendation settings.
wrong-recommenders-many-lead = 12 people were named for this application in all, which is the most.
recommendations-link = Let the applicant name people
recommendations-link-text = They get an email with a link to a page where they name their own recommenders. They need no account.
recommendations-linked = Last link sent { $at }.
recommendations-link-act = Send link to { $email }
recommendations-link-sent = Sent. The applicant gets an email with their link.
recommendations-link-nowhere = No link can be sent: we have no email address for this applicant.
recommendations-link-early = They got a link in the last 24 hours. You can send another one tomorrow.
recommendations-without-form = { $n ->
    [one] 1 applicant didn't apply through the form here
   *[other] { $n } applicants didn't apply through the form here
  }
recommendations-without-form-text = Their applications were imported or entered by your team, and nobody is named for them yet. Send each of them a link with which they name their recommenders. The emails can't be taken back.
recommendations-without-form-one = For one applicant only, open their application and choose “Ask for recommendations”.
recommendations-links-act = { $n ->
    [one] Send link to 1 applicant
   *[other] Send links to { $n } applicants
  }
recommendations-links-sent = { $n ->
    [one] Link sent to 1 applicant.
   *[other] Links sent to { $n } applicants.
  }
recommendations-links-nobody = Nobody is left to send a link to.
recommendations-export = Export recommendations
recommendation-export-follow-up-title = Following up
recommendation-export-follow-up-text = Who was asked, when, and whether it has arrived. Nothing that was written.
recommendation-export-archive-title = Everything, for an archive
recommendation-export-archive-text = All recommendations with names and answers.
recommendation-export-number = Application number
recommendation-export-applicant = Applicant
recommendation-export-recommender = Recommender
recommendation-export-email = Recommender's email
recommendation-export-relation = How they know the applicant
recommendation-export-language = Language
recommendation-export-status = Status
recommendation-export-asked = Asked
recommendation-export-reminded = Reminded
recommendation-export-received = Received
recommendation-export-shown = Applicant can read it
recommendation-export-answers = All answers
recommendation-export-never = Reasons why someone can't write one are never in these lists. Recommenders were told who reads what they write: share the file with nobody else.
event-recommendation-link-sent = An applicant got a link to name recommenders
event-recommendation-links-sent = Applicants got links to name recommenders
event-recommendations-exported = A list of recommendations was exported
