const toNumber = (name: string, fallback: number): number => {
  const value = Number(process.env[name] ?? fallback)
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`${name} must be a whole number from 1 on (was ${process.env[name]}).`)
  }
  return value
}

/** How many random moments are tried. `npm run test:chaos -- --count 50` tries more of them. */
export const KILLS = toNumber('CHAOS_COUNT', 4)

/** How many minutes a clock is told, one after the other. */
export const MINUTES = toNumber('CHAOS_MINUTES', 60)

/** How many runs are queued at once. */
export const QUEUED_RUNS = toNumber('CHAOS_RUNS', 60)

/** Decides all that is random. Printed, so that the same moments can be tried again. */
export const SEED = toNumber('CHAOS_SEED', Math.ceil(Math.random() * 2 ** 31))

/** How often the database is stopped in the middle of a run. */
export const RESTARTS = Math.max(1, Math.round(KILLS / 5))
