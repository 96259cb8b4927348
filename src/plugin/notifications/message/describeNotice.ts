import type { SyncMode } from '../../../sdk/index.js'
import type { Names } from '../../../sdk/names/Names.js'
import type { Notice, NoticeName, NoticeReason } from '../../../sync/run/notices/Notice.js'
import type { Translate, TranslationKey } from '../../translations/index.js'

import { DEFAULT_CONNECTION } from '../../../sdk/connections/Connection.js'
import { formatDuration } from '../../admin/parts/format/formatDuration.js'
import { toAdvice } from '../../admin/parts/toAdvice.js'
import { describeReason } from '../../translations/index.js'

type DescribeNoticeArgs = {
  /** For moments: `de`. */
  language: string
  /** What people call things in that language. */
  names: Names
  notice: Notice
  t: Translate
}

/** What happened, why, and what happens next, in one language. */
export type NoticeWords = { next: string; title: string; why: string }

/** Notices that are about a reason of health, and told in its words. */
const OF_HEALTH: readonly NoticeName[] = [
  'data:stale',
  'health:changed',
  'quota:low',
  'scheduler:stopped',
]

const ABOUT_SCHEDULES: readonly NoticeName[] = [
  'schedule:conflict',
  'schedule:created',
  'schedule:deleted',
  'schedule:fired',
  'schedule:paused',
  'schedule:skipped',
  'schedule:updated',
]

/** `run:failed` has its words under `runFailed`. */
const toKey = (name: NoticeName): string =>
  name.replace(/:(\w)/, (_match, letter: string) => letter.toUpperCase())

/** In words what happened. What came from outside is in it as it was sent: text, and nothing else. */
export const describeNotice = ({ language, names, notice, t }: DescribeNoticeArgs): NoticeWords => {
  const { name, count, values } = notice
  if (values.isTest) {
    return {
      next: t('notifications:message:nothing'),
      title: t('notifications:message:test'),
      why: t('notifications:message:testWhy'),
    }
  }
  const filled = {
    ...values,
    at: toMoment({ language, moment: values.at }),
    count,
    duration: formatDuration({ ms: Number(values.duration ?? 0), t }),
    level: values.level ? t(`health:levels:${values.level}` as TranslationKey) : '',
    schedule: toWork({ names, notice, withMode: true }),
    usual: formatDuration({ ms: Number(values.usual ?? 0), t }),
    work: toWork({ names, notice, withMode: false }),
  }
  const say = (part: string): string =>
    t(`notifications:events:${toKey(name)}:${part}` as TranslationKey, filled)
  const title = say('title')
  if (OF_HEALTH.includes(name)) {
    return { ...describeReasons({ names, notice, t }), title }
  }
  if (ABOUT_SCHEDULES.includes(name)) {
    return { ...describeSchedule({ filled, notice, say, t }), title }
  }
  return { ...describeRest({ notice, say, t }), title: withCount({ notice, t, title }) }
}

type PartArgs = { notice: Notice; say: (part: string) => string; t: Translate }

const describeRest = ({
  notice: { name, values },
  say,
  t,
}: PartArgs): Omit<NoticeWords, 'title'> => {
  const reason = String(values.reason ?? '')
  switch (name) {
    case 'connection:deactivated':
      return { next: t('health:CONNECTION_DEACTIVATED:advice'), why: reason }
    case 'failures:repeated':
    case 'run:failed':
    case 'run:partial':
      return { next: toAdvice({ code: String(values.code ?? ''), t }), why: reason }
    case 'issue:opened':
      return { next: say('next'), why: listKinds({ t, values }) }
    case 'recovered':
    case 'run:completed':
      return { next: t('notifications:message:nothing'), why: say('why') }
    default:
      return { next: say('next'), why: say('why') }
  }
}

const listKinds = ({ t, values }: { t: Translate; values: Notice['values'] }): string =>
  Object.entries(values)
    .filter(([name]) => name.startsWith('kind.'))
    .map(
      ([name, count]) => `${t(`options:issueKind:${name.slice(5)}` as TranslationKey)}: ${count}.`,
    )
    .join(' ')

/** Several failures that are told as one say how many they are. */
const withCount = ({
  notice: { name, count },
  t,
  title,
}: { title: string } & Omit<PartArgs, 'say'>) =>
  count > 1 && name.startsWith('run:')
    ? `${title} (${t('notifications:message:times', { count })})`
    : title

/** The work it is about, as people read it. */
const toWork = ({
  names,
  notice: { connection, provider, resource, values },
  withMode,
}: { withMode: boolean } & Pick<DescribeNoticeArgs, 'names' | 'notice'>): string =>
  [
    ...(provider === null
      ? []
      : [
          names.work({
            provider,
            resource,
            ...(withMode && values.mode && { mode: values.mode as SyncMode }),
          }),
        ]),
    ...(connection !== null && connection !== DEFAULT_CONNECTION ? [values.connection] : []),
  ]
    .filter(Boolean)
    .join(' · ')

type DescribeReasonsArgs = Pick<DescribeNoticeArgs, 'names' | 'notice' | 't'>

const describeReasons = ({ names, notice, t }: DescribeReasonsArgs): Omit<NoticeWords, 'title'> => {
  const { provider } = notice
  const { began = [], ended = [] } = notice.reasons ?? {}
  const worse = began.map((reason) => toReasonWords({ names, provider, reason, t }))
  const better = ended.map((reason) =>
    t('notifications:events:healthChanged:over', {
      message: toReasonWords({ names, provider, reason, t }).message,
    }),
  )
  return {
    next:
      [...new Set(worse.map(({ advice }) => advice))].join(' ') ||
      t('notifications:message:nothing'),
    why: [...worse.map(({ message }) => message), ...better].join('\n'),
  }
}

type ToReasonWordsArgs = {
  provider: null | string
  reason: NoticeReason
} & Pick<DescribeNoticeArgs, 'names' | 't'>

const toReasonWords = ({ names, provider, reason, t }: ToReasonWordsArgs) =>
  describeReason({
    names,
    reason: { ...reason, provider } as Parameters<typeof describeReason>[0]['reason'],
    t,
  })

type DescribeScheduleArgs = { filled: Readonly<Record<string, number | string>> } & PartArgs

const describeSchedule = ({
  filled,
  notice: { name, values },
  say,
  t,
}: DescribeScheduleArgs): Omit<NoticeWords, 'title'> => {
  const firesNext = values.at
    ? t('notifications:message:firesNext', filled)
    : t('notifications:message:firesNoMore')
  const by = values.who ? t('notifications:message:by', filled) : ''
  switch (name) {
    case 'schedule:conflict':
      return { next: say('next'), why: String(values.reason ?? '') }
    case 'schedule:deleted':
    case 'schedule:paused':
      return { next: t('notifications:message:firesNoMore'), why: by }
    case 'schedule:fired':
      return { next: say('next'), why: say('why') }
    case 'schedule:skipped':
      return {
        next: firesNext,
        why: values.skip ? say(String(values.skip)) : String(values.reason ?? ''),
      }
    default:
      return { next: firesNext, why: by }
  }
}

type ToMomentArgs = { language: string; moment: number | string | undefined }

/** A moment in UTC, which says so: nobody knows where the reader is. */
const toMoment = ({ language, moment }: ToMomentArgs): string => {
  const at = new Date(moment ?? '')
  return Number.isNaN(at.getTime())
    ? ''
    : new Intl.DateTimeFormat(language, {
        dateStyle: 'medium',
        timeStyle: 'long',
        timeZone: 'UTC',
      }).format(at)
}
