# Appointments: when someone of the team can be met, booking, moving, canceling.
place-appointments = Appointments
appointments-lead = Talk with someone on the team, one on one.
appointments-staff-lead = People in the cohort can book time with you. You decide when and how.
appointments-ahead = Upcoming
appointments-ahead-none = You have no upcoming appointments.
appointments-over =
    { $n ->
        [one] 1 past or canceled appointment
       *[other] { $n } past or canceled appointments
    }
appointments-offer = When people can meet you
appointments-offer-none = No one can book time with you yet. Set your hours, and people in the cohort see when you're free.
appointments-offer-open = People can book { $n } minutes with you.
appointments-offer-closed = You don't take new appointments now. What is booked stays.
appointments-calendar = Your calendar at { $host } blocks times too.
appointments-calendar-none = Do you use another calendar? Connect it, so that no one books over it.
appointments-hosts = People you can meet
appointments-hosts-none = No one takes new appointments right now.
appointments-see-times = See free times
appointments-private = Only the two people who meet can see an appointment.
appointments-mine = Your appointments
appointment-title = Appointment
appointment-with = Appointment with { $name }
appointment-someone = someone who left
appointment-open = See details
appointment-when = When
appointment-place = How to meet
appointment-place-is = How to meet: { $place }
appointment-theirs = For { $name }: { $hours }
appointment-note = What you want to talk about
appointment-note-theirs = What { $name } wants to talk about
appointment-note-kept = Only you two can read this. It's deleted { $n } days after you meet.
appointment-movable = You can choose another time until { $when }.
appointment-note-inside = To read what you want to talk about, sign in.
appointment-move = Choose another time
appointment-cancel = Cancel this appointment
appointment-cancel-text = We'll email { $name } and take it out of both calendars. You can't undo this.
appointment-cancel-late = It's less time than { $name } asked for, so they may not be able to use the hour. Canceling is still better than not coming.
appointment-cancel-act = Cancel appointment
appointment-message = Message to { $name }
appointment-canceled = canceled
appointment-canceled-you = You canceled this appointment.
appointment-canceled-by = { $name } canceled this appointment.
appointment-left = This appointment was canceled because one of you is no longer part of the season.
appointment-wrote = { $name } wrote: “{ $text }”
appointment-another = Book another time
times-title = Book time with { $name }
times-move-title = Choose another time with { $name }
times-move-from = Now: { $when }
times-in-zone = Times are in { $zone }.
times-zone-change = Change your time zone
times-host-zone = { $name } is in { $zone }. Their time is below yours.
times-theirs = theirs: { $time }
times-none = { $name } has no other free times in the days that can be booked.
times-closed = { $name } doesn't take new appointments now. Nothing was booked.
times-none-week = There are no free times this week.
times-weeks = Other weeks
times-earlier = Earlier times
times-later = Later times
times-note = What would you like to talk about?
times-note-hint = Optional, up to 500 characters. Only { $name } and you can read it.
times-policy-none = You can choose another time or cancel until it starts.
times-policy-hours =
    { $n ->
        [one] You can choose another time until 1 hour before, and cancel until it starts.
       *[other] You can choose another time until { $n } hours before, and cancel until it starts.
    }
times-policy-days =
    { $n ->
        [one] You can choose another time until 24 hours before, and cancel until it starts.
       *[other] You can choose another time until { $n } days before, and cancel until it starts.
    }
times-book = Book appointment
times-move = Move appointment
times-moved-often = You've moved this appointment { $n } times. Cancel it and book a new one, or keep this time.
times-too-late = It's too late to choose another time. You can still cancel, and tell { $name } why.
wrong-time-none = Choose a time.
wrong-time-taken = That time was just taken. Choose another one.
wrong-time-enough =
    { $arg ->
        [1] You already have an appointment coming up with this person. After it, you can book another.
       *[other] You already have { $arg } appointments coming up with this person. After one of them, you can book another.
    }
