# Whose an address is: confirming what was sent with it, passing a place on.
resume-confirm-title = Is this your application?
resume-confirm-lead = An application to { $season } was sent with your email address on { $at }.
resume-first-lead = An application to { $season } was started with your email address on { $at }.
resume-name = Name on the application: { $name }
resume-confirm = Yes, confirm my email address
resume-keep = Also keep it open in the browser where it was started
resume-keep-hint = Check this only if that was you. Otherwise the other browser can't read or change your answers anymore.
resume-not-me = This wasn't me
resume-not-me-sent = We'll withdraw this application, delete what it says about access needs and about you, and won't email you about it again. This can't be undone.
resume-not-me-draft = We'll remove your email address from this draft and won't email you about it again. This can't be undone.
resume-not-me-act = I didn't send this
resume-disowned = Thank you for telling us
resume-disowned-text = Your email address is no longer connected to this application. We won't email you about it again.
shut-out-title = This application is open in another browser
shut-out-text = Someone opened it with the link we emailed, so this browser can't save to it anymore. If that was you, continue there, or open the link from the email here. Nothing you typed is lost: copy it from this page.
shut-out-get = It was opened with the link we emailed, so you can't see it here anymore. If that was you, continue there, or open the link from the email in this browser.
shut-out-typed = What you typed here
status-confirm-title = Confirm your email address
status-confirm-text = We sent a link to { $email }. Please open it, so that we know our answer reaches you. Your application is in and will be reviewed either way.
status-confirmed = Your email address is confirmed. We've sent you a copy.
link-sent-again = We sent the link to { $email } again.
check-late-confirm = Did we give you more time? Open the link we emailed you first. Then your own deadline counts.
unconfirmed-address = The applicant hasn't confirmed their email address yet. They have a link to do so.
unconfirmed-counts = The application is reviewed like all others.
tag-unconfirmed = Email not confirmed
state-unconfirmed = Email not confirmed
tag-resembles = May be a duplicate
resembles-note = This may be from the same person as another application. Both stay in until you decide. The other one is
resembles-same = Leave this one out as a duplicate
resembles-other = Keep both
withdrawn-not-theirs = The holder of the email address said that they didn't send it
import-left-out = { $n ->
    [one] 1 access need or self-description was not imported: that person has a record of their own.
   *[other] { $n } access needs or self-descriptions were not imported: those people have records of their own.
 }
event-application-confirmed = An applicant confirmed their email address
event-application-disowned = Someone said an application wasn't theirs
event-application-duplicate = An application was left out as a duplicate
event-people-joined = What was sent with a confirmed email address joined the person's record
apart-title = Sent with your email address
apart-lead = These were sent with your email address, but nobody has confirmed them. Tell us which are yours.
apart-none = There's nothing to confirm.
apart-application = Application to { $season }
apart-registration = Registration for { $season }
apart-typed = Name: { $name } · { $at }
apart-mine = This is mine
apart-not-mine = Not mine
apart-not-mine-act = It isn't mine. Withdraw it
apart-done-mine = Added to your record.
apart-done-not = Withdrawn. We won't email you about it again.
apart-note = What's yours becomes part of your record. What isn't is withdrawn: we delete what it says about access needs and about you, and stop emailing you about it.
apart-home = { $n ->
    [one] 1 thing was sent with your email address and isn't confirmed yet.
   *[other] { $n } things were sent with your email address and aren't confirmed yet.
 }
apart-review = Review
registration-confirm-text = Confirm your email address to finish registering.
registration-asked = { $name }, your registration isn't confirmed yet.
registration-held-until = We hold a seat for you until { $at }. After that it goes to the next person.
registration-held-no-more = You get a seat if one is free. If not, you join the waiting list.
registration-need = What would help you take part:
registration-not-you = Someone may have used your email address. We delete what they wrote and won't email you about it again.
registered-asked = One more step: confirm your email address.
registered-asked-text = We've emailed you a link. If seats are free, we hold one for you for an hour. After that it goes to the next person, and you get a seat if one is free when you confirm.
registration-unconfirmed = { $n ->
    [one] 1 more seat is held until its email address is confirmed.
   *[other] { $n } more seats are held until their email addresses are confirmed.
 }
registration-confirm = Confirm my email address
registration-confirmed = Your email address is confirmed.
registration-offered = We sent an email with your offer.
registration-offered-to = You've offered your place to { $email }. It's theirs once they accept. Until then it stays yours.
registration-offer-end = Take the offer back
registration-passed = Someone accepted your place. You're not registered anymore.
registration-ended = This registration has ended.
place-title = A place for you
place-lead = { $name } offers you their place in { $season }.
place-take = Accept the place
place-refuse = No, thank you
place-yours = The place is yours. We've emailed you a link and the dates.
place-there = You're registered already, so nothing changed.
place-refused = Thank you for telling us. Nothing changed.
event-registration-asked = Someone registered and was asked to confirm their email address
event-registration-lapsed = A seat that nobody confirmed was given back
place-ended = This offer has ended. If you accepted it, use the link in your registration email.
event-registration-offered = A place was offered to someone
event-registration-offer-ended = The offer of a place ended
