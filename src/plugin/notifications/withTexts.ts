import type { CollectionAfterReadHook, CollectionConfig } from 'payload'

import type { Notice } from '../../sync/run/notices/Notice.js'

import { label, toNames, toTranslate } from '../translations/index.js'
import { describeNotice } from './message/describeNotice.js'

/** What was told, in the language of whoever reads it. */
const describe: CollectionAfterReadHook = ({ doc, req: { i18n, t } }) => {
  const notices = (doc as { notices?: Notice[] | null }).notices
  if (!Array.isArray(notices) || notices.length === 0) {
    return doc as unknown
  }
  const texts = notices.map((notice) =>
    describeNotice({ language: i18n.language, names: toNames(i18n), notice, t: toTranslate(t) }),
  )
  return {
    ...doc,
    next: texts.map(({ next }) => next).join('\n'),
    title: texts[0]!.title,
    why: texts
      .map(({ title, why }, index) => (index === 0 ? why : `${title}. ${why}`))
      .filter(Boolean)
      .join('\n'),
  } as unknown
}

/** Notifications with their words, which are made when they are read. */
export const withTexts = ({ collection }: { collection: CollectionConfig }): CollectionConfig => ({
  ...collection,
  fields: [
    ...collection.fields,
    {
      name: 'why',
      type: 'textarea',
      admin: { disableListColumn: true, disableListFilter: true },
      label: label('notifications:message:why'),
      virtual: true,
    },
    {
      name: 'next',
      type: 'textarea',
      admin: { disableListColumn: true, disableListFilter: true },
      label: label('notifications:message:next'),
      virtual: true,
    },
  ],
  hooks: {
    ...collection.hooks,
    afterRead: [...(collection.hooks?.afterRead ?? []), describe],
  },
})
