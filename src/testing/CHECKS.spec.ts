import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { FetchPageArgs, HttpFacts, JsonObject, Page, Resource } from '../sdk/index.js'
import type { ProviderFacts } from './ProviderFacts.js'

import { defineProvider, UnavailableError } from '../sdk/index.js'
import { OptionsError } from '../shared/errors/index.js'
import { CASE_CHECKS, PROVIDER_CHECKS } from './CHECKS.js'
import { describeRadio, stations, TOKEN } from './radio.fixture.js'
import { listCases } from './reading/listCases.js'
import { openCase } from './reading/openCase.js'

/** The sentences of the checks that find something, with what they find. */
const findAll = async (facts: ProviderFacts): Promise<Record<string, string[]>> => {
  const found = Object.entries(PROVIDER_CHECKS).map(
    ([sentence, check]) => [sentence, check(facts)] as const,
  )
  for (const readingCase of listCases(facts)) {
    const open = await openCase(readingCase)
    const clean = await open.read()
    for (const [sentence, check] of Object.entries(CASE_CHECKS)) {
      found.push([sentence, await check({ clean, open, readingCase })])
    }
    await open.close()
  }
  return Object.fromEntries(found.filter(([, findings]) => findings.length > 0))
}

/** A slow machine is no fault of a check. */
const TIMEOUT_MS = 120_000

const ABORT = 'should end when it is told to, while the answer is held back'
const ABSENT_KEYS = 'should clear no field for a key that was not sent'
const CURSORS = 'should continue at a cursor with the same page, and never in a circle'
const FAULTS =
  'should throw a SyncError for each failure of each request, and never give a short list'
const IDENTITY = 'should give each record an id of its own that stays'
const LISTS = 'should trust no list that is empty or short, whatever the order of its rows'
const MAP = 'should change no record in "map", and make the same of it at any time'
const OPTIONS = 'should name every wrong option, all at once'
const READ = 'should read its answers to the end'
const REFERENCES = 'should refer to resources that exist and come before'
const SCHEDULES = 'should propose schedules that fire, in modes that it has'
const SECOND_READ = 'should bring the same in a second read'
const SECRETS = 'should tell its secrets nowhere'

/** Fetches as the radio does, and makes something else of the page. */
const fetchWith =
  (change: (page: Page, args: FetchPageArgs<JsonObject>) => Page): Resource['fetchPage'] =>
  async (args) =>
    change(await stations.fetchPage(args), args)

type Row = { city?: null | string; id: number; name: string }

type BrokenCase = {
  check: string
  facts: () => ProviderFacts
  /** What is broken, in words that follow "a radio". */
  name: string
  reason: RegExp
}

/** The radio, whose system sends pages that it can believe. */
const honest = (changes: Parameters<typeof describeRadio>[0] = {}) =>
  describeRadio({ ...changes, facts: { emptyList: 'page', ...changes.facts } })

const ofResource = (resource: Partial<Resource>) => () => honest({ resource })
const ofHttp = (http: Partial<HttpFacts>) => () => honest({ http })

const toRow = (record: unknown) => record as Row

