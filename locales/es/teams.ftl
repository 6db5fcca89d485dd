# Equipos base.
teams-title = Equipos base
teams-lead = El grupo pequeño al que cada integrante pertenece toda la edición. Parecidos en lo que usted elija, nadie en soledad en lo que importa, y cada razón en palabras.
teams-no-members = Todavía nadie ha ocupado un lugar, así que no hay a quién asignar.
teams-accepted = Estos son los equipos base de la edición (versión { $n }).
teams-accept = Aceptar estos equipos
teams-version = Versión { $n }, todavía sin aceptar
teams-violations = { $n ->
    [one] Una regla no se pudo cumplir.
   *[other] { $n } reglas no se pudieron cumplir.
  }
teams-move = Cambiar a alguien a mano
teams-move-text = Un cambio es una versión nueva, valorada igual que la propuesta. Verá enseguida qué hace con las razones.
teams-move-act = Cambiar
team-to = Al equipo
teams-wishes = Cómo deben ser los equipos
team-size = Personas por equipo
teams-alike-text = El primer deseo pesa más.
alike-on = Parecidos en, deseo { $n }
not-alone = Nadie en soledad
not-alone-text = Nadie es la única persona de su equipo con su valor en esto, salvo que sea la única en general.
pairs-apart = Separar
pairs-together = Mantener juntas
pair-one = { $kind }, par { $n }, primera persona
pair-two = { $kind }, par { $n }, segunda persona
choose = elegir
teams-propose = Proponer equipos
team-score = { $n } % parecidos
team-reason = { $n } de { $of } comparten { $field }: { $value }
wrong-team-size = Hay muy pocas personas para equipos de este tamaño. Elija un tamaño menor.
wrong-move = Por favor elija una persona y otro equipo.
