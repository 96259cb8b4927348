import type { Translations } from './en.js'

import { notificationsFr } from './notifications/fr.js'

export const fr: Translations = {
  pluginSync: {
    advice: {
      ACCESS_DENIED:
        'Votre abonnement ne comprend pas cela. Changez-le chez le fournisseur, ou retirez-le des options.',
      CREDENTIALS_REFUSED:
        'Vérifiez les identifiants dans l’environnement du serveur, puis réessayez.',
      EMPTY_ANSWER:
        'Le fournisseur n’a pas dit pourquoi il n’a rien envoyé. Vérifiez que votre abonnement le comprend, puis réessayez.',
      INVALID_ANSWER:
        'Le fournisseur a peut-être changé la forme de ses réponses. Cherchez une version plus récente de ce plugin.',
      other: 'Réessayez. En cas de nouvel échec, le journal du serveur en dit plus.',
      PROVIDER_UNAVAILABLE:
        'Une nouvelle tentative a lieu automatiquement. Si le problème persiste, consultez la page d’état du fournisseur.',
      RATE_LIMITED:
        'Cela reprend quand le quota est renouvelé. Si cela se répète, synchronisez moins souvent.',
      RECORDS_INVALID: 'Les problèmes disent ce qui ne va pas dans chaque enregistrement.',
      SUSPICIOUS_ABSENCE:
        'Aucun enregistrement n’a été marqué comme manquant. Vérifiez la liste du fournisseur, puis lancez une synchronisation complète.',
    },
    age: {
      ago: 'il y a {{age}}',
      justNow: 'à l’instant',
    },
    collections: {
      syncBreakers: {
        plural: 'Coupures de synchronisation',
        singular: 'Coupure de synchronisation',
      },
      syncChecks: { plural: 'Vérifications', singular: 'Vérification' },
      syncConnections: { plural: 'Connexions', singular: 'Connexion' },
      syncDeliveries: { plural: 'Envois', singular: 'Envoi' },
      syncEvents: {
        plural: 'Événements de synchronisation',
        singular: 'Événement de synchronisation',
      },
      syncFileParts: {
        plural: 'Parties de fichiers importés',
        singular: 'Partie d’un fichier importé',
      },
      syncFiles: { plural: 'Fichiers importés', singular: 'Fichier importé' },
      syncHealth: { plural: 'État de la synchronisation', singular: 'État de la synchronisation' },
      syncIssues: { plural: 'Problèmes', singular: 'Problème' },
      syncLimits: { plural: 'Limites de synchronisation', singular: 'Limite de synchronisation' },
      syncLogs: { plural: 'Synchronisations', singular: 'Synchronisation' },
      syncNotifications: { plural: 'Notifications', singular: 'Notification' },
      syncQuotas: { plural: 'Quotas de synchronisation', singular: 'Quota de synchronisation' },
      syncRecords: {
        plural: 'Enregistrements synchronisés',
        singular: 'Enregistrement synchronisé',
      },
      syncSchedules: {
        plural: 'Planifications',
        singular: 'Planification',
      },
      syncSightings: { plural: 'Observations', singular: 'Observation' },
      syncStates: { plural: 'États de synchronisation', singular: 'État de synchronisation' },
      syncTokens: {
        plural: 'Authentifications de synchronisation',
        singular: 'Authentification de synchronisation',
      },
      syncTotals: {
        plural: 'Totaux de la synchronisation',
        singular: 'Totaux de la synchronisation',
      },
    },
    connections: {
      add: 'Ajouter une connexion',
      agree: 'Se connecter avec {{provider}}',
      agreeAgain: 'Se reconnecter',
      agreedDone: 'La connexion est établie. La prochaine synchronisation l’utilise.',
      agreeDenied: 'Vous n’avez pas donné votre accord, rien n’a été modifié.',
      agreedUntil: 'Elle prend fin le {{date}} : reconnectez-vous avant.',
      agreeFailed:
        '{{provider}} ne vous a pas laissé entrer. Voyez la dernière erreur ci-dessous, puis réessayez.',
      agreeInvalid: 'C’était trop tard, ou commencé par quelqu’un d’autre. Recommencez.',
      agreeRegister: 'L’application chez {{provider}} doit connaître cette adresse de retour :',
      agreeSaveFirst:
        'Enregistrez d’abord ; vous pourrez ensuite vous connecter avec {{provider}}.',
      chooseLater:
        'Enregistrez-la, et vous pourrez choisir ici parmi ce que propose le fournisseur.',
      chooseProvider: 'Choisissez d’abord un fournisseur.',
      keep: 'Garder la valeur enregistrée',
      lastSync: 'Dernière synchronisation',
      nextSync: 'Prochaine synchronisation',
      noChoices:
        'Les choix du fournisseur n’ont pas pu être chargés ; saisissez les valeurs. {{reason}}',
      none: 'Pas encore de connexion. Ajoutez-en une pour synchroniser avec elle.',
      off: 'Éteinte',
      readsFiles:
        'Ce qui est lu arrive dans un fichier : par POST /api/sync/files ou par payload sync import.',
      replace: 'Remplacer',
      saved: 'Enregistré, et jamais réaffiché.',
      saveFirst: 'Enregistrez d’abord vos modifications : le test porte sur ce qui est enregistré.',
      test: 'Tester la connexion',
      testing: 'Test en cours…',
      waiting: 'Attend son tour',
    },
    content: {
      busy: 'Une synchronisation écrit ce document. Rien n’a été enregistré : réessayez dans un instant.',
      exportAs: 'Exporter en {{format}}',
      lastSynced: 'Dernière synchronisation',
      neverSynced: 'Pas encore synchronisé',
      title: 'Synchronisation de cette collection',
    },
    counts: {
      conflicts: 'Conflits',
      created: 'Nouveaux',
      deferred: 'Reportés',
      fetched: 'Lus',
      invalid: 'Invalides',
      missing: 'Absents',
      unchanged: 'Identiques',
      updated: 'Modifiés',
    },
    descriptions: {
      catchUp: 'Rattraper une fois la dernière heure manquée quand le serveur revient.',
      cron: 'Cinq champs : minute, heure, jour du mois, mois, jour de la semaine.',
      editorial: 'À vous : aucune synchronisation n’y touche.',
      scheduleConnection: 'Laissez vide pour toutes les connexions actives du fournisseur.',
      scheduleResource: 'Laissez vide pour toutes les ressources qui ont ce mode.',
      syncConnections:
        'Ce avec quoi chacun s’identifie auprès d’un fournisseur. Vous voyez les vôtres. Les identifiants sont chiffrés et ne sont plus jamais affichés.',
      syncDeliveries: 'Ce qui a été envoyé par quel canal, et ce qui a été répondu.',
      syncIssues:
        'Enregistrements à vérifier : données invalides, conflits, références manquantes.',
      syncLogs:
        'Ce qui a tourné, comment cela s’est terminé et, le cas échéant, pourquoi cela a échoué.',
      syncNotifications: 'Ce qui a été signalé.',
      syncSchedules:
        'Ce qui est synchronisé automatiquement, et quand. Les planifications de la configuration peuvent être modifiées ou désactivées ici.',
    },
    fields: {
      name: 'Nom interne',
      active: 'Active',
      answer: 'Réponse',
      answerStatus: 'Statut de la réponse',
      attempt: 'Tentative',
      attempts: 'Essais',
      authFailures: 'Échecs de connexion consécutifs',
      catchUp: 'Rattraper',
      channel: 'Canal',
      checkpoint: 'Point de reprise',
      code: 'Code',
      collection: 'Collection',
      connection: 'Connexion',
      consentedAt: 'Accord donné',
      consentEndsAt: 'Fin de l’accord',
      counts: 'Enregistrements',
      credentials: 'Identifiants',
      cron: 'Expression cron',
      deactivatedReason: 'Motif de la désactivation',
      deliveredAt: 'Envoyé',
      details: 'Détails',
      documentId: 'ID du document',
      dueAt: 'Prévu',
      enabled: 'Active',
      error: 'Erreur',
      event: 'Événement',
      externalId: 'ID externe',
      finishedAt: 'Terminée',
      firstSeenAt: 'Vu la première fois',
      frequency: 'Fréquence',
      hour: 'Heure',
      initiatedBy: 'Lancée par',
      kind: 'Genre de problème',
      label: 'Nom',
      lane: 'File',
      lastError: 'Dernière erreur',
      lastSeenAt: 'Vu la dernière fois',
      lastSlotAt: 'Dernière heure',
      lastSuccessAt: 'Dernier succès',
      lastSyncAt: 'Dernière vérification',
      lateMs: 'Retard (ms)',
      loopDelayMs: 'Plus long retard de la boucle d’événements (ms)',
      message: 'Message',
      minute: 'Minute',
      mode: 'Mode',
      monthDay: 'Jour du mois',
      nextSlotAt: 'Prochaine heure',
      note: 'Note',
      origin: 'Créée par',
      owner: 'Propriétaire',
      page: 'Page',
      peakMemoryMb: 'Mémoire maximale (Mo)',
      priority: 'Priorité',
      progress: 'Progression',
      provider: 'Fournisseur',
      recordCount: 'Enregistrements concernés',
      recordsDone: 'Enregistrements de la partie faits',
      recordsTotal: 'Enregistrements de la partie au total',
      requests: 'Requêtes',
      resource: 'Ressource',
      retiredAt: 'Absente de la configuration depuis',
      retries: 'Nouvelles tentatives',
      retryAt: 'Prochaine tentative',
      run: 'Exécution',
      savedCredentials: 'Identifiants enregistrés',
      schedule: 'Planification',
      scheduled: 'Planifié',
      scope: 'Partie actuelle',
      scopesDone: 'Parties faites',
      scopesTotal: 'Parties au total',
      settings: 'Réglages',
      severity: 'Gravité',
      skippedSlots: 'Heures manquées',
      slot: 'Heure',
      slotAt: 'Prévu pour',
      startedAt: 'Démarrée',
      status: 'Statut',
      syncStatus: 'État de synchronisation',
      timesSeen: 'Nombre de fois vu',
      timezone: 'Fuseau horaire',
      title: 'Titre',
      toldAt: 'Signalé',
      trigger: 'Déclencheur',
      weekday: 'Jour de la semaine',
    },
    groups: {
      content: 'Contenu synchronisé',
      sync: 'Synchronisation',
    },
    health: {
      BREAKER_OPEN: {
        advice:
          'Aucune requête n’est envoyée tant qu’il ne répond pas. Rien n’est perdu : les exécutions attendent.',
        message:
          '{{provider}} échoue sans cesse et ne reçoit plus de requêtes pour un moment. {{reason}}',
      },
      CACHE_SKIPPED: {
        advice:
          'Redémarrez le cache, ou cherchez pourquoi il est lent. Il n’y a rien d’autre à faire.',
        message:
          'Le cache du projet ne répond pas en 50 ms et il est ignoré ; la base de données répond à sa place.',
      },
      calm: 'Rien ne requiert votre attention.',
      CLOCK_OFF: {
        advice:
          'Faites prendre l’heure de NTP aux deux machines. Les planifications suivent l’heure de la base de données.',
        message:
          'Les horloges de cette machine et de la base de données diffèrent de {{seconds}} secondes.',
      },
      CONNECTION_DEACTIVATED: {
        advice: 'Enregistrez de nouveaux identifiants pour cette connexion, et elle reprendra.',
        message:
          '{{connection}} est désactivée : {{provider}} a refusé trois fois de renouveler sa connexion. {{reason}}',
      },
      CONNECTION_REFUSED: {
        advice: 'Enregistrez les bons identifiants. D’ici là, rien n’est demandé avec eux.',
        message: '{{provider}} refuse les identifiants de {{connection}}. {{reason}}',
      },
      CONSENT_ENDED: {
        advice: 'Ouvrez la connexion et reconnectez-vous.',
        message: 'L’accord pour « {{connection}} » chez {{provider}} a pris fin le {{date}}.',
      },
      CONSENT_ENDS: {
        advice: 'Ouvrez la connexion et reconnectez-vous avant ce jour.',
        message:
          '{{provider}} laisse « {{connection}} » lire jusqu’au {{date}} ; plus rien n’est lu ensuite.',
      },
      CREDENTIALS_REFUSED: {
        advice: 'Vérifiez les identifiants et l’abonnement, puis réessayez.',
        message: '{{provider}} refuse l’accès à {{resources}}. {{reason}}',
      },
      DATABASE_AWAY: {
        advice:
          'Vérifiez que PostgreSQL fonctionne et que cette machine l’atteint. Les exécutions reprennent où elles en étaient.',
        message: 'La base de données ne répond pas. {{reason}}',
      },
      DATABASE_SLOW: {
        advice:
          'Regardez ce que fait la base de données par ailleurs et à quelle distance elle est. Chaque lot l’attend de nombreuses fois.',
        message: 'La base de données met {{milliseconds}} ms pour la question la plus courte.',
      },
      FAILING: {
        advice: 'Ouvrez la dernière exécution pour voir ce qui s’est passé, puis réessayez.',
        message: '{{provider}} {{resources}} a échoué. Échecs de suite : {{failures}}. {{reason}}',
      },
      INCOMPLETE: {
        advice: 'Ouvrez la dernière exécution pour voir ce qui manque. Réessayer ne lit que cela.',
        message: '{{provider}} {{resources}} n’a pas pu être lu en entier. {{reason}}',
      },
      levels: {
        CRITICAL: 'Critique',
        HEALTHY: 'En bon état',
        WARNING: 'Avertissement',
      },
      MANY_INVALID: {
        advice:
          'Consultez les problèmes de la dernière exécution : le fournisseur a probablement changé ses réponses.',
        message:
          '{{provider}} {{resources}} : {{percent}} % des enregistrements de la dernière exécution ne sont pas valides.',
      },
      MANY_ISSUES: {
        advice: 'Regardez les problèmes ouverts. Ceux d’un même type ont souvent une seule cause.',
        message:
          '{{provider}} {{resources}} : de nombreux enregistrements ont des problèmes ouverts ({{issues}}).',
      },
      NO_CLOCK: {
        advice:
          'Lancez un processus qui déclenche les planifications : un serveur Next, `payload sync work` ou une tâche cron qui appelle /api/sync/tick.',
        message:
          'Des planifications sont en retard et aucun processus ne les déclenche ({{schedules}}).',
      },
      NO_WORKER: {
        advice:
          'Démarrez un worker avec `payload sync work`, ou activez worker.enabled dans syncPlugin.',
        message:
          'Des exécutions attendent depuis plus d’une minute et aucun worker ne les prend ({{runs}} dans la file « {{lane}} »).',
      },
      NOT_CONFIGURED: {
        advice:
          'Définissez ce qui manque dans l’environnement du serveur, puis redémarrez le serveur.',
        message: '{{provider}} n’est pas configuré. {{reason}}',
      },
      POOL_BUSY: {
        advice: 'Augmentez pool.max de postgresAdapter(), ou réduisez worker.concurrency.',
        message:
          'Ce processus a {{connections}} connexions à la base de données, et {{waiting}} de ses instructions en attendent une.',
      },
      POOL_EXHAUSTED: {
        advice:
          'Redémarrez ce processus. Si cela se reproduit, augmentez pool.max de postgresAdapter(), ou cherchez ce qui garde les connexions.',
        message:
          'Ce processus n’a plus de connexion à la base de données : les {{connections}} sont utilisées et aucune n’est rendue. Ses workers sont arrêtés.',
      },
      PROVIDER_DOWN: {
        advice:
          'Une nouvelle tentative a lieu automatiquement. Si le problème persiste, consultez la page d’état du fournisseur.',
        message: '{{provider}} ne répond pas correctement ({{resources}}). {{reason}}',
      },
      QUEUE_BEHIND: {
        advice:
          'Démarrez un autre worker avec `payload sync work`, augmentez worker.concurrency, ou synchronisez moins souvent.',
        message:
          'Des exécutions attendent plus longtemps qu’elles ne devraient alors que des workers travaillent : {{minutes}} minutes dans la file « {{lane}} ».',
      },
      QUOTA_ENDS: {
        advice:
          'Les exécutions attendent alors qu’il soit renouvelé. Synchronisez moins souvent, ou augmentez le quota chez le fournisseur.',
        message: '{{provider}} : à ce rythme, le quota {{quota}} sera épuisé à {{time}}.',
      },
      QUOTA_LOW: {
        advice:
          'Les exécutions attendent quand il est épuisé. Synchronisez moins souvent, ou augmentez le quota chez le fournisseur.',
        message:
          '{{provider}} : le quota {{quota}} est presque épuisé (reste {{remaining}} sur {{limit}}).',
      },
      QUOTA_SPENT: {
        advice:
          'Cela reprend quand le quota est renouvelé. Si cela se répète, synchronisez moins souvent.',
        message: '{{provider}} : le quota est épuisé. {{reason}}',
      },
      SLOTS_LATE: {
        advice:
          'Un processus qui déclenche les planifications était arrêté ou trop occupé. Veillez à ce qu’il y en ait toujours un.',
        message:
          'Des planifications ont été déclenchées en retard dans la dernière heure ({{slots}} fois, jusqu’à {{minutes}} minutes).',
      },
      STALE: {
        advice:
          'Vérifiez que sa planification est active et comment ses dernières exécutions se sont terminées.',
        message: '{{provider}} {{resources}} : les données ne sont plus à jour.',
      },
      TABLES_GROW: {
        advice:
          'Gardez moins de ce qui est passé : voyez l’option retention et `payload sync prune --dry-run`.',
        message:
          'Les tables de la synchronisation ont grossi de {{grown}} en {{days}} jours, pour atteindre {{size}}.',
      },
      TABLES_MISSING: {
        advice:
          'Exécutez `npx payload migrate`, après `npx payload migrate:create` s’il n’y a pas encore de migration.',
        message:
          'Il manque à la base de données des tables ou des colonnes de la synchronisation. {{reason}}',
      },
      TURNED_AWAY: {
        advice:
          'Rien ne lui est demandé d’ici là, puis cela reprend tout seul. Si cela se répète, demandez à son propriétaire ou lisez moins souvent.',
        message: '{{provider}} ne veut pas être lu pour le moment ({{resources}}). {{reason}}',
      },
      WORKER_SILENT: {
        advice: 'Démarrez un worker avec `payload sync work`. Il reprendra ces exécutions.',
        message:
          'Un worker a cessé de répondre alors qu’il traitait des exécutions ({{runs}} dans la file « {{lane}} »).',
      },
    },
    history: {
      charts: {
        duration: 'Durée moyenne',
        records: 'Enregistrements',
        requests: 'Requêtes',
        results: 'Exécutions par résultat',
      },
      form: 'Afficher en',
      forms: {
        charts: 'Graphiques',
        table: 'Tableau',
      },
      nothing: 'Rien n’a tourné pendant ce temps.',
      quotaShare: 'Part du quota',
      time: 'Heure',
      title: 'Historique',
      unreadable: 'L’historique est illisible pour le moment.',
      window: 'Jusqu’où remonter',
      windows: {
        '7d': '7 j',
        '24h': '24 h',
        '30d': '30 j',
      },
    },
    issues: {
      actions: {
        again: 'Synchroniser à nouveau',
        lock: 'Garder les miennes et verrouiller',
        mine: 'Garder les miennes',
        theirs: 'Prendre les leurs',
      },
      all: 'Tous les problèmes en liste',
      allWell: 'Tout va bien',
      allWellHint: 'Aucun enregistrement ne demande d’attention.',
      any: 'Tous',
      confirm: {
        lock: 'Les documents gardent leurs valeurs et aucune synchronisation n’écrit ces champs tant qu’ils sont verrouillés. Enregistrements : {{count}}.',
        mine: 'Les documents gardent leurs valeurs jusqu’à ce que le fournisseur dise autre chose. Enregistrements : {{count}}.',
        theirs:
          'Les valeurs du fournisseur sont écrites dans les documents en votre nom. Enregistrements : {{count}}.',
        title: 'Tout décider ?',
      },
      decided: 'Décidés : {{count}}.',
      document: 'Document',
      failed: 'Non décidés : {{count}}. {{reason}}',
      filters: 'Filtres',
      loading: 'Chargement…',
      more: 'Afficher plus ({{count}})',
      navLabel: 'Problèmes',
      noTarget: '{{target}} manque',
      nothingFound: 'Aucun résultat',
      nothingFoundHint: 'Aucun problème ne correspond à ces filtres.',
      openRun: 'Ouvrir l’exécution',
      select: 'Sélectionner {{name}}',
      selected: '{{count}} sélectionnés',
      severities: {
        error: 'Erreur',
        info: 'Note',
        warning: 'Avertissement',
      },
      severity: 'Gravité',
      sum: '{{issues}} problèmes en {{groups}} groupes',
      times: '{{count}} ×',
      title: 'Problèmes de synchronisation',
      unreadable: 'Les problèmes ne peuvent pas être lus pour le moment.',
      working: '{{done}} sur {{total}} faits',
    },
    notifications: notificationsFr,
    options: {
      checkStatus: { ERROR: 'Erreur', PENDING: 'En attente', SYNCED: 'Synchronisé' },
      connectionStatus: {
        deactivated: 'Désactivée',
        failing: 'En échec',
        new: 'Nouvelle',
        refused: 'Identifiants refusés',
        working: 'Fonctionne',
      },
      deliveryStatus: { delivered: 'Envoyé', failed: 'Abandonné', pending: 'En attente' },
      frequency: {
        cron: 'Cron',
        daily: 'Chaque jour',
        hourly: 'Chaque heure',
        minutely: 'Chaque minute',
        monthly: 'Chaque mois',
        weekly: 'Chaque semaine',
      },
      issueKind: {
        absence: 'Absent de toute une partie',
        claim: 'Revendiqué deux fois',
        conflict: 'Conflit',
        connection: 'Connexion désactivée',
        invalid: 'Données invalides',
        missing: 'Absent chez le fournisseur',
        reference: 'Référence manquante',
        schedule: 'Planification',
        stale: 'Sans nouvelles depuis longtemps',
        write: 'Non écrit',
      },
      issueStatus: { ignored: 'Ignoré', open: 'Ouvert', resolved: 'Résolu' },
      lane: { bulk: 'Masse', live: 'Direct' },
      mode: {
        decide: 'Décisions',
        full: 'Complète',
        incremental: 'Incrémentale',
        live: 'En direct',
      },
      origin: {
        admin: 'Personne',
        config: 'Configuration',
      },
      priority: { high: 'Haute', low: 'Basse', normal: 'Normale', urgent: 'Urgente' },
      runStatus: {
        cancelled: 'Annulée',
        completed: 'Terminée',
        failed: 'Échouée',
        partial: 'Partielle',
        queued: 'En attente',
        running: 'En cours',
      },
      severity: { critical: 'Critique', info: 'Info', warning: 'Avertissement' },
      trigger: {
        api: 'API',
        cli: 'Ligne de commande',
        manual: 'À la main',
        retry: 'Nouvel essai',
        schedule: 'Planification',
      },
    },
    provenance: {
      changedBy: 'Modifié par',
      deferred:
        'Quelqu’un a ouvert ce document. La mise à jour attend et sera enregistrée après sa fermeture.',
      lastChanged: 'Dernière modification par synchronisation',
      lastChecked: 'Dernière vérification',
      notSynced: 'Ce document n’a pas encore été synchronisé.',
      openIssues: 'Problèmes ouverts',
      providerSays: 'fournisseur : {{value}}',
      refresh: 'Actualiser depuis {{provider}}',
      refreshFailed: 'L’actualisation a échoué.',
      title: 'Synchronisation',
      unchanged: 'Il est à jour.',
      waiting: 'Une mise à jour attend',
      waitingHint:
        'Quelqu’un modifie ce document. Elle sera enregistrée une fois le document enregistré ou fermé.',
    },
    quota: {
      empty: 'épuisé dans {{duration}} à ce rythme',
      enough: 'suffisant à ce rythme',
      left: 'reste {{remaining}}',
      leftOf: 'reste {{remaining}} sur {{limit}}',
      more: '{{count}} autres quotas',
      resets: 'renouvelé dans {{duration}}',
      title: 'Quota {{name}}',
    },
    report: {
      name: 'Nom',
      connections: 'Par connexion',
      delay: 'Retard de la boucle d’événements',
      duration: 'Durée',
      failures: 'Échecs par motif',
      from: 'Du',
      longest: 'La plus longue : {{duration}}',
      loopDelay: 'Plus long retard de la boucle d’événements',
      median: 'Durée médiane',
      memory: 'Mémoire',
      ofJudged: 'des exécutions que personne n’a annulées',
      p95: '95e centile',
      p95Of: '95e centile : {{duration}}',
      peakMemory: 'Pic de mémoire',
      period: 'Derniers jours',
      periodDays: '{{days}} jours',
      process: 'd’un processus au travail',
      providers: 'Par fournisseur',
      quotas: 'Quotas actuels',
      resources: 'Ressources des workers',
      runs: 'Exécutions',
      schedules: 'Par planification',
      successRate: 'Complètes',
      title: 'Rapport',
      to: 'Au',
      troubles: 'Nouvelles tentatives et enregistrements refusés',
      unreadable: 'Le rapport ne peut pas être lu pour le moment.',
      utc: 'Les jours sont ceux de l’UTC ; une exécution compte là où elle s’est terminée.',
    },
    run: {
      advice: 'Que faire',
      again: 'Relancer',
      automatic: 'Personne, démarrage automatique',
      cancelRequested: 'Annulation demandée',
      copy: 'Copier en JSON',
      documents: 'Documents',
      documentsHint: 'Documents que cette exécution a été la dernière à modifier.',
      ended: 'Terminée',
      issues: 'Problèmes',
      moreScopes: 'et {{count}} de plus',
      next: 'Suivants',
      noDocuments:
        'Cette exécution n’a modifié aucun document, ou d’autres les ont modifiés depuis.',
      noIssues: 'Cette exécution n’a ouvert aucun problème.',
      noScopes: 'Les parties sont établies au départ de l’exécution.',
      pageOf: 'Page {{page}} sur {{pages}}',
      previous: 'Précédents',
      putOff: 'Reportée à',
      queued: 'Mise en attente',
      scopes: 'Parties',
      scopeStates: {
        current: 'en lecture',
        done: 'lu',
        failed: 'échoué',
        waiting: 'pas encore lu',
      },
      started: 'Démarrée',
      technical: 'Technique',
      timeline: 'Chronologie',
      writes: {
        direct: 'par lots',
        label: 'Les documents sont écrits',
        plain: 'un par un',
        why: 'Pourquoi un par un',
      },
    },
    schedules: {
      conflicts: {
        collision:
          '{{work}} est prévu à {{at}}, alors que {{other}} sera probablement encore en cours. Il devra attendre.',
        duplicate: 'Une autre planification synchronise {{work}} aux mêmes heures.',
        limit: '{{connection}} a déjà {{limit}} planifications. Il n’est pas permis d’en ajouter.',
        overlap:
          'Une exécution prend environ {{duration}} minutes et elle est de nouveau prévue après {{gap}}.',
        owner:
          'Le propriétaire de « {{connection}} » a déjà {{limit}} planifications. Il n’en faut pas plus.',
        quota:
          'Les exécutions de cette connexion demanderont environ {{requests}} requêtes en {{window}} minutes, et le quota « {{budget}} » est de {{limit}}. {{work}} en prend le plus.',
        quotaFits: 'Toutes les {{cadence}} minutes conviendrait.',
        quotaNever: 'Aucun intervalle n’est assez long.',
      },
      everyResource: 'Toutes les ressources',
      figures: {
        lastSuccess: 'Dernier succès',
        median: 'Durée médiane',
        next: 'Prochaine exécution',
        runs: 'Exécutions',
        successRate: 'Taux de réussite',
        title: 'Ces 30 derniers jours',
      },
      keepConfig:
        'Une planification de la configuration ne peut pas être supprimée. Désactivez-la plutôt.',
      lastRun: 'Dernière exécution',
      next: 'Prochains',
      noNext: 'Désactivée : elle ne se déclenche pas.',
      outlook: 'Aperçu',
      requestsPerDay: 'Environ {{count}} requêtes par jour',
      reset: 'Rétablir la valeur par défaut',
      runs: 'Exécutions',
      takes: 'Environ {{duration}} par exécution',
      unknownCost: 'Ce que demande une exécution est connu après la première.',
    },
    tabs: {
      editorial: 'Rédaction',
      technical: 'Détails techniques',
    },
    unit: {
      actions: {
        keepAndLock: 'Garder la mienne et verrouiller',
        lock: 'Verrouiller',
        mine: 'Garder la mienne',
        theirs: 'Prendre la leur',
        unlock: 'Déverrouiller',
      },
      conflict: 'Conflit',
      done: {
        lock: 'Verrouillé : {{fields}}',
        mine: 'La vôtre reste : {{fields}}',
        theirs: 'Repris du fournisseur : {{fields}}',
        unlock: 'Déverrouillé : {{fields}}',
      },
      edited: 'Modifié',
      field: 'Champ',
      here: 'Ici',
      hint: {
        conflict: 'Vous et le fournisseur l’avez modifié.',
        edited: 'La rédaction l’a modifié. Les synchronisations le laissent tel quel.',
        locked: 'Aucune synchronisation ne l’écrit tant qu’il est verrouillé.',
        overwritten: 'La valeur du fournisseur a été écrite. La vôtre est gardée ici.',
        synced: 'Il suit le fournisseur.',
        together: 'Ces champs vont ensemble et se décident d’un coup.',
      },
      kept: 'Gardé pour vous',
      listHint: {
        edited: 'Les synchronisations ne modifient pas ces champs.',
        locked: 'Aucune synchronisation n’écrit ces champs.',
      },
      lists: {
        conflict: 'Conflits',
        edited: 'Modifiés par la rédaction',
        locked: 'Verrouillés',
        synced: 'Suivent le fournisseur',
      },
      locked: 'Verrouillé',
      providerSays: 'fournisseur :',
      synced: 'Synchronisé',
      undo: 'Annuler',
      undone: 'C’est comme avant.',
      waiting: 'Mise à jour en attente',
    },
    units: {
      days: 'j',
      hours: 'h',
      milliseconds: 'ms',
      minutes: 'min',
      seconds: 's',
    },
    view: {
      actionFailed: 'Cela n’a pas pu être fait.',
      addSchedule: 'Ajouter une planification',
      allRuns: 'Toutes les exécutions',
      askAgain: 'Interroger de nouveau',
      askAgainDone: '{{provider}} est de nouveau interrogé.',
      askAgainHint:
        'Oublie le quota, les refus et les échecs de {{provider}}, pour l’interroger aussitôt.',
      busy: 'Déjà en attente ou en cours',
      cancel: 'Annuler',
      chooseMode: 'Choisir comment synchroniser : {{name}}',
      columns: {
        action: 'Action',
        duration: 'Durée',
        ended: 'Terminée',
        fresh: 'À jour depuis',
        issues: 'Problèmes',
        lastRun: 'Dernière exécution',
        next: 'Prochaine',
        openIssues: 'Problèmes ouverts',
        run: 'Exécution',
        status: 'Statut',
        stored: 'Enregistrés',
      },
      everything: 'Tout',
      failures: 'Échecs de suite : {{failures}}',
      inDuration: 'dans {{duration}}',
      listingScopes: 'Recherche de ce qu’il y a à lire',
      modeHints: {
        full: 'tout',
        incremental: 'ce qui a pu changer',
        live: 'ce qui se passe maintenant',
      },
      navLabel: 'Vue d’ensemble',
      neverRun: 'Jamais exécutée',
      neverSucceeded: 'Jamais',
      noProviders: 'Aucun fournisseur n’est configuré',
      noProvidersHint:
        'Ajoutez-en un à syncPlugin dans votre configuration Payload. Il apparaîtra ici avec tout ce qu’il peut synchroniser.',
      noRuns: 'Rien n’a encore tourné',
      noRunsHint:
        'Utilisez « Synchroniser » à côté d’une ressource, ou « Tout synchroniser » pour toutes les remplir.',
      noRunsNotReady:
        'Complétez ce qui manque ci-dessus. Tout peut ensuite être synchronisé d’ici.',
      noSchedule: 'Aucune planification ne synchronise ceci automatiquement.',
      nothingRunning: 'Rien n’est en cours.',
      openLog: 'Ouvrir le journal de {{name}}',
      pace: '{{rate}} enregistrements/s',
      page: 'page {{page}}',
      problems: '{{provider}} ne peut pas encore être synchronisé',
      putOff: 'Prochaine tentative dans {{duration}}',
      recentRuns: 'Exécutions récentes',
      retry: 'Réessayer',
      runningNow: 'En cours',
      sameReason: 'Même raison que {{name}}',
      schedules: 'Planifications',
      scopes: '{{done}} parties sur {{total}}',
      stale: 'plus à jour',
      statusUnreadable: 'L’état est illisible pour le moment. Dernière lecture : {{age}}.',
      summary: 'En cours : {{running}}. En attente : {{queued}}.',
      syncEverything: 'Tout synchroniser',
      syncNow: 'Synchroniser',
      timeLeft: 'encore {{duration}}',
      title: 'Synchronisation',
      triggered: 'La synchronisation est en attente.',
      triggerFailed: 'La synchronisation n’a pas pu démarrer.',
      updated: 'Actualisé',
      waiting: 'En attente d’un worker',
      waits: 'En attente',
      waitsFor: 'Attend {{name}}',
    },
    widget: {
      failures: 'Derniers échecs',
      label: 'Synchronisation',
      open: 'Ouvrir la vue d’ensemble',
    },
  },
}
