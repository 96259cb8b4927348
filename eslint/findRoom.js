import { ROOMS } from './ROOMS.js'

/** The room of a path below src (`sync/store/runs/createRun.ts` → `sync/store`), or `null`. */
export const findRoom = (pathInSource) => {
  const [first, second] = pathInSource.split('/')

  return [`${first}/${second}`, first].find((name) => Object.hasOwn(ROOMS, name)) ?? null
}
