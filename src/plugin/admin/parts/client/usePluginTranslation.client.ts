'use client'

import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'

import type { Translate } from '../../../translations/index.js'

import { toTranslate } from '../../../translations/toTranslate.js'

type PluginTranslation = { language: string; t: Translate }

/** The plugin's texts in the language of the admin. */
export const usePluginTranslation = (): PluginTranslation => {
  const { i18n, t } = useTranslation()

  return useMemo(() => ({ language: i18n.language, t: toTranslate(t) }), [i18n.language, t])
}
