calendar-title = Your own calendar
calendar-lead = Connect the calendar you use, so that nobody books an appointment while you're busy.
calendar-kept = We save only from when to when you're busy. Titles, places and guests stay in your calendar.
calendar-takes = We read your calendar every 15 minutes. It can take your calendar service a few hours to update this address.
calendar-connect = Connect your calendar
calendar-connect-act = Connect calendar
calendar-replace = Use another address
calendar-replace-act = Save new address
calendar-address = Secret address of your calendar
calendar-address-hint = It starts with https or webcal. Anyone who has it can read your calendar, so we encrypt it and don't show it again.
calendar-connected = Connected calendar
calendar-which = At { $host }. The address ends in { $ending }.
calendar-read-at = Last read: { $when }.
calendar-ahead = { $n ->
    [0] You're not busy in the next { $days } days.
    [one] You have one busy time in the next { $days } days.
   *[other] You have { $n } busy times in the next { $days } days.
}
calendar-unread = { $n ->
    [one] We couldn't read one of { $of } entries. It doesn't keep anyone from booking.
   *[other] We couldn't read { $n } of { $of } entries. They don't keep anyone from booking.
}
calendar-read-now = Read calendar now
calendar-read = Calendar read.
calendar-soon = We read your calendar less than a minute ago. Try again in a minute.
calendar-not-now = We're busy with other files right now. Try again in a minute.
calendar-broken = We can't read your calendar. The last time it worked was { $when }.
calendar-old = Your busy times may be out of date, and people may book over new events.
calendar-fault-no-address = This isn't a web address. Copy the whole address from your calendar and paste it here.
calendar-fault-not-secure = This address isn't encrypted. Use one that starts with https.
calendar-fault-not-open = We can't reach this address from the internet. Use an address that is open to the internet.
calendar-fault-no-answer = Nothing answers at this address. Check that the address is complete, and try again.
calendar-fault-refused = Your calendar service doesn't let us read this address. Copy the secret address again and save it here.
calendar-fault-gone = There is no calendar at this address. Copy the secret address again and save it here.
calendar-fault-status = Your calendar service has a problem right now. Try again later.
calendar-fault-large = Your calendar is larger than 10 MB. Connect a smaller one, or delete old events.
calendar-fault-slow = Your calendar service takes too long to answer. Try again later.
calendar-fault-no-calendar = There is something at this address, but it isn't a calendar. Copy the secret address in iCal format.
calendar-fault-too-many = Your calendar has more busy times than we can read. Look for an event that repeats every minute.
calendar-fault-unreadable = Your calendar takes too much work to read. Connect a smaller one.
calendar-fault-lost = We can't open the address we saved. Copy the secret address again and save it here.
calendar-where = Where to find the address
calendar-google = Google Calendar
calendar-google-how =
    On a computer, open Settings and choose your calendar on the left.
    Under “Integrate calendar”, copy “Secret address in iCal format”.
calendar-outlook = Outlook
calendar-outlook-how =
    On the web, open Settings → Calendar → Shared calendars. Under “Publish a calendar”, choose “Can view when I'm busy”.
    Press “Publish” and copy the ICS link.
calendar-nextcloud = Nextcloud
calendar-nextcloud-how =
    In Calendar, open the sharing options next to your calendar and add a share link.
    Choose “Copy subscription link”.
calendar-icloud = iCloud
calendar-icloud-how =
    In Calendar on icloud.com, press the sharing icon next to your calendar and turn on “Public Calendar”.
    Copy the link. It starts with webcal.
calendar-remove = Disconnect this calendar
calendar-remove-text = We delete the address and all busy times. Appointments stay as they are.
calendar-remove-act = Disconnect calendar
event-calendar-connected = You connected your calendar
event-calendar-disconnected = You disconnected your calendar
