import { ROOMS } from './ROOMS.js'

/** Whether one room is another or lies inside it. */
export const isWithin = (room, outer) => room === outer || room.startsWith(`${outer}/`)

/** The room of a path below src (`sync/store/runs/Run.ts` → `sync/store`), or `null`. */
export const findRoom = (pathInSource) => {
  const steps = pathInSource.split('/')

  return (
    steps
      .map((_, index) => steps.slice(0, steps.length - index).join('/'))
      .find((name) => Object.hasOwn(ROOMS, name)) ?? null
  )
}
