# Travel, rooms and what it costs

travel-title = Travel, room and food
travel-short = Say when you arrive, where you sleep, what you eat and what you need.
travel-open = Open my sheet
travel-lead = Only { $name } reads this sheet. Say as much as helps; leave the rest empty.
travel-erased = It is erased on { $day }, sixty days after the last day.
travel-elsewhere = You told this to someone who is no longer named here. { $name } does not see it until you save it again.
travel-nobody = Nobody is named yet who may read such things, so nothing is asked. The program lead can name someone in the set-up.
travel-way = Getting there and back
travel-arrives = Arrives
travel-arrives-on = You arrive on
travel-arrives-how = At what time, and how
travel-arrives-hint = For instance: 6:40 p.m., by plane, flight number; or: by car, at noon.
travel-departs = Leaves
travel-departs-on = You leave on
travel-departs-how = At what time, and how
travel-stay = Room and food
travel-nights = Nights
travel-room = Room
travel-room-hint = For instance: alone, with someone you name, on the ground floor, a bed for a child.
travel-diet = Food
travel-diet-hint = What you do not eat, and what would hurt you.
travel-needs = So that you can be there
travel-access = Access
travel-access-hint = What makes it possible for you to take part: a ramp, captions, an interpreter, breaks, someone who comes with you.
travel-care = Care
travel-care-hint = Whom you look after, and what that needs: a child who comes along, a place to nurse, a call at a fixed hour.
travel-emergency = In an emergency
travel-emergency-lead = Whom should we call if something happens to you? Tell them that they are named here.
travel-emergency-name = Their name
travel-emergency-phone = Their phone
travel-note = Anything else
travel-save = Tell { $name }
travel-save-again = Save this sheet
travel-take-back = Take the sheet back
travel-take-back-text = Everything on this sheet is erased at once. What you asked back in money stays until it is settled, or until everything is erased.
travel-take-back-act = Erase my sheet
wrong-emergency = Please give a phone number too, or leave the name empty.
wrong-amount = Please give an amount such as 120 or 84.50.
wrong-decline = Please say why in a sentence: it is read by the person who asked.
money-title = Money back
money-lead = What you paid to be here and cannot carry. { $name } settles it; how it reaches you, you arrange together.
money-amount = Amount in US dollars
money-amount-hint = For instance 84.50
money-what = What for
money-what-hint = One thing at a time: a ticket, a room, someone who stayed with your mother.
money-ask = Ask for it back
money-unask = Take this back
money-asked = asked
money-paid = paid
money-declined = not paid
money-pay = Mark as paid
money-decline = Do not pay this
money-decline-act = Say so
money-reason = Why
money-sum = { $asked } asked, { $paid } paid, { $declined } not paid.
logistics-title = Logistics
logistics-lead = What people told you, and you alone. That you looked is on record.
logistics-erased-on = Everything here is erased on { $day }.
logistics-sum = { $n } of { $of } told you
logistics-nights =
    { $n ->
        [one] one night
       *[other] { $n } nights
    }
logistics-csv = Take it along as CSV
logistics-ask =
    { $n ->
        [one] Ask the one who has not said anything
       *[other] Ask the { $n } who have not said anything
    }
logistics-asked =
    { $n ->
        [0] Nobody had to be asked.
        [one] One letter is on its way. Pressed again today, nobody gets a second one.
       *[other] { $n } letters are on their way. Pressed again today, nobody gets a second one.
    }
logistics-people = By arrival
logistics-silent = Not a word yet
logistics-left =
    { $n ->
        [one] One sheet was erased on { $day }.
       *[other] { $n } sheets were erased on { $day }.
    }
logistics-left-money = Asked back: { $asked }, paid: { $paid }.
packet-title = Packet
packet-short = Times, way there, run of the days, agreements and cards on paper, or on your phone without a line.
packet-open = Open the packet
packet-lead = Print it, or keep this page: once opened, it opens again without a connection for two weeks.
packet-where = When and where
packet-team = My home team
packet-agreements = Our agreements
packet-stays = Some cards stay inside and are not in this packet.
packet-help = If something is wrong
packet-owner = With { $name }
packet-bring = Have ready: { $what }
event-logistics-said = Someone said what she needs for a gathering
event-logistics-taken-back = A sheet for a gathering was taken back
event-logistics-read = The named person read the sheets of a gathering
event-logistics-exported = The named person took the sheets of a gathering along
event-logistics-asked = Those who had not said what they need were asked
event-logistics-erased = The sheets of a gathering were erased
event-reimbursement-asked = Someone asked for money back
event-reimbursement-taken-back = A wish for money back was taken back
event-reimbursement-settled = A wish for money back was settled
wrong-reader = Someone else is named here now. Look whom you would tell, then press again.
travel-past = What was said here for this gathering was erased on { $day }, and nothing is asked any more.
