busy-title = Your own calendar
busy-lead = Connect the calendar you use, so that nobody books an appointment while you're busy.
busy-kept = We save only from when to when you're busy. Titles, places and guests stay in your calendar.
busy-takes = We read your calendar every 15 minutes. It can take your calendar service a few hours to update this address.
busy-connect = Connect your calendar
busy-connect-act = Connect calendar
busy-replace = Use another address
busy-replace-act = Save new address
busy-address = Secret address of your calendar
busy-address-hint = It starts with https or webcal. Anyone who has it can read your calendar, so we encrypt it and don't show it again.
busy-connected = Connected calendar
busy-which = At { $host }. The address ends in { $ending }.
busy-read-at = Last read: { $when }.
busy-ahead = { $n ->
    [0] You're not busy in the next { $days } days.
    [one] You have one busy time in the next { $days } days.
   *[other] You have { $n } busy times in the next { $days } days.
}
busy-unread = { $n ->
    [one] We couldn't read one of { $of } entries. It doesn't keep anyone from booking.
   *[other] We couldn't read { $n } of { $of } entries. They don't keep anyone from booking.
}
busy-read-now = Read calendar now
busy-read = Calendar read.
busy-soon = We read your calendar less than a minute ago. Try again in a minute.
busy-not-now = We're busy with other files right now. Try again in a minute.
busy-broken = We can't read your calendar. The last time it worked was { $when }.
busy-old = Your busy times may be out of date, and people may book over new events.
busy-fault-no-address = This isn't a web address. Copy the whole address from your calendar and paste it here.
busy-fault-not-secure = This address isn't encrypted. Use one that starts with https.
busy-fault-not-open = We can't reach this address from the internet. Use an address that is open to the internet.
busy-fault-no-answer = Nothing answers at this address. Check that the address is complete, and try again.
busy-fault-refused = Your calendar service doesn't let us read this address. Copy the secret address again and save it here.
busy-fault-gone = There is no calendar at this address. Copy the secret address again and save it here.
busy-fault-status = Your calendar service has a problem right now. Try again later.
busy-fault-large = Your calendar is larger than 10 MB. Connect a smaller one, or delete old events.
busy-fault-slow = Your calendar service takes too long to answer. Try again later.
busy-fault-no-calendar = There is something at this address, but it isn't a calendar. Copy the secret address in iCal format.
busy-fault-too-many = Your calendar has more busy times than we can read. Look for an event that repeats every minute.
busy-fault-unreadable = Your calendar takes too much work to read. Connect a smaller one.
busy-fault-lost = We can't open the address we saved. Copy the secret address again and save it here.
busy-where = Where to find the address
busy-google = Google Calendar
busy-google-how =
    On a computer, open Settings and choose your calendar on the left.
    Under “Integrate calendar”, copy “Secret address in iCal format”.
busy-outlook = Outlook
busy-outlook-how =
    On the web, open Settings → Calendar → Shared calendars. Publish the calendar with “Can view when I'm busy”.
    Copy the ICS link.
busy-nextcloud = Nextcloud
busy-nextcloud-how =
    In Calendar, open the sharing options next to your calendar and add a share link.
    Choose “Copy subscription link”.
busy-icloud = iCloud
busy-icloud-how =
    In Calendar on icloud.com, press the sharing icon next to your calendar and turn on “Public Calendar”.
    Copy the link. It starts with webcal.
busy-remove = Disconnect this calendar
busy-remove-text = We delete the address and all busy times. Appointments stay as they are.
busy-remove-act = Disconnect calendar
event-calendar-connected = You connected your calendar
event-calendar-disconnected = You disconnected your calendar
