# De quién es una dirección: confirmar lo que se envió con ella, ceder un lugar.
resume-confirm-title = ¿Es suya esta solicitud?
resume-confirm-lead = El { $at } se envió una solicitud a { $season } con su correo electrónico.
resume-first-lead = El { $at } se empezó una solicitud a { $season } con su correo electrónico.
resume-name = Nombre en la solicitud: { $name }
resume-confirm = Sí, confirmar mi correo
resume-keep = Dejarla abierta también en el navegador donde se empezó
resume-keep-hint = Marque esto solo si fue usted. Si no, el otro navegador ya no podrá leer ni cambiar sus respuestas.
resume-not-me = No fui yo
resume-not-me-sent = Retiraremos esta solicitud y eliminaremos lo que dice de necesidades de acceso y de usted. No le escribiremos más sobre ella. No se puede deshacer.
resume-not-me-draft = Quitaremos su correo de este borrador y no le escribiremos más sobre él. No se puede deshacer.
resume-not-me-act = Confirmar que no fui yo
resume-disowned = Gracias por avisarnos
resume-disowned-text = Su correo ya no está relacionado con esta solicitud. No le escribiremos más sobre ella.
shut-out-title = Esta solicitud está abierta en otro navegador
shut-out-text = Se abrió con el enlace que enviamos por correo, así que este navegador ya no puede guardar. Si fue usted, siga allí o abra aquí el enlace del correo. No se perdió lo que escribió: cópielo de esta página.
shut-out-get = Se abrió con el enlace que enviamos por correo, así que ya no se ve aquí. Si fue usted, siga allí o abra el enlace del correo en este navegador.
shut-out-typed = Lo que escribió aquí
status-confirm-title = Confirme su correo electrónico
status-confirm-text = Enviamos un enlace a { $email }. Ábralo para saber que nuestros correos le llegan. Su solicitud ya está recibida y se evaluará de todos modos.
status-received = Su solicitud ya está recibida y se evaluará de todos modos.
status-confirmed = Su correo está confirmado. Le enviamos una copia.
status-confirmed-only = Su correo está confirmado.
link-sent-again = Enviamos el enlace otra vez a { $email }.
check-late-confirm = ¿Le dimos más tiempo? Abra primero el enlace que le enviamos por correo. Así vale su propia fecha límite.
unconfirmed-address = Quien envió esta solicitud aún no confirma su correo. Le enviamos un enlace.
unconfirmed-counts = La solicitud se evalúa como cualquier otra.
tag-unconfirmed = Correo sin confirmar
state-unconfirmed = Correo sin confirmar
tag-resembles = Posible duplicado
resembles-note = Puede ser de la misma persona que otra solicitud. Las dos cuentan hasta que usted decida. La otra es
resembles-same = Dejar esta fuera
resembles-other = Conservar las dos
withdrawn-not-theirs = La persona titular del correo dijo que no la envió
import-left-out = { $n ->
    [one] 1 necesidad de acceso o descripción personal no se importó, porque esa persona tiene su propio registro.
   *[other] { $n } necesidades de acceso o descripciones personales no se importaron, porque esas personas tienen su propio registro.
 }
event-application-confirmed = Alguien confirmó el correo de su solicitud
event-application-disowned = Alguien dijo que una solicitud no era suya
event-application-duplicate = Una solicitud se dejó fuera como duplicado
event-people-joined = Lo enviado con un correo confirmado se agregó al registro de la persona
apart-title = Enviado con su correo electrónico
apart-lead = Esto se envió con su correo, pero nadie lo ha confirmado. Díganos qué es suyo.
apart-none = No hay nada por confirmar.
apart-application = Solicitud a { $season }
apart-registration = Inscripción en { $season }
apart-typed = Nombre: { $name } · { $at }
apart-mine = Sí, es mía
apart-not-mine = No es mía
apart-not-mine-act = Retirarla
apart-done-mine = Se agregó a su registro.
apart-done-not = Retirado. No le escribiremos más sobre esto.
apart-note = Lo que es suyo se agrega a su registro. Lo demás se retira: eliminamos lo que dice de necesidades de acceso y de usted. No le escribimos más sobre eso.
apart-home = { $n ->
    [one] 1 envío hecho con su correo está sin confirmar.
   *[other] { $n } envíos hechos con su correo están sin confirmar.
 }
apart-review = Revisar
registration-confirm-text = Confirme su correo para terminar la inscripción.
registration-asked = { $name }, su inscripción aún no está confirmada.
registration-held-until = Le guardamos un lugar hasta el { $at }. Después pasa a la siguiente persona.
registration-held-no-more = Tendrá un lugar si hay alguno libre. Si no, pasará a la lista de espera.
registration-need = Qué le ayudaría a participar:
registration-not-you = Es posible que alguien haya usado su correo. Si cancela, eliminaremos lo que escribió y no le escribiremos más sobre eso.
registered-asked = Falta un paso: confirme su correo electrónico.
registered-asked-text = Le enviamos un enlace. Si hay un lugar libre, se lo guardamos durante una hora. Después pasa a la siguiente persona. Aún tendrá un lugar si hay alguno libre cuando confirme.
registered-asked-hold = Si hay un lugar libre, se lo guardamos durante una hora. Después pasa a la siguiente persona.
registration-unconfirmed = { $n ->
    [one] 1 lugar más está guardado hasta que se confirme su correo.
   *[other] { $n } lugares más están guardados hasta que se confirmen sus correos.
 }
registration-confirm = Confirmar mi correo
registration-confirmed = Su correo está confirmado.
registration-offered = Enviamos el correo con su oferta.
registration-offered-unsent = Guardamos su oferta. Este sitio todavía no puede enviar correos, así que no pudimos enviarla.
registration-offered-to = Ofreció su lugar a { $email }. Será de esa persona cuando lo acepte. Mientras tanto, sigue siendo suyo.
registration-offer-end = Cancelar esta oferta
registration-passed = Alguien aceptó su lugar. Usted ya no tiene inscripción.
registration-ended = Esta inscripción terminó.
place-title = Un lugar para usted
place-lead = { $name } le ofrece su lugar en { $season }.
place-take = Aceptar el lugar
place-refuse = No, gracias
place-yours = El lugar es suyo. Le enviamos por correo un enlace y las fechas.
place-yours-unsent = El lugar es suyo. Este sitio todavía no puede enviar correos: pida su enlace al equipo del programa.
place-there = Usted ya tiene inscripción, así que nada cambió.
place-refused = Gracias por avisarnos. Nada cambió.
event-registration-asked = Alguien se inscribió y se le pidió confirmar su correo
event-registration-lapsed = Se liberó un lugar que nadie confirmó
place-ended = Esta oferta terminó. Si la aceptó, use el enlace de su correo de inscripción.
event-registration-offered = Alguien ofreció su lugar a otra persona
event-registration-offer-ended = Terminó la oferta de un lugar
