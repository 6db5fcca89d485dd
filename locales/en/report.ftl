# The applicant report and its themes.
place-report = Applicant report
report-title = { $n ->
    [one] One application
   *[other] { $n } applications
  }
report-cohort-title = { $n ->
    [one] One cohort member
   *[other] { $n } cohort members
  }
report-lead = These numbers have no names. We don’t show groups of fewer than { $floor } people, or numbers that would reveal one.
report-of-cohort = Show cohort only
report-of-pool = Show all applicants
report-floor-staff = Show team view (5 or more people)
report-floor-public = Show public view (11 or more people)
report-csv = Download as CSV
report-none = There are no applications yet.
report-too-few = There are fewer than { $floor } people, so nothing more is shown.
report-table = { $title }, n = { $n }
report-themes-of = Themes in “{ $question }”
report-several = One person can be in more than one row.
report-held-back = Rows with too few people aren’t shown, nor rows that would reveal them.
report-rest = Not shown, or no answer
report-no-answer = No answer
report-agreement = Two people coded { $n } of these. Agreement (Krippendorff’s α): { $list }.
report-foot = Withdrawn applications and second applications from the same person aren’t counted. These numbers describe who applied, nothing more.
funnel = From draft to seat
funnel-held-back = A step is left out if too few people reached it or stopped there.
stage-begun = started a draft
stage-sent = submitted
stage-eligible = eligible
stage-read = reviewed
stage-seated = have a seat
themes-title = Themes
themes-lead = People read the answers and choose what each one is about. Keywords only give hints. The applicant report counts the results.
themes-none-begun = The program lead hasn't started a list of themes yet.
themes-none = There are no long answers to code yet.
themes-count = { $n ->
    [one] one theme
   *[other] { $n } themes
  }
coded-of = { $n } of { $of } coded
coded = coded
codebooks = Codebooks
codebook = Edit codebook
codebook-begin = Start a codebook
codebook-begin-act = Create codebook
codebook-question = Answers to
codebook-from = Start with
codebook-reasons = Five reasons for applying
codebook-hopes = Five things people hope for
codebook-empty = No themes
codebook-of = Codebook for “{ $question }”
codebook-lead = Each theme has a name, a meaning, and keywords that may point to it.
codebook-hints = Keywords: { $words }
theme-add = Add or edit a theme
theme-add-text = To edit a theme, enter its code.
theme-code = Code
theme-label-en = Name in English
theme-label-es = Name in Spanish
theme-definition = Meaning
theme-definition-hint = When it applies, and when it doesn’t.
theme-keywords = Keywords
theme-keywords-hint = One per line. You can shorten them, as in “isolat”.
theme-save = Save theme
coding-title = Code answers
coding-go = Code answers
coding-themes = What is this answer about?
coding-hint = Choose any number, or none.
coding-found = keyword: { $words }
coding-save = Save and continue
coding-done = All answers are coded
coding-done-text = You can check each one again from the list, or see the results in the report.
event-codebook-written = A codebook was changed
event-codebook-removed = A theme was removed from a codebook
event-answer-coded = An answer was coded
report-silent = Not shown, because too few people answered: { $list }.
report-floor-all = Show every count
report-all-lead = This page shows every count, like the list of applications. Don’t share it. What people say about themselves is still shown only in totals of five or more.
