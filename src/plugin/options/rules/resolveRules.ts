import type { Provider, Resource } from '../../../sdk/index.js'
import type { ResourceRules } from '../../../sync/engine/rules/ResourceRules.js'
import type { SyncPluginOptions } from '../SyncPluginOptions.js'

import { DEFAULT_RULES } from '../../../sync/engine/rules/ResourceRules.js'

type GivenRules = Pick<
  SyncPluginOptions,
  'absence' | 'onLocalDelete' | 'policy' | 'providers' | 'resources'
>

/**
 * The rules of every resource, by `provider.resource`. The project's word comes first, then that of
 * the resource, then that of the kit or the plugin.
 */
export const resolveRules = ({
  absence,
  onLocalDelete,
  policy,
  providers,
  resources = {},
}: GivenRules): Map<string, ResourceRules> => {
  const toRules = (provider: Provider, name: string, resource: Resource): ResourceRules => {
    const given = resources[`${provider.name}.${name}`]
    const kit = provider.content?.collections.get(resource.collection)
    return {
      fieldPolicies: { ...resource.fieldPolicies, ...given?.fieldPolicies },
      mergeTogether: given?.mergeTogether ?? resource.mergeTogether ?? kit?.mergeTogether ?? [],
      onLocalDelete:
        given?.onLocalDelete ??
        resource.onLocalDelete ??
        onLocalDelete ??
        DEFAULT_RULES.onLocalDelete,
      onMissing:
        given?.onMissing ?? resource.onMissing ?? absence?.onMissing ?? DEFAULT_RULES.onMissing,
      policy: given?.policy ?? resource.policy ?? policy ?? DEFAULT_RULES.policy,
      writes: given?.writes ?? resource.writes ?? DEFAULT_RULES.writes,
    }
  }
  return new Map(
    providers.flatMap((provider) =>
      [...provider.resources].map(([name, resource]): [string, ResourceRules] => [
        `${provider.name}.${name}`,
        toRules(provider, name, resource),
      ]),
    ),
  )
}
