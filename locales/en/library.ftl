# The library and the curriculum

place-library = Library
place-curriculum = Curriculum
place-library-lists = Lists
library-title = Library
library-lead = Practices, frameworks, and worksheets for this program. Each card lists its source.
library-none = The library has no cards yet.
library-begin-text = You can start with our own practices, frameworks, and worksheets. They’re added as drafts, so you can read, edit, and publish the ones you want.
library-begin = Add starter cards
library-find = Search for
library-kind = Type
library-tag = Skill, topic, or role
library-any = Any
library-search = Search
library-all = Show all cards
library-found =
    { $n ->
        [0] No cards match, out of { $of }.
        [one] One of { $of } cards matches.
       *[other] { $n } of { $of } cards match.
    }
library-count =
    { $n ->
        [one] One card.
       *[other] { $n } cards.
    }
library-lists = Lists for the library
library-lists-lead = People use these lists to find cards, and some worksheets ask about each item. Put one item on each line, in your program’s words.
list-skills = Skills and mindsets
list-skills-hint = For finding cards, for self-assessment, and for getting ready for a coach.
list-topics = Topics
list-topics-hint = What a lab or a course is about.
list-ecosystem = Roles in an ecosystem
list-ecosystem-hint = Use your program’s own roles. Published role maps have owners, so ask them before you add theirs.
wrong-list-long = Enter up to 60 lines of 120 characters each.
minutes-n =
    { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    }
card-kind-practice = Practice
card-kind-framework = Framework
card-kind-module = Module
card-kind-handout = Handout
card-kind-worksheet = Worksheet
card-kinds-practice = Practices
card-kinds-framework = Frameworks
card-kinds-module = Modules
card-kinds-handout = Handouts
card-kinds-worksheet = Worksheets
card-new = Add a card
card-new-lead = It stays a draft until you publish it. You can start in one language. People who read the other see a note.
card-edit = Edit card
card-keep = Manage this card
card-save = Save card
card-draft = draft
card-draft-long = This is a draft. Only people who manage the library can see it.
card-publish = Publish to all seasons
card-withdraw = Unpublish card
card-remove = Delete draft
card-missing = Before you can publish it, add:
card-refused = This card isn’t complete, so it’s still a draft. See below what to add.
card-missing-title = a title
card-missing-text = a text
card-missing-origin = the source
card-missing-licence = the terms of use
card-missing-permission = who gave permission, and for what
card-missing-link = a link, since the card only points to it
card-missing-minutes = how many minutes it takes
card-missing-prompts = questions, or a list to ask about
card-missing-transcript = a transcript of the recording, for people who can’t hear it
card-only-en = Only in English for now.
card-only-es = Only in Spanish for now.
card-words = Content
card-kind-hint = People do a practice, think with a framework, teach a module, read a handout, and write on a worksheet. A peer consult follows a protocol.
card-title-en = Title in English
card-title-es = Title in Spanish
card-text-en = Text in English
card-text-es = Text in Spanish
card-text-hint = Plain text. Leave an empty line for a new paragraph. Start a line with “## ” for a heading, “- ” for a list, or “1. ” for a step.
card-care = Before you start:
card-care-en = Content note in English
card-care-hint = What may be hard about it, and what helps.
card-care-es = Content note in Spanish
card-care-hint-es = The same in Spanish.
card-support = If you’d like support
card-support-en = Support in English
card-support-hint = People and help lines to turn to. Start each line with “- ”.
card-support-es = Support in Spanish
card-support-hint-es = The same in Spanish.
card-origin = Source
card-origin-lead = Every card needs its author and its terms of use. You can’t publish it without them.
card-origin-label = Author and source
card-origin-hint = If a people or a group holds it, name them and who shared it with you. For example: a song or a prayer.
card-source = Go to the source
card-source-label = Link to the source
card-licence = Terms of use
card-permission = Permission
card-permission-hint = Who gave permission, for what, and when.
card-stays = Please don’t share this outside the program.
card-stays-label = Keep this inside the program. We ask people not to share it, and it isn’t in the printed packet.
card-of-practice = For a practice
card-minutes = Minutes
card-posture = Posture
card-eyes = Eyes
card-eyes-hint = We never require closed eyes. For some people, closing them brings back painful memories.
card-of-worksheet = For a worksheet
card-prompts-en = Questions in English
card-prompts-hint = One per line.
card-prompts-es = Questions in Spanish
card-prompts-hint-es = One per line, in the same order.
card-asks = List to ask about
card-asks-hint = Each item comes before the questions, with four answers to choose from.
card-recorded = Recording
card-recording-label = Link to the recording
card-recording = Play recording
card-transcript = Transcript of the recording
card-transcript-hint = Required before you publish a recording.
licence-none = Choose
licence-own = Written by the program.
licence-public-domain = Public domain.
licence-cc0 = CC0: free to use. You don’t need to credit anyone.
licence-cc-by = CC BY: free to use if you credit the author.
licence-cc-by-sa = CC BY-SA: free to use if you credit the author and share changes under the same terms.
licence-cc-by-nc = CC BY-NC: free for noncommercial use if you credit the author.
licence-cc-by-nc-sa = CC BY-NC-SA: free for noncommercial use if you credit the author and share changes under the same terms.
licence-permission = Used with permission.
licence-linked = Others hold the rights, so this card only links to it.
posture-any = Any posture
posture-seated = Seated
posture-standing = On your feet, or upright in a chair
posture-lying = Lying down or leaning back
posture-moving = Moving
eyes-either = Eyes open or closed
eyes-open = Eyes open
asks-none = No list
practice-opt-out = All of this is an invitation. Skip what you like, do it your way, keep your eyes open, or stop at any time. No one will ask why.
timer-title = Timer
timer-start = Start timer
timer-pause = Pause timer
timer-on = Resume timer
timer-again = Start again
timer-left = {"{"}n{"}"} minutes left
timer-last = Last minute
timer-over = Time’s up. Take as long as you need.
mine-title = Your private worksheet
mine-lead = Only you can open what you write here. Your team, your coach, and program staff can’t.
mine-private = Only you can open this page. It’s not in any report, and you can delete it at any time. We store it on your program’s server so you can come back to it. If something must never be stored, write it on paper.
mine-open = Fill in worksheet
mine-asks = Questions on this worksheet
mine-keep = Save worksheet
mine-written = What you wrote
mine-nothing = You haven’t written anything yet.
mine-go-on = Continue writing
mine-forget = Delete this entry
mine-forget-text = This can’t be undone. You won’t be able to open it either.
mine-forget-act = Delete this entry
mine-list-empty-skills = The program hasn’t listed any skills yet, so this worksheet has only its own questions.
mine-list-empty-ecosystem = The program hasn’t listed any roles yet, so this worksheet has only its own questions.
said-at-ease = I’m comfortable with it
said-growing = I’m getting better at it
said-wanted = I want to learn more
said-not-mine = Not mine to do
said-mine = My role
said-sometimes = Sometimes my role
said-others = Others do this
said-nobody = No one does this
wrong-words-long = This is longer than 8,000 characters. Shorten it, or start a second worksheet.
wrong-nothing-written = This worksheet is empty. Write something before you save.
wrong-longer-than = Use { $arg } characters or fewer.
wrong-card-moved = Someone else changed this card while you were editing. Your text is still here. Check the card in another tab, then save again to replace their version.
today-practice = Practice for today
gathering-cards = Materials
gathering-cards-empty = No cards yet.
gathering-cards-choose = Choose cards
gathering-cards-title = Cards for this gathering
gathering-cards-lead = Number the cards you want, in order. People who open the gathering’s page can also read its cards offline.
gathering-cards-none = The library has no published cards yet.
curriculum-title = Curriculum
curriculum-lead = Which needs the program meets, how, and in which gathering.
curriculum-none = No needs are listed yet.
curriculum-gaps = Gaps
curriculum-whole = No gaps: every need has an approach, and every approach and gathering is matched.
curriculum-open-need = No gathering meets this need yet.
curriculum-unused = No gathering uses this approach yet. Other approaches meet its need.
curriculum-bare =
    { $n ->
        [one] uses none of the approaches
       *[other] use none of the approaches
    }
