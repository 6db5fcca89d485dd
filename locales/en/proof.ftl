# Whose an address is: confirming what was sent with it, passing a place on.
resume-confirm-title = Is this your application?
resume-confirm-lead = An application to { $season } was sent with your email address on { $at }.
resume-first-lead = An application to { $season } was started with your email address on { $at }.
resume-name = Name on the application: { $name }
resume-confirm = Yes, confirm my email address
resume-keep = Also keep it open in the browser where it was started
resume-keep-hint = Check this only if that was you. Otherwise the other browser can’t read or change your answers anymore.
resume-not-me = This wasn’t me
resume-not-me-sent = We’ll withdraw this application and delete what it says about access needs and about you. We won’t email you about it again. This can’t be undone.
resume-not-me-draft = We’ll remove your email address from this draft and won’t email you about it again. This can’t be undone.
resume-not-me-act = Confirm it wasn’t me
resume-disowned = Thank you for telling us
resume-disowned-text = Your email address is no longer connected to this application. We won’t email you about it again.
shut-out-title = This application is open in another browser
shut-out-text = Someone opened it with the link we emailed, so this browser can’t save to it anymore. If that was you, continue there, or open the link from the email here. Nothing you typed is lost: copy it from this page.
shut-out-get = It was opened with the link we emailed, so you can’t see it here anymore. If that was you, continue there, or open the link from the email in this browser.
shut-out-typed = What you typed here
status-confirm-title = Confirm your email address
status-confirm-text = We sent a link to { $email }. Open it so we know our emails reach you. Your application is in, and we’ll review it either way.
status-received = Your application is in, and we’ll review it either way.
status-confirmed = Your email address is confirmed. We’ve sent you a copy.
status-confirmed-only = Your email address is confirmed.
link-sent-again = We sent the link to { $email } again.
check-late-confirm = Did we give you more time? Open the link we emailed you first. Then your own deadline counts.
unconfirmed-address = This applicant hasn’t confirmed their email address yet. We sent them a link.
unconfirmed-counts = The application is reviewed like any other.
tag-unconfirmed = Email not confirmed
state-unconfirmed = Email not confirmed
tag-resembles = Possible duplicate
resembles-note = This may be from the same person as another application. Both count until you decide. The other one is
resembles-same = Leave this one out
resembles-other = Keep both
withdrawn-not-theirs = The owner of the email address said they didn’t send it
import-left-out = { $n ->
    [one] 1 access need or self-description was not imported, because that person keeps their own record.
   *[other] { $n } access needs or self-descriptions were not imported, because those people keep their own records.
 }
event-application-confirmed = An applicant confirmed their email address
event-application-disowned = Someone said an application wasn’t theirs
event-application-duplicate = An application was left out as a duplicate
event-people-joined = Items sent with a confirmed email address were added to the person’s record
apart-title = Sent with your email address
apart-lead = These were sent with your email address, but no one has confirmed them. Tell us which ones are yours.
apart-none = There’s nothing to confirm.
apart-application = Application to { $season }
apart-registration = Registration for { $season }
apart-typed = Name: { $name } · { $at }
apart-mine = Yes, this is mine
apart-not-mine = This isn’t mine
apart-not-mine-act = Withdraw it
apart-done-mine = Added to your record.
apart-done-not = Withdrawn. We won’t email you about it again.
apart-note = What’s yours is added to your record. What isn’t is withdrawn: we delete what it says about access needs and about you. We stop emailing you about it.
apart-home = { $n ->
    [one] 1 thing was sent with your email address and isn’t confirmed yet.
   *[other] { $n } things were sent with your email address and aren’t confirmed yet.
 }
apart-review = Review
registration-confirm-text = Confirm your email address to finish registering.
registration-asked = { $name }, your registration isn’t confirmed yet.
registration-held-until = We hold a seat for you until { $at }. After that it goes to the next person.
registration-held-no-more = You get a seat if one is free. If not, you join the waiting list.
registration-need = What would help you take part:
registration-not-you = Someone may have used your email address. If you cancel, we delete what they wrote and won’t email you about it again.
registered-asked = One more step: confirm your email address.
registered-asked-text = We emailed you a link. If there’s a free seat, we hold it for you for an hour. After that it goes to the next person. You still get a seat if one is free when you confirm.
registered-asked-hold = If there’s a free seat, we hold it for you for an hour. After that it goes to the next person.
registration-unconfirmed = { $n ->
    [one] 1 more seat is on hold until its email address is confirmed.
   *[other] { $n } more seats are on hold until their email addresses are confirmed.
 }
registration-confirm = Confirm my email address
registration-confirmed = Your email address is confirmed.
registration-offered = We sent an email with your offer.
registration-offered-unsent = Your offer is saved. This site can’t send email yet, so we couldn’t send it.
registration-offered-to = You’ve offered your seat to { $email }. It’s theirs once they accept. Until then, it’s still yours.
registration-offer-end = Cancel this offer
registration-passed = Someone accepted your seat. You’re not registered anymore.
registration-ended = This registration has ended.
place-title = A seat for you
place-lead = { $name } offers you their seat in { $season }.
place-take = Accept the seat
place-refuse = No, thank you
place-yours = The seat is yours. We emailed you a link and the dates.
place-yours-unsent = The seat is yours. This site can’t send email yet, so ask the program team for your link.
place-there = You’re already registered, so nothing changed.
place-refused = Thank you for telling us. Nothing changed.
event-registration-asked = Someone registered and was asked to confirm their email address
event-registration-lapsed = A seat that no one confirmed was released
place-ended = This offer has ended. If you accepted it, use the link in your registration email.
event-registration-offered = Someone offered their seat to someone else
event-registration-offer-ended = The offer of a seat ended
