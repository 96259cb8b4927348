import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { OptionsError } from '../../shared/errors/index.js'
import { asJson, BASE_URL_RULE, DAYS_RULE, secretRule } from './optionRules.js'
import { resolveProviderOptions } from './resolveProviderOptions.js'

const SHELVES_RULE = {
  expectation: 'a list of at least one shelf',
  schema: z
    .array(z.int().positive())
    .min(1)
    .transform((ids) => [...new Set(ids)]),
  show: asJson,
}

const RULES = {
  apiKey: {
    ...secretRule('the bare key, without spaces'),
    variables: ['BOOKS_KEY', 'LIBRARY_KEY'],
  },
  baseUrl: {
    ...BASE_URL_RULE,
    default: 'https://library.example.test/v1',
    variables: ['LIBRARY_BASE_URL'],
  },
  daysBack: { ...DAYS_RULE, default: 3 },
  shelves: SHELVES_RULE,
}

type Environment = Record<string, string | undefined>

const resolve = (options: object, environment: Environment = {}) =>
  resolveProviderOptions({
    environment,
    options,
    refused: { language: 'titles are stored in all of them' },
    rules: RULES,
    subject: 'library',
  })

const problemsOf = (options: object, environment?: Environment): string[] => {
  try {
    resolve(options, environment)
  } catch (error) {
    if (error instanceof OptionsError) {
      return error.problems
    }
    throw error
  }
  return []
}

describe('resolveProviderOptions', () => {
  it('should put a default where nothing is given, and nothing where there is none', () => {
    expect(resolve({})).toEqual({
      apiKey: undefined,
      baseUrl: 'https://library.example.test/v1',
      daysBack: 3,
      shelves: undefined,
    })
  })

  it('should not let undefined or a blank text erase a default', () => {
    expect(resolve({ baseUrl: ' ', daysBack: undefined, language: undefined })).toMatchObject({
      baseUrl: 'https://library.example.test/v1',
      daysBack: 3,
    })
  })

  it.each([
    { environment: { BOOKS_KEY: ' general\n' }, key: 'general' },
    { environment: { LIBRARY_KEY: 'own' }, key: 'own' },
    { environment: { BOOKS_KEY: ' ', LIBRARY_KEY: 'own' }, key: 'own' },
    { environment: { BOOKS_KEY: 'general', LIBRARY_KEY: 'own' }, key: 'general' },
  ])('should take $key from $environment', ({ environment, key }) => {
    expect(resolve({ apiKey: '' }, environment).apiKey).toBe(key)
  })

  it('should let options win over the environment, whatever stands there', () => {
    const environment = { BOOKS_KEY: 'two words', LIBRARY_BASE_URL: 'http://127.0.0.1:4010/v1/' }

    expect(resolve({ apiKey: ' mine ' }, environment)).toMatchObject({
      apiKey: 'mine',
      baseUrl: 'http://127.0.0.1:4010/v1',
    })
  })

  it('should leave the lists of the caller alone', () => {
    const options = { shelves: [8, 8, 9] }

    expect(resolve(options).shelves).toEqual([8, 9])
    expect(options).toEqual({ shelves: [8, 8, 9] })
  })

  it('should report every wrong value at once, with name, expectation and value', () => {
    const options = {
      baseUrl: 'library.example.test',
      daysBack: 1.5,
      language: 'en',
      shelf: 8,
      shelves: [],
    }

    expect(problemsOf(options, { BOOKS_KEY: 'two words' })).toEqual([
      'library({ baseUrl }) has no http:// or https:// in front (was "library.example.test")',
      'library({ daysBack }) must be a whole number from 0 to 3650 (was 1.5)',
      'library() has no option "language": titles are stored in all of them',
      'library() has no option "shelf"',
      'library({ shelves }) must be a list of at least one shelf (was [])',
      'BOOKS_KEY must be the bare key, without spaces (was 9 characters)',
    ])
  })

  it.each(['caf\u0000token', 'token\u0007', 'token-\u2026', '\u0442oken'])(
    'should refuse a credential that no header can carry, by the name of its variable',
    (key) => {
      expect(problemsOf({}, { BOOKS_KEY: key })).toEqual([
        `BOOKS_KEY must be the bare key, without spaces (was ${key.length} characters, some of ` +
          'which no header can carry)',
      ])
    },
  )

  it.each<{ options: object }>([
    { options: { daysBack: -1 } },
    { options: { daysBack: null } },
    { options: { apiKey: 7 } },
    { options: { toString: 1 } },
  ])('should refuse $options', ({ options }) => {
    expect(problemsOf(options)).toHaveLength(1)
  })

  it.each([
    ['localhost:3000/v1', 'has no http:// or https:// in front (was "localhost:3000/v1")'],
    [
      '//library.example.test',
      'has no http:// or https:// in front (was "//library.example.test")',
    ],
    [
      'ftp://library.example.test',
      'must be an http or https URL without credentials, query and fragment ' +
        '(was "ftp://library.example.test")',
    ],
  ])('should say what is wrong with the address %s', (baseUrl, mistake) => {
    expect(() => resolve({ baseUrl })).toThrow(
      expect.objectContaining({ message: `library({ baseUrl }) ${mistake}` }),
    )
  })

  it('should show nothing of a credential, nor of one that stands in an address', () => {
    const problems = problemsOf({
      apiKey: 'Bearer s3cr3t-t0ken',
      baseUrl: 'https://me:s3cr3t@library.example.test/v1?key=s3cr3t',
    })

    expect(problems[0]).toContain('(was 19 characters)')
    expect(problems[1]).toContain('"https://…@library.example.test/v1?…"')
    expect(problems.join()).not.toContain('s3cr3t')
  })
})
