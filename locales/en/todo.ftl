# To do: what waits for a person, and for a season's team.
todo-title = To do
todo-nothing = Nothing to do right now.
todo-agreements = Read the group agreements and say whether you agree.
todo-agreements-act = Read agreements
todo-pulse = Answer a few questions about how you're doing, without your name. Open until { $day }.
todo-pulse-act = Answer questions
todo-message = { $n ->
    [one] You have a message to answer.
   *[other] You have { $n } messages to answer.
}
todo-message-act = Read messages
todo-space-invited = You're invited to join { $name }.
todo-space-invited-act = See invitation
todo-space-asked = { $n ->
    [one] One person asks to join { $name }.
   *[other] { $n } people ask to join { $name }.
}
todo-space-asked-act = Answer request
todo-choose = Choose a time for { $name }. It starts { $day }.
todo-choose-act = Choose a time
todo-answer = Are you coming to { $name } on { $day }?
todo-answer-act = Answer
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
todo-invitation = You're invited to join. Answer by { $day }.
todo-invitation-act = Answer invitation
todo-share-needs = { $name } now arranges access. Choose whether they can read your access needs.
todo-share-needs-act = Choose
todo-dates = The dates that were published don't match.
todo-dates-act = Compare dates
todo-needs = { $n ->
    [one] One person asked for something for { $name } on { $day }.
   *[other] { $n } people asked for something for { $name } on { $day }.
}
todo-needs-act = See requests
todo-attendance = Attendance for { $name } on { $day } isn't recorded.
todo-attendance-act = Record attendance
todo-money = { $n ->
    [one] One reimbursement for { $name } is waiting.
   *[other] { $n } reimbursements for { $name } are waiting.
}
todo-money-act = Review reimbursements
todo-teams = { $n ->
    [one] The cohort has 1 member and no home teams.
   *[other] The cohort has { $n } members and no home teams.
}
todo-teams-act = Form home teams
todo-consent = { $n ->
    [one] One member hasn't said what the public page may show.
   *[other] { $n } members haven't said what the public page may show.
}
todo-consent-act = See members
todo-outstanding = { $n ->
    [one] One review isn't done{ $dated ->
        [yes] {". "}It's due { $day }.
       *[no] {"."}
    }
   *[other] { $n } reviews aren't done{ $dated ->
        [yes] {". "}They're due { $day }.
       *[no] {"."}
    }
}
todo-outstanding-act = See reviewers
todo-drafts = { $n ->
    [one] One person has started an application and not sent it. Applications close { $day }.
   *[other] { $n } people have started an application and not sent it. Applications close { $day }.
}
todo-undecided = { $n ->
    [one] One application has no decision on eligibility.
   *[other] { $n } applications have no decision on eligibility.
}
todo-undecided-act = Decide eligibility
todo-late = { $n ->
    [one] One late application has no decision on eligibility.
   *[other] { $n } late applications have no decision on eligibility.
}
todo-late-act = Decide eligibility
todo-goals = { $n ->
    [one] There is 1 application, and the cohort has no goals.
   *[other] There are { $n } applications, and the cohort has no goals.
}
todo-goals-act = Set goals
todo-waiting = { $n ->
    [one] One person hasn't answered their invitation. It ends { $day }.
   *[other] { $n } people haven't answered their invitations. The first ends { $day }.
}
todo-waiting-act = See invitations
todo-lapsed = { $n ->
    [one] One invitation ended without an answer.
   *[other] { $n } invitations ended without an answer.
}
todo-lapsed-act = See invitations
todo-decisions = { $n ->
    [one] One decision is ready to send. A second person must confirm it.
   *[other] { $n } decisions are ready to send. A second person must confirm them.
}
todo-decisions-act = Review decisions
todo-returned = { $n ->
    [one] Email to one person was returned.
   *[other] Email to { $n } people was returned.
}
todo-returned-act = See returned email
todo-plan = { $n ->
    [one] One item in the season plan needs review.
   *[other] { $n } items in the season plan need review.
}
todo-plan-act = Review plan

