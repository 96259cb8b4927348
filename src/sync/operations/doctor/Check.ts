import type { Sync } from '../../engine/Sync.js'

/** A `problem` keeps syncs from working; a `warning` may. `skipped` could not be looked at. */
export const FINDING_LEVELS = ['ok', 'warning', 'problem', 'skipped'] as const

/** What a check found, in words for an operator. */
export type Finding = {
  /** What to do about it; `null` when there is nothing to do. */
  advice: null | string
  level: (typeof FINDING_LEVELS)[number]
  message: string
}

/** One thing that must be in order. Looks, and changes nothing. */
export type Check = {
  look: (sync: Sync) => Finding[] | Promise<Finding[]>
  name: string
  /** Names of checks before it without which looking makes no sense. */
  needs: readonly string[]
}

type AdviceArgs = { advice: string; message: string }

export const ok = (message: string): Finding => ({ advice: null, level: 'ok', message })

export const warning = (args: AdviceArgs): Finding => ({ ...args, level: 'warning' })

export const problem = (args: AdviceArgs): Finding => ({ ...args, level: 'problem' })

export const skipped = (message: string): Finding => ({ advice: null, level: 'skipped', message })
