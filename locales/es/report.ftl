# El informe sobre las solicitudes, y los temas.
place-report = Informe
report-title = { $n ->
    [one] Una solicitud
   *[other] { $n } solicitudes
  }
report-cohort-title = { $n ->
    [one] Una persona del grupo
   *[other] { $n } personas del grupo
  }
report-lead = Números sin nombres. No se muestra ningún grupo de menos de { $floor } personas, ni números de los que se pueda deducir.
report-of-cohort = Solo el grupo
report-of-pool = Todas las solicitudes
report-floor-staff = Para el equipo: desde 5 personas
report-floor-public = Para todos: desde 11 personas
report-csv = Estos números en CSV
report-none = Todavía no hay solicitudes.
report-too-few = Aquí hay menos de { $floor } personas, así que no se dice más.
report-table = { $title }, n = { $n }
report-themes-of = Temas en «{ $question }»
report-several = Una persona puede estar en varias filas.
report-held-back = Se reservan las filas con muy pocas personas.
report-agreement = Dos personas codificaron { $n } de estas; acuerdo (α de Krippendorff): { $list }.
report-foot = No se cuentan las solicitudes retiradas ni la segunda de una misma persona. Los números dicen quién se postuló; no dicen nada del valor de nadie.
funnel = Del borrador al lugar
funnel-held-back = Se omite un paso que muy pocas personas no dieron.
stage-begun = empezaron un borrador
stage-sent = lo enviaron
stage-eligible = elegibles
stage-read = leídas
stage-seated = tienen lugar
themes-title = Temas
themes-lead = Las personas leen respuestas y dicen de qué tratan; la máquina solo señala palabras. Lo que resulta se cuenta en el informe.
themes-none = Todavía no hay respuestas largas que codificar.
themes-count = { $n ->
    [one] un tema
   *[other] { $n } temas
  }
coded-of = { $n } de { $of } codificadas
coded = codificada
codebooks = Libros de códigos
codebook = Libro de códigos
codebook-begin = Un libro de códigos nuevo
codebook-begin-act = Empezar
codebook-question = Respuestas a
codebook-from = Empezar con
codebook-reasons = Cinco motivos para postularse
codebook-hopes = Cinco cosas que se esperan
codebook-empty = Nada todavía
codebook-of = Libro de códigos de «{ $question }»
codebook-lead = Un tema tiene un nombre, lo que significa y palabras que pueden señalarlo.
codebook-hints = Pistas: { $words }
theme-add = Añadir o cambiar un tema
theme-add-text = Un código que ya existe cambia ese tema.
theme-code = Código
theme-label-en = Nombre en inglés
theme-label-es = Nombre en español
theme-definition = Qué significa
theme-definition-hint = Cuándo cuenta y cuándo no.
theme-keywords = Palabras que lo señalan
theme-keywords-hint = Una por línea; basta el comienzo de una palabra, como «aislad».
theme-save = Guardar el tema
coding-title = Codificar
coding-go = Codificar respuestas
coding-themes = ¿De qué trata esta respuesta?
coding-hint = Los que sean, o ninguno.
coding-found = pista: { $words }
coding-save = Guardar y seguir
coding-done = Todas las respuestas están codificadas
coding-done-text = Puede volver a mirar cada una desde la lista, o ver lo que dicen juntas.
event-codebook-written = Se cambió el libro de códigos
event-codebook-removed = Se quitó un tema del libro de códigos
event-answer-coded = Se codificó una respuesta
report-silent = Muy pocas personas para mostrar algo de: { $list }.
report-floor-all = Mostrar todos los números
report-all-lead = Se muestran todos los números, como en la lista de solicitudes. No comparta esta página. Lo que las personas dicen de sí mismas se muestra solo en totales de cinco o más.
