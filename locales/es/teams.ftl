# Equipos base.
teams-title = Equipos base
teams-lead = Cada integrante pertenece a un equipo pequeño durante toda la edición.
teams-no-members = Todavía nadie ha aceptado un lugar, así que no hay a quién asignar.
teams-accepted = Estos son los equipos base de la edición (versión { $n }).
teams-accept = Aceptar estos equipos
teams-version = La versión { $n } todavía no se acepta
teams-violations = { $n ->
    [one] No se pudo cumplir una regla.
   *[other] No se pudieron cumplir { $n } reglas.
  }
teams-move = Mover a alguien a otro equipo
teams-move-text = Cada cambio crea una versión nueva. Verá enseguida cómo cambia lo que cada equipo tiene en común.
teams-move-act = Mover a la persona
team-to = Equipo nuevo
teams-wishes = Reglas para los equipos
team-size = Personas por equipo
teams-alike-text = Elija lo que las personas de un equipo deben tener en común. La primera opción cuenta más.
alike-on = En común, opción { $n }
not-alone = Que nadie sea la única persona
not-alone-text = Nadie es la única persona de su equipo con su respuesta. No se puede cumplir si es la única en todo el grupo.
pairs-apart = Mantener en equipos distintos
pairs-together = Mantener en el mismo equipo
pair-one = { $kind }, par { $n }, primera persona
pair-two = { $kind }, par { $n }, segunda persona
choose = Elija una opción
teams-propose = Proponer equipos
team-score = { $n }% en común
team-reason = { $n } de { $of } comparten { $field }: { $value }
wrong-team-size = No hay suficientes personas para equipos de este tamaño. Elija un número menor.
wrong-move = Elija una persona y otro equipo.