const BROKEN: BrokenCase[] = [
  {
    name: 'whose recorded answers do not fit its schema',
    check: READ,
    facts: ofResource({ schema: z.looseObject({ id: z.int().max(3), name: z.string() }) }),
    reason: /year:2026: .*expected number to be <=3/s,
  },
  {
    name: 'that counts how often it was read',
    check: SECOND_READ,
    facts: () => {
      let reads = 0
      const full = () => {
        reads += 1
        return [{ key: 'all', label: `Read ${reads} times`, params: { year: 2026 } }]
      }
      return honest({ resource: { scopes: { full } } })
    },
    reason: /the second read is not as the first/,
  },
  {
    name: 'that changes the record it maps',
    check: MAP,
    facts: ofResource({ map: (record) => Object.assign(toRow(record), { city: 'Amber' }) }),
    reason: /must not be changed/,
  },
  {
    name: 'that looks at the clock while it maps',
    check: MAP,
    facts: ofResource({
      map: (record) => ({ name: toRow(record).name, isNew: new Date().getFullYear() < 2040 }),
    }),
    reason: /another document of it at another time/,
  },
  {
    name: 'that refuses a record with a key it does not know',
    check: MAP,
    facts: ofResource({
      schema: z.strictObject({ id: z.int(), name: z.string(), city: z.string().nullish() }),
    }),
    reason: /a key that nobody knows/,
  },
  {
    name: 'that clears a field whose key was not sent',
    check: ABSENT_KEYS,
    facts: ofResource({
      map: (record) => ({ name: toRow(record).name, city: toRow(record).city ?? null }),
    }),
    reason: /without "city" the field "city" becomes null/,
  },
  {
    name: 'whose cursor does not survive a night in the database',
    check: CURSORS,
    facts: ofResource({
      fetchPage: ({ cursor, ...args }) =>
        fetchWith((page) => ({
          ...page,
          ...(page.next !== undefined && { next: [page.next, new Date(0)] as unknown as string }),
        }))({ ...args, cursor: Array.isArray(cursor) ? cursor[0] : cursor }),
    }),
    reason: /is no JSON/,
  },
  {
    name: 'that goes to and fro between two pages',
    check: CURSORS,
    facts: ofResource({
      fetchPage: fetchWith((page, { cursor }) =>
        page.next === undefined ? page : { ...page, next: cursor === 'second' ? '3rd' : 'second' },
      ),
    }),
    reason: /the cursor "second" comes twice/,
  },
  {
    name: 'that does not pass the signal on',
    check: ABORT,
    facts: ofResource({
      fetchPage: (args) => stations.fetchPage({ ...args, signal: new AbortController().signal }),
    }),
    reason: /an abort is not passed on/,
  },
  {
    name: 'that gives two records one id',
    check: IDENTITY,
    facts: ofResource({ externalId: (record) => String(Math.min(3, toRow(record).id)) }),
    reason: /two records that differ have this id/,
  },
  {
    name: 'whose ids are numbers',
    check: IDENTITY,
    facts: ofResource({ externalId: (record) => toRow(record).id as unknown as string }),
    reason: /its id is no text/,
  },
  {
    name: 'that does not say what is secret',
    check: SECRETS,
    facts: ofHttp({
      findFailure: ({ body, status }) =>
        status === 401 ? { kind: 'credentialsRefused', message: JSON.stringify(body) } : undefined,
      secrets: [],
    }),
    reason: /a secret is in the error/,
  },
  {
    name: 'that puts its token into URLs',
    check: SECRETS,
    facts: ofResource({
      fetchPage: (args) => stations.fetchPage({ ...args, scope: { year: TOKEN } }),
    }),
    reason: /a secret is in the URL of \/stations/,
  },
  {
    name: 'that names its token in a scope',
    check: SECRETS,
    facts: ofResource({
      scopes: { full: () => [{ key: 'all', label: `With ${TOKEN}`, params: { year: 2026 } }] },
    }),
    reason: /a secret is in scope/,
  },
  {
    name: 'that signs in with the key of another connection',
    check: SECRETS,
    facts: () =>
      honest({
        facts: {
          createProvider: ({ baseUrl }) =>
            defineProvider({
              name: 'radio',
              connect: () => ({ baseUrl, headers: { Authorization: 'key-of-north' } }),
              connections: {
                north: { credentials: { key: 'key-of-north' } },
                south: { credentials: { key: 'key-of-south' } },
              },
              resources: { stations },
            }),
        },
      }),
    reason: /a credential of another connection/,
  },
  {
    name: 'that takes a failure for an empty page',
    check: FAULTS,
    facts: ofResource({
      fetchPage: async (args) => {
        try {
          return await stations.fetchPage(args)
        } catch (error) {
          if (error instanceof UnavailableError) {
            return { records: [] }
          }
          throw error
        }
      },
    }),
    reason: /status 503 at request 2 .*as if nothing had happened/,
  },
  {
    name: 'that looks for a failure in an answer that is none',
    check: FAULTS,
    facts: ofHttp({
      findFailure: ({ body }) =>
        'error' in (body as object) ? { kind: 'unavailable', message: 'An error.' } : undefined,
    }),
    reason: /nothing but null at request 1 .*no SyncError but TypeError/,
  },
  {
    name: 'that takes every failure for the word that there is nothing',
    check: FAULTS,
    facts: ofHttp({
      findFailure: ({ status }) =>
        status === 500 ? { kind: 'nothingHere', message: 'Nothing.' } : undefined,
    }),
    reason: /status 500 .*the word that there is nothing/,
  },
  {
    name: 'that does not know when it may come back',
    check: FAULTS,
    facts: ofHttp({
      findFailure: ({ status }) =>
        status === 429 ? { kind: 'requestRefused', message: 'Too fast.' } : undefined,
    }),
    reason: /status 429 .*may be repeated/,
  },
  {
    name: 'that believes an empty list which may be a failure',
    check: LISTS,
    facts: () => describeRadio(),
    reason: /empty answer to request 1 .*it was believed/,
  },
  {
    name: 'that takes a short page for the last one',
    check: LISTS,
    facts: ofResource({
      fetchPage: fetchWith(({ next, records }) => ({
        records,
        ...(records.length === 2 && next !== undefined && { next }),
      })),
    }),
    reason: /half answer to request 1 .*the last page/,
  },
  {
    name: 'whose ids are places in a list',
    check: LISTS,
    facts: ofResource({
      externalId: (record) => (record as { place: string }).place,
      fetchPage: fetchWith(({ records, ...page }, { cursor = 'first' }) => ({
        ...page,
        records: records.map((record, index) => ({
          ...toRow(record),
          place: `${JSON.stringify(cursor)} ${index}`,
        })),
      })),
    }),
    reason: /reordered rows: other ids/,
  },
  {
    name: 'that names one wrong option of two',
    check: OPTIONS,
    facts: () =>
      honest({
        facts: {
          badOptions: [
            {
              createProvider: () => {
                throw new OptionsError({ problems: ['"city" must be a text'] })
              },
              names: ['city', 'token'],
            },
          ],
        },
      }),
    reason: /"token" is not named/,
  },
  {
    name: 'that takes whatever options it is given',
    check: OPTIONS,
    facts: () => {
      const { createProvider } = describeRadio()
      const taken = {
        createProvider: () => createProvider({ baseUrl: 'http://radio.example' }),
        names: ['baseUrl'],
      }
      return honest({ facts: { badOptions: [taken] } })
    },
    reason: /nothing is said of baseUrl/,
  },
  {
    name: 'with a schedule that never fires',
    check: SCHEDULES,
    facts: ofResource({ schedules: [{ cron: '99 4 * * *', mode: 'full' }] }),
    reason: /"99 4 \* \* \*"/,
  },
  {
    name: 'with a schedule for a mode that it lacks',
    check: SCHEDULES,
    facts: ofResource({ schedules: [{ cron: '* * * * *', mode: 'live' }] }),
    reason: /mode live, which it lacks/,
  },
  {
    name: 'that refers to what comes after it',
    check: REFERENCES,
    facts: () => {
      const { createProvider, ...facts } = honest()
      return {
        ...facts,
        createProvider: (args) => ({
          ...createProvider(args),
          resources: new Map([
            ['stations', { ...stations, references: ['towns'] }],
            ['towns', stations],
          ]),
        }),
      }
    },
    reason: /"towns", which does not come before it/,
  },
]

describe('the checks of the conformance suite', () => {
  it(
    'should find nothing wrong with an honest provider',
    async () => {
      expect(await findAll(honest())).toEqual({})
    },
    TIMEOUT_MS,
  )

  it(
    'should find nothing wrong with a provider that needs no HTTP',
    async () => {
      const createProvider = () =>
        defineProvider({
          name: 'shelf',
          resources: {
            stations: {
              ...stations,
              fetchPage: () => Promise.resolve({ records: [{ id: 1, name: 'Harbour' }] }),
            },
          },
        })

      expect(await findAll({ createProvider, secrets: [] })).toEqual({})
    },
    TIMEOUT_MS,
  )

  it.each(BROKEN.map((broken) => [broken.name, broken] as const))(
    'should find out a radio %s',
    async (_name, { check, facts, reason }) => {
      const found = await findAll(facts())

      expect(Object.keys(found)).toEqual([check])
      expect(found[check]!.join('\n')).toMatch(reason)
    },
    TIMEOUT_MS,
  )
})
