# Home teams.
teams-title = Home teams
teams-lead = The small group each member belongs to all season. Alike in what you choose, nobody alone in what matters, and every reason in words.
teams-no-members = Nobody has taken a seat yet, so there is nobody to place.
teams-accepted = These are the season’s home teams (version { $n }).
teams-accept = Accept these teams
teams-version = Version { $n }, not accepted yet
teams-violations = { $n ->
    [one] One rule could not be kept.
   *[other] { $n } rules could not be kept.
  }
teams-move = Move someone by hand
teams-move-text = A move is a new version, judged like the solver’s own. You see at once what it does to the reasons.
teams-move-act = Move
team-to = To team
teams-wishes = What the teams should be like
team-size = People in a team
teams-alike-text = The first wish weighs most.
alike-on = Alike on, wish { $n }
not-alone = Nobody alone
not-alone-text = No one is the only person in their team with their value of these, unless they are the only one in the whole cohort.
pairs-apart = Keep apart
pairs-together = Keep together
pair-one = { $kind }, pair { $n }, first person
pair-two = { $kind }, pair { $n }, second person
choose = choose
teams-propose = Propose teams
team-score = { $n } % alike
team-reason = { $n } of { $of } share { $field }: { $value }
wrong-team-size = There are too few people for teams of this size. Choose a smaller size.
wrong-move = Please choose a person and another team.
