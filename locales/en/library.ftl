# The library and the curriculum

place-library = Library
place-curriculum = Curriculum
place-library-lists = Lists
library-title = Library
library-lead = What this program works with. Take what serves you; where it comes from stands on each card.
library-none = Nothing is here yet.
library-begin-text = You can begin with practices, frameworks and worksheets in our own words. They come as drafts; you read, change and publish what you stand behind.
library-begin = Begin with these
library-find = A word
library-kind = Kind
library-tag = Skill, topic or role
library-any = Any
library-search = Find
library-all = Show all
library-found =
    { $n ->
        [0] None of { $of } cards.
        [one] One of { $of } cards.
       *[other] { $n } of { $of } cards.
    }
library-count =
    { $n ->
        [one] One card.
       *[other] { $n } cards.
    }
library-lists = Lists of the library
library-lists-lead = By these lists cards are found, and some worksheets ask through them. One item a line, in your program's words.
list-skills = Skills and mindsets
list-skills-hint = For finding cards, for looking at oneself and for what one brings to a coach.
list-topics = Topics
list-topics-hint = What a lab or course is about.
list-ecosystem = Roles in an ecosystem
list-ecosystem-hint = Your program's own. Published role maps have owners: ask them before you enter their roles here.
wrong-list-long = At most 60 lines of 120 characters each, please.
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
card-new = Write a card
card-new-lead = It stays a draft until you publish it. One language is enough to begin; readers of the other are told.
card-edit = Change this card
card-keep = Keeping this card
card-save = Save this card
card-draft = draft
card-draft-long = A draft: only those who keep the library see it.
card-publish = Publish for everyone in the program's seasons
card-withdraw = Take it back from readers
card-remove = Take this draft out
card-missing = Before others may read it, it needs:
card-refused = This card is not complete yet, so it stays a draft. What it needs is listed below.
card-missing-title = a title
card-missing-text = a text
card-missing-origin = where it comes from
card-missing-licence = the terms on which its words may be used
card-missing-permission = who gave permission, and for what
card-missing-link = a link to where it is, since it is only named here
card-missing-minutes = how many minutes it takes
card-missing-prompts = questions, or a list to ask through
card-missing-transcript = the recording's words, for those who cannot hear it
card-only-en = So far only in English.
card-only-es = So far only in Spanish.
card-words = Words
card-kind-hint = A practice is done, a framework is thought with, a module is taught, a handout is read, a worksheet is written on.
card-title-en = Title in English
card-title-es = Title in Spanish
card-text-en = Text in English
card-text-es = Text in Spanish
card-text-hint = Plain text. An empty line begins a paragraph, “## ” a heading, “- ” a list, “1. ” a step.
card-care = Before you begin:
card-care-en = Content note in English
card-care-hint = What may be hard about it, and what helps.
card-care-es = Content note in Spanish
card-care-hint-es = The same in Spanish.
card-support = If you want company
card-support-en = Support beside it, in English
card-support-hint = People and lines to turn to, one on each line beginning with “- ”.
card-support-es = Support beside it, in Spanish
card-support-hint-es = The same in Spanish.
card-origin = Where it comes from
card-origin-lead = Every card says whose thought it is and on what terms its words are here. Without that it cannot be published.
card-origin-label = Author and source
card-origin-hint = For what a group holds (a song, a prayer, a practice): which people, and who shared it with you.
card-source = Go to the source
card-source-label = Link to the source
card-licence = Terms of use
card-permission = Permission
card-permission-hint = Who allowed what, for whom, and when.
card-stays = Please do not carry this outside the program.
card-stays-label = This stays inside: readers are asked not to carry it out, and it is left out of the printed packet.
card-of-practice = For a practice
card-minutes = Minutes
card-posture = Posture
card-eyes = Eyes
card-eyes-hint = Closing them is never asked: for some it brings the worst back.
card-of-worksheet = For a worksheet
card-prompts-en = Questions in English
card-prompts-hint = One a line.
card-prompts-es = Questions in Spanish
card-prompts-hint-es = One a line, in the same order.
card-asks = Ask through a list
card-asks-hint = Each item is asked with four answers to choose from, before the questions.
card-recorded = If it is recorded
card-recording-label = Link to the recording
card-recording = Listen or watch
card-transcript = The recording's words
card-transcript-hint = Needed before a recording is published.
licence-none = Choose
licence-own = The program's own words.
licence-public-domain = In the public domain.
licence-cc0 = CC0: free to use, also without naming anyone.
licence-cc-by = CC BY: free to use if the author is named.
licence-cc-by-sa = CC BY-SA: free to use if the author is named and changes stay as free.
licence-cc-by-nc = CC BY-NC: free to use without earning from it, if the author is named.
licence-cc-by-nc-sa = CC BY-NC-SA: free to use without earning from it, if the author is named and changes stay as free.
licence-permission = Used with permission.
licence-linked = Others hold the rights: it is only named here, with the way to it.
posture-any = Any posture
posture-seated = Seated
posture-standing = Standing, or seated upright
posture-lying = Lying down, or leaning
posture-moving = Moving
eyes-either = Eyes open or closed
eyes-open = Eyes open
asks-none = No list
practice-opt-out = All of this is an invitation. Leave out what you like, do it your way, keep your eyes open, stop at any point. Nobody asks why.
timer-title = Time for it
timer-start = Begin
timer-pause = Pause
timer-on = Go on
timer-again = Once more
timer-left = {"{"}n{"}"} minutes left
timer-last = The last minute
timer-over = The time is over. Take as long as you like to come back.
mine-title = Write for yourself
mine-lead = What you write here is yours. Nobody else can open it: not your team, not your coach, not the people who run the program.
mine-private = Only you can open what stands here. It is in no report, and you can take it away at any time. It is kept on your program's server so that you find it again; what must never be stored, keep on paper.
mine-open = Open this sheet
mine-asks = What it asks
mine-keep = Keep this
mine-written = What you wrote
mine-nothing = Nothing yet.
mine-go-on = Go on writing
mine-forget = Take it away
mine-forget-text = It is gone for good then, for you too.
mine-forget-act = Take it away for good
mine-list-empty-skills = The program has not listed any skills yet, so this sheet asks only its own questions.
mine-list-empty-ecosystem = The program has not named the roles of its ecosystem yet, so this sheet asks only its own questions.
said-at-ease = I am at ease with it
said-growing = It is growing
said-wanted = I want more of it
said-not-mine = Not mine to carry
said-mine = Mine
said-sometimes = Mine at times
said-others = Others take it
said-nobody = Nobody takes it
wrong-words-long = This is longer than 8,000 characters. Please shorten it, or write a second sheet.
wrong-nothing-written = Nothing stands on this sheet yet. Write something, or go back.
wrong-longer-than = Please use at most { $arg } characters.
wrong-card-moved = Someone else changed this card meanwhile. What you typed is still here: look at the card in another tab, then save again to put yours in its place.
today-practice = One practice
gathering-cards = Cards
gathering-cards-empty = No cards yet.
gathering-cards-choose = Choose cards
gathering-cards-title = Cards for this gathering
gathering-cards-lead = Give the cards you work with a number; that is their order. Once someone has opened the gathering, its cards open without a connection too.
gathering-cards-none = The library has no published card yet.
curriculum-title = Curriculum
curriculum-lead = What the program wants to answer, how, and in which gathering.
curriculum-none = Nothing is named yet.
curriculum-gaps = Gaps
curriculum-whole = None: every need has an approach, every approach a gathering, every gathering an approach.
curriculum-open-need = No gathering answers this need yet.
curriculum-unused = No gathering works this way yet; its need is answered by others.
curriculum-bare =
    { $n ->
        [one] works with none of the approaches
       *[other] work with none of the approaches
    }
curriculum-untouched =
    { $n ->
        [one] This skill is on no gathering's cards.
       *[other] These skills are on no gathering's cards.
    }
curriculum-no-gathering = The season has no gatherings yet.
curriculum-matrix = Approaches and gatherings
curriculum-approach = Approach
curriculum-above = As marked above
curriculum-skills = Skills
curriculum-skills-lead = From the cards each gathering works with.
curriculum-skill-none = In no gathering yet
curriculum-lines = Needs and approaches
curriculum-lines-label = Each need on a line, with its approaches
curriculum-lines-hint = Need: approach; another approach. Marks of an approach stay while its words stay the same.
wrong-curriculum = “{ $arg }” needs a colon, and at least one approach after it.
wrong-curriculum-long = At most 120 approaches of 200 characters each, please.
event-card-made = A card was written
event-card-changed = A card was changed
event-card-published = A card was published
event-card-withdrawn = A card was taken back
event-card-removed = A draft card was taken away
event-library-lists = The lists of the library were changed
event-library-begun = The library was begun
event-curriculum-changed = The curriculum was changed
event-gathering-cards = A gathering's cards were chosen
