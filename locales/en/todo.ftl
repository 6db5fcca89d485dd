# To do: what waits for a person, and for a season's team.
todo-title = To do
todo-nothing = Nothing to do right now.
for-you = For you
for-you-none = Nothing is waiting for you. RSVPs, surveys, messages, and forms will show up here.
for-you-more = See details
todo-more = Show { $n } more
todo-in-days = { $n ->
    [0] Today
    [one] Tomorrow
   *[other] In { $n } days
  }
todo-unanswered = { $n ->
    [one] 1 person hasn't answered for { $name } on { $day }.
   *[other] { $n } people haven't answered for { $name } on { $day }.
  }
todo-unanswered-act = Remind them
todo-commitment = How is it going with “{ $name }”?
todo-commitment-act = Check in
todo-witness-asked = { $name } asks you to be a witness for a commitment.
todo-witness-asked-act = Read and answer
todo-witness-missed = { $name } missed a check-in. See what you agreed to do.
todo-witness-missed-act = See commitment
todo-poll = { $dated ->
    [yes] Your team looks for a time for “{ $name }”. Say when you can meet by { $day }.
   *[no] Your team looks for a time for “{ $name }”. Say when you can meet.
  }
todo-poll-act = Say when you can meet
todo-calendar = Your calendar can't be read, so people may book over new events.
todo-calendar-act = Check calendar
todo-agreements = Read the group agreements and tell us if you agree.
todo-agreements-act = Read agreements
todo-pulse = Tell us how you're doing. This short survey is anonymous and closes { $day }.
todo-pulse-act = Take the survey
todo-message = { $n ->
    [one] You have an unanswered message.
   *[other] You have { $n } unanswered messages.
}
todo-message-act = Reply to messages
todo-space-invited = You're invited to join { $name }.
todo-space-invited-act = See invitation
todo-space-asked = { $n ->
    [one] One person has asked to join { $name }.
   *[other] { $n } people have asked to join { $name }.
}
todo-space-asked-act = Review requests
todo-choose = Choose a time for { $name }. It starts { $day }.
todo-choose-act = Choose a time
todo-answer = Are you coming to { $name } on { $day }?
todo-answer-act = RSVP
todo-travel = Tell us your travel plans for { $name }. It starts { $day }.
todo-travel-act = Add travel plans
todo-reviews = { $n ->
    [one] You have 1 application to review{ $dated ->
        [yes] {", "}due { $day }.
       *[no] {"."}
    }
   *[other] You have { $n } applications to review{ $dated ->
        [yes] {", "}due { $day }.
       *[no] {"."}
    }
}
todo-reviews-act = Review applications
todo-invitation = You're invited to join the cohort. Please respond by { $day }.
todo-invitation-act = Respond to invitation
todo-share-needs = { $name } is now the accessibility contact. Choose whether to share your access needs with them.
todo-share-needs-act = Choose who sees them
todo-dates = Some published dates don't match.
todo-dates-act = Compare dates
todo-needs = { $n ->
    [one] One person has a request for { $name } on { $day }.
   *[other] { $n } people have requests for { $name } on { $day }.
}
todo-needs-act = Review requests
todo-attendance = Attendance for { $name } on { $day } hasn't been recorded.
todo-attendance-act = Record attendance
todo-money = { $n ->
    [one] One reimbursement request for { $name } needs review.
   *[other] { $n } reimbursement requests for { $name } need review.
}
todo-money-act = Review reimbursements
todo-teams = { $n ->
    [one] The cohort has 1 member but no home teams yet.
   *[other] The cohort has { $n } members but no home teams yet.
}
todo-teams-act = Form home teams
todo-consent = { $n ->
    [one] One member hasn't chosen what to share on the public page.
   *[other] { $n } members haven't chosen what to share on the public page.
}
todo-consent-act = See members
todo-outstanding = { $n ->
    [one] One review isn't finished{ $dated ->
        [yes] {". "}It's due { $day }.
       *[no] {"."}
    }
   *[other] { $n } reviews aren't finished{ $dated ->
        [yes] {". "}They're due { $day }.
       *[no] {"."}
    }
}
todo-outstanding-act = See reviewers
todo-drafts = { $n ->
    [one] One person has started an application but hasn't submitted it. Applications close { $day }.
   *[other] { $n } people have started an application but haven't submitted it. Applications close { $day }.
}
todo-undecided = { $n ->
    [one] One application needs an eligibility decision.
   *[other] { $n } applications need an eligibility decision.
}
todo-undecided-act = Decide eligibility
todo-late = { $n ->
    [one] One late application needs an eligibility decision.
   *[other] { $n } late applications need an eligibility decision.
}
todo-late-act = Decide eligibility
todo-goals = { $n ->
    [one] You have 1 application but no goals for the cohort yet.
   *[other] You have { $n } applications but no goals for the cohort yet.
}
todo-goals-act = Set cohort goals
todo-waiting = { $n ->
    [one] One person hasn't responded to their invitation. It expires { $day }.
   *[other] { $n } people haven't responded to their invitations. The first one expires { $day }.
}
todo-waiting-act = See invitations
todo-lapsed = { $n ->
    [one] One invitation expired without a response.
   *[other] { $n } invitations expired without a response.
}
todo-lapsed-act = See invitations
todo-decisions = { $n ->
    [one] One decision is ready to send. A second person must confirm it.
   *[other] { $n } decisions are ready to send. A second person must confirm them.
}
todo-decisions-act = Review decisions
todo-returned = { $n ->
    [one] Email to one person bounced.
   *[other] Email to { $n } people bounced.
}
todo-returned-act = See bounced email
todo-plan = { $n ->
    [one] One plan item needs review.
   *[other] { $n } plan items need review.
}
todo-plan-act = Review plan

