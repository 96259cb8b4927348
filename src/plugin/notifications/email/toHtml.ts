import type { NotificationText } from '../../options/notifications/NotificationOptions.js'
import type { Translate } from '../../translations/index.js'

type ToMailArgs = {
  channel: string
  language: string
  t: Translate
  texts: readonly NotificationText[]
}

const ENTITIES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
}

/** Text that stays text, wherever it stands in HTML. */
const escape = (text: string): string => text.replace(/["&'<>]/g, (sign) => ENTITIES[sign]!)

const toLines = (text: string): string => escape(text).replaceAll('\n', '<br>')

/** Colours that can be read on white and on black alike are few: the mail says both. */
const STYLE = `
  :root { color-scheme: light dark }
  body { margin: 0; padding: 24px; background: #ffffff; color: #1a1a1a;
    font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif }
  main { max-width: 600px; margin: 0 auto }
  article { margin: 0 0 24px; padding: 16px 20px; border: 1px solid #d0d0d0; border-radius: 6px }
  h1 { margin: 0 0 12px; font-size: 18px; line-height: 1.35 }
  h2 { margin: 12px 0 2px; color: #555555; font-size: 13px; font-weight: 600 }
  p { margin: 0; overflow-wrap: anywhere }
  a { display: inline-block; margin: 16px 0 0; padding: 8px 16px; border-radius: 4px;
    background: #1a1a1a; color: #ffffff; text-decoration: none }
  footer { color: #666666; font-size: 13px }
  @media (prefers-color-scheme: dark) {
    body { background: #141414; color: #ececec }
    article { border-color: #444444 }
    h2, footer { color: #a8a8a8 }
    a { background: #ececec; color: #141414 }
  }`

/** A message as an e-mail shows it. */
export const toHtml = ({ channel, language, t, texts }: ToMailArgs): string =>
  [
    `<!doctype html><html lang="${escape(language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escape(texts[0]?.title ?? '')}</title><style>${STYLE}</style></head><body><main>`,
    ...texts.map(({ next, title, url, why }) =>
      [
        `<article><h1>${escape(title)}</h1>`,
        ...(why
          ? [`<h2>${escape(t('notifications:message:why'))}</h2><p>${toLines(why)}</p>`]
          : []),
        `<h2>${escape(t('notifications:message:next'))}</h2><p>${toLines(next)}</p>`,
        ...(/^https?:/.test(url)
          ? [`<a href="${escape(url)}">${escape(t('notifications:message:open'))}</a>`]
          : []),
        '</article>',
      ].join(''),
    ),
    `<footer>${escape(t('notifications:message:channel', { channel }))}</footer>`,
    '</main></body></html>',
  ].join('')

/** The same for whoever reads no HTML. */
export const toPlainText = ({ channel, t, texts }: Omit<ToMailArgs, 'language'>): string =>
  [
    ...texts.map(({ next, title, url, why }) =>
      [
        title,
        ...(why ? [`${t('notifications:message:why')}: ${why}`] : []),
        `${t('notifications:message:next')}: ${next}`,
        ...(/^https?:/.test(url) ? [url] : []),
      ].join('\n'),
    ),
    t('notifications:message:channel', { channel }),
  ].join('\n\n')
