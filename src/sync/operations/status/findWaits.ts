import type { Run } from '../../run/Run.js'
import type { ResourceStatus } from './SyncStatus.js'

type Told = Pick<ResourceStatus, 'lastRun' | 'lastSuccessAt' | 'name' | 'references'>

/**
 * Which resources wait for which: one that failed because another one, from which it reads or to
 * which it points, had failed before it. It is no failure of its own then, and is mended with that
 * one. It failed for the same reason, or had nothing to go by, because it never succeeded. What it
 * waits for waits for nothing itself.
 *
 * @param resources of one provider, in dependency order
 */
export const findWaits = (resources: readonly Told[]): ReadonlyMap<string, string> => {
  const waits = new Map<string, string>()
  const byName = new Map(resources.map((resource) => [resource.name, resource]))
  for (const resource of resources) {
    const first = resource.references
      .map((name) => byName.get(name))
      .find((other) => other && isHeldUp({ by: other, resource }))
    if (first) {
      waits.set(resource.name, waits.get(first.name) ?? first.name)
    }
  }
  return waits
}

const isFailed = (run: null | Run): run is Run => run?.status === 'failed'

type IsHeldUpArgs = { by: Told; resource: Told }

const isHeldUp = ({ by, resource: { lastRun, lastSuccessAt } }: IsHeldUpArgs): boolean =>
  isFailed(by.lastRun) &&
  isFailed(lastRun) &&
  lastRun.connection === by.lastRun.connection &&
  (lastRun.error?.message === by.lastRun.error?.message ||
    (lastSuccessAt === null && by.lastSuccessAt === null))

/** The resources of one provider, each with what it waits for. */
export const withWaits = <TResource extends Told>(
  resources: readonly TResource[],
): ({ waitsFor: null | string } & Omit<TResource, 'waitsFor'>)[] => {
  const waits = findWaits(resources)
  return resources.map((resource) => ({
    ...resource,
    waitsFor: waits.get(resource.name) ?? null,
  }))
}
