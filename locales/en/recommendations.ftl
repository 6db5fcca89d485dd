# Recommendations: what leads set, whom applicants name, what recommenders write.
place-recommendations = Recommendations
recommendations-title = Recommendations
recommendations-ask-for = Ask for recommendations
recommendations-off = This season doesn't ask for recommendations. You can ask applicants to name up to three people who know their work. Each of them gets a link and doesn't need an account.
recommendations-set-up = Set up recommendations
recommendations-change = Change settings
recommendations-asks = Each applicant can have up to { $n ->
    [one] one recommendation
   *[other] { $n } recommendations
  }. Due { $day }.
recommendations-asks-required = Each applicant needs { $n ->
    [one] one recommendation
   *[other] { $n } recommendations
  }. Due { $day }.
recommendations-received = Received
recommendations-open = Waiting for an answer
recommendations-lacking = of { $total } applications have fewer than { $n }
recommendations-missing = Missing
recommendations-decide-nothing = A missing recommendation never makes anyone ineligible.
recommendations-remind = Remind { $n ->
    [one] one recommender
   *[other] { $n } recommenders
  }
recommendations-remind-note = Each of them gets one email with a new link. We skip people who got an email in the last 24 hours.
recommendations-reminded = Sent to { $n ->
    [one] one person
   *[other] { $n } people
  }.
recommendations-reminded-nobody = We didn't send any reminders. Everyone has answered or got an email in the last 24 hours.
recommendations-show-missing = Show { $n ->
    [one] the one application
   *[other] the { $n } applications
  } with missing recommendations
recommendations-show-all = Show all applications
recommendations-nobody = No applications yet.
recommendations-nobody-named = This applicant hasn't named anyone yet.
recommendations-recommenders = Recommenders
recommendations-count = Read recommendations ({ $received } of { $named } received)
recommendations-told-kept = We told the recommender that the applicant doesn't see this on this site.
recommendations-told-shown = We told the recommender that the applicant can read this.
recommendations-settings = Recommendation settings
recommendations-settings-lead = Choose how many recommendations to ask for, when they're due, and what recommenders answer.
recommendations-most = Number of recommendations
recommendations-most-hint = For each applicant. Choose “None” to stop asking.
recommendations-none = None
recommendations-required = Ask every applicant for this many
recommendations-required-hint = Applicants see that you ask for them, and you see who is missing some. They can still submit without them, and nobody becomes ineligible.
recommendations-due = Last day for recommendations
recommendations-due-hint = On or after the day applications close. Applicants can name people until then, even after they submit.
recommendations-shown = Can applicants read their recommendations?
recommendations-shown-hint = If not, applicants see only whether each one has arrived. We tell recommenders before they write. A change applies to people asked after that.
recommendations-shown-no = No
recommendations-shown-yes = Yes, once it's sent
recommendations-intro = Note to recommenders in { $language }
recommendations-intro-hint = Optional. In a few sentences, say what the program is and what you'd like to know.
recommendations-save = Save settings
recommendations-questions = Questions for recommenders
recommendations-questions-first = These questions are a good start. Save the settings first to change them.
recommendations-questions-none = There are no questions. Add at least one so that recommenders have something to answer.
recommendations-question-add = Add question
recommendations-questions-note = Changes apply right away to everyone who hasn't sent a recommendation. Recommendations already sent keep their questions.
recommendations-need = We ask for { $n ->
    [one] one recommendation
   *[other] { $n } recommendations
  } from people who know your work, by { $day }.
recommendations-may = You can ask { $n ->
    [one] one person who knows
   *[other] up to { $n } people who know
  } your work for a recommendation, by { $day }.
