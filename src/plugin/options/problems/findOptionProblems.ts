import type { z } from 'zod'

import type { Provider } from '../../../sdk/index.js'
import type { SyncPluginOptions } from '../SyncPluginOptions.js'

import { findContentProblems } from '../findContentProblems.js'
import { nameNearest } from '../findNearest.js'
import { findRuleProblems } from '../rules/findRuleProblems.js'
import { findScheduleProblems } from './findScheduleProblems.js'
import { showValue } from './showValue.js'

type FindOptionProblemsArgs = { options: SyncPluginOptions; schema: z.ZodObject }

/** All that keeps the options from working, a line each. */
export const findOptionProblems = ({ options, schema }: FindOptionProblemsArgs): string[] => {
  const { error } = schema.safeParse(options)
  return [
    ...(error?.issues ?? []).map((issue) => describeIssue({ issue, options, schema })),
    ...(error
      ? []
      : [
          ...findScheduleProblems({
            providers: options.providers,
            schedules: options.schedules ?? [],
          }),
          ...findRuleProblems(options),
        ]),
    ...findTwice(readNames(options)).map((name) => `providers: "${name}" is there more than once`),
    ...findContentProblems(readContent(options)),
  ]
}

type DescribeIssueArgs = { issue: z.core.$ZodIssue } & FindOptionProblemsArgs

const describeIssue = ({ issue, options, schema }: DescribeIssueArgs): string => {
  const { message, path } = issue
  const place = path.map(String).join('.') || 'options'
  if (issue.code === 'unrecognized_keys' && path.length === 0) {
    const known = Object.keys(schema.shape)
    return issue.keys
      .map((name) => `there is no option "${name}"; ${nameNearest({ name, known })}`)
      .join(', ')
  }
  const isWhole = issue.code === 'custom' && issue.params?.isWhole === true
  return `${place}: ${message}${isWhole ? '' : ` (was ${showValue(options, path)})`}`
}

/** Names of what may be providers: whatever else is wrong, two of one name are told as well. */
const readNames = (options: { providers?: unknown } | undefined): string[] =>
  Array.isArray(options?.providers)
    ? options.providers.flatMap((provider: { name?: unknown } | null | undefined) =>
        typeof provider?.name === 'string' ? [provider.name] : [],
      )
    : []

/** The kits of what may be providers, and what is said of collections, as far as it can be read. */
const readContent = (
  options: { collections?: unknown; kits?: unknown; providers?: unknown } | undefined,
): Parameters<typeof findContentProblems>[0] => {
  const { collections, kits } = options ?? {}
  const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null
  return {
    collections: isRecord(collections)
      ? (collections as object & SyncPluginOptions['collections'])
      : {},
    kits: isRecord(kits) ? (kits as SyncPluginOptions['kits']) : {},
    providers: Array.isArray(options?.providers)
      ? (options.providers as (null | Provider | undefined)[]).flatMap((provider) =>
          provider?.content?.collections instanceof Map
            ? [{ name: provider.name, content: provider.content }]
            : [],
        )
      : [],
  }
}

const findTwice = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
]
