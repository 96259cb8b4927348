import type { NotificationTexts } from './en.js'

export const notificationsFr: NotificationTexts = {
  bell: {
    count: 'Notifications : {{count}} non lues',
    none: 'Il n’y a rien à signaler.',
    noneHint: 'Quand une synchronisation échoue, s’arrête ou demande une décision, c’est dit ici.',
    readAll: 'Tout marquer comme lu',
    showAll: 'Tout afficher',
    title: 'Notifications',
    unread: 'Non lue',
    unreadable: 'Les notifications ne peuvent pas être lues pour le moment.',
  },
  channels: {
    refused: '« {{channel}} » n’a pas accepté le test. {{reason}}',
    sending: 'Envoi…',
    taken: '« {{channel}} » a accepté le test.',
    test: 'Envoyer un test à « {{channel}} »',
    title: 'Canaux',
  },
  events: {
    conflictOpened: {
      next: 'Tant que vous ne décidez pas, la règle du champ dit quelle valeur reste.',
      title: '{{work}} : modifié par la rédaction et par le fournisseur ({{count}})',
      why: 'Les mêmes champs ont été modifiés ici et chez le fournisseur.',
    },
    connectionDeactivated: { title: '{{connection}} est désactivée' },
    dataStale: { title: '{{provider}} : les données ne sont plus à jour' },
    errorsHigh: {
      next: 'Les autres enregistrements ont été stockés. L’exécution dit ce qui ne va pas avec ceux-ci.',
      title: '{{work}} : {{share}} % des enregistrements n’ont pas pu être stockés',
      why: 'Sur {{fetched}} enregistrements, {{invalid}} ont été refusés.',
    },
    failuresRepeated: { title: '{{work}} : échecs de suite : {{failures}}' },
    healthChanged: {
      over: 'Plus le cas : {{message}}',
      title: 'État de la synchronisation : {{level}}',
    },
    issueOpened: {
      next: 'Tous les autres enregistrements ont été stockés. Chaque problème dit ce qui ne va pas avec le sien.',
      title: '{{work}} : enregistrements que quelqu’un devrait regarder ({{count}})',
    },
    quotaLow: { title: '{{provider}} : le quota s’épuise' },
    recovered: {
      title: '{{work}} : fonctionne de nouveau',
      why: 'La dernière exécution est terminée. Échecs de suite avant elle : {{failures}}.',
    },
    runCompleted: {
      title: '{{work}} : terminée',
      why: 'Lus : {{fetched}}. Nouveaux : {{created}}. Modifiés : {{updated}}.',
    },
    runFailed: { title: '{{work}} : échec' },
    runPartial: { title: '{{work}} : tout n’a pas pu être lu ou stocké' },
    runSlow: {
      next: 'Rien n’est perdu. Si elle reste lente, regardez l’exécution et le fournisseur.',
      title: '{{work}} : plus lente que d’habitude',
      why: 'Elle a duré {{duration}} ; d’habitude {{usual}}.',
    },
    scheduleConflict: {
      next: 'Choisissez d’autres heures, ou regardez le problème de la planification.',
      title: 'Planification {{schedule}} : quelque chose s’y oppose',
    },
    scheduleCreated: { title: 'Planification {{schedule}} : créée' },
    scheduleDeleted: { title: 'Planification {{schedule}} : supprimée' },
    scheduleFired: {
      next: 'Exécutions en file : {{count}}.',
      title: 'Planification {{schedule}} : déclenchée',
      why: 'Elle était due à {{at}}.',
    },
    schedulePaused: { title: 'Planification {{schedule}} : désactivée' },
    schedulerStopped: { title: 'Aucun processus ne déclenche les planifications' },
    scheduleSkipped: {
      busy: 'La connexion était encore occupée.',
      missed: 'Aucun processus n’était là à l’heure prévue, et elle n’est pas rattrapée.',
      title: 'Planification {{schedule}} : une heure a été sautée',
    },
    scheduleUpdated: { title: 'Planification {{schedule}} : modifiée' },
  },
  message: {
    by: 'Par {{who}}.',
    channel: 'Envoyé par le canal « {{channel}} » de la synchronisation.',
    firesNext: 'Elle se déclenche ensuite à {{at}}.',
    firesNoMore: 'Elle ne se déclenche plus.',
    more: 'et {{count}} de plus',
    next: 'Ce qui se passe ensuite',
    nothing: 'Il n’y a rien à faire.',
    open: 'Ouvrir',
    test: 'Ceci est un test',
    testWhy: 'Quelqu’un a appuyé sur le bouton dans le panneau d’administration.',
    times: '{{count}} fois',
    why: 'Pourquoi',
  },
}
