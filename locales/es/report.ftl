# El informe sobre las solicitudes, y los temas.
place-report = Informe de solicitudes
report-title = { $n ->
    [one] Una solicitud
   *[other] { $n } solicitudes
  }
report-cohort-title = { $n ->
    [one] Una persona de la cohorte
   *[other] { $n } personas de la cohorte
  }
report-lead = Estos números no tienen nombres. No mostramos grupos de menos de { $floor } personas, ni números que los revelen.
report-of-cohort = Ver solo la cohorte
report-of-pool = Ver todas las solicitudes
report-floor-staff = Ver como equipo (5 personas o más)
report-floor-public = Ver como público (11 personas o más)
report-csv = Descargar como CSV
report-none = Todavía no hay solicitudes.
report-too-few = Hay menos de { $floor } personas, así que no se muestra más.
report-table = { $title }, n = { $n }
report-themes-of = Temas en «{ $question }»
report-several = Una persona puede estar en varias filas.
report-held-back = No se muestran las filas con muy pocas personas, ni las que las revelarían.
report-rest = No se muestra, o sin respuesta
report-no-answer = Sin respuesta
report-agreement = Dos personas codificaron { $n } de estas. Acuerdo (α de Krippendorff): { $list }.
report-foot = No se cuentan las solicitudes retiradas ni la segunda de una misma persona. Estos números describen quién se postuló, nada más.
funnel = Del borrador al lugar
funnel-held-back = Se omite un paso si muy pocas personas llegaron o se detuvieron ahí.
stage-begun = empezaron un borrador
stage-sent = la enviaron
stage-eligible = elegibles
stage-read = evaluadas
stage-seated = tienen lugar
themes-title = Temas
themes-lead = Las personas leen las respuestas y eligen de qué trata cada una. Las palabras clave solo dan pistas. El informe de solicitudes cuenta los resultados.
themes-none-begun = La dirección del programa todavía no ha empezado una lista de temas.
themes-none = Todavía no hay respuestas largas que codificar.
themes-count = { $n ->
    [one] un tema
   *[other] { $n } temas
  }
coded-of = { $n } de { $of } codificadas
coded = codificada
codebooks = Libros de códigos
codebook = Editar libro de códigos
codebook-begin = Empezar un libro de códigos
codebook-begin-act = Crear libro de códigos
codebook-question = Respuestas a
codebook-from = Empezar con
codebook-reasons = Cinco motivos para postularse
codebook-hopes = Cinco cosas que la gente espera
codebook-empty = Sin temas
codebook-of = Libro de códigos de «{ $question }»
codebook-lead = Cada tema tiene un nombre, un significado y palabras clave que pueden señalarlo.
codebook-hints = Palabras clave: { $words }
theme-add = Agregar o editar un tema
theme-add-text = Para editar un tema, escriba su código.
theme-code = Código
theme-label-en = Nombre en inglés
theme-label-es = Nombre en español
theme-definition = Significado
theme-definition-hint = Cuándo corresponde y cuándo no.
theme-keywords = Palabras clave
theme-keywords-hint = Una por línea. Puede acortarlas, como «aislad».
theme-save = Guardar tema
coding-title = Codificar respuestas
coding-go = Codificar respuestas
coding-themes = ¿De qué trata esta respuesta?
coding-hint = Elija los que sean, o ninguno.
coding-found = palabra clave: { $words }
coding-save = Guardar y continuar
coding-done = Todas las respuestas están codificadas
coding-done-text = Puede revisar cada una desde la lista o ver los resultados en el informe.
event-codebook-written = Se cambió un libro de códigos
event-codebook-removed = Se quitó un tema de un libro de códigos
event-answer-coded = Se codificó una respuesta
report-silent = No se muestra, porque respondieron muy pocas personas: { $list }.
report-floor-all = Mostrar todos los números
report-all-lead = Esta página muestra todos los números, como la lista de solicitudes. No la comparta. Lo que las personas dicen de sí mismas solo se muestra en totales de cinco o más.
