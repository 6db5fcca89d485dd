# Travel, rooms and what it costs

travel-title = Travel, lodging, and food
travel-short = Tell us when you arrive, where you’ll sleep, what you eat, and what you need.
travel-open = Fill in travel form
travel-lead = Only { $name } sees this form. Fill in what helps and leave the rest empty.
travel-erased = We delete it on { $day }, 60 days after the last day.
travel-elsewhere = You shared this with someone who no longer sees it. { $name } can’t see it until you save it again.
travel-nobody = There’s no accessibility contact yet, so there’s nothing to fill in. A program lead can choose one in Settings.
travel-way = Arrival and departure
travel-arrives = Arrives
travel-arrives-on = Arrival date
travel-arrives-how = Arrival time and how you’re traveling
travel-arrives-hint = For example: 6:40 p.m. by plane, with the flight number. Or: noon by car.
travel-departs = Leaves
travel-departs-on = Departure date
travel-departs-how = Departure time and how you’re traveling
travel-stay = Lodging and food
travel-nights = Nights
travel-room = Room
travel-room-hint = For example: a single room, a roommate’s name, the ground floor, or a bed for a child.
travel-diet = Food
travel-diet-hint = What you don’t eat, and any allergies.
travel-needs = What you need to take part
travel-access = Access
travel-access-hint = For example: a ramp, captions, an interpreter, breaks, or someone who comes with you.
travel-care = Caregiving
travel-care-hint = Who you care for and what that takes: a child who comes along, a place to nurse, or time to phone home.
travel-emergency = Emergency contact
travel-emergency-lead = Who should we contact if something happens to you? Let them know you listed them.
travel-emergency-name = Name of contact
travel-emergency-phone = Phone of contact
travel-note = Anything else
travel-save = Send to { $name }
travel-save-again = Save changes
travel-take-back = Delete travel form
travel-take-back-text = Everything on this form is deleted right away. Reimbursement requests stay until they’re settled or everything is deleted.
travel-take-back-act = Delete my travel form
wrong-emergency = Enter a phone number too, or clear the name.
wrong-amount = Enter an amount such as 120 or 84.50.
wrong-decline = Write a sentence with the reason. The person who asked will read it.
money-title = Reimbursement
money-lead = Ask to be paid back for what you can’t cover yourself. { $name } reviews each request and arranges the payment with you.
money-amount = Amount in US dollars
money-amount-hint = For example: 84.50
money-what = What it was for
money-what-hint = One thing at a time: a ticket, a room, or someone who stayed with your mother.
money-ask = Request reimbursement
money-unask = Withdraw request
money-asked = requested
money-paid = paid
money-declined = declined
money-pay = Mark as paid
money-decline = Decline request
money-decline-act = Decline with this reason
money-reason = Reason
money-sum = { $asked } requested, { $paid } paid, { $declined } declined.
logistics-title = Logistics
logistics-lead = Only you can see what people wrote here. We keep a record of who opens this page.
logistics-erased-on = Everything is deleted on { $day }.
logistics-sum = { $n } of { $of } have answered
logistics-nights =
    { $n ->
        [one] one night
       *[other] { $n } nights
    }
logistics-csv = Download as CSV
logistics-ask =
    { $n ->
        [one] Email the one person who hasn’t answered
       *[other] Email the { $n } people who haven’t answered
    }
logistics-asked =
    { $n ->
        [0] Everyone has answered or was already emailed today.
        [one] We’re emailing one person. They won’t get a second email today.
       *[other] We’re emailing { $n } people. They won’t get a second email today.
    }
logistics-people = By arrival
logistics-silent = No answer yet
logistics-left =
    { $n ->
        [one] One travel form was deleted on { $day }.
       *[other] { $n } travel forms were deleted on { $day }.
    }
logistics-left-money = Requested: { $asked }. Paid: { $paid }.
packet-title = Packet
packet-short = Times, place, agenda, agreements, and cards in one place. Print it, or read it offline on your phone.
packet-open = View packet
packet-lead = Print this page, or read it offline: once you open it, it stays on this device for two weeks.
packet-where = When and where
packet-team = My home team
packet-agreements = Our agreements
packet-stays = Some cards stay inside the group and aren’t in this packet.
packet-help = Need help?
packet-owner = Led by { $name }
packet-bring = Materials: { $what }
event-logistics-said = Someone filled in a travel form
event-logistics-taken-back = Someone deleted their travel form
event-logistics-read = The accessibility contact opened the travel forms of a gathering
event-logistics-exported = The accessibility contact downloaded the travel forms of a gathering
event-logistics-asked = People who hadn’t filled in a travel form were emailed
event-logistics-erased = Travel forms for a gathering were deleted
event-reimbursement-asked = Someone requested a reimbursement
event-reimbursement-taken-back = Someone withdrew a reimbursement request
event-reimbursement-settled = A reimbursement request was settled
wrong-reader = The person who reads this has changed. Check the new name, then press the button again.
travel-past = Travel details for this gathering were deleted on { $day }. The form is closed.
