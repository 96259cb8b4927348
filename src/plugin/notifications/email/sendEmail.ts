import type { Answer, Channel } from '../../../sync/store/notices/Channel.js'
import type { Slugs } from '../../options/collectionKeys.js'
import type {
  EmailChannelOptions,
  EmailReceiver,
} from '../../options/notifications/NotificationOptions.js'

import { DeliveryError } from '../../../shared/errors/index.js'
import { groupBy } from '../../../shared/groupBy.js'
import { visibleText } from '../../../shared/plainWords.js'
import { getTexts } from '../message/getTexts.js'
import { toHtml, toPlainText } from './toHtml.js'

type SendEmailArgs = {
  base: string | undefined
  /** Its name. */
  channel: string
  options: EmailChannelOptions
  slugs: Slugs
} & Omit<Parameters<NonNullable<Channel['send']>>[0], 'signal'>

/** What a mail server answers that will never take this message. */
const isRefused = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500

/**
 * Sends a message by the e-mail adapter of the project: one mail for each language, so that nobody
 * reads what is for others.
 *
 * @throws DeliveryError when the mail server does not take it
 */
export const sendEmail = async ({
  base,
  channel,
  message: { id, notices },
  options: { from, language: common, to },
  payload,
  slugs,
}: SendEmailArgs): Promise<Answer> => {
  const receivers = (Array.isArray(to) ? to : [to]) as readonly EmailReceiver[]
  const languages = groupBy({
    items: receivers,
    keyOf: (receiver) => (typeof receiver === 'string' ? common : (receiver.language ?? common)),
  })
  for (const [wanted, group] of languages) {
    const { language, t, texts } = getTexts({
      base,
      language: wanted,
      notices,
      payload,
      slugs,
    })
    const [first] = texts
    const more = texts.length - 1
    const subject =
      more > 0
        ? `${first!.title} (${t('notifications:message:more', { count: more })})`
        : first!.title
    try {
      await payload.sendEmail({
        ...(from !== undefined && { from }),
        headers: { 'Auto-Submitted': 'auto-generated' },
        html: toHtml({ channel, language, t, texts }),
        // The same each time it is sent, so that a mailbox may know it.
        messageId: `<${id}.${languages.size > 1 ? language : 'all'}@payload-plugin-sync>`,
        // A line, whatever it is about.
        subject: visibleText(subject).replace(/\s+/g, ' ').slice(0, 200),
        text: toPlainText({ channel, t, texts }),
        to: group.map((receiver) => (typeof receiver === 'string' ? receiver : receiver.address)),
      })
    } catch (error) {
      throw new DeliveryError({
        isRefused: isRefused(error),
        message: error instanceof Error ? error.message : String(error),
      })
    }
  }
  return { body: null, status: null }
}
