# Team meetings: finding a time, answering, and the meeting that comes of it.
place-times = Team meetings
polls-lead = Find a time when your home team can meet between gatherings.
polls-none = No one has asked for times yet.
polls-no-team = You can find meeting times here once there are home teams.
polls-coming = Next meetings
polls-open = Finding a time
polls-behind = Earlier
poll-untitled = Team meeting
poll-yours = Your time: { $hours }
poll-make = Find a time
poll-make-lead = Suggest a few times. Your team says which ones work, and one of you chooses.
poll-make-act = Ask the team
poll-make-told = { $n ->
    [0] No one else is in the team, so no email goes out.
    [one] One person gets an email with these times.
   *[other] { $n } people get an email with these times.
  }
poll-make-told-all = Everyone in the team gets an email with these times.
poll-more = Add more times
poll-team = Home team
poll-team-choose = Choose a team
poll-team-of = { $n ->
    [one] { $name } (one person)
   *[other] { $name } ({ $n } people)
  }
poll-title = What is the meeting about?
poll-title-hint = For example: March touchpoint
poll-minutes = How long, in minutes?
poll-minutes-hint = From 15 to 240, in steps of 5.
poll-answer-by = Last day to answer
poll-place = Where or how will you meet?
poll-place-hint = Optional. An address, a phone number or a link. Everyone in the team sees it, also in their calendar.
poll-times = Times to choose from
poll-zone-hint = The times below are in this time zone. Each person also sees them in their own.
poll-time-n = Time { $n }
poll-day = Day
poll-from = Starts at
poll-times-hint = Leave rows empty if you don't need them. You can suggest up to 20 times.
poll-by = asked by { $name }
poll-is-settled = The team meets
poll-is-met = Took place
poll-is-over = No time chosen
poll-is-canceled = Canceled
poll-answered-of = { $n } of { $of } people answered.
poll-answer-by-said = Please answer by { $day }.
poll-you-answered = You answered
poll-last-was = Last suggested day: { $day }
poll-chosen-by = { $name } chose this time.
poll-canceled-by = { $name } canceled this meeting.
poll-cancel = Cancel this meeting
poll-cancel-text = { $n ->
    [one] One person gets an email, and the meeting is removed from their calendar. You can't undo this.
   *[other] { $n } people get an email, and the meeting is removed from their calendars. You can't undo this.
  }
poll-cancel-act = Cancel meeting
poll-over-text = All suggested times are past, and no one chose one. Ask again with new times.
poll-answer = When can you meet?
poll-answer-hint = Choose one answer for each time. Your team sees it with your name. You can change it until a time is chosen.
poll-answer-act = Save my answers
poll-answer-change = Change my answers
poll-say-yes = Yes
poll-say-if-needed = If needed
poll-say-no = No
poll-results = What the team said
poll-results-behind = See what the team said
poll-silent = No answer yet: { $names }.
poll-remind-text = { $n ->
    [one] One person gets an email. They get at most one reminder a day.
   *[other] { $n } people get an email. Each gets at most one reminder a day.
  }
poll-remind-act = Remind those who haven't answered
poll-reminded-none = No email was sent. No one else can get a reminder today.
poll-time = Time
poll-choose = Choose this time
poll-choose-text = { $n ->
    [one] The best time is first. When you choose one, one person gets an email with a calendar entry.
   *[other] The best time is first. When you choose one, { $n } people get an email with a calendar entry.
  }
poll-move = Choose another time
poll-move-text = { $n ->
    [one] If you choose another time, one person gets an email and the meeting moves in their calendar.
   *[other] If you choose another time, { $n } people get an email and the meeting moves in their calendars.
  }
poll-move-act = Move it here
poll-chosen = Chosen
poll-passed = Past
poll-hopeless = Everyone who answered said no
poll-delete = Delete this poll
poll-delete-text = { $n ->
    [0] The suggested times are deleted. No email goes out, and the link we emailed stops working. You can't undo this.
    [one] The suggested times and one person's answers are deleted. No email goes out, and the link we emailed stops working. You can't undo this.
   *[other] The suggested times and the answers of { $n } people are deleted. No email goes out, and the link we emailed stops working. You can't undo this.
  }
