busy-title = Su propio calendario
busy-lead = Conecte el calendario que usa, para que nadie reserve una cita cuando tiene otro compromiso.
busy-kept = Guardamos solo los horarios ocupados, de qué hora a qué hora. Los títulos, los lugares y las demás personas se quedan en su calendario.
busy-takes = Leemos su calendario cada 15 minutos. Su servicio de calendario puede tardar unas horas en actualizar esta dirección.
busy-connect = Conectar su calendario
busy-connect-act = Conectar calendario
busy-replace = Usar otra dirección
busy-replace-act = Guardar la nueva dirección
busy-address = Dirección secreta de su calendario
busy-address-hint = Empieza con https o webcal. Quien la tiene puede leer su calendario, así que la ciframos y no la mostramos otra vez.
busy-connected = Calendario conectado
busy-which = En { $host }. La dirección termina en { $ending }.
busy-read-at = Leído por última vez: { $when }.
busy-ahead = { $n ->
    [0] No tiene horarios ocupados en los próximos { $days } días.
    [one] Tiene un horario ocupado en los próximos { $days } días.
   *[other] Tiene { $n } horarios ocupados en los próximos { $days } días.
}
busy-unread = { $n ->
    [one] No pudimos leer una de { $of } entradas. Esa entrada no impide reservar.
   *[other] No pudimos leer { $n } de { $of } entradas. Esas entradas no impiden reservar.
}
busy-read-now = Leer el calendario ahora
busy-read = Leímos el calendario.
busy-soon = Leímos su calendario hace menos de un minuto. Intente de nuevo en un minuto.
busy-not-now = En este momento leemos otros archivos. Intente de nuevo en un minuto.
busy-broken = No podemos leer su calendario. La última vez que funcionó fue { $when }.
busy-old = Sus horarios pueden estar desactualizados, y otras personas pueden reservar encima de eventos nuevos.
busy-fault-no-address = Esto no es una dirección web. Copie la dirección completa de su calendario y péguela aquí.
busy-fault-not-secure = Esta dirección no está cifrada. Use una que empiece con https.
busy-fault-not-open = No podemos llegar a esta dirección por internet. Use una dirección abierta a internet.
busy-fault-no-answer = Nada responde en esta dirección. Revise que esté completa e intente de nuevo.
busy-fault-refused = Su servicio de calendario no nos deja leer esta dirección. Copie otra vez la dirección secreta y guárdela aquí.
busy-fault-gone = No hay un calendario en esta dirección. Copie otra vez la dirección secreta y guárdela aquí.
busy-fault-status = Su servicio de calendario tiene un problema ahora. Intente más tarde.
busy-fault-large = Su calendario pesa más de 10 MB. Conecte uno más pequeño o elimine eventos viejos.
busy-fault-slow = Su servicio de calendario tarda demasiado en responder. Intente más tarde.
busy-fault-no-calendar = En esta dirección hay algo, pero no es un calendario. Copie la dirección secreta en formato iCal.
busy-fault-too-many = Su calendario tiene más horarios ocupados de los que podemos leer. Busque un evento que se repita cada minuto.
busy-fault-unreadable = Leer su calendario toma demasiado trabajo. Conecte uno más pequeño.
busy-fault-lost = No podemos abrir la dirección que guardamos. Copie otra vez la dirección secreta y guárdela aquí.
busy-where = Dónde encontrar la dirección
busy-google = Google Calendar
busy-google-how =
    Abra Configuración y elija su calendario.
    Baje hasta «Integrar el calendario» y copie la que dice «Dirección secreta en formato iCal».
busy-outlook = Outlook
busy-outlook-how =
    En la web, abra Configuración → Calendario → Calendarios compartidos.
    Publique el calendario para que solo se vea cuándo tiene algo, y copie el vínculo ICS.
busy-nextcloud = Nextcloud
busy-nextcloud-how =
    En Calendario, abra las opciones para compartir junto a su calendario y agregue un enlace.
    Elija «Copiar enlace de suscripción».
busy-icloud = iCloud
busy-icloud-how =
    En Calendario de icloud.com, presione el icono de compartir junto a su calendario y active «Calendario público».
    Copie el enlace. Empieza con webcal.
busy-remove = Desconectar este calendario
busy-remove-text = Eliminamos la dirección y todos los horarios ocupados. Las citas quedan como están.
busy-remove-act = Desconectar calendario
event-calendar-connected = Conectó su calendario
event-calendar-disconnected = Desconectó su calendario
