import type { JsonObject } from '../../shared/json.js'
import type { ListScopes, Resource } from '../Resource.js'
import type { SyncMode } from '../SyncMode.js'
import type { ChoiceValue } from './Discovery.js'

type FollowChoiceArgs<TSettings extends object, TOption extends keyof TSettings & string> = {
  /** Makes the resource for some settings. It is asked anew for each choice, so it only makes. */
  create: (settings: TSettings) => Resource
  /** The option that people may choose the values of, as `discover` names it too. */
  option: TOption
  settings: TSettings
}

/**
 * A resource that reads what people chose in the admin panel, where the config leaves the option
 * open. What was chosen is kept with each part of a run (as `chosen` among its `params`), so that a
 * run that has begun goes on with the choice it began with.
 */
export const followChoice = <TSettings extends object, TOption extends keyof TSettings & string>({
  create,
  option,
  settings,
}: FollowChoiceArgs<TSettings, TOption>): Resource => {
  const open = create(settings)
  if (settings[option] !== undefined) {
    return open
  }
  // What was saved was in the list that the provider gave, so it is of the option's type.
  const createFor = (values: readonly ChoiceValue[] | undefined): Resource =>
    values ? create({ ...settings, [option]: values } as TSettings) : open
  const follow =
    (mode: SyncMode): ListScopes<JsonObject, unknown> =>
    async (context) => {
      const values = await context.chosen(option)
      const scopes = (await createFor(values).scopes[mode]?.(context)) ?? []
      return values
        ? scopes.map((scope) => ({ ...scope, params: { ...scope.params, chosen: [...values] } }))
        : scopes
    }
  return {
    ...open,
    fetchPage: (args) => createFor(readChosen(args.scope)).fetchPage(args),
    scopes: {
      full: follow('full'),
      ...(open.scopes.incremental && { incremental: follow('incremental') }),
      ...(open.scopes.live && { live: follow('live') }),
    },
  }
}

const readChosen = ({ chosen }: JsonObject): readonly ChoiceValue[] | undefined =>
  Array.isArray(chosen) ? (chosen as ChoiceValue[]) : undefined