poll-delete-act = Delete poll
poll-late = Nothing changed. A time was already chosen: { $time }.
poll-late-canceled = Nothing changed. This meeting was already canceled.
poll-late-often = This meeting's time was chosen { $n } times already. Nothing was changed. Cancel it and start a new poll.
poll-late-past = Nothing changed. This time is past, or someone changed something before you.
wrong-poll-half = Time { $arg }: enter both the day and the time.
wrong-poll-far = Time { $arg }: enter a day within two years.
wrong-poll-by-late = The last day to answer is after all the times. Enter an earlier day.
wrong-poll-past = Time { $arg } is in the past. Choose a later one.
wrong-poll-by-past = The last day to answer is in the past. Choose today or a later day.
wrong-poll-minutes = Enter the minutes in steps of 5, for example 45.
wrong-poll-times = Suggest at least one time: enter a day and when the meeting starts.
wrong-poll-answer = Choose Yes, If needed or No for { $arg }.
wrong-polls-many = A team can have { $arg } open polls. Choose a time in one of them first, or delete one.
email-team-poll = A home team looks for a time
email-team-poll-when = Goes to everyone in a home team when someone asks when they can meet.
email-team-poll-subject = When can you meet? { $meeting }
email-team-poll-body =
    { $asker } asks your home team when it can meet for “{ $meeting }”:

    { $meeting_times }

    Please answer by { $poll_answer_by }.
email-team-poll-button = Say when I can meet
email-team-poll-reminder = Reminder to answer when they can meet
email-team-poll-reminder-when = Goes to people of a home team who haven't answered, when someone reminds them. Each person gets at most one a day.
email-team-poll-reminder-subject = Please answer: when can you meet? { $meeting }
email-team-poll-reminder-body =
    Your home team still needs your answer for “{ $meeting }”. Which of these times work for you?

    { $meeting_times }

    Please answer by { $poll_answer_by }.
email-team-poll-reminder-button = Say when I can meet
email-team-poll-reminder-after = Don't want reminders? Turn them off: go to My page, then My calendar.
email-team-meeting = A home team meets
email-team-meeting-when = Goes to everyone in a home team when a time is chosen, with an entry for their calendar.
email-team-meeting-subject = Your team meets: { $meeting }
email-team-meeting-body =
    Your home team meets for “{ $meeting }”:

    { $meeting_details }
email-team-meeting-button = See details
email-team-meeting-changed = A team meeting has a new time
email-team-meeting-changed-when = Goes to everyone in a home team when another time is chosen. It moves in their calendars.
email-team-meeting-changed-subject = New time: { $meeting }
email-team-meeting-changed-body =
    Your home team's meeting “{ $meeting }” has a new time:

    { $meeting_details }
email-team-meeting-changed-button = See details
email-team-meeting-off = A team meeting was canceled
email-team-meeting-off-when = Goes to everyone in a home team when their meeting is canceled. It is removed from their calendars.
email-team-meeting-off-subject = Canceled: { $meeting }
email-team-meeting-off-body =
    Your home team's meeting “{ $meeting }” was canceled:

    { $meeting_details }
email-team-meeting-off-button = See details
email-field-meeting = What the team meeting is about
email-sample-meeting = March touchpoint
email-field-asker = Who asks for times
email-sample-asker = Jordan Rivers
email-field-meeting_times = The times to choose from
email-sample-meeting_times =
    Wed, Sep 9, 2026, 4:00–5:00 p.m. Eastern Time (ET)
    Thu, Sep 10, 2026, 12:00–1:00 p.m. Eastern Time (ET)
email-field-poll_answer_by = The last day to answer
email-sample-poll_answer_by = September 1, 2026
email-field-meeting_details = Date, time and place of the team meeting
email-sample-meeting_details =
    Wed, Sep 9, 2026, 4:00–5:00 p.m. Eastern Time (ET)
    Where: Tidewater Library
event-poll-made = You asked a home team when it can meet
event-poll-answered = You said when you can meet
event-poll-settled = You chose a time for a team meeting
event-poll-moved = You moved a team meeting
event-poll-canceled = You canceled a team meeting
event-poll-reminded = You reminded a home team to say when it can meet
event-poll-deleted = You deleted a poll of times
