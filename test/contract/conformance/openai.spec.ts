import { openai } from '../../../src/providers/openai/index.js'
import { describeProvider } from '../../../src/testing/describeProvider.js'

const ADMIN_KEY = 'sk-admin-invented-7f3a'

/** Midnight of 30 December 2025, UTC. */
const DAY = 86_400
const FIRST = 1_767_052_800

type ToBucketArgs = { day: number; results: object[] }

const toBucket = ({ day, results }: ToBucketArgs) => ({
  end_time: FIRST + (day + 1) * DAY,
  object: 'bucket',
  results,
  start_time: FIRST + day * DAY,
})

const cost = (value: number | string, currency = 'usd') => ({
  amount: { currency, value },
  line_item: null,
  object: 'organization.costs.result',
  project_id: null,
})

const used = (model: string, tokens: number) => ({
  batch: null,
  input_cached_tokens: 0,
  input_tokens: tokens,
  model,
  num_model_requests: 1,
  object: 'organization.usage.completions.result',
  output_tokens: 3,
})

const toPages = (...pages: object[][]) => {
  const names = pages.map((_, index) => `page_${index}`)
  return ({ query }: { query: Readonly<Record<string, string>> }) => {
    const index = Math.max(0, names.indexOf(query.page ?? ''))
    const next = names[index + 1] ?? null
    return {
      body: { data: pages[index], has_more: next !== null, next_page: next, object: 'page' },
    }
  }
}

describeProvider({
  badOptions: [
    {
      createProvider: () =>
        openai({ adminKey: 'two words', baseUrl: 'ftp://example.test', historyDays: -1 }),
      names: ['adminKey', 'baseUrl', 'historyDays'],
    },
  ],
  createProvider: ({ baseUrl }) => openai({ adminKey: ADMIN_KEY, baseUrl }),
  // Whether more follow is told apart, and a day may have cost nothing.
  emptyList: 'page',
  now: new Date('2026-01-02T09:00:00Z'),
  routes: {
    '/organization/costs': toPages(
      [
        toBucket({ day: 0, results: [cost(0.06), cost('12.50')] }),
        toBucket({ day: 1, results: [cost(1)] }),
      ],
      [toBucket({ day: 2, results: [cost('0.34090000000000000'), cost(2, 'eur')] })],
    ),
    '/organization/usage/completions': toPages(
      [toBucket({ day: 0, results: [used('gpt-5', 7), used('gpt-5-mini', 8)] })],
      [toBucket({ day: 1, results: [used('gpt-5', 9)] })],
    ),
  },
  secrets: [ADMIN_KEY],
  since: new Date('2026-01-01T05:20:00Z'),
})
