# Conversations: places, topics, messages, and what is heard of them by email.
place-conversations = Conversations
talk-lead = Ask, share, and keep in touch between gatherings.
talk-cohort = Whole cohort
talk-team = Home team: { $name }
talk-space = Space: { $name }
talk-nowhere = You aren't part of any conversation yet.
talk-people = { $n ->
    [one] One person can read this.
   *[other] { $n } people can read this.
  }
talk-no-staff = Program staff can't read it.
talk-staff-since = Program staff can read topics started since { $day }.
talk-staff = What program staff can read
talk-staff-in-text = People who lead or facilitate the program can't read your team's topics. If your team wants them to, they can read and write in topics that start from now on. They can't read older topics. Anyone in the team can change this back.
talk-staff-in = Let staff read new topics
talk-staff-out-text = Program staff can read topics started since your team let them in. If you stop this, they can't read any of your team's topics. Their messages stay.
talk-staff-out = Stop letting staff read
talk-empty = No topics yet. Here are some ways to start:
talk-starter-hello = Introduce yourselves
talk-starter-hello-text = Where do you work, and who do you work with? What do you hope to take home from this program?
talk-starter-ask = Ask for advice
talk-starter-ask-text = What are you working on right now? What have you tried? What would help you most?
talk-starter-share = Share something useful
talk-starter-share-text = What is it, who is it for, and how did it help you?
talk-begin = Start a topic
talk-begin-act = Post topic
talk-where = Who can read it?
talk-where-hint = You can't move a topic later.
talk-choose-place = Choose who can read it
talk-topic-title = Title
talk-topic-title-hint = For example: How do you run a first meeting?
talk-message = Message
talk-message-hint = To name someone, write @ and their name. Web addresses become links.
talk-write = Write a message
talk-post = Post message
talk-add-file = Add a picture or document
talk-file = Picture or PDF
talk-file-hint = JPEG, PNG, WebP or PDF, up to 10 MB. We remove hidden details, such as where a photo was taken.
talk-about = Description
talk-about-hint = For people who can't see the picture.
talk-file-words = Message with the file
talk-post-file = Post file
talk-document = Document
talk-picture-of = Picture from { $name }
talk-last = { $name } · { $time }
talk-new-n = { $n } new
talk-when = { $weekday }, { $month } { $day }, { $time }
talk-new-here = New
talk-unread-n = { $n ->
    [one] You have one new message.
   *[other] You have { $n } new messages.
  }
talk-read-all = Mark all as read
talk-pinned = Pinned
talk-closed = Closed
talk-closed-text = This topic is closed. You can read it, but no one can add to it.
talk-late = It's too late to undo that.
talk-read-by = { $n ->
    [one] One person can read this
   *[other] { $n } people can read this
  }
talk-read-by-team = People who join the team later can't read topics that started before they joined.
talk-gone = Someone who left
talk-edited = (edited)
talk-by-email = (by email)
talk-removed = Message deleted
talk-removed-tended = Message removed by program staff
talk-more = Options
talk-edit = Edit message
talk-edit-title = Edit message
talk-edit-hint = Others see that you edited it. Emails we already sent don't change.
talk-remove = Delete message
talk-edit-cancel = Don't change it
talk-remove-text = You can undo this for 15 minutes. Emails we already sent don't change.
talk-earlier = Earlier messages
talk-later = Later messages
talk-newest = Newest messages
talk-look = Check for new messages
talk-topic = Topic settings
talk-rename = Save title
talk-pin = Pin to the top
talk-unpin = Unpin
talk-close = Close topic
talk-open = Reopen topic
talk-state-text = People can still read a closed topic. You can reopen it at any time.
talk-search = Search messages
talk-search-act = Search
talk-search-title = Search messages
talk-search-hint = We search everything you can read in this season.
talk-found = { $n ->
    [0] No messages found. Try fewer or other words.
    [one] One message found.
   *[other] { $n } messages found.
  }
talk-found-more = The newest { $n } messages are shown. Type more to narrow the search.
talk-settings = Email settings
talk-settings-lead = Choose which messages we email you. You can always read everything here.
talk-how-each = Email me each message
talk-how-daily = Email me once a day
talk-how-none = No email
talk-how-text = We wait a few minutes before we email you. If you read a message here first, we don't send it. If someone names you with @, you don't wait for the daily email, unless you chose no email.
talk-how-reply = To answer an email about one topic, reply to it. We post your reply in that topic.
talk-quiet = Quiet hours
talk-quiet-text = During these hours, we don't email you about conversations. You get those emails afterward. Times are in { $zone }.
talk-quiet-from = From
talk-quiet-until = Until
talk-quiet-none = Leave both empty for no quiet hours.
talk-until = Everything here is deleted on { $day }.
talk-mine = Download what I wrote
talk-mine-title = My messages
talk-untitled = A topic
talk-mail-stop-daily = To stop the daily email: { $url }
talk-plain = Messages aren’t encrypted. The site administrator could read them.
talk-changed = This topic was changed.
talk-unposted = Your message
talk-elsewhere = Choose someone else
talk-count = { $n ->
    [one] One message
   *[other] { $n } messages
  }