# Setting up: what a new site and a new season need.
setup-title = Set up this season
setup-done = { $n } of { $of } steps done
setup-is-done = Done
setup-is-skipped = Not needed
setup-skip = Not needed
setup-form = Publish the application form, or import applications
setup-form-text = Start from our draft form and change what you like, or import applications you already have.
setup-form-act = Make the form
setup-form-also = Import applications
setup-team = Invite your team
setup-team-text = Co-leads, facilitators and coaches get an email with a link. Two people must confirm decisions before they go out.
setup-team-act = Invite people
setup-access = Name who arranges access
setup-access-text = Only that person can read the access needs that people report.
setup-access-act = Choose a person
setup-look = Add your logo and color
setup-look-text = Optional. Your pages and emails show them, with your postal address.
setup-look-act = Add logo and color
setup-rubric = Set the review criteria
setup-rubric-text = What reviewers score, with an example for a low and a high score.
setup-rubric-act = Set criteria
setup-reviewers = Invite reviewers
setup-reviewers-text = They see the applications you assign to them, without names.
setup-reviewers-act = Invite reviewers
setup-gatherings = Plan and publish the first gathering
setup-gatherings-text = People see its date and get a calendar invitation when you publish it.
setup-gatherings-act = Plan a gathering
setup-registration = Open registration
setup-registration-text = Anyone with the link can register until all seats are taken.
setup-registration-act = Open registration
setup-house = Set up this site
setup-program = Create your program
setup-program-text = Its name, what it is for, and whom people can ask.
setup-program-act = Create program
setup-season = Create its first season
setup-season-text = Dates, seats and time zone. You can change them later.
setup-season-act = Create season
setup-email = Connect email
setup-email-text = No mail server is set, so nothing is sent. Until then, you can read every email here and pass links on yourself. To connect one, set smtp_url in weft.toml and start Weft again.
setup-email-act = Read sent emails

todo-held-email = { $n ->
    [one] 1 email is held for review.
   *[other] { $n } emails are held for review.
}
todo-held-email-act = Review emails
todo-recommendations = { $n ->
    [one] One application is missing recommendations. They're due { $day }.
   *[other] { $n } applications are missing recommendations. They're due { $day }.
}
todo-recommendations-act = See who is missing
todo-share = Choose what the public page shows of you.
todo-share-act = Choose
setup-public-page = Publish the cohort page
setup-public-page-text = It isn’t public until you publish it. Members choose what it shows of them.
setup-public-page-act = Publish page
digest-subject = { $n ->
    [one] One thing waits for you
   *[other] { $n } things wait for you
}
digest-own = To do:
digest-team = For the team of { $season } ({ $url }):
digest-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
digest-private = { $n ->
    [one] • Something private waits for you. Sign in to see it.
   *[other] • { $n } private things wait for you. Sign in to see them.
}
digest-stop = You get this email at most once a day, and only when something is new or due soon. To stop it, open this link: { $url }
digest-open = See everything to do
daily-email-title = Daily email
daily-email-text = It lists what waits for you, in the morning, at most once a day and only when something is new or due soon.
daily-email-how = Send it
daily-email-daily = Every day there is something
daily-email-weekly = Weekly, on Mondays
daily-email-never = Never
daily-email-is-daily = You get the daily email.
daily-email-is-weekly = You get the email weekly, on Mondays.
daily-email-is-never = You don’t get the daily email anymore.
daily-email-stop = Stop the daily email
daily-email-again = Start the daily email again
daily-email-weekly-act = Get it weekly instead
todo-close-reviews = { $n ->
    [one] The review is done. Close reviews to see the scores.
   *[other] All { $n } reviews are done. Close reviews to see the scores.
}
todo-close-reviews-act = Close reviews
todo-select = { $n ->
    [one] Reviews are closed and nobody is chosen. There is 1 eligible application.
   *[other] Reviews are closed and nobody is chosen. There are { $n } eligible applications.
}
todo-select-act = Choose the cohort
todo-invite = A cohort is chosen, and nobody is invited yet.
todo-invite-act = Send invitations
todo-unsent-invitations = { $n ->
    [one] One invitation email was discarded or not delivered. Its seat is still held.
   *[other] { $n } invitation emails were discarded or not delivered. Their seats are still held.
}
todo-unsent-invitations-act = See invitations
