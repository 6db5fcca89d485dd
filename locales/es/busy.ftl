calendar-title = Su propio calendario
calendar-lead = Conecte el calendario que usa, para que nadie reserve una cita cuando tiene otro compromiso.
calendar-kept = Guardamos solo los horarios ocupados, de qué hora a qué hora. Los títulos, los lugares y las personas invitadas se quedan en su calendario.
calendar-takes = Leemos su calendario cada 15 minutos. Su servicio de calendario puede tardar unas horas en actualizar esta dirección.
calendar-connect = Conectar su calendario
calendar-connect-act = Conectar calendario
calendar-replace = Usar otra dirección
calendar-replace-act = Guardar la nueva dirección
calendar-address = Dirección secreta de su calendario
calendar-address-hint = Empieza con https o webcal. Quien la tiene puede leer su calendario, así que la ciframos y no la mostramos otra vez.
calendar-connected = Calendario conectado
calendar-which = En { $host }. La dirección termina en { $ending }.
calendar-read-at = Última lectura: { $when }.
calendar-ahead = { $n ->
    [0] No tiene horarios ocupados en los próximos { $days } días.
    [one] Tiene un horario ocupado en los próximos { $days } días.
   *[other] Tiene { $n } horarios ocupados en los próximos { $days } días.
}
calendar-unread = { $n ->
    [one] No pudimos leer una de { $of } entradas. Esa entrada no impide reservar.
   *[other] No pudimos leer { $n } de { $of } entradas. Esas entradas no impiden reservar.
}
calendar-read-now = Leer el calendario ahora
calendar-read = Leímos el calendario.
calendar-soon = Leímos su calendario hace menos de un minuto. Intente de nuevo en un minuto.
calendar-not-now = En este momento leemos otros archivos. Intente de nuevo en un minuto.
calendar-broken = No podemos leer su calendario. La última vez que funcionó fue { $when }.
calendar-old = Sus horarios pueden estar desactualizados, y otras personas pueden reservar encima de eventos nuevos.
calendar-fault-no-address = Esto no es una dirección web. Copie la dirección completa de su calendario y péguela aquí.
calendar-fault-not-secure = Esta dirección no está cifrada. Use una que empiece con https.
calendar-fault-not-open = No podemos llegar a esta dirección por internet. Use una dirección abierta a internet.
calendar-fault-no-answer = Nada responde en esta dirección. Revise que esté completa e intente de nuevo.
calendar-fault-refused = Su servicio de calendario no nos deja leer esta dirección. Copie otra vez la dirección secreta y guárdela aquí.
calendar-fault-gone = No hay un calendario en esta dirección. Copie otra vez la dirección secreta y guárdela aquí.
calendar-fault-status = Su servicio de calendario tiene un problema ahora. Intente más tarde.
calendar-fault-large = Su calendario pesa más de 10 MB. Conecte uno más pequeño o elimine eventos viejos.
calendar-fault-slow = Su servicio de calendario tarda demasiado en responder. Intente más tarde.
calendar-fault-no-calendar = En esta dirección hay algo, pero no es un calendario. Copie la dirección secreta en formato iCal.
calendar-fault-too-many = Su calendario tiene más horarios ocupados de los que podemos leer. Busque un evento que se repita cada minuto.
calendar-fault-unreadable = Leer su calendario toma demasiado trabajo. Conecte uno más pequeño.
calendar-fault-lost = No podemos abrir la dirección que guardamos. Copie otra vez la dirección secreta y guárdela aquí.
calendar-where = Dónde encontrar la dirección
calendar-google = Google Calendar
calendar-google-how =
    En una computadora, abra Configuración y elija su calendario a la izquierda.
    En «Integrar el calendario», copie «Dirección secreta en formato iCal».
calendar-outlook = Outlook
calendar-outlook-how =
    En la web, abra Configuración → Calendario → Calendarios compartidos. En «Publicar un calendario», elija «Puede ver cuándo estoy ocupado».
    Presione «Publicar» y copie el vínculo ICS.
calendar-nextcloud = Nextcloud
calendar-nextcloud-how =
    En Calendario, abra las opciones para compartir junto a su calendario y agregue un enlace.
    Elija «Copiar enlace de suscripción».
calendar-icloud = iCloud
calendar-icloud-how =
    En Calendario de icloud.com, presione el icono de compartir junto a su calendario y active «Calendario público».
    Copie el enlace. Empieza con webcal.
calendar-remove = Desconectar este calendario
calendar-remove-text = Eliminamos la dirección y todos los horarios ocupados. Las citas quedan como están.
calendar-remove-act = Desconectar calendario
event-calendar-connected = Conectó su calendario
event-calendar-disconnected = Desconectó su calendario
