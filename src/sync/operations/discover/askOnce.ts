import type { Payload } from 'payload'

import type { DiscoveredChoice } from '../../../sdk/index.js'
import type { ChoiceOf } from '../../store/choices/findChoice.js'

import { UnavailableError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { discoverChoices } from './discoverChoices.js'
import { findDiscovery } from './findDiscovery.js'

/** A person waits for it. */
const TIMEOUT_MS = 20_000
const ATTEMPTS = 1

/** So long an answer counts: whoever looks, chooses and saves asks the provider once. */
const COUNTS_MS = 5 * 60_000

type Kept = { askedAt: number; choices: Promise<DiscoveredChoice[]> }

const keptBy = new WeakMap<Payload, Map<string, Kept>>()

type AskOnceArgs = { payload: Payload } & ChoiceOf

/**
 * What a provider has to choose from, as it said within the last minutes. A failure is not kept.
 *
 * @throws RefusedError as `findDiscovery`
 * @throws SyncError when the provider fails or takes too long
 */
export const askOnce = async ({
  payload,
  provider,
  what,
}: AskOnceArgs): Promise<DiscoveredChoice[]> => {
  const sync = getSync(payload)
  const { label } = findDiscovery({ provider, sync, what }).provider
  const kept = keptBy.get(payload) ?? new Map<string, Kept>()
  keptBy.set(payload, kept)
  const key = `${provider}/${what}`
  const now = sync.clock.now().getTime()
  const last = kept.get(key)
  if (last && now - last.askedAt < COUNTS_MS) {
    return await last.choices
  }
  const choices = ask({ label, payload, provider, what })
  kept.set(key, { askedAt: now, choices })
  // Whoever asks next asks anew; whoever waits already is told.
  choices.catch(() => kept.delete(key))
  return await choices
}

const ask = async ({
  label,
  ...args
}: { label: string } & AskOnceArgs): Promise<DiscoveredChoice[]> => {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  try {
    return (await discoverChoices({ ...args, attempts: ATTEMPTS, signal })).choices
  } catch (error) {
    if (signal.aborted) {
      throw new UnavailableError(
        `${label} did not answer within ${TIMEOUT_MS / 1000} seconds. Try again later.`,
      )
    }
    throw error
  }
}