curriculum-untouched =
    { $n ->
        [one] This skill isn’t on any gathering’s cards.
       *[other] These skills aren’t on any gathering’s cards.
    }
curriculum-no-gathering = This season has no gatherings yet.
curriculum-matrix = Approaches and gatherings
curriculum-approach = Approach
curriculum-above = As marked above
curriculum-skills = Skills
curriculum-skills-lead = Based on the cards chosen for each gathering.
curriculum-skill-none = Not in a gathering yet
curriculum-lines = Needs and approaches
curriculum-lines-label = One need per line, with its approaches
curriculum-lines-hint = Write it as: need: approach; another approach. An approach keeps its gatherings as long as you don’t reword it.
wrong-curriculum = “{ $arg }” needs a colon with at least one approach after it.
wrong-curriculum-long = Enter up to 120 approaches of 200 characters each.
event-card-made = A card was added
event-card-changed = A card was changed
event-card-published = A card was published
event-card-withdrawn = A card was unpublished
event-card-removed = A draft card was deleted
event-library-lists = The library lists were changed
event-library-begun = Starter cards were added to the library
event-curriculum-changed = The curriculum was changed
event-gathering-cards = Cards were chosen for a gathering
card-kind-protocol = Protocol
card-kinds-protocol = Protocols
card-missing-steps = steps
card-of-protocol = For a peer consult protocol
card-steps-lead = Write one step per line, in four parts with | between them: minutes, name, what the client does, and what everyone else does.
card-steps-en = Steps in English
card-steps-hint = For example: 5 | Share | Say what you want help with. | Listen. Don’t interrupt.
card-steps-es = Steps in Spanish
card-steps-hint-es = The same minutes, line by line. If you write the steps in one language only, everyone sees those.
wrong-step-line = Line { $arg } needs four parts: whole minutes from 1 to 60, a name, what the client does, and what everyone else does, with | between them.
wrong-steps-many = A protocol has at most { $arg } steps.
wrong-steps-apart = The two languages need the same number of steps, with the same minutes.
event-library-protocols-added = Protocols for peer consults were added to the library
wrong-step-long = Line { $arg } is too long. A line has at most 600 characters.
wrong-steps-hours = All steps together can take at most { $arg } minutes.
