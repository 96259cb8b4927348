import type { NotificationTexts } from './en.js'

export const notificationsRu: NotificationTexts = {
  bell: {
    count: 'Уведомления, непрочитанных: {{count}}',
    none: 'Сообщать не о чем.',
    noneHint:
      'Если синхронизация не удалась, остановилась или ждёт решения, здесь это будет видно.',
    readAll: 'Отметить всё как прочитанное',
    showAll: 'Показать все',
    title: 'Уведомления',
    unread: 'Не прочитано',
    unreadable: 'Сейчас уведомления прочитать нельзя.',
  },
  channels: {
    refused: '«{{channel}}» не принял проверку. {{reason}}',
    sending: 'Отправляется…',
    taken: '«{{channel}}» принял проверку.',
    test: 'Отправить проверку в «{{channel}}»',
    title: 'Каналы',
  },
  events: {
    conflictOpened: {
      next: 'Пока вы не решили, правило поля определяет, какое значение остаётся.',
      title: '{{work}}: изменено редакторами и поставщиком ({{count}})',
      why: 'Одни и те же поля изменены здесь и у поставщика.',
    },
    connectionDeactivated: { title: 'Подключение отключено: {{connection}}' },
    dataStale: { title: '{{provider}}: данные устарели' },
    errorsHigh: {
      next: 'Остальные записи сохранены. В запуске сказано, что не так с этими.',
      title: '{{work}}: не удалось сохранить {{share}} % записей',
      why: 'Записей всего: {{fetched}}, отклонено: {{invalid}}.',
    },
    failuresRepeated: { title: '{{work}}: неудач подряд: {{failures}}' },
    healthChanged: {
      over: 'Больше не так: {{message}}',
      title: 'Состояние синхронизации: {{level}}',
    },
    issueOpened: {
      next: 'Остальные записи сохранены. В каждой проблеме сказано, что не так с её записью.',
      title: '{{work}}: записи, на которые стоит взглянуть ({{count}})',
    },
    quotaLow: { title: '{{provider}}: квота заканчивается' },
    recovered: {
      title: '{{work}}: снова работает',
      why: 'Последний запуск завершён. Неудач подряд до него: {{failures}}.',
    },
    runCompleted: {
      title: '{{work}}: завершено',
      why: 'Прочитано: {{fetched}}. Новых: {{created}}. Изменено: {{updated}}.',
    },
    runFailed: { title: '{{work}}: не удалось' },
    runPartial: { title: '{{work}}: прочитано или сохранено не всё' },
    runSlow: {
      next: 'Ничего не потеряно. Если так и останется, посмотрите на запуск и на поставщика.',
      title: '{{work}}: медленнее обычного',
      why: 'Заняло {{duration}}; обычно {{usual}}.',
    },
    scheduleConflict: {
      next: 'Выберите другое время или посмотрите проблему этого расписания.',
      title: 'Расписание {{schedule}}: что-то говорит против него',
    },
    scheduleCreated: { title: 'Расписание {{schedule}}: создано' },
    scheduleDeleted: { title: 'Расписание {{schedule}}: удалено' },
    scheduleFired: {
      next: 'Запусков в очереди: {{count}}.',
      title: 'Расписание {{schedule}}: сработало',
      why: 'Срок был {{at}}.',
    },
    schedulePaused: { title: 'Расписание {{schedule}}: выключено' },
    schedulerStopped: { title: 'Ни один процесс не запускает расписания' },
    scheduleSkipped: {
      busy: 'Подключение ещё было занято.',
      missed: 'В срок не было ни одного процесса, а наверстывать расписание не велит.',
      title: 'Расписание {{schedule}}: время пропущено',
    },
    scheduleUpdated: { title: 'Расписание {{schedule}}: изменено' },
  },
  message: {
    by: 'Кто: {{who}}.',
    channel: 'Отправлено каналом «{{channel}}» синхронизации.',
    firesNext: 'Следующее время: {{at}}.',
    firesNoMore: 'Больше оно не срабатывает.',
    more: 'и ещё {{count}}',
    next: 'Что дальше',
    nothing: 'Ничего делать не нужно.',
    open: 'Открыть',
    test: 'Это проверка',
    testWhy: 'Кто-то нажал для неё кнопку в панели.',
    times: 'раз: {{count}}',
    why: 'Почему',
  },
}