talk-mail-no-reply = You can’t answer by replying to this email. Open the conversation to write.
talk-keeping = How long to keep conversations
talk-keeping-lead = After the season ends, conversations are kept for a while and then deleted. Everyone sees the date.
talk-keep = Delete them
talk-keep-hint = This applies to all conversations of this season, including those you can't read.
talk-keep-days = { $day } ({ $n } days after the end)
talk-keep-counts = { $topics ->
    [0] There are no topics yet.
    [one] So far there is one topic, with { $n ->
        [one] one message
       *[other] { $n } messages
      } in it.
   *[other] So far there are { $topics } topics, with { $n ->
        [one] one message
       *[other] { $n } messages
      } in them.
  }
talk-mail-line = ── Write your reply above this line ──
talk-mail-said = { $name } wrote:
talk-mail-file = (With a file. You can open it on the site.)
talk-mail-more = { $n ->
    [one] And one more message.
   *[other] And { $n } more messages.
  }
talk-mail-stop = To stop emails about this conversation: { $url }
talk-mail-settings = To choose what we email you: { $url }
talk-mail-listed = Messages in a conversation
talk-digest-topic = { $n ->
    [one] { $topic }: one new message
   *[other] { $topic }: { $n } new messages
  }
talk-a-topic = a conversation
talk-refused-stranger = It came from an address that isn't one of yours on this site. Reply from your own address, or add the other address on My page first. If you didn't send it, you don't need to do anything.
talk-refused-left = You can't read this conversation anymore, so you can't reply to it.
talk-refused-closed = The topic is closed.
talk-refused-empty = We found no words of yours in it. Write your reply above the line in the email.
talk-refused-long = It was longer than 8,000 characters.
talk-refused-files = We posted your words, but not the files you attached. You can add files on the site.
talk-stop = Stop these emails
talk-stop-text = No more emails about { $place }? You can still read everything on the site.
talk-stop-daily = No more daily email about conversations? You can still read everything on the site.
talk-stop-act = Stop emails
talk-stopped = We won't email you about { $place } anymore.
talk-stopped-daily = We won't send you the daily email about conversations anymore.
talk-stop-again = To get them again, sign in:
wrong-talk-name = More than one person has this name. Write the full name. { $arg }
wrong-talk-place = Choose who can read it.
wrong-talk-closed = This topic was closed, so your message wasn't posted. Copy it if you need it.
wrong-talk-file-large = This file is larger than 10 MB. Choose a smaller one.
wrong-talk-quiet = Choose two different times, or leave both empty.
home-talk = Conversations
home-talk-n = { $n ->
    [one] One new message in “{ $title }”.
   *[other] { $n } new messages in “{ $title }”.
  }
home-talk-topics = { $n } new messages in { $topics } topics.
home-talk-read = Read messages
event-topic-begun = You started a topic in a conversation
event-topic-pinned = You pinned a topic
event-topic-unpinned = You unpinned a topic
event-topic-closed = You closed a topic
event-topic-opened = You reopened a topic
event-topic-renamed = You changed the title of a topic
event-message-posted = You posted a message in a conversation
event-message-edited = You edited a message
event-message-removed = You deleted a message
event-message-returned = You restored a message you had deleted
event-staff-let-in = You let program staff read new topics of your home team
event-staff-let-go = You stopped letting program staff read topics of your home team
event-conversation-chosen = You changed your email settings for conversations
event-conversation-read = You marked all conversations as read
event-conversation-kept = Someone changed how long conversations are kept

email-talk-new = New messages in a conversation
email-talk-new-when = Goes to people who want an email for each message, and to anyone who is named with @. It contains the messages.
email-talk-new-subject = { $season }: new in “{ $topic }”
email-talk-new-body =
    Hello { $name },

    There is something new in “{ $topic }” ({ $place }).
email-talk-new-button = Open the conversation
email-talk-digest = Daily email about conversations
email-talk-digest-when = Goes out once a day, in the morning, to people who chose it. It contains what is new since they last read.
email-talk-digest-subject = New messages in { $season }
email-talk-digest-body =
    Hello { $name },

    Here is what is new in the conversations of { $season }. To answer, open the conversation. Replies to this email aren’t posted there.
email-talk-digest-button = Read conversations
email-talk-refused = Reply by email that wasn’t posted
email-talk-refused-when = Goes to someone whose reply by email wasn’t posted, or only in part. It says why and contains what they wrote.
email-talk-refused-subject = Your reply to { $topic }
email-talk-refused-body =
    We got a reply to { $topic } in { $season }, but there was a problem.

    { $reason }
email-talk-refused-button = Open conversations
email-field-topic = the title of the topic
email-sample-topic = How do you run a first meeting?
email-field-place = who can read it
email-sample-place = Whole cohort
team-topics-none = No topics yet. Only your team can read them.
team-topics-all = All conversations
