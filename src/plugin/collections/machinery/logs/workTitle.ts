import type { FieldHook } from 'payload'

import type { Provider, SyncMode } from '../../../../sdk/index.js'

import { toEnglishNames } from '../../../../sdk/names/toEnglishNames.js'
import { toNames } from '../../../translations/index.js'

type Work = { mode?: SyncMode; provider?: string; resource?: null | string }

/** What a run or a schedule is stored as, to be found by: `Library · Books · Full`. */
export const storeWorkTitle = (providers: readonly Provider[]): FieldHook => {
  const names = toEnglishNames(new Map(providers.map((provider) => [provider.name, provider])))
  return ({ data, originalDoc, value }) => {
    const { mode, provider, resource } = { ...originalDoc, ...data } as Work
    return provider ? names.work({ mode, provider, resource }) : (value as unknown)
  }
}

/** The same in the language of whoever reads, where all that makes it was read. */
export const showWorkTitle: FieldHook = ({ data, req: { i18n }, value }) => {
  const { mode, provider, resource } = (data ?? {}) as Work
  return mode && provider ? toNames(i18n).work({ mode, provider, resource }) : (value as unknown)
}