recommendations-how = Each person gets an email with a link and doesn't need an account. You'll see here whether their recommendation has arrived.
recommendations-you-read = You can read what they write, and we tell them so.
recommendations-you-dont-read = You won't see what they write here. The law may give you a right to ask the program for the data it keeps about you.
recommendations-so-far = { $named } named, { $received } received.
recommendations-after-sending = You can submit your application now and name people later.
recommendations-open-page = Name a recommender
recommendations-look = View your recommendations
recommendations-whom = People you named
recommendations-once-a-day = You can remind each person once a day. You can replace anyone who hasn't answered.
recommendations-confirm-first = We'll email them as soon as you confirm your own email address. Open the link we sent you.
recommendations-address-first = We'll email them as soon as you confirm your own email address. Enter it in your application, then open the link we send you.
recommendations-named = Saved. We're sending them an email.
recommendations-named-later = Saved. We'll email them after you confirm your own email address.
recommendations-reminded-one = Reminder sent.
recommendations-early = We didn't send an email. They've answered, or they got one in the last 24 hours.
recommendations-removed = Removed. Their link now tells them that you don't need a recommendation anymore.
recommendations-answered = They've already answered, so nothing was removed.
recommendations-over = The last day was { $day }. You can't name anyone anymore.
recommendations-mail-now = They'll get an email right away.
recommendations-mail-later = They'll get an email after you confirm your own email address.
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
recommendation-replace = Replace recommender
recommendation-replace-title = Replace { $name }
recommendation-replace-text = Their link stops working as soon as you name someone else.
recommendation-replace-act = Replace and ask
recommendation-name-title = Name a recommender
recommendation-name-act = Ask for a recommendation
recommender-name = Recommender's name
recommender-email = Recommender's email address
recommender-relation = How they know you
recommender-relation-hint = For example: “My supervisor at the food bank”. Reviewers don't see this.
recommender-language = Language of the email to them
recommender-own-name = Your name, as they know you
recommender-own-name-hint = We put it in the email, so that they know who is asking.
wrong-recommender-twice = You already named a person with this email address. Enter another person's address.
wrong-recommender-own = This is your own email address. Enter the recommender's address.
wrong-recommenders-full = You've named as many people as you can. To name someone else, first replace or remove a person who hasn't answered.
wrong-recommenders-many = You've named 12 people in all, which is the limit. Ask the program for help.
wrong-recommenders-closed = The last day for recommendations has passed.
wrong-recommendations-due = Choose a day on or after the day applications close.
recommendation-title = Recommendation
recommendation-asks = { $name } asks you for a recommendation
recommendation-lead = { $name } is applying to { $season } and named you as someone who knows their work. Please answer a few questions by { $day }. You don't need an account.
recommendation-begin = Write recommendation
recommendation-questions = What we ask
recommendation-who-reads = Who reads your answers
recommendation-read-by = Program leads read them with your name. Reviewers can read them after they read the application.
recommendation-no-names = Before reviewers read them, we replace the names we know. Please don't add others.
recommendation-shown-no = { $name } doesn't see your answers on this site. The law may give them a right to ask the program for their data, which can include your answers.
recommendation-shown-yes = { $name } can read your answers as soon as you send them.
recommendation-no-veto = Your recommendation is one view among several. It never decides on its own.
recommendation-for = Recommendation for { $name }
recommendation-until = We save your answers as you type. Send them by { $day }.
recommendation-sent = You sent this { $at }. You can change it until { $day }.
recommendation-sent-now = Sent. Thank you! You can change it until { $day }.
recommendation-changed = You have changes that you haven't sent. The program sees the version you sent last.
recommendation-changes-note = Until you send your changes, the program sees the version you sent last.
recommendation-incomplete = We haven't sent it yet. Some answers are missing or need a change.
recommendation-send = Send recommendation
recommendation-send-changes = Send changes
recommendation-send-note = You can change it after you send it, until { $day }.
recommendation-save-gone = We can't save this anymore. The last day has passed, or the recommendation is no longer needed. What you typed is still here for you to copy.
recommendation-cannot = I can't write one
recommendation-cannot-text = That's fine. { $name } will see that you can't and can ask someone else.
recommendation-reason = Reason
recommendation-reason-hint = Optional. Only program leads read it.
recommendation-reason-given = Reason:
recommendation-decline = Decline to recommend
recommendation-declined = You told us you can't write one
recommendation-declined-text = Thank you for telling us. { $name } can ask someone else.
recommendation-after-all = Write recommendation after all
recommendation-gone = You don't need to write this recommendation anymore
recommendation-gone-text = { $name } asked someone else or withdrew the application. There's nothing more for you to do.
recommendation-over = The last day for recommendations has passed
recommendation-over-text = It was { $day }, and what you wrote for { $name } wasn't sent. If you still want to help, email the program at the address below.
recommendation-thanks = Thank you for your recommendation
recommendation-over-sent = You sent it { $at }. The last day for changes was { $day }.
recommendation-name = [name]
recommendation-delete = Delete this recommendation
recommendation-delete-text = Do this if the recommender asks you to. This deletes their answers, name and email address. You can't undo this.
recommendation-delete-act = Delete recommendation
desk-recommendations = { $n ->
    [one] One recommendation
   *[other] { $n } recommendations
  } (optional)