# Setting up: what a new site and a new season need.
setup-title = Set up this season
setup-done = { $n } of { $of } steps done
setup-behind = Completed steps ({ $n })
setup-is-done = Done
setup-is-skipped = Not needed
setup-skip = Not needed
setup-form = Publish the application form, or import applications
setup-form-text = Start from our draft form and change what you like, or import applications you already have.
setup-form-act = Create the form
setup-form-also = Import applications
setup-team = Invite your team
setup-team-text = Co-leads, facilitators and coaches get an email with a link. Two people must confirm decisions before they go out.
setup-team-act = Invite team members
setup-access = Choose an accessibility contact
setup-access-text = Only this person can read the access needs that people report.
setup-access-act = Choose a contact
setup-look = Add your logo and color
setup-look-text = Optional. Your pages and emails show them, with your postal address.
setup-look-act = Add logo and color
setup-rubric = Set the review criteria
setup-rubric-text = What reviewers score, with examples of a low and a high score.
setup-rubric-act = Set criteria
setup-reviewers = Invite reviewers
setup-reviewers-text = They see only the applications you assign to them, without names.
setup-reviewers-act = Invite reviewers
setup-gatherings = Plan and publish the first gathering
setup-gatherings-text = When you publish it, people see the date and get a calendar invitation.
setup-gatherings-act = Plan a gathering
setup-registration = Open registration
setup-registration-text = Anyone with the link can register until all seats are taken.
setup-registration-act = Open registration
setup-house = Set up this site
setup-program = Create your program
setup-program-text = Its name, its purpose and who to contact.
setup-program-act = Create program
setup-season = Create its first season
setup-season-text = Dates, seats and time zone. You can change them later.
setup-season-act = Create season
setup-email = Connect email
setup-email-text = This site can't send email yet. Until you connect a mail server, you can read every email here and share its link yourself. To connect one, set smtp_url in weft.toml and restart Weft.
setup-email-act = Read unsent emails

todo-held-email = { $n ->
    [one] 1 email is waiting for your review.
   *[other] { $n } emails are waiting for your review.
}
todo-held-email-act = Review emails
todo-recommendations = { $n ->
    [one] One application is missing recommendations. They're due { $day }.
   *[other] { $n } applications are missing recommendations. They're due { $day }.
}
todo-recommendations-act = See who is missing
todo-share = Choose what the public page shows about you.
todo-share-act = Choose what to share
setup-public-page = Publish the cohort page
setup-public-page-text = It isn't public until you publish it. Members choose what it shows about them.
setup-public-page-act = Publish page
digest-subject = { $n ->
    [one] Your to-do list: 1 item
   *[other] Your to-do list: { $n } items
}
digest-own = To do:
digest-team = For the { $season } team ({ $url }):
digest-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
digest-private = { $n ->
    [one] • You have 1 private item. Sign in to see it.
   *[other] • You have { $n } private items. Sign in to see them.
}
digest-stop = You get this email at most once a day, and only when something is new or due soon. To stop getting it, open this link: { $url }
digest-open = See your to-do list
daily-email-title = Daily email
daily-email-text = Your to-do list, sent in the morning. You get it only when something is new or due soon.
daily-email-how = How often
daily-email-daily = Daily
daily-email-weekly = Weekly, on Mondays
daily-email-never = Never
daily-email-is-daily = You get the daily email.
daily-email-is-weekly = You get this email on Mondays.
daily-email-is-never = You no longer get the daily email.
daily-email-stop = Stop the daily email
daily-email-again = Restart the daily email
daily-email-weekly-act = Switch to weekly
todo-close-reviews = { $n ->
    [one] The review is done. Close reviews to see the scores.
   *[other] All { $n } reviews are done. Close reviews to see the scores.
}
todo-close-reviews-act = Close reviews
todo-assign-more = { $n ->
    [one] Everything assigned is reviewed, but one application still needs a reviewer.
   *[other] Everything assigned is reviewed, but { $n } applications still need a reviewer.
}
todo-assign-more-act = Assign reviews
todo-select = { $n ->
    [one] Reviews are closed. Choose the cohort from 1 eligible application.
   *[other] Reviews are closed. Choose the cohort from { $n } eligible applications.
}
todo-select-act = Choose cohort
todo-invite = The cohort is chosen, but nobody has been invited yet.
todo-invite-act = Send invitations
todo-unsent-invitations = { $n ->
    [one] One invitation email was discarded or couldn't be delivered. Its seat is still held.
   *[other] { $n } invitation emails were discarded or couldn't be delivered. Their seats are still held.
}
todo-unsent-invitations-act = See invitations
todo-mentioned = { $n ->
    [one] Someone named you in “{ $name }”.
   *[other] You were named { $n } times in “{ $name }”.
  }
todo-mentioned-act = Read message
