import type { SyncMode } from '../SyncMode.js'

import { toWords } from './toWords.js'

/** What a run reads; `decide` of one in which a person decided. */
type NamedMode = 'decide' | SyncMode

/** Some work: of all resources that can where none is named. */
export type NamedWork = {
  mode?: NamedMode
  /** Its name. */
  provider: string
  /** Its name. */
  resource?: null | string
}

/** What people call things, by what the code calls them. */
export type Names = {
  provider: (name: string) => string
  /** What a budget of requests is called at the provider, by its name there or here. */
  quota: (args: { name: string; provider: string }) => string
  resource: (args: { provider: string; resource: string }) => string
  /** `Library · Books · Full`. */
  work: (work: NamedWork) => string
}

type CreateNamesArgs = {
  ofMode: (mode: NamedMode) => string
  ofProvider: (name: string) => string | undefined
  ofQuota: (args: { name: string; provider: string }) => string | undefined
  ofResource: (args: { provider: string; resource: string }) => string | undefined
}

/** Names from where they are known. What the project does not have any more is put into words. */
export const createNames = ({
  ofMode,
  ofProvider,
  ofQuota,
  ofResource,
}: CreateNamesArgs): Names => {
  const provider: Names['provider'] = (name) => ofProvider(name) ?? toWords(name)
  const resource: Names['resource'] = (args) => ofResource(args) ?? toWords(args.resource)
  return {
    provider,
    quota: (args) => ofQuota(args) ?? args.name,
    resource,
    work: ({ mode, provider: name, resource: of }) =>
      [
        provider(name),
        ...(of ? [resource({ provider: name, resource: of })] : []),
        ...(mode ? [ofMode(mode)] : []),
      ].join(' · '),
  }
}

type NameWrittenArgs = { names: Names; text: string }

/** Work as people call it that stands in a message as `library / books / full`, or `*` for all. */
export const nameWritten = ({ names, text }: NameWrittenArgs): string => {
  const [provider = '', resource, mode] = text.split(' / ')
  return names.work({
    mode: mode as NamedMode | undefined,
    provider,
    resource: resource === '*' ? null : resource,
  })
}
