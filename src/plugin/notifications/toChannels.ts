import type { Notice, NoticeName } from '../../sync/run/notices/Notice.js'
import type { Channel, Channels, NoticeSettings } from '../../sync/store/notices/Channel.js'
import type { Slugs } from '../options/collectionKeys.js'
import type {
  ChannelOptions,
  ChannelRules,
  NotificationOptions,
} from '../options/notifications/NotificationOptions.js'

import { ADMIN_CHANNEL, NOTICE_NAMES, SEVERITIES } from '../../sync/run/notices/Notice.js'
import { sendEmail } from './email/sendEmail.js'
import { getTexts } from './message/getTexts.js'
import { sendWebhook } from './webhook/sendWebhook.js'
import { withoutRepetition } from './withoutRepetition.js'

/** What nobody has to look at, unless somebody asks for it. */
const UNASKED: readonly NoticeName[] = [
  'run:completed',
  'schedule:created',
  'schedule:deleted',
  'schedule:fired',
  'schedule:paused',
  'schedule:skipped',
  'schedule:updated',
]

const DEFAULT_FAILURES = 3
const DEFAULT_GATHER_MS = 900_000

type ToNoticeSettingsArgs = {
  options: NotificationOptions | undefined
  slugs: Slugs
}

/** The options for notifications as those who tell need them. */
export const toNoticeSettings = (args: ToNoticeSettingsArgs): NoticeSettings => {
  const { admin = {}, channels = {}, errorShare, failures, slowFactor } = args.options ?? {}
  const all: ChannelRules[] = [...(admin === false ? [] : [admin]), ...Object.values(channels)]
  return {
    channels: toChannels(args),
    errorShare: errorShare ?? 0.1,
    failures: new Set(all.map((rules) => rules.failures ?? failures ?? DEFAULT_FAILURES)),
    slowFactor: slowFactor ?? 2,
  }
}

const toChannels = ({ options = {}, slugs }: ToNoticeSettingsArgs): Channels => {
  const { admin = {}, channels = {}, failures: common = DEFAULT_FAILURES, url: base } = options
  const toRules = (rules: ChannelRules) => toCommon({ common, rules })
  const sending = Object.entries(channels).map(([name, channel]): Channel => ({
    ...toRules(channel),
    name,
    type: channel.type,
    isTogether: channel.type === 'email',
    quietHours: channel.quietHours && { timezone: 'UTC', ...channel.quietHours },
    send: toSend({ name, base, channel, slugs }),
  }))
  const bell: Channel[] =
    admin === false
      ? []
      : [
          {
            ...toRules(admin),
            name: ADMIN_CHANNEL,
            type: 'admin',
            isTogether: true,
            quietHours: undefined,
            send: undefined,
          },
        ]
  return new Map([...bell, ...sending].map((channel) => [channel.name, channel]))
}

type ToCommonArgs = { common: number; rules: ChannelRules }

const toCommon = ({
  common,
  rules,
}: ToCommonArgs): Pick<Channel, 'gatherMs' | 'hears' | 'wants'> => {
  const { events, failures = common, filter, gatherMs = DEFAULT_GATHER_MS } = rules
  const { minSeverity = 'info', providers } = rules
  const hears: ReadonlySet<NoticeName> = new Set(
    events === 'all'
      ? NOTICE_NAMES
      : (events ?? NOTICE_NAMES.filter((name) => !UNASKED.includes(name))),
  )
  const isWanted = (notice: Notice): boolean =>
    hears.has(notice.name) &&
    SEVERITIES.indexOf(notice.severity) >= SEVERITIES.indexOf(minSeverity) &&
    (notice.name !== 'failures:repeated' || notice.values.failures === failures) &&
    (providers === undefined || notice.provider === null || providers.includes(notice.provider)) &&
    (filter === undefined || filter({ notification: notice }))
  return {
    gatherMs,
    hears,
    wants: (notice) => {
      const own = withoutRepetition({ hears, notice })
      return own && isWanted(own) ? own : null
    },
  }
}

type ToSendArgs = {
  base: string | undefined
  channel: ChannelOptions
  name: string
} & Pick<ToNoticeSettingsArgs, 'slugs'>

const toSend =
  ({ name, base, channel, slugs }: ToSendArgs): NonNullable<Channel['send']> =>
  async ({ message, payload, signal }) => {
    if (channel.type === 'email') {
      return await sendEmail({ base, channel: name, message, options: channel, payload, slugs })
    }
    const { language } = channel
    const { notices } = message
    const { texts } = getTexts({ base, language, notices, payload, slugs })
    if (channel.type === 'webhook') {
      const now = new Date()
      return await sendWebhook({ message, now, options: channel, signal, texts })
    }
    await channel.send({ id: message.id, notifications: notices, payload, signal, texts })
    return { body: null, status: null }
  }
