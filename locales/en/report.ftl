# The report on a pool, and themes.
place-report = Pool report
report-title = { $n ->
    [one] One application
   *[other] { $n } applications
  }
report-cohort-title = { $n ->
    [one] One member of the cohort
   *[other] { $n } members of the cohort
  }
report-lead = Numbers without names. A group of fewer than { $floor } people is not shown, nor any number from which one could be worked out.
report-of-cohort = The cohort alone
report-of-pool = The whole pool
report-floor-staff = For the team: from 5 people
report-floor-public = For everyone: from 11 people
report-csv = These numbers as CSV
report-none = There are no applications yet.
report-too-few = There are fewer than { $floor } people here, so nothing more is said.
report-table = { $title }, n = { $n }
report-themes-of = Themes in “{ $question }”
report-several = One person may be in several rows.
report-held-back = Rows with too few people are held back.
report-agreement = Two people coded { $n } of these; agreement (Krippendorff’s α): { $list }.
report-foot = Applications that were taken back and second ones of the same person are not counted. The numbers say who applied; they say nothing of anyone’s worth.
funnel = From a draft to a seat
funnel-held-back = A step that too few people did not take is left out.
stage-begun = began a draft
stage-sent = sent it
stage-eligible = eligible
stage-read = read
stage-seated = have a seat
themes-title = Themes
themes-lead = People read answers and say what they are about; the machine only points at words. What comes out is counted in the pool report.
themes-none = There are no long answers to code yet.
themes-count = { $n ->
    [one] one theme
   *[other] { $n } themes
  }
coded-of = { $n } of { $of } coded
coded = coded
codebooks = Codebooks
codebook = Codebook
codebook-begin = A new codebook
codebook-begin-act = Begin
codebook-question = Answers to
codebook-from = Begin with
codebook-reasons = Five reasons for applying
codebook-hopes = Five things people hope for
codebook-empty = Nothing yet
codebook-of = Codebook for “{ $question }”
codebook-lead = A theme has a name, what it means, and words that may hint at it.
codebook-hints = Hints: { $words }
theme-add = Add or change a theme
theme-add-text = A code that is there already changes that theme.
theme-code = Code
theme-label-en = Name in English
theme-label-es = Name in Spanish
theme-definition = What it means
theme-definition-hint = When it counts and when it does not.
theme-keywords = Words that hint
theme-keywords-hint = One on a line; the beginning of a word is enough, as in “isolat”.
theme-save = Save the theme
coding-title = Coding
coding-go = Code answers
coding-themes = What is this answer about?
coding-hint = Any number, or none.
coding-found = hint: { $words }
coding-save = Save and next
coding-done = All answers are coded
coding-done-text = You can look at each of them again from the list, or see what they say together.
event-codebook-written = The codebook was changed
event-codebook-removed = A theme was taken out of the codebook
event-answer-coded = An answer was coded
report-silent = Too few people to show anything of: { $list }.
report-floor-all = Show every count
report-all-lead = Every count is shown, as in the list of applications. Don’t share this page. What people say about themselves is still shown in totals of five or more.