wrong-time-often = You've booked with this person { $arg } times since yesterday. Try again tomorrow.
wrong-time-gone = No new appointments are taken here now. Nothing was booked.
wrong-time-fixed = This appointment can't be moved any more.
hours-title = Your hours
hours-lead = Say when people in the cohort can meet you. They see only times when you're free.
hours-set = Set your hours
hours-change = Change your hours
hours-open = People can book time with me
hours-minutes = How long is an appointment?
hours-place = How do you meet?
hours-place-hint = A video link, or a phone number to dial. Only the person who books sees it.
hours-about = What can people talk with you about?
hours-about-hint = Optional. One or two sentences.
hours-zone = Your time zone
hours-zone-hint = These hours follow your clock, also when clocks change.
hours-week = Each week
hours-week-hint = From and to. The second pair is for after a break. Leave a day empty if you can't meet that day.
hours-from = from
hours-to = to
hours-from2 = from, after a break
hours-to2 = to, after a break
hours-days = Single days
hours-days-hint = A holiday, or a day with other hours. A date without hours is a day off. To remove a line, clear its date and hours.
hours-day = Date
hours-day-n = Line { $n }
hours-limits = Limits, notice, and breaks
hours-none = None
hours-no-limit = No limit
hours-until-start = Until it starts
hours-before =
    { $n ->
        [one] 1 hour before
       *[other] { $n } hours before
    }
hours-days-before =
    { $n ->
        [one] 1 day before
       *[other] { $n } days before
    }
hours-days-ahead = { $n } days
hours-notice = Until when can people book?
hours-notice-hint = Shortest notice you need.
hours-horizon = How far ahead can people book?
hours-pause = Break before and after
hours-pause-hint = No one can book this time around your other appointments.
hours-step = How often can an appointment start?
hours-step-hint = Counted from the beginning of your hours.
hours-per-day = Most in one day
hours-per-week = Most in one week
hours-per-person = Most upcoming for one person
hours-per-person-hint = Moving an appointment doesn't count.
hours-change-until = Until when can people move an appointment?
hours-change-until-hint = They can cancel until it starts. Later than this, they read that it's late.
hours-blocked = Gatherings, team meetings, your other appointments, and a calendar you connect are blocked automatically.
wrong-hours-five = { $arg }: enter times in steps of five minutes.
wrong-hours-half = { $arg }: enter both times, from and to.
wrong-hours-short = { $arg }: these hours are shorter than one appointment.
wrong-hours-past = { $arg } is over. Clear this line, or enter a later date.
wrong-hours-order = { $arg }: the end must be after the start.
wrong-hours-meet = { $arg }: these hours overlap.
wrong-hours-days = Enter at most { $arg } single days.
wrong-hours-no-day = Enter a date for each line with hours.
wrong-hours-place = Say how you meet, so that people know where to go.
wrong-hours-empty = Enter hours for at least one day, or don't take appointments for now.
event-appointment-hours-saved = Someone changed when they can be met
event-appointment-booked = An appointment was booked
event-appointment-moved = An appointment was moved
event-appointment-canceled = An appointment was canceled
did-appointment-hours-saved = Your hours are saved.
did-appointment-booked = Your appointment is booked. We've emailed you both.
did-appointment-moved = Your appointment is moved. We've emailed you both.
did-appointment-canceled = The appointment is canceled. We've emailed you both.
email-field-other = The other person's name
email-sample-other = Alex Rivera
email-appointment-booked = Appointment: booked
email-appointment-booked-when = Goes to both people when someone books an appointment, with a calendar entry.
email-appointment-booked-subject = Your appointment with { $other }
email-appointment-booked-body =
    Hi { $name },

    Your appointment with { $other } is booked.

    { $details }
email-appointment-booked-button = See appointment
email-appointment-moved = Appointment: moved
email-appointment-moved-when = Goes to both people when an appointment is moved, with a calendar entry.
email-appointment-moved-subject = New time: your appointment with { $other }
email-appointment-moved-body =
    Hi { $name },

    Your appointment with { $other } has a new time.

    { $details }
email-appointment-moved-button = See appointment
email-appointment-canceled = Appointment: canceled
email-appointment-canceled-when = Goes to both people when an appointment is canceled, and takes it out of their calendars.
email-appointment-canceled-subject = Canceled: your appointment with { $other }
email-appointment-canceled-body =
    Hi { $name },

    Your appointment with { $other } is canceled.

    { $details }
email-appointment-canceled-button = See appointments
email-appointment-reminder = Appointment: reminder
email-appointment-reminder-when = Goes to both people a day before, if they want reminders.
email-appointment-reminder-subject = Coming up: your appointment with { $other }
email-appointment-reminder-body =
    Hi { $name },

    A reminder of your appointment with { $other }.

    { $details }
email-appointment-reminder-button = See appointment
