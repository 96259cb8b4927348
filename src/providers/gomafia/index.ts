import type { GomafiaOptions, GomafiaSettings } from './options.js'
import type { Source, SourceName } from './sources/Source.js'

import { mafia } from '../../content/mafia/index.js'
import { defineProvider, resolveProviderOptions } from '../../sdk/index.js'
import { createClubs } from './clubs.js'
import { createGames } from './games/createGames.js'
import { createRobots } from './http/createRobots.js'
import { findFailure, findTurnedAway } from './http/findFailure.js'
import { OPTION_RULES } from './options.js'
import { createPlayers } from './players/createPlayers.js'
import { createSources } from './sources/askSources.js'
import { createBrowserSource } from './sources/browser.js'
import { createPageData } from './sources/pageData.js'
import { createPostApi } from './sources/postApi.js'
import { createRenderer } from './sources/renderPage.js'
import { createTournaments } from './tournaments/createTournaments.js'

export type { GomafiaOptions } from './options.js'
export type { SourceName } from './sources/Source.js'

/** What this plugin calls itself where robots.txt and the site's owner look. */
const AGENT = 'payload-plugin-sync'

/** A person at a button, not a loop. */
const TRIGGERS_PER_HOUR = 5

/** Pages are rendered when they are asked for. */
const TIMEOUT_MS = 30_000

/** The site may ask to be left alone for a day. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000

/** Requests are spread evenly with this room between them, so that no minute sees one too many. */
const ROOM = 1.05

/**
 * Players, clubs, tournaments and games of gomafia.pro, the rating site of the sport of mafia. The
 * site promises no API: ask its owner before you read it, and read slowly.
 *
 * @throws OptionsError that lists every option that cannot work
 */
export const gomafia = (options: GomafiaOptions = {}) => {
  const settings = resolveProviderOptions({
    environment: process.env,
    options,
    rules: OPTION_RULES,
    subject: 'gomafia',
  })
  const { baseUrl, contact, maxRequests, maxRetries, retryDelayMs, windowMs } = settings
  const userAgent = contact === undefined ? AGENT : `${AGENT} (${contact})`
  const ways = createWays({ settings, userAgent })
  const context = {
    settings,
    sources: createSources({
      robots: settings.robots ? createRobots({ agent: AGENT, baseUrl }) : undefined,
      sources: ways,
    }),
  }
  return defineProvider({
    name: 'gomafia',
    close: async () => {
      await Promise.all([...ways.values()].map((way) => way.close?.()))
    },
    content: mafia,
    http: {
      attempts: maxRetries + 1,
      backoffMs: retryDelayMs,
      baseUrl,
      findFailure,
      findTurnedAway,
      headers: { 'User-Agent': userAgent },
      longestWaitMs: LONGEST_WAIT_MS,
      quotas: [
        {
          name: 'requests',
          limit: 1,
          per: 'provider',
          windowMs: Math.ceil((windowMs / maxRequests) * ROOM),
        },
      ],
      timeoutMs: TIMEOUT_MS,
    },
    label: 'gomafia.pro',
    resources: {
      clubs: createClubs(context),
      players: createPlayers(context),
      tournaments: createTournaments(context),

      games: createGames(context),
    },
    triggersPerHour: TRIGGERS_PER_HOUR,
  })
}

type CreateWaysArgs = { settings: GomafiaSettings; userAgent: string }

const createWays = ({ settings, userAgent }: CreateWaysArgs): Map<SourceName, Source> => {
  const { baseUrl, browserPath } = settings
  const create: Readonly<Record<SourceName, () => Source>> = {
    api: createPostApi,
    browser: () =>
      createBrowserSource(createRenderer({ baseUrl, executablePath: browserPath, userAgent })),
    pageData: createPageData,
  }
  return new Map(settings.sources.map((name) => [name, create[name]()]))
}
