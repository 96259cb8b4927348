/** What people are told of, in English; the other languages are held to its shape. */
export const notificationsEn = {
  bell: {
    count: 'Notifications: {{count}} unread',
    none: 'There is nothing to tell.',
    noneHint: 'When a sync fails, stops or needs a decision, it says so here.',
    readAll: 'Mark all as read',
    showAll: 'Show all',
    title: 'Notifications',
    unread: 'Unread',
    unreadable: 'The notifications cannot be read at the moment.',
  },
  channels: {
    refused: '“{{channel}}” did not take the test. {{reason}}',
    sending: 'Sending…',
    taken: '“{{channel}}” took the test.',
    test: 'Send a test to “{{channel}}”',
    title: 'Channels',
  },
  events: {
    conflictOpened: {
      next: 'Until you decide, the rule of the field says which value stays.',
      title: '{{work}}: changed by editors and by the provider ({{count}})',
      why: 'The same fields were changed here and at the provider.',
    },
    connectionDeactivated: { title: '{{connection}} is deactivated' },
    dataStale: { title: '{{provider}}: the data is out of date' },
    errorsHigh: {
      next: 'The other records were stored. The run says what is wrong with these.',
      title: '{{work}}: {{share}} % of the records could not be stored',
      why: 'Of {{fetched}} records {{invalid}} were refused.',
    },
    failuresRepeated: { title: '{{work}}: failures in a row: {{failures}}' },
    healthChanged: { over: 'No longer so: {{message}}', title: 'Sync health: {{level}}' },
    issueOpened: {
      next: 'All other records were stored. Each issue says what is wrong with its record.',
      title: '{{work}}: records that someone should look at ({{count}})',
    },
    quotaLow: { title: '{{provider}}: the quota is running out' },
    recovered: {
      title: '{{work}}: works again',
      why: 'The last run completed. Failures in a row before it: {{failures}}.',
    },
    runCompleted: {
      title: '{{work}}: completed',
      why: 'Read: {{fetched}}. New: {{created}}. Changed: {{updated}}.',
    },
    runFailed: { title: '{{work}}: failed' },
    runPartial: { title: '{{work}}: not everything could be read or stored' },
    runSlow: {
      next: 'Nothing was lost. If it stays slow, look at the run and at the provider.',
      title: '{{work}}: slower than usual',
      why: 'It took {{duration}}; usual is {{usual}}.',
    },
    scheduleConflict: {
      next: 'Choose other times, or look at the issue of the schedule.',
      title: 'Schedule {{schedule}}: something speaks against it',
    },
    scheduleCreated: { title: 'Schedule {{schedule}}: created' },
    scheduleDeleted: { title: 'Schedule {{schedule}}: deleted' },
    scheduleFired: {
      next: 'Queued runs: {{count}}.',
      title: 'Schedule {{schedule}}: fired',
      why: 'It was due at {{at}}.',
    },
    schedulePaused: { title: 'Schedule {{schedule}}: switched off' },
    schedulerStopped: { title: 'No process fires the schedules' },
    scheduleSkipped: {
      busy: 'The connection was still at work.',
      missed: 'No process was there when it was due, and it does not catch up.',
      title: 'Schedule {{schedule}}: a time was skipped',
    },
    scheduleUpdated: { title: 'Schedule {{schedule}}: changed' },
  },
  message: {
    by: 'By {{who}}.',
    channel: 'Sent by the channel “{{channel}}” of the sync.',
    firesNext: 'It fires next at {{at}}.',
    firesNoMore: 'It does not fire any more.',
    more: 'and {{count}} more',
    next: 'What happens next',
    nothing: 'Nothing has to be done.',
    open: 'Open',
    test: 'This is a test',
    testWhy: 'Somebody pressed the button for it in the admin panel.',
    times: '{{count}} times',
    why: 'Why',
  },
}

export type NotificationTexts = typeof notificationsEn
