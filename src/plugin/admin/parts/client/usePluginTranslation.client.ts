'use client'

import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'

import type { Names } from '../../../../sdk/names/Names.js'
import type { Translate } from '../../../translations/index.js'

import { toNames } from '../../../translations/toNames.js'
import { toTranslate } from '../../../translations/toTranslate.js'

type PluginTranslation = { language: string; names: Names; t: Translate }

/** The plugin's texts in the language of the admin. */
export const usePluginTranslation = (): PluginTranslation => {
  const { i18n, t } = useTranslation()

  return useMemo(
    () => ({ language: i18n.language, names: toNames(i18n), t: toTranslate(t) }),
    [i18n, t],
  )
}
