# Home teams.
teams-title = Home teams
teams-lead = Each member belongs to one small team for the whole season.
teams-no-members = No one has accepted a seat yet, so there’s no one to place.
teams-accepted = These are the season’s home teams (version { $n }).
teams-accept = Accept these teams
teams-version = Version { $n } isn’t accepted yet
teams-violations = { $n ->
    [one] One rule couldn’t be met.
   *[other] { $n } rules couldn’t be met.
  }
teams-move = Move someone to another team
teams-move-text = A move makes a new version. You see right away how it changes what each team has in common.
teams-move-act = Move person
team-to = New team
teams-wishes = Rules for teams
team-size = People per team
teams-alike-text = Choose what people in a team should have in common. The first choice counts most.
alike-on = In common, choice { $n }
not-alone = No one is the only one
not-alone-text = No one is the only person on their team with their answer. This can’t be met if they’re the only one in the cohort.
pairs-apart = Keep apart
pairs-together = Keep together
pair-one = { $kind }, pair { $n }, first person
pair-two = { $kind }, pair { $n }, second person
choose = Choose one
teams-propose = Propose teams
team-score = { $n }% in common
team-reason = { $n } of { $of } share { $field }: { $value }
wrong-team-size = There aren’t enough people for teams of this size. Choose a smaller number.
wrong-move = Choose a person and another team.
