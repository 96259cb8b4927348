import type { Translations } from './en.js'

export const es: Translations = {
  pluginSync: {
    advice: {
      ACCESS_DENIED:
        'Su suscripción no incluye esto. Cámbiela con el proveedor o exclúyalo en las opciones.',
      CREDENTIALS_REFUSED:
        'Compruebe las credenciales en el entorno del servidor y vuelva a intentarlo.',
      EMPTY_ANSWER:
        'El proveedor no dijo por qué no envió nada. Compruebe que su suscripción lo incluye y vuelva a intentarlo.',
      INVALID_ANSWER:
        'Puede que el proveedor haya cambiado la forma de sus respuestas. Busque una versión más nueva de este plugin.',
      other: 'Vuelva a intentarlo. Si falla otra vez, el registro del servidor dice más.',
      PROVIDER_UNAVAILABLE:
        'Se vuelve a intentar automáticamente. Si el problema sigue, consulte la página de estado del proveedor.',
      RATE_LIMITED:
        'Continúa cuando la cuota se renueva. Si se repite, sincronice con menos frecuencia.',
      RECORDS_INVALID: 'Las incidencias dicen qué falla en cada registro.',
      SUSPICIOUS_ABSENCE:
        'Ningún registro se ha marcado como ausente. Compruebe la lista del propio proveedor y haga una sincronización completa.',
    },
    age: {
      ago: 'hace {{age}}',
      justNow: 'ahora mismo',
    },
    collections: {
      syncBreakers: { plural: 'Cortes de sincronización', singular: 'Corte de sincronización' },
      syncChecks: { plural: 'Comprobaciones', singular: 'Comprobación' },
      syncConnections: { plural: 'Conexiones', singular: 'Conexión' },
      syncEvents: { plural: 'Eventos de sincronización', singular: 'Evento de sincronización' },
      syncFileParts: {
        plural: 'Partes de archivos importados',
        singular: 'Parte de un archivo importado',
      },
      syncFiles: { plural: 'Archivos importados', singular: 'Archivo importado' },
      syncHealth: {
        plural: 'Estado de la sincronización',
        singular: 'Estado de la sincronización',
      },
      syncIssues: { plural: 'Incidencias', singular: 'Incidencia' },
      syncLimits: { plural: 'Límites de sincronización', singular: 'Límite de sincronización' },
      syncLogs: { plural: 'Sincronizaciones', singular: 'Sincronización' },
      syncQuotas: { plural: 'Cuotas de sincronización', singular: 'Cuota de sincronización' },
      syncRecords: { plural: 'Registros sincronizados', singular: 'Registro sincronizado' },
      syncSchedules: {
        plural: 'Programaciones',
        singular: 'Programación',
      },
      syncSightings: { plural: 'Avistamientos', singular: 'Avistamiento' },
      syncStates: { plural: 'Estados de sincronización', singular: 'Estado de sincronización' },
      syncTokens: {
        plural: 'Inicios de sesión de sincronización',
        singular: 'Inicio de sesión de sincronización',
      },
    },
    connections: {
      add: 'Añadir una conexión',
      agree: 'Conectar con {{provider}}',
      agreeAgain: 'Conectar de nuevo',
      agreedDone: 'Ya está conectado. La próxima sincronización lee con ella.',
      agreeDenied: 'No dio su permiso, no se cambió nada.',
      agreedUntil: 'Termina el {{date}}: conéctese de nuevo antes.',
      agreeFailed:
        '{{provider}} no le dejó entrar. Vea abajo el último error e inténtelo de nuevo.',
      agreeInvalid: 'Llegó demasiado tarde o lo empezó otra persona. Empiece de nuevo.',
      agreeRegister: 'La aplicación en {{provider}} debe conocer esta dirección de vuelta:',
      agreeSaveFirst: 'Guárdela primero; después podrá conectar con {{provider}}.',
      chooseLater: 'Guárdela y podrá elegir aquí entre lo que tiene el proveedor.',
      chooseProvider: 'Elija primero un proveedor.',
      keep: 'Conservar lo guardado',
      lastSync: 'Última sincronización',
      nextSync: 'Próxima sincronización',
      noChoices:
        'No se pudieron cargar las opciones del proveedor; escriba los valores. {{reason}}',
      none: 'Todavía no hay ninguna conexión. Añada una para sincronizar con ella.',
      off: 'Desconectada',
      readsFiles:
        'Lo que se lee llega en un archivo: por POST /api/sync/files o con payload sync import.',
      replace: 'Sustituir',
      saved: 'Guardado; no se vuelve a mostrar.',
      saveFirst: 'Guarde primero los cambios: se prueba lo que está guardado.',
      test: 'Probar conexión',
      testing: 'Probando…',
      waiting: 'Espera su turno',
    },
    content: {
      busy: 'Una sincronización está escribiendo este documento. No se ha guardado nada: inténtelo de nuevo en un momento.',
      exportAs: 'Exportar como {{format}}',
      lastSynced: 'Última sincronización',
      neverSynced: 'Aún sin sincronizar',
      title: 'Sincronización de esta colección',
    },
    counts: {
      conflicts: 'Conflictos',
      created: 'Nuevos',
      deferred: 'Aplazados',
      fetched: 'Leídos',
      invalid: 'No válidos',
      missing: 'Ausentes',
      unchanged: 'Iguales',
      updated: 'Cambiados',
    },
    descriptions: {
      catchUp: 'Recuperar una vez la última hora perdida cuando el servidor vuelva.',
      cron: 'Cinco campos: minuto, hora, día del mes, mes, día de la semana.',
      editorial: 'Es suyo: ninguna sincronización lo modifica.',
      scheduleConnection: 'Déjelo vacío para todas las conexiones activas del proveedor.',
      scheduleResource: 'Déjelo vacío para todos los recursos que tienen este modo.',
      syncConnections:
        'Con qué inicia sesión cada persona en un proveedor. Usted ve las suyas. Las credenciales se guardan cifradas y no se vuelven a mostrar.',
      syncIssues:
        'Registros que alguien debería revisar: datos no válidos, conflictos, referencias que faltan.',
      syncLogs: 'Qué se ejecutó, cómo terminó y por qué falló, si falló.',
      syncSchedules:
        'Qué se sincroniza automáticamente y cuándo. Las programaciones de la configuración se pueden cambiar o desactivar aquí.',
    },
    fields: {
      name: 'Nombre interno',
      active: 'Activa',
      attempt: 'Intento',
      authFailures: 'Inicios de sesión fallidos seguidos',
      catchUp: 'Recuperar',
      checkpoint: 'Punto de control',
      code: 'Código',
      collection: 'Colección',
      connection: 'Conexión',
      consentedAt: 'Permiso dado',
      consentEndsAt: 'El permiso termina',
      counts: 'Registros',
      credentials: 'Credenciales',
      cron: 'Expresión cron',
      deactivatedReason: 'Motivo de la desactivación',
      details: 'Detalles',
      documentId: 'ID del documento',
      enabled: 'Activada',
      error: 'Error',
      externalId: 'ID externo',
      finishedAt: 'Terminada',
      firstSeenAt: 'Visto por primera vez',
      frequency: 'Frecuencia',
      hour: 'Hora',
      initiatedBy: 'Iniciada por',
      kind: 'Tipo',
      label: 'Nombre',
      lane: 'Cola',
      lastError: 'Último error',
      lastSeenAt: 'Visto por última vez',
      lastSlotAt: 'Última hora',
      lastSuccessAt: 'Último éxito',
      lastSyncAt: 'Última comprobación',
      lateMs: 'Retraso (ms)',
      loopDelayMs: 'Mayor retraso del bucle de eventos (ms)',
      message: 'Mensaje',
      minute: 'Minuto',
      mode: 'Modo',
      monthDay: 'Día del mes',
      nextSlotAt: 'Próxima hora',
      note: 'Nota',
      origin: 'Creada por',
      owner: 'Propietario',
      page: 'Página',
      peakMemoryMb: 'Memoria máxima (MB)',
      priority: 'Prioridad',
      progress: 'Progreso',
      provider: 'Proveedor',
      recordCount: 'Registros afectados',
      recordsDone: 'Registros de la parte hechos',
      recordsTotal: 'Registros de la parte en total',
      requests: 'Peticiones',
      resource: 'Recurso',
      retiredAt: 'Fuera de la configuración desde',
      retries: 'Reintentos',
      retryAt: 'Próximo intento',
      run: 'Ejecución',
      savedCredentials: 'Credenciales guardadas',
      schedule: 'Programación',
      scheduled: 'Programado',
      scope: 'Parte actual',
      scopesDone: 'Partes hechas',
      scopesTotal: 'Partes en total',
      settings: 'Ajustes',
      skippedSlots: 'Horas perdidas',
      slot: 'Hora',
      slotAt: 'Previsto para',
      startedAt: 'Iniciada',
      status: 'Estado',
      syncStatus: 'Estado de sincronización',
      timesSeen: 'Veces visto',
      timezone: 'Zona horaria',
      title: 'Título',
      trigger: 'Origen',
      weekday: 'Día de la semana',
    },
    groups: {
      content: 'Contenido sincronizado',
      sync: 'Sincronización',
    },
    health: {
      BREAKER_OPEN: {
        advice:
          'No se envían peticiones hasta que vuelva a responder. No se pierde nada: las ejecuciones esperan.',
        message:
          '{{provider}} falla una y otra vez, así que no recibe peticiones por un tiempo. {{reason}}',
      },
      CACHE_SKIPPED: {
        advice: 'Vuelva a iniciar la caché o averigüe por qué es lenta. No hay que hacer nada más.',
        message:
          'La caché del proyecto no responde en 50 ms y se omite; en su lugar responde la base de datos.',
      },
      calm: 'Nada requiere su atención.',
      CLOCK_OFF: {
        advice:
          'Haga que ambos equipos tomen la hora de NTP. Las programaciones siguen la hora de la base de datos.',
        message:
          'Los relojes de este equipo y de la base de datos difieren en {{seconds}} segundos.',
      },
      CONNECTION_DEACTIVATED: {
        advice: 'Guarde nuevas credenciales de esta conexión y continuará.',
        message:
          '{{connection}} está desactivada: {{provider}} rechazó tres veces renovar su inicio de sesión. {{reason}}',
      },
      CONNECTION_REFUSED: {
        advice: 'Guarde las credenciales correctas. Hasta entonces no se pide nada con ellas.',
        message: '{{provider}} rechaza las credenciales de {{connection}}. {{reason}}',
      },
      CONSENT_ENDED: {
        advice: 'Abra la conexión y conéctese de nuevo.',
        message: 'El permiso de «{{connection}}» en {{provider}} terminó el {{date}}.',
      },
      CONSENT_ENDS: {
        advice: 'Abra la conexión y conéctese de nuevo antes de ese día.',
        message:
          '{{provider}} deja leer a «{{connection}}» hasta el {{date}}; después no se lee nada.',
      },
      CREDENTIALS_REFUSED: {
        advice: 'Compruebe las credenciales y la suscripción, y vuelva a intentarlo.',
        message: '{{provider}} niega el acceso a {{resources}}. {{reason}}',
      },
      DATABASE_AWAY: {
        advice:
          'Compruebe que PostgreSQL está en marcha y que este equipo llega a él. Las ejecuciones siguen donde estaban.',
        message: 'La base de datos no responde. {{reason}}',
      },
      DATABASE_SLOW: {
        advice:
          'Mire qué más hace la base de datos y a qué distancia está. Cada lote la espera muchas veces.',
        message: 'La base de datos tarda {{milliseconds}} ms en la pregunta más corta.',
      },
      FAILING: {
        advice: 'Abra la última ejecución para ver qué pasó y reinténtela.',
        message: '{{provider}} {{resources}} ha fallado. Fallos seguidos: {{failures}}. {{reason}}',
      },
      INCOMPLETE: {
        advice: 'Abra la última ejecución para ver qué falta. Al reintentar solo se lee eso.',
        message: '{{provider}} {{resources}} no se pudo leer por completo. {{reason}}',
      },
      levels: {
        CRITICAL: 'Crítico',
        HEALTHY: 'En orden',
        WARNING: 'Advertencia',
      },
      MANY_INVALID: {
        advice:
          'Revise las incidencias de la última ejecución: el proveedor probablemente ha cambiado sus respuestas.',
        message:
          '{{provider}} {{resources}}: el {{percent}} % de los registros de la última ejecución no son válidos.',
      },
      MANY_ISSUES: {
        advice:
          'Mire las incidencias abiertas. Muchas de un mismo tipo suelen tener una sola causa.',
        message:
          '{{provider}} {{resources}}: muchos registros tienen incidencias abiertas ({{issues}}).',
      },
      NO_CLOCK: {
        advice:
          'Inicie un proceso que ejecute las programaciones: un servidor Next, `payload sync work` o una tarea cron que llame a /api/sync/tick.',
        message: 'Hay programaciones atrasadas y ningún proceso las ejecuta ({{schedules}}).',
      },
      NO_WORKER: {
        advice: 'Inicie un worker con `payload sync work` o active worker.enabled en syncPlugin.',
        message:
          'Hay ejecuciones en espera hace más de un minuto y ningún worker las toma ({{runs}} en la cola «{{lane}}»).',
      },
      NOT_CONFIGURED: {
        advice: 'Defina lo que falta en el entorno del servidor y reinicie el servidor.',
        message: '{{provider}} no está configurado. {{reason}}',
      },
      POOL_BUSY: {
        advice: 'Aumente pool.max de postgresAdapter() o reduzca worker.concurrency.',
        message:
          'Este proceso tiene {{connections}} conexiones a la base de datos y {{waiting}} de sus sentencias esperan una.',
      },
      POOL_EXHAUSTED: {
        advice:
          'Reinicie este proceso. Si vuelve a ocurrir, aumente pool.max de postgresAdapter() o busque qué retiene las conexiones.',
        message:
          'A este proceso no le quedan conexiones a la base de datos: las {{connections}} están en uso y ninguna se devuelve. Sus workers se han detenido.',
      },
      PROVIDER_DOWN: {
        advice:
          'Se vuelve a intentar automáticamente. Si el problema sigue, consulte la página de estado del proveedor.',
        message: '{{provider}} no responde correctamente ({{resources}}). {{reason}}',
      },
      QUEUE_BEHIND: {
        advice:
          'Inicie otro worker con `payload sync work`, aumente worker.concurrency o sincronice con menos frecuencia.',
        message:
          'Las ejecuciones esperan más de lo debido aunque hay workers trabajando: {{minutes}} minutos en la cola «{{lane}}».',
      },
      QUOTA_ENDS: {
        advice:
          'Las ejecuciones esperan entonces a que se renueve. Sincronice con menos frecuencia o amplíe la cuota del proveedor.',
        message: '{{provider}}: a este ritmo, la cuota {{quota}} se agota a las {{time}}.',
      },
      QUOTA_LOW: {
        advice:
          'Las ejecuciones esperan cuando se agota. Sincronice con menos frecuencia o amplíe la cuota del proveedor.',
        message:
          '{{provider}}: la cuota {{quota}} está casi agotada (quedan {{remaining}} de {{limit}}).',
      },
      QUOTA_SPENT: {
        advice:
          'Continúa cuando la cuota se renueva. Si se repite, sincronice con menos frecuencia.',
        message: '{{provider}}: la cuota se ha agotado. {{reason}}',
      },
      SLOTS_LATE: {
        advice:
          'Un proceso que dispara programaciones estaba parado o demasiado ocupado. Procure que siempre haya uno en marcha.',
        message:
          'En la última hora hubo programaciones disparadas con retraso ({{slots}} veces, hasta {{minutes}} minutos).',
      },
      STALE: {
        advice: 'Compruebe si su programación está activa y cómo acabaron las últimas ejecuciones.',
        message: '{{provider}} {{resources}}: los datos están desactualizados.',
      },
      TABLES_GROW: {
        advice:
          'Conserve menos de lo que ya pasó: vea la opción retention y `payload sync prune --dry-run`.',
        message:
          'Las tablas de la sincronización han crecido {{grown}} en {{days}} días, hasta {{size}}.',
      },
      TABLES_MISSING: {
        advice:
          'Ejecute `npx payload migrate`, y antes `npx payload migrate:create` si aún no hay migración.',
        message: 'A la base de datos le faltan tablas o columnas de la sincronización. {{reason}}',
      },
      TURNED_AWAY: {
        advice:
          'Hasta entonces no se le pide nada y después continúa solo. Si se repite, pregunte a su propietario o lea con menos frecuencia.',
        message: '{{provider}} no quiere ser leído por ahora ({{resources}}). {{reason}}',
      },
      WORKER_SILENT: {
        advice: 'Inicie un worker con `payload sync work`. Se hará cargo de estas ejecuciones.',
        message:
          'Un worker dejó de responder mientras trabajaba en ejecuciones ({{runs}} en la cola «{{lane}}»).',
      },
    },
    history: {
      charts: {
        duration: 'Duración media',
        records: 'Registros',
        requests: 'Peticiones',
        results: 'Ejecuciones por resultado',
      },
      form: 'Mostrar como',
      forms: {
        charts: 'Gráficos',
        table: 'Tabla',
      },
      nothing: 'No se ejecutó nada en este tiempo.',
      quotaShare: 'Parte de la cuota',
      time: 'Hora',
      title: 'Historial',
      unreadable: 'El historial no se puede leer en este momento.',
      window: 'Hasta cuándo atrás',
      windows: {
        '7d': '7 d',
        '24h': '24 h',
        '30d': '30 d',
      },
    },
    options: {
      checkStatus: { ERROR: 'Error', PENDING: 'Pendiente', SYNCED: 'Sincronizado' },
      connectionStatus: {
        deactivated: 'Desactivada',
        failing: 'Con errores',
        new: 'Nueva',
        refused: 'Credenciales rechazadas',
        working: 'Funciona',
      },
      frequency: {
        cron: 'Cron',
        daily: 'Cada día',
        hourly: 'Cada hora',
        minutely: 'Cada minuto',
        monthly: 'Cada mes',
        weekly: 'Cada semana',
      },
      issueKind: {
        absence: 'Ausente de una parte entera',
        claim: 'Reclamado dos veces',
        conflict: 'Conflicto',
        connection: 'Conexión desactivada',
        invalid: 'Datos no válidos',
        missing: 'Ya no está en el proveedor',
        reference: 'Falta una referencia',
        schedule: 'Programación',
        stale: 'Sin noticias desde hace tiempo',
        write: 'No escrito',
      },
      issueStatus: { ignored: 'Ignorada', open: 'Abierta', resolved: 'Resuelta' },
      lane: { bulk: 'Masivo', live: 'En directo' },
      mode: { full: 'Completa', incremental: 'Incremental', live: 'En directo' },
      origin: {
        admin: 'Persona',
        config: 'Configuración',
      },
      priority: { high: 'Alta', low: 'Baja', normal: 'Normal', urgent: 'Urgente' },
      runStatus: {
        cancelled: 'Cancelada',
        completed: 'Completada',
        failed: 'Fallida',
        partial: 'Parcial',
        queued: 'En cola',
        running: 'En curso',
      },
      trigger: {
        api: 'API',
        cli: 'Línea de comandos',
        manual: 'A mano',
        retry: 'Reintento',
        schedule: 'Programación',
      },
    },
    provenance: {
      changedBy: 'Cambiado por',
      deferred:
        'Alguien tiene abierto este documento. La actualización espera y se guardará cuando se cierre.',
      edited: 'Cambiado por editores',
      editedHint: 'Las sincronizaciones no cambian estos campos.',
      lastChanged: 'Último cambio por sincronización',
      lastChecked: 'Última comprobación',
      notSynced: 'Este documento aún no se ha sincronizado.',
      openIssues: 'Incidencias abiertas',
      providerSays: 'proveedor: {{value}}',
      refresh: 'Actualizar desde {{provider}}',
      refreshFailed: 'No se pudo actualizar.',
      title: 'Sincronización',
      unchanged: 'Está al día.',
      waiting: 'Hay una actualización en espera',
      waitingHint:
        'Alguien está editando este documento. Se guardará cuando se guarde o se cierre.',
    },
    quota: {
      empty: 'a este ritmo se agota en {{duration}}',
      enough: 'suficiente a este ritmo',
      left: 'quedan {{remaining}}',
      leftOf: 'quedan {{remaining}} de {{limit}}',
      resets: 'se renueva en {{duration}}',
      title: 'Cuota {{name}}',
    },
    report: {
      name: 'Nombre',
      connections: 'Por conexión',
      delay: 'Retraso del bucle de eventos',
      duration: 'Duración',
      failures: 'Fallos por motivo',
      from: 'Desde',
      longest: 'La más larga: {{duration}}',
      loopDelay: 'Mayor retraso del bucle de eventos',
      median: 'Duración mediana',
      memory: 'Memoria',
      ofJudged: 'de las ejecuciones que nadie canceló',
      p95: 'Percentil 95',
      p95Of: 'Percentil 95: {{duration}}',
      peakMemory: 'Pico de memoria',
      period: 'Últimos días',
      periodDays: '{{days}} días',
      process: 'de un proceso mientras trabajaba',
      providers: 'Por proveedor',
      quotas: 'Cuotas ahora',
      resources: 'Recursos de los procesos',
      runs: 'Ejecuciones',
      schedules: 'Por programación',
      successRate: 'Completadas',
      title: 'Informe',
      to: 'Hasta',
      troubles: 'Reintentos y registros rechazados',
      unreadable: 'El informe no se puede leer en este momento.',
      utc: 'Los días son los de UTC; una ejecución cuenta donde terminó.',
    },
    run: {
      advice: 'Qué hacer',
      again: 'Ejecutar otra vez',
      automatic: 'Nadie, se inició automáticamente',
      cancelRequested: 'Cancelación pedida',
      copy: 'Copiar como JSON',
      documents: 'Documentos',
      documentsHint: 'Documentos que esta ejecución fue la última en cambiar.',
      ended: 'Terminada',
      issues: 'Incidencias',
      moreScopes: 'y {{count}} más',
      next: 'Siguientes',
      noDocuments:
        'Esta ejecución no cambió ningún documento, o ejecuciones posteriores los cambiaron de nuevo.',
      noIssues: 'Esta ejecución no abrió ninguna incidencia.',
      noScopes: 'Las partes se determinan al empezar la ejecución.',
      pageOf: 'Página {{page}} de {{pages}}',
      previous: 'Anteriores',
      putOff: 'Aplazada hasta',
      queued: 'En cola',
      scopes: 'Partes',
      scopeStates: {
        current: 'leyéndose',
        done: 'leído',
        failed: 'fallido',
        waiting: 'sin leer aún',
      },
      started: 'Iniciada',
      technical: 'Datos técnicos',
      timeline: 'Cronología',
      writes: {
        direct: 'por lotes',
        label: 'Los documentos se escriben',
        plain: 'uno por uno',
        why: 'Por qué uno por uno',
      },
    },
    schedules: {
      conflicts: {
        collision:
          '{{work}} toca a las {{at}}, cuando {{other}} probablemente siga en marcha. Tendrá que esperar.',
        duplicate: 'Otra programación sincroniza {{work}} a las mismas horas.',
        limit: '{{connection}} ya tiene {{limit}} programaciones. No se permiten más.',
        overlap: 'Una ejecución dura unos {{duration}} minutos y vuelve a tocar a los {{gap}}.',
        owner:
          'El propietario de «{{connection}}» ya tiene {{limit}} programaciones. No se permiten más.',
        quota:
          'Las ejecuciones de esta conexión necesitarán unas {{requests}} peticiones en {{window}} minutos y la cuota «{{budget}}» es {{limit}}. {{work}} consume más que ninguna.',
        quotaFits: 'Cada {{cadence}} minutos sería posible.',
        quotaNever: 'Ningún intervalo es lo bastante largo.',
      },
      everyResource: 'Todos los recursos',
      figures: {
        lastSuccess: 'Último éxito',
        median: 'Duración mediana',
        next: 'Próxima ejecución',
        runs: 'Ejecuciones',
        successRate: 'Tasa de éxito',
        title: 'En los últimos 30 días',
      },
      keepConfig: 'Una programación de la configuración no se puede borrar. Desactívela.',
      lastRun: 'Última ejecución',
      next: 'Próximos',
      noNext: 'Desactivada: no se dispara.',
      outlook: 'Previsión',
      requestsPerDay: 'Unas {{count}} peticiones al día',
      reset: 'Restablecer',
      runs: 'Ejecuciones',
      takes: 'Unos {{duration}} por ejecución',
      unknownCost: 'Lo que necesita una ejecución se sabe tras la primera.',
    },
    tabs: {
      editorial: 'Redacción',
      technical: 'Detalles técnicos',
    },
    units: {
      days: 'd',
      hours: 'h',
      milliseconds: 'ms',
      minutes: 'min',
      seconds: 's',
    },
    view: {
      actionFailed: 'No se pudo hacer.',
      addSchedule: 'Añadir una programación',
      allRuns: 'Todas las ejecuciones',
      askAgain: 'Volver a consultar ahora',
      askAgainDone: 'Se vuelve a consultar {{provider}}.',
      askAgainHint:
        'Olvida la cuota, los rechazos y los fallos de {{provider}} para volver a consultarlo enseguida.',
      busy: 'Ya está en cola o en curso',
      cancel: 'Cancelar',
      chooseMode: 'Elegir cómo sincronizar: {{name}}',
      columns: {
        action: 'Acción',
        duration: 'Duración',
        ended: 'Terminada',
        fresh: 'Al día desde',
        issues: 'Incidencias',
        lastRun: 'Última ejecución',
        next: 'Próxima',
        openIssues: 'Incidencias abiertas',
        run: 'Ejecución',
        status: 'Estado',
        stored: 'Guardados',
      },
      failures: 'Fallos seguidos: {{failures}}',
      inDuration: 'en {{duration}}',
      listingScopes: 'Averiguando qué hay que leer',
      modeHints: {
        full: 'todo',
        incremental: 'lo que puede haber cambiado',
        live: 'lo que pasa ahora',
      },
      navLabel: 'Resumen de sincronización',
      neverRun: 'Nunca ejecutada',
      neverSucceeded: 'Nunca',
      noProviders: 'No hay ningún proveedor configurado',
      noProvidersHint:
        'Añada uno a syncPlugin en su configuración de Payload. Aparecerá aquí con todo lo que puede sincronizar.',
      noRuns: 'Aún no se ha ejecutado nada',
      noRunsHint:
        'Use «Sincronizar ahora» junto a un recurso, o «Sincronizar todo» para llenarlos todos.',
      noRunsNotReady: 'Completa lo que falta arriba. Después se puede sincronizar todo desde aquí.',
      noSchedule: 'Ninguna programación sincroniza esto automáticamente.',
      nothingRunning: 'No hay nada en curso.',
      openLog: 'Abrir el registro de {{name}}',
      pace: '{{rate}} registros/s',
      page: 'página {{page}}',
      problems: '{{provider}} aún no se puede sincronizar',
      putOff: 'Próximo intento en {{duration}}',
      recentRuns: 'Ejecuciones recientes',
      retry: 'Reintentar',
      runningNow: 'En curso',
      sameReason: 'El mismo motivo que {{name}}',
      schedules: 'Programaciones',
      scopes: '{{done}} de {{total}} partes',
      stale: 'desactualizado',
      statusUnreadable: 'El estado no se puede leer en este momento. Última lectura: {{age}}.',
      summary: 'En curso: {{running}}. En cola: {{queued}}.',
      syncEverything: 'Sincronizar todo',
      syncNow: 'Sincronizar ahora',
      timeLeft: 'quedan {{duration}}',
      title: 'Sincronización',
      triggered: 'La sincronización está en cola.',
      triggerFailed: 'No se pudo iniciar la sincronización.',
      updated: 'Actualizado',
      waiting: 'Esperando a un worker',
      waits: 'Espera',
      waitsFor: 'Espera a {{name}}',
    },
    widget: {
      failures: 'Últimos fallos',
      label: 'Sincronización',
      open: 'Abrir el resumen',
    },
  },
}