desk-recommendations-text = Reading these is optional, and it's best to score first. No recommendation rules anyone out.
desk-recommendation = Recommendation { $n }
desk-recommendations-names = We replace the names we know with [name]. Some may remain.
event-recommendation-declined = A recommender said they can't write one
event-recommendation-deleted = Someone deleted a recommendation
event-recommendation-sent = A recommendation arrived
event-recommendations-changed = Recommendation settings saved
event-recommendations-reminded = Someone reminded recommenders
recommendations-nobody-yet = Nobody named yet
recommendations-named-lead = Saved. We're sending them an email.
recommendation-name-lead = Ask for a recommendation on the applicant's behalf
recommendation-name-lead-text = For applicants who can't name people themselves. Do this only if the applicant asked you to, because the email goes out in their name.
recommender-relation-lead = How they know the applicant
recommender-applicant-name = The applicant's name, as the recommender knows them
wrong-recommender-twice-lead = This application already has a recommender with this email address. Enter another person's address.
wrong-recommender-own-lead = This is the applicant's own email address. Enter the recommender's address.
wrong-recommenders-full-lead = This application already has as many recommenders as you ask for. You can ask for more in the recommendation settings.
wrong-recommenders-many-lead = 12 people have been named for this application in all, which is the limit.
recommendations-link = Let the applicant name recommenders
recommendations-link-text = They get an email with a link to a page where they can name their recommenders. They don't need an account.
recommendations-linked = Last link sent { $at }.
recommendations-link-act = Send link to { $email }
recommendations-link-sent = Sent. The applicant gets an email with their link.
recommendations-link-nowhere = We can't send a link because we have no email address for this applicant.
recommendations-link-early = The applicant got a link in the last 24 hours. You can send another one tomorrow.
recommendations-without-form = { $n ->
    [one] 1 applicant didn't apply through the form here
   *[other] { $n } applicants didn't apply through the form here
  }
recommendations-without-form-text = Your team imported or entered their applications, and they haven't named anyone yet. Send them links so that they can name their recommenders. You can't undo sending.
recommendations-without-form-one = For just one applicant, open their application and choose “Ask for recommendations”.
recommendations-links-act = { $n ->
    [one] Send link to 1 applicant
   *[other] Send links to { $n } applicants
  }
recommendations-links-sent = { $n ->
    [one] Link sent to 1 applicant.
   *[other] Links sent to { $n } applicants.
  }
recommendations-links-nobody = There's nobody left to send a link to.
recommendations-export = Export recommendations
recommendation-export-follow-up-title = Follow-up
recommendation-export-follow-up-text = Who was asked, when, and whether the recommendation has arrived. Without the answers.
recommendation-export-archive-title = Everything, for your archive
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
recommendation-export-never = These lists never include the reasons why someone can't recommend. We told recommenders who reads their answers, so don't share the file with anyone else.
event-recommendation-link-sent = An applicant got a link to name recommenders
event-recommendation-links-sent = Applicants got links to name recommenders
event-recommendations-exported = Someone exported a list of recommendations
