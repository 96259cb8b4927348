import { NAMESPACE } from '../../sdk/content/createLabels.js'
import { createNames, type Names } from '../../sdk/names/Names.js'
import { toTranslate } from './toTranslate.js'

/** What one provider, its quotas and its resources are called in one language. */
export type ProviderNames = {
  label: string
  quotas: Record<string, string>
  resources: Record<string, string>
}

/** As much of Payload's own as is needed, on the server and in the browser alike. */
type I18n = { t: Parameters<typeof toTranslate>[0]; translations: object }

/**
 * What people call providers, resources and work, in the language of whoever reads. Looked up where
 * the texts are, and not by `t`: what the project does not have any more is no missing text.
 */
export const toNames = ({ t: translate, translations }: I18n): Names => {
  const t = toTranslate(translate)
  const { [NAMESPACE]: own } = translations as Record<
    string,
    { names?: Record<string, ProviderNames | undefined> } | undefined
  >
  const find = (provider: string): ProviderNames | undefined => own?.names?.[provider]
  return createNames({
    ofMode: (mode) => t(`options:mode:${mode}`),
    ofProvider: (name) => find(name)?.label,
    ofQuota: ({ name, provider }) => find(provider)?.quotas[name],
    ofResource: ({ provider, resource }) => find(provider)?.resources[resource],
  })
}
