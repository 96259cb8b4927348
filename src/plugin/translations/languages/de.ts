import type { Translations } from './en.js'

import { notificationsDe } from './notifications/de.js'

export const de: Translations = {
  pluginSync: {
    advice: {
      ACCESS_DENIED:
        'Ihr Tarif enthält das nicht. Ändern Sie den Tarif beim Anbieter, oder lassen Sie es in den Optionen weg.',
      CREDENTIALS_REFUSED:
        'Prüfen Sie die Zugangsdaten in der Umgebung des Servers, und wiederholen Sie dann.',
      EMPTY_ANSWER:
        'Der Anbieter hat nicht gesagt, warum er nichts geschickt hat. Prüfen Sie, ob Ihr Tarif das enthält, und wiederholen Sie dann.',
      INVALID_ANSWER:
        'Der Anbieter hat vielleicht die Form seiner Antworten geändert. Suchen Sie nach einer neueren Version dieses Plugins.',
      other:
        'Wiederholen Sie den Lauf. Wenn er wieder fehlschlägt, steht mehr im Protokoll des Servers.',
      PROVIDER_UNAVAILABLE:
        'Es wird automatisch wieder versucht. Wenn das Problem bleibt, sehen Sie auf der Statusseite des Anbieters nach.',
      RATE_LIMITED:
        'Es geht weiter, wenn das Kontingent wieder voll ist. Wenn das öfter vorkommt, synchronisieren Sie seltener.',
      RECORDS_INVALID: 'Die Probleme sagen zu jedem Datensatz, was daran nicht stimmt.',
      SUSPICIOUS_ABSENCE:
        'Kein Datensatz wurde als fehlend markiert. Prüfen Sie die Liste des Anbieters, und starten Sie dann einen vollen Sync.',
    },
    age: {
      ago: 'vor {{age}}',
      justNow: 'gerade eben',
    },
    collections: {
      syncBreakers: { plural: 'Sync-Sperren', singular: 'Sync-Sperre' },
      syncChecks: { plural: 'Sync-Prüfungen', singular: 'Sync-Prüfung' },
      syncConnections: { plural: 'Zugänge', singular: 'Zugang' },
      syncDeliveries: { plural: 'Zustellungen', singular: 'Zustellung' },
      syncEvents: { plural: 'Sync-Ereignisse', singular: 'Sync-Ereignis' },
      syncFileParts: {
        plural: 'Teile importierter Dateien',
        singular: 'Teil einer importierten Datei',
      },
      syncFiles: { plural: 'Importierte Dateien', singular: 'Importierte Datei' },
      syncHealth: {
        plural: 'Zustand der Synchronisierung',
        singular: 'Zustand der Synchronisierung',
      },
      syncIssues: { plural: 'Sync-Probleme', singular: 'Sync-Problem' },
      syncLimits: { plural: 'Sync-Grenzen', singular: 'Sync-Grenze' },
      syncLogs: { plural: 'Sync-Läufe', singular: 'Sync-Lauf' },
      syncNotifications: { plural: 'Benachrichtigungen', singular: 'Benachrichtigung' },
      syncQuotas: { plural: 'Sync-Kontingente', singular: 'Sync-Kontingent' },
      syncRecords: { plural: 'Sync-Datensätze', singular: 'Sync-Datensatz' },
      syncSchedules: {
        plural: 'Sync-Zeitpläne',
        singular: 'Sync-Zeitplan',
      },
      syncSightings: { plural: 'Sync-Sichtungen', singular: 'Sync-Sichtung' },
      syncStates: { plural: 'Sync-Stände', singular: 'Sync-Stand' },
      syncTokens: { plural: 'Sync-Anmeldungen', singular: 'Sync-Anmeldung' },
      syncTotals: {
        plural: 'Summen der Synchronisierung',
        singular: 'Summen der Synchronisierung',
      },
    },
    connections: {
      add: 'Verbindung hinzufügen',
      agree: 'Mit {{provider}} verbinden',
      agreeAgain: 'Neu verbinden',
      agreedDone: 'Die Verbindung steht. Die nächste Synchronisierung liest damit.',
      agreeDenied: 'Sie haben nicht zugestimmt, es wurde nichts geändert.',
      agreedUntil: 'Sie endet am {{date}}: Verbinden Sie sich vorher neu.',
      agreeFailed:
        '{{provider}} hat Sie nicht eingelassen. Sehen Sie sich unten den letzten Fehler an, und versuchen Sie es noch einmal.',
      agreeInvalid:
        'Das kam zu spät oder wurde von jemand anderem begonnen. Fangen Sie noch einmal an.',
      agreeRegister: 'Die App bei {{provider}} muss diese Adresse für den Rückweg kennen:',
      agreeSaveFirst: 'Speichern Sie zuerst; dann können Sie sich mit {{provider}} verbinden.',
      chooseLater: 'Speichern Sie, dann können Sie hier aus dem wählen, was der Anbieter hat.',
      chooseProvider: 'Wählen Sie zuerst einen Anbieter.',
      keep: 'Das Gespeicherte behalten',
      lastSync: 'Letzte Synchronisierung',
      nextSync: 'Nächste Synchronisierung',
      noChoices:
        'Die Auswahl des Anbieters konnte nicht geladen werden; geben Sie die Werte stattdessen ein. {{reason}}',
      none: 'Noch keine Verbindung. Fügen Sie eine hinzu, um damit zu synchronisieren.',
      off: 'Ausgeschaltet',
      readsFiles:
        'Was gelesen wird, kommt als Datei: über POST /api/sync/files oder mit payload sync import.',
      replace: 'Ersetzen',
      saved: 'Gespeichert, wird nie wieder angezeigt.',
      saveFirst: 'Speichern Sie zuerst Ihre Änderungen: getestet wird, was gespeichert ist.',
      test: 'Verbindung testen',
      testing: 'Wird getestet …',
      waiting: 'Wartet, bis sie an der Reihe ist',
    },
    content: {
      busy: 'Eine Synchronisierung schreibt gerade dieses Dokument. Es wurde nichts gespeichert: versuchen Sie es gleich noch einmal.',
      exportAs: 'Als {{format}} exportieren',
      lastSynced: 'Zuletzt synchronisiert',
      neverSynced: 'Noch nicht synchronisiert',
      title: 'Sync dieser Sammlung',
    },
    counts: {
      conflicts: 'Konflikte',
      created: 'Neu',
      deferred: 'Zurückgestellt',
      fetched: 'Gelesen',
      invalid: 'Ungültig',
      missing: 'Fehlend',
      unchanged: 'Gleich',
      updated: 'Geändert',
    },
    descriptions: {
      catchUp: 'Die neueste verpasste Zeit einmal nachholen, sobald der Server wieder läuft.',
      cron: 'Fünf Felder: Minute, Stunde, Tag im Monat, Monat, Wochentag.',
      editorial: 'Gehört Ihnen: Kein Sync ändert das.',
      scheduleConnection: 'Leer lassen für jeden aktiven Zugang des Anbieters.',
      scheduleResource: 'Leer lassen für alle Ressourcen, die diesen Modus haben.',
      syncConnections:
        'Womit sich Personen bei einem Anbieter anmelden. Sie sehen Ihre eigenen. Zugangsdaten werden verschlüsselt gespeichert und nie wieder angezeigt.',
      syncDeliveries: 'Was über welchen Kanal gesendet wurde, und was geantwortet wurde.',
      syncIssues:
        'Datensätze, die sich jemand ansehen sollte: ungültige Daten, Konflikte, fehlende Bezüge.',
      syncLogs: 'Was gelaufen ist, wie es endete und warum es gegebenenfalls fehlschlug.',
      syncNotifications: 'Was gemeldet wurde.',
      syncSchedules:
        'Was automatisch synchronisiert wird, und wann. Zeitpläne aus der Konfiguration können Sie hier ändern oder abschalten.',
    },
    fields: {
      name: 'Interner Name',
      active: 'Aktiv',
      answer: 'Antwort',
      answerStatus: 'Status der Antwort',
      attempt: 'Versuch',
      attempts: 'Versuche',
      authFailures: 'Fehlgeschlagene Anmeldungen in Folge',
      catchUp: 'Nachholen',
      channel: 'Kanal',
      checkpoint: 'Zwischenstand',
      code: 'Code',
      collection: 'Sammlung',
      connection: 'Verbindung',
      consentedAt: 'Zugestimmt',
      consentEndsAt: 'Zustimmung endet',
      counts: 'Datensätze',
      credentials: 'Zugangsdaten',
      cron: 'Cron-Ausdruck',
      deactivatedReason: 'Grund der Deaktivierung',
      deliveredAt: 'Zugestellt',
      details: 'Einzelheiten',
      documentId: 'Dokument-ID',
      dueAt: 'Fällig',
      enabled: 'Aktiv',
      error: 'Fehler',
      event: 'Ereignis',
      externalId: 'Externe ID',
      finishedAt: 'Beendet',
      firstSeenAt: 'Zuerst gesehen',
      frequency: 'Häufigkeit',
      hour: 'Stunde',
      initiatedBy: 'Gestartet von',
      kind: 'Art',
      label: 'Name',
      lane: 'Warteschlange',
      lastError: 'Letzter Fehler',
      lastSeenAt: 'Zuletzt gesehen',
      lastSlotAt: 'Letzte Zeit',
      lastSuccessAt: 'Letzter Erfolg',
      lastSyncAt: 'Zuletzt geprüft',
      lateMs: 'Verspätet (ms)',
      loopDelayMs: 'Längste Event-Loop-Verzögerung (ms)',
      message: 'Meldung',
      minute: 'Minute',
      mode: 'Modus',
      monthDay: 'Tag im Monat',
      nextSlotAt: 'Nächste Zeit',
      note: 'Notiz',
      origin: 'Angelegt von',
      owner: 'Eigentümer',
      page: 'Seite',
      peakMemoryMb: 'Höchster Speicherverbrauch (MB)',
      priority: 'Priorität',
      progress: 'Fortschritt',
      provider: 'Anbieter',
      recordCount: 'Betroffene Datensätze',
      recordsDone: 'Datensätze des Teils fertig',
      recordsTotal: 'Datensätze des Teils insgesamt',
      requests: 'Anfragen',
      resource: 'Ressource',
      retiredAt: 'Nicht mehr in der Konfiguration seit',
      retries: 'Wiederholungen',
      retryAt: 'Nächster Versuch',
      run: 'Lauf',
      savedCredentials: 'Gespeicherte Zugangsdaten',
      schedule: 'Zeitplan',
      scheduled: 'Geplant',
      scope: 'Aktueller Teil',
      scopesDone: 'Teile fertig',
      scopesTotal: 'Teile insgesamt',
      settings: 'Einstellungen',
      severity: 'Schwere',
      skippedSlots: 'Verpasste Zeiten',
      slot: 'Zeit',
      slotAt: 'Fällig um',
      startedAt: 'Gestartet',
      status: 'Status',
      syncStatus: 'Sync-Status',
      timesSeen: 'Wie oft gesehen',
      timezone: 'Zeitzone',
      title: 'Titel',
      toldAt: 'Gemeldet',
      trigger: 'Auslöser',
      weekday: 'Wochentag',
    },
    groups: {
      content: 'Synchronisierte Inhalte',
      sync: 'Sync',
    },
    health: {
      BREAKER_OPEN: {
        advice:
          'Es gehen keine Anfragen hinaus, bis er wieder antwortet. Es geht nichts verloren: Läufe warten.',
        message:
          '{{provider}} schlägt immer wieder fehl und bekommt eine Weile keine Anfragen. {{reason}}',
      },
      CACHE_SKIPPED: {
        advice:
          'Starten Sie den Cache wieder, oder sehen Sie nach, warum er langsam ist. Sonst ist nichts zu tun.',
        message:
          'Der Cache des Projekts antwortet nicht innerhalb von 50 ms und wird übergangen; stattdessen antwortet die Datenbank.',
      },
      calm: 'Alles in Ordnung, Sie müssen nichts tun.',
      CLOCK_OFF: {
        advice:
          'Lassen Sie beide Rechner ihre Zeit von NTP beziehen. Zeitpläne richten sich nach der Zeit der Datenbank.',
        message:
          'Die Uhren dieses Rechners und der Datenbank gehen um {{seconds}} Sekunden auseinander.',
      },
      CONNECTION_DEACTIVATED: {
        advice: 'Speichern Sie neue Zugangsdaten dieses Zugangs, dann geht es weiter.',
        message:
          '{{connection}} ist abgeschaltet: {{provider}} hat die Anmeldung dreimal nicht erneuert. {{reason}}',
      },
      CONNECTION_REFUSED: {
        advice:
          'Speichern Sie die richtigen Zugangsdaten. Bis dahin wird mit ihnen nichts abgefragt.',
        message: '{{provider}} lehnt die Zugangsdaten von {{connection}} ab. {{reason}}',
      },
      CONSENT_ENDED: {
        advice: 'Öffnen Sie die Verbindung, und verbinden Sie sich neu.',
        message: 'Die Zustimmung für „{{connection}}“ bei {{provider}} endete am {{date}}.',
      },
      CONSENT_ENDS: {
        advice: 'Öffnen Sie die Verbindung, und verbinden Sie sich vor diesem Tag neu.',
        message:
          '{{provider}} lässt „{{connection}}“ bis {{date}} lesen, danach wird nichts mehr gelesen.',
      },
      CREDENTIALS_REFUSED: {
        advice: 'Prüfen Sie Zugangsdaten und Tarif, und wiederholen Sie dann.',
        message: '{{provider}} verweigert den Zugriff auf {{resources}}. {{reason}}',
      },
      DATABASE_AWAY: {
        advice:
          'Prüfen Sie, ob PostgreSQL läuft und von hier erreichbar ist. Läufe gehen weiter, wo sie waren.',
        message: 'Die Datenbank antwortet nicht. {{reason}}',
      },
      DATABASE_SLOW: {
        advice:
          'Sehen Sie nach, was die Datenbank sonst tut und wie weit sie entfernt ist. Jeder Stapel wartet viele Male auf sie.',
        message: 'Die Datenbank braucht {{milliseconds}} ms für die kürzeste Frage.',
      },
      FAILING: {
        advice: 'Öffnen Sie den letzten Lauf, um zu sehen, was geschah, und wiederholen Sie ihn.',
        message:
          '{{provider}} {{resources}} ist fehlgeschlagen. Fehlschläge in Folge: {{failures}}. {{reason}}',
      },
      INCOMPLETE: {
        advice:
          'Öffnen Sie den letzten Lauf, um zu sehen, was fehlt. Ein erneuter Versuch liest nur das.',
        message: '{{provider}} {{resources}} konnten nicht vollständig gelesen werden. {{reason}}',
      },
      levels: {
        CRITICAL: 'Kritisch',
        HEALTHY: 'In Ordnung',
        WARNING: 'Warnung',
      },
      MANY_INVALID: {
        advice:
          'Sehen Sie sich die Probleme des letzten Laufs an: Der Anbieter hat seine Antworten wahrscheinlich geändert.',
        message:
          '{{provider}} {{resources}}: {{percent}} % der Datensätze des letzten Laufs sind ungültig.',
      },
      MANY_ISSUES: {
        advice:
          'Sehen Sie sich die offenen Probleme an. Viele einer Art haben oft dieselbe Ursache.',
        message: '{{provider}} {{resources}}: Viele Datensätze haben offene Probleme ({{issues}}).',
      },
      NO_CLOCK: {
        advice:
          'Starten Sie einen Prozess, der Zeitpläne auslöst: einen Next-Server, `payload sync work` oder einen Cronjob, der /api/sync/tick aufruft.',
        message: 'Zeitpläne sind überfällig, und kein Prozess löst sie aus ({{schedules}}).',
      },
      NO_WORKER: {
        advice:
          'Starten Sie einen Worker mit `payload sync work`, oder schalten Sie worker.enabled in syncPlugin ein.',
        message:
          'Läufe warten seit über einer Minute, und kein Worker übernimmt sie ({{runs}} in der Warteschlange „{{lane}}“).',
      },
      NOT_CONFIGURED: {
        advice:
          'Setzen Sie in der Umgebung des Servers, was fehlt, und starten Sie den Server neu.',
        message: '{{provider}} ist nicht eingerichtet. {{reason}}',
      },
      POOL_BUSY: {
        advice: 'Erhöhen Sie pool.max von postgresAdapter(), oder senken Sie worker.concurrency.',
        message:
          'Dieser Prozess hat {{connections}} Datenbankverbindungen, und {{waiting}} seiner Anweisungen warten auf eine.',
      },
      POOL_EXHAUSTED: {
        advice:
          'Starten Sie diesen Prozess neu. Geschieht es wieder, erhöhen Sie pool.max von postgresAdapter(), oder suchen Sie, was Verbindungen behält.',
        message:
          'Dieser Prozess hat keine Datenbankverbindung mehr: Alle {{connections}} sind in Gebrauch, und keine kommt zurück. Seine Worker sind angehalten.',
      },
      PROVIDER_DOWN: {
        advice:
          'Es wird automatisch wieder versucht. Wenn das Problem bleibt, sehen Sie auf der Statusseite des Anbieters nach.',
        message: '{{provider}} antwortet nicht richtig ({{resources}}). {{reason}}',
      },
      QUEUE_BEHIND: {
        advice:
          'Starten Sie einen weiteren Worker mit `payload sync work`, erhöhen Sie worker.concurrency, oder synchronisieren Sie seltener.',
        message:
          'Läufe warten länger als sie sollten, obwohl Worker arbeiten: {{minutes}} Minuten in der Warteschlange „{{lane}}“.',
      },
      QUOTA_ENDS: {
        advice:
          'Läufe warten dann, bis es wieder voll ist. Synchronisieren Sie seltener, oder erhöhen Sie das Kontingent beim Anbieter.',
        message:
          '{{provider}}: Bei diesem Tempo ist das Kontingent {{quota}} um {{time}} verbraucht.',
      },
      QUOTA_LOW: {
        advice:
          'Läufe warten, wenn es verbraucht ist. Synchronisieren Sie seltener, oder erhöhen Sie das Kontingent beim Anbieter.',
        message:
          '{{provider}}: Das Kontingent {{quota}} ist fast verbraucht (noch {{remaining}} von {{limit}}).',
      },
      QUOTA_SPENT: {
        advice:
          'Es geht weiter, wenn das Kontingent wieder voll ist. Wenn das öfter vorkommt, synchronisieren Sie seltener.',
        message: '{{provider}}: Das Kontingent ist verbraucht. {{reason}}',
      },
      SLOTS_LATE: {
        advice:
          'Ein Prozess, der Zeitpläne auslöst, stand still oder war überlastet. Sorgen Sie dafür, dass immer einer läuft.',
        message:
          'Zeitpläne wurden in der letzten Stunde verspätet ausgelöst ({{slots}}-mal, um bis zu {{minutes}} Minuten).',
      },
      STALE: {
        advice: 'Prüfen Sie, ob der Zeitplan eingeschaltet ist und wie die letzten Läufe endeten.',
        message: '{{provider}} {{resources}}: Die Daten sind veraltet.',
      },
      TABLES_GROW: {
        advice:
          'Behalten Sie weniger von dem, was vorbei ist: siehe die Option retention und `payload sync prune --dry-run`.',
        message:
          'Die Tabellen der Synchronisierung sind in {{days}} Tagen um {{grown}} gewachsen, auf {{size}}.',
      },
      TABLES_MISSING: {
        advice:
          'Führen Sie `npx payload migrate` aus, zuvor `npx payload migrate:create`, wo es noch keine Migration gibt.',
        message: 'Der Datenbank fehlen Tabellen oder Spalten der Synchronisierung. {{reason}}',
      },
      TURNED_AWAY: {
        advice:
          'Bis dahin wird nichts angefragt, danach geht es von selbst weiter. Wenn es wieder vorkommt, fragen Sie den Betreiber, oder lesen Sie seltener.',
        message: '{{provider}} will im Moment nicht gelesen werden ({{resources}}). {{reason}}',
      },
      WORKER_SILENT: {
        advice: 'Starten Sie einen Worker mit `payload sync work`. Er übernimmt diese Läufe.',
        message:
          'Ein Worker reagiert nicht mehr, während er an Läufen arbeitet ({{runs}} in der Warteschlange „{{lane}}“).',
      },
    },
    history: {
      charts: {
        duration: 'Mittlere Dauer',
        records: 'Datensätze',
        requests: 'Anfragen',
        results: 'Läufe nach Ergebnis',
      },
      form: 'Zeigen als',
      forms: {
        charts: 'Diagramme',
        table: 'Tabelle',
      },
      nothing: 'In dieser Zeit ist nichts gelaufen.',
      quotaShare: 'Anteil am Kontingent',
      time: 'Zeit',
      title: 'Verlauf',
      unreadable: 'Der Verlauf ist gerade nicht lesbar.',
      window: 'Wie weit zurück',
      windows: {
        '7d': '7 T',
        '24h': '24 Std.',
        '30d': '30 T',
      },
    },
    issues: {
      actions: {
        again: 'Erneut synchronisieren',
        lock: 'Meine behalten und sperren',
        mine: 'Meine behalten',
        theirs: 'Deren übernehmen',
      },
      all: 'Alle Probleme als Liste',
      allWell: 'Alles in Ordnung',
      allWellHint: 'Kein Datensatz braucht jemanden.',
      any: 'Alle',
      confirm: {
        lock: 'Die Dokumente behalten ihre Werte, und kein Sync schreibt diese Felder, bis sie entsperrt werden. Datensätze: {{count}}.',
        mine: 'Die Dokumente behalten ihre Werte, bis der Anbieter etwas Neues sagt. Datensätze: {{count}}.',
        theirs:
          'Die Werte des Anbieters werden in Ihrem Namen in die Dokumente geschrieben. Datensätze: {{count}}.',
        title: 'Alle entscheiden?',
      },
      decided: 'Entschieden: {{count}}.',
      document: 'Dokument',
      failed: 'Nicht entschieden: {{count}}. {{reason}}',
      filters: 'Filter',
      loading: 'Wird geladen…',
      more: 'Mehr zeigen ({{count}})',
      navLabel: 'Sync-Probleme',
      noTarget: '{{target}} fehlt',
      nothingFound: 'Nichts gefunden',
      nothingFoundHint: 'Kein Problem passt zu diesen Filtern.',
      openRun: 'Lauf öffnen',
      select: '{{name}} auswählen',
      selected: '{{count}} ausgewählt',
      severities: {
        error: 'Fehler',
        info: 'Hinweis',
        warning: 'Warnung',
      },
      severity: 'Schwere',
      sum: '{{issues}} Probleme in {{groups}} Gruppen',
      times: '{{count}} ×',
      title: 'Sync-Probleme',
      unreadable: 'Die Probleme können gerade nicht gelesen werden.',
      working: '{{done}} von {{total}} erledigt',
    },
    notifications: notificationsDe,
    options: {
      checkStatus: { ERROR: 'Fehler', PENDING: 'Ausstehend', SYNCED: 'Synchronisiert' },
      connectionStatus: {
        deactivated: 'Deaktiviert',
        failing: 'Fehlerhaft',
        new: 'Neu',
        refused: 'Zugangsdaten abgelehnt',
        working: 'Funktioniert',
      },
      deliveryStatus: { delivered: 'Zugestellt', failed: 'Aufgegeben', pending: 'Wartet' },
      frequency: {
        cron: 'Cron',
        daily: 'Jeden Tag',
        hourly: 'Jede Stunde',
        minutely: 'Jede Minute',
        monthly: 'Jeden Monat',
        weekly: 'Jede Woche',
      },
      issueKind: {
        absence: 'In einem ganzen Teil nicht da',
        claim: 'Mehrfach beansprucht',
        conflict: 'Konflikt',
        connection: 'Zugang abgeschaltet',
        invalid: 'Ungültige Daten',
        missing: 'Fehlt beim Anbieter',
        reference: 'Fehlender Bezug',
        schedule: 'Zeitplan',
        stale: 'Lange nichts gehört',
        write: 'Nicht geschrieben',
      },
      issueStatus: { ignored: 'Ignoriert', open: 'Offen', resolved: 'Gelöst' },
      lane: { bulk: 'Massendaten', live: 'Live' },
      mode: {
        decide: 'Entscheidungen',
        full: 'Vollständig',
        incremental: 'Inkrementell',
        live: 'Live',
      },
      origin: {
        admin: 'Person',
        config: 'Konfiguration',
      },
      priority: { high: 'Hoch', low: 'Niedrig', normal: 'Normal', urgent: 'Dringend' },
      runStatus: {
        cancelled: 'Abgebrochen',
        completed: 'Abgeschlossen',
        failed: 'Fehlgeschlagen',
        partial: 'Teilweise',
        queued: 'Wartet',
        running: 'Läuft',
      },
      severity: { critical: 'Kritisch', info: 'Info', warning: 'Warnung' },
      trigger: {
        api: 'API',
        cli: 'Kommandozeile',
        manual: 'Von Hand',
        retry: 'Wiederholung',
        schedule: 'Zeitplan',
      },
    },
    provenance: {
      changedBy: 'Geändert durch',
      deferred:
        'Jemand hat dieses Dokument geöffnet. Die Aktualisierung wartet und wird gespeichert, sobald es geschlossen ist.',
      lastChanged: 'Zuletzt durch Sync geändert',
      lastChecked: 'Zuletzt geprüft',
      notSynced: 'Dieses Dokument wurde noch nicht synchronisiert.',
      openIssues: 'Offene Probleme',
      providerSays: 'Anbieter: {{value}}',
      refresh: 'Von {{provider}} neu holen',
      refreshFailed: 'Es konnte nicht neu geholt werden.',
      title: 'Sync',
      unchanged: 'Es ist auf dem neuesten Stand.',
      waiting: 'Eine Aktualisierung wartet',
      waitingHint:
        'Jemand bearbeitet dieses Dokument gerade. Gespeichert wird sie, wenn es gespeichert oder geschlossen ist.',
    },
    quota: {
      empty: 'bei diesem Tempo in {{duration}} verbraucht',
      enough: 'bei diesem Tempo genug',
      left: 'noch {{remaining}}',
      leftOf: 'noch {{remaining}} von {{limit}}',
      more: '{{count}} weitere Kontingente',
      resets: 'wieder voll in {{duration}}',
      title: 'Kontingent {{name}}',
    },
    report: {
      name: 'Name',
      connections: 'Nach Zugang',
      delay: 'Verzögerung der Ereignisschleife',
      duration: 'Dauer',
      failures: 'Fehlschläge nach Grund',
      from: 'Von',
      longest: 'Längste {{duration}}',
      loopDelay: 'Längste Verzögerung der Ereignisschleife',
      median: 'Mittlere Dauer (Median)',
      memory: 'Speicher',
      ofJudged: 'der Läufe, die niemand abgebrochen hat',
      p95: '95. Perzentil',
      p95Of: '95. Perzentil {{duration}}',
      peakMemory: 'Höchster Speicherbedarf',
      period: 'Letzte Tage',
      periodDays: '{{days}} Tage',
      process: 'eines Prozesses bei der Arbeit',
      providers: 'Nach Anbieter',
      quotas: 'Kontingente jetzt',
      resources: 'Ressourcen der Worker',
      runs: 'Läufe',
      schedules: 'Nach Zeitplan',
      successRate: 'Vollständig',
      title: 'Bericht',
      to: 'Bis',
      troubles: 'Wiederholungen und abgelehnte Datensätze',
      unreadable: 'Der Bericht kann gerade nicht gelesen werden.',
      utc: 'Tage sind die von UTC; ein Lauf zählt dort, wo er endete.',
    },
    run: {
      advice: 'Was zu tun ist',
      again: 'Noch einmal',
      automatic: 'Niemand, automatisch gestartet',
      cancelRequested: 'Abbruch verlangt',
      copy: 'Als JSON kopieren',
      documents: 'Dokumente',
      documentsHint: 'Dokumente, die dieser Lauf zuletzt geändert hat.',
      ended: 'Beendet',
      issues: 'Probleme',
      moreScopes: 'und {{count}} weitere',
      next: 'Weiter',
      noDocuments:
        'Dieser Lauf hat kein Dokument geändert, oder spätere Läufe haben sie wieder geändert.',
      noIssues: 'Dieser Lauf hat kein Problem gefunden.',
      noScopes: 'Die Teile werden beim Start des Laufs ermittelt.',
      pageOf: 'Seite {{page}} von {{pages}}',
      previous: 'Zurück',
      putOff: 'Verschoben auf',
      queued: 'Eingereiht',
      scopes: 'Teile',
      scopeStates: {
        current: 'wird gelesen',
        done: 'gelesen',
        failed: 'fehlgeschlagen',
        waiting: 'noch nicht gelesen',
      },
      started: 'Gestartet',
      technical: 'Technisches',
      timeline: 'Ablauf',
      writes: {
        direct: 'stapelweise',
        label: 'Dokumente werden geschrieben',
        plain: 'einzeln',
        why: 'Warum einzeln',
      },
    },
    schedules: {
      conflicts: {
        collision:
          '{{work}} ist um {{at}} fällig, während {{other}} wahrscheinlich noch läuft. Der Lauf wird warten.',
        duplicate: 'Ein anderer Zeitplan synchronisiert {{work}} zu denselben Zeiten.',
        limit: '{{connection}} hat bereits {{limit}} Zeitpläne. Mehr sind nicht erlaubt.',
        overlap:
          'Ein Lauf dauert etwa {{duration}} Minuten, und nach {{gap}} ist er wieder fällig.',
        owner:
          'Wem „{{connection}}“ gehört, der hat schon {{limit}} Zeitpläne. Mehr sind nicht erlaubt.',
        quota:
          'Die Läufe dieser Verbindung brauchen etwa {{requests}} Anfragen in {{window}} Minuten, das Kontingent „{{budget}}“ ist {{limit}}. {{work}} braucht am meisten.',
        quotaFits: 'Alle {{cadence}} Minuten würde passen.',
        quotaNever: 'Kein Abstand ist lang genug.',
      },
      everyResource: 'Alle Ressourcen',
      figures: {
        lastSuccess: 'Letzter Erfolg',
        median: 'Mittlere Dauer',
        next: 'Nächster Lauf',
        runs: 'Läufe',
        successRate: 'Erfolgsquote',
        title: 'In den letzten 30 Tagen',
      },
      keepConfig:
        'Ein Zeitplan aus der Konfiguration lässt sich nicht löschen. Schalten Sie ihn stattdessen ab.',
      lastRun: 'Letzter Lauf',
      next: 'Als Nächstes',
      noNext: 'Abgeschaltet: Er löst nicht aus.',
      outlook: 'Vorschau',
      requestsPerDay: 'Etwa {{count}} Anfragen am Tag',
      reset: 'Auf Vorgabe zurücksetzen',
      runs: 'Läufe',
      takes: 'Etwa {{duration}} je Lauf',
      unknownCost: 'Wie viel ein Lauf braucht, ist nach dem ersten bekannt.',
    },
    tabs: {
      editorial: 'Redaktion',
      technical: 'Technische Einzelheiten',
    },
    unit: {
      actions: {
        keepAndLock: 'Meinen behalten und sperren',
        lock: 'Sperren',
        mine: 'Meinen behalten',
        theirs: 'Deren übernehmen',
        unlock: 'Entsperren',
      },
      conflict: 'Konflikt',
      done: {
        lock: 'Gesperrt: {{fields}}',
        mine: 'Ihr Wert bleibt: {{fields}}',
        theirs: 'Vom Anbieter übernommen: {{fields}}',
        unlock: 'Entsperrt: {{fields}}',
      },
      edited: 'Bearbeitet',
      field: 'Feld',
      here: 'Hier',
      hint: {
        conflict: 'Sie und der Anbieter haben es geändert.',
        edited: 'Die Redaktion hat es geändert. Syncs lassen es, wie es ist.',
        locked: 'Kein Sync schreibt es, bis es entsperrt wird.',
        overwritten: 'Der Wert des Anbieters wurde geschrieben. Ihrer ist hier aufgehoben.',
        synced: 'Es folgt dem Anbieter.',
        together: 'Diese Felder gehören zusammen und werden gemeinsam entschieden.',
      },
      kept: 'Für Sie aufgehoben',
      listHint: {
        edited: 'Syncs ändern diese Felder nicht.',
        locked: 'Kein Sync schreibt diese Felder.',
      },
      lists: {
        conflict: 'Konflikte',
        edited: 'Von der Redaktion geändert',
        locked: 'Gesperrt',
        synced: 'Folgen dem Anbieter',
      },
      locked: 'Gesperrt',
      providerSays: 'Anbieter:',
      synced: 'Synchron',
      undo: 'Rückgängig',
      undone: 'Es ist wieder wie vorher.',
      waiting: 'Aktualisierung wartet',
    },
    units: {
      days: 'T',
      hours: 'Std.',
      milliseconds: 'ms',
      minutes: 'Min.',
      seconds: 'Sek.',
    },
    view: {
      actionFailed: 'Das hat nicht funktioniert.',
      addSchedule: 'Zeitplan anlegen',
      allRuns: 'Alle Läufe',
      askAgain: 'Jetzt wieder anfragen',
      askAgainDone: '{{provider}} wird wieder angefragt.',
      askAgainHint:
        'Vergisst Kontingent, Abweisungen und Fehler von {{provider}}, damit sofort wieder angefragt wird.',
      busy: 'Wartet oder läuft bereits',
      cancel: 'Abbrechen',
      chooseMode: 'Art des Syncs wählen: {{name}}',
      columns: {
        action: 'Aktion',
        duration: 'Dauer',
        ended: 'Beendet',
        fresh: 'Aktuell seit',
        issues: 'Probleme',
        lastRun: 'Letzter Lauf',
        next: 'Nächster',
        openIssues: 'Offene Probleme',
        run: 'Lauf',
        status: 'Status',
        stored: 'Gespeichert',
      },
      everything: 'Alles',
      failures: 'Fehlschläge in Folge: {{failures}}',
      inDuration: 'in {{duration}}',
      listingScopes: 'Es wird ermittelt, was zu lesen ist',
      modeHints: {
        full: 'alles',
        incremental: 'was sich geändert haben kann',
        live: 'was gerade läuft',
      },
      navLabel: 'Sync-Übersicht',
      neverRun: 'Nie gelaufen',
      neverSucceeded: 'Nie',
      noProviders: 'Kein Anbieter ist eingerichtet',
      noProvidersHint:
        'Fügen Sie einen bei syncPlugin in Ihrer Payload-Konfiguration hinzu. Er erscheint hier mit allem, was er synchronisieren kann.',
      noRuns: 'Noch nichts gelaufen',
      noRunsHint:
        'Mit „Jetzt synchronisieren“ starten Sie eine Ressource, mit „Alles synchronisieren“ alle.',
      noRunsNotReady:
        'Ergänzen Sie, was oben fehlt. Dann lässt sich von hier aus alles synchronisieren.',
      noSchedule: 'Kein Zeitplan synchronisiert das automatisch.',
      nothingRunning: 'Es läuft nichts.',
      openLog: 'Protokoll von {{name}} öffnen',
      pace: '{{rate}} Datensätze/s',
      page: 'Seite {{page}}',
      problems: '{{provider}} kann noch nicht synchronisiert werden',
      putOff: 'Nächster Versuch in {{duration}}',
      recentRuns: 'Letzte Läufe',
      retry: 'Wiederholen',
      runningNow: 'Läuft jetzt',
      sameReason: 'Derselbe Grund wie bei {{name}}',
      schedules: 'Zeitpläne',
      scopes: '{{done}} von {{total}} Teilen',
      stale: 'veraltet',
      statusUnreadable: 'Der Status ist gerade nicht lesbar. Stand der Anzeige: {{age}}.',
      summary: 'Laufend: {{running}}. Wartend: {{queued}}.',
      syncEverything: 'Alles synchronisieren',
      syncNow: 'Jetzt synchronisieren',
      timeLeft: 'noch {{duration}}',
      title: 'Sync',
      triggered: 'Der Sync ist eingereiht.',
      triggerFailed: 'Der Sync konnte nicht gestartet werden.',
      updated: 'Aktualisiert',
      waiting: 'Wartet auf einen Worker',
      waits: 'Wartet',
      waitsFor: 'Wartet auf {{name}}',
    },
    widget: {
      failures: 'Letzte Fehlschläge',
      label: 'Sync',
      open: 'Sync-Übersicht öffnen',
    },
  },
}
