import type { NotificationTexts } from './en.js'

export const notificationsDe: NotificationTexts = {
  bell: {
    count: 'Benachrichtigungen: {{count}} ungelesen',
    none: 'Es gibt nichts zu berichten.',
    noneHint:
      'Wenn ein Abgleich scheitert, stehen bleibt oder eine Entscheidung braucht, steht es hier.',
    readAll: 'Alle als gelesen markieren',
    showAll: 'Alle zeigen',
    title: 'Benachrichtigungen',
    unread: 'Ungelesen',
    unreadable: 'Die Benachrichtigungen können gerade nicht gelesen werden.',
  },
  channels: {
    refused: '„{{channel}}“ hat den Test nicht angenommen. {{reason}}',
    sending: 'Wird gesendet …',
    taken: '„{{channel}}“ hat den Test angenommen.',
    test: 'Test an „{{channel}}“ senden',
    title: 'Kanäle',
  },
  events: {
    conflictOpened: {
      next: 'Bis Sie entscheiden, bestimmt die Regel des Feldes, welcher Wert bleibt.',
      title: '{{work}}: von der Redaktion und vom Anbieter geändert ({{count}})',
      why: 'Dieselben Felder wurden hier und beim Anbieter geändert.',
    },
    connectionDeactivated: { title: '{{connection}} ist deaktiviert' },
    dataStale: { title: '{{provider}}: Die Daten sind veraltet' },
    errorsHigh: {
      next: 'Die übrigen Datensätze wurden gespeichert. Der Lauf sagt, was mit diesen nicht stimmt.',
      title: '{{work}}: {{share}} % der Datensätze konnten nicht gespeichert werden',
      why: 'Von {{fetched}} Datensätzen wurden {{invalid}} abgelehnt.',
    },
    failuresRepeated: { title: '{{work}}: Fehlschläge in Folge: {{failures}}' },
    healthChanged: {
      over: 'Nicht mehr so: {{message}}',
      title: 'Zustand des Abgleichs: {{level}}',
    },
    issueOpened: {
      next: 'Alle übrigen Datensätze wurden gespeichert. Jede Meldung sagt, was mit ihrem Datensatz nicht stimmt.',
      title: '{{work}}: Datensätze, die jemand ansehen sollte ({{count}})',
    },
    quotaLow: { title: '{{provider}}: Das Kontingent geht zur Neige' },
    recovered: {
      title: '{{work}}: funktioniert wieder',
      why: 'Der letzte Lauf wurde abgeschlossen. Fehlschläge in Folge davor: {{failures}}.',
    },
    runCompleted: {
      title: '{{work}}: abgeschlossen',
      why: 'Gelesen: {{fetched}}. Neu: {{created}}. Geändert: {{updated}}.',
    },
    runFailed: { title: '{{work}}: fehlgeschlagen' },
    runPartial: { title: '{{work}}: Nicht alles konnte gelesen oder gespeichert werden' },
    runSlow: {
      next: 'Nichts ging verloren. Wenn es langsam bleibt, sehen Sie sich den Lauf und den Anbieter an.',
      title: '{{work}}: langsamer als üblich',
      why: 'Es dauerte {{duration}}; üblich sind {{usual}}.',
    },
    scheduleConflict: {
      next: 'Wählen Sie andere Zeiten, oder sehen Sie sich die Meldung zum Zeitplan an.',
      title: 'Zeitplan {{schedule}}: Etwas spricht dagegen',
    },
    scheduleCreated: { title: 'Zeitplan {{schedule}}: angelegt' },
    scheduleDeleted: { title: 'Zeitplan {{schedule}}: gelöscht' },
    scheduleFired: {
      next: 'Eingereihte Läufe: {{count}}.',
      title: 'Zeitplan {{schedule}}: ausgelöst',
      why: 'Er war um {{at}} fällig.',
    },
    schedulePaused: { title: 'Zeitplan {{schedule}}: ausgeschaltet' },
    schedulerStopped: { title: 'Kein Prozess löst die Zeitpläne aus' },
    scheduleSkipped: {
      busy: 'Die Verbindung war noch beschäftigt.',
      missed: 'Kein Prozess war da, als er fällig war, und er wird nicht nachgeholt.',
      title: 'Zeitplan {{schedule}}: Eine Zeit wurde übersprungen',
    },
    scheduleUpdated: { title: 'Zeitplan {{schedule}}: geändert' },
  },
  message: {
    by: 'Von {{who}}.',
    channel: 'Gesendet über den Kanal „{{channel}}“ des Abgleichs.',
    firesNext: 'Als Nächstes wird er um {{at}} ausgelöst.',
    firesNoMore: 'Er wird nicht mehr ausgelöst.',
    more: 'und {{count}} weitere',
    next: 'Wie es weitergeht',
    nothing: 'Es ist nichts zu tun.',
    open: 'Öffnen',
    test: 'Dies ist ein Test',
    testWhy: 'Jemand hat im Adminbereich den Knopf dafür gedrückt.',
    times: '{{count}}-mal',
    why: 'Warum',
  },
}
