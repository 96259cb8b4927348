import { expect, it } from 'vitest'

import type { ConnectionOptions } from './Connection.js'

import { defineProvider } from '../index.js'
import { listProblems } from './listProblems.js'
import { listReadyConnections } from './listReadyConnections.js'

const CLOSED: ConnectionOptions = { credentials: { key: undefined } }

type DefineArgs = { connections?: Record<string, ConnectionOptions>; problems?: string[] }

const define = ({ connections, problems }: DefineArgs) =>
  defineProvider({
    name: 'library',
    connect: () => ({ baseUrl: 'http://127.0.0.1' }),
    connections,
    problems,
    resources: {},
  })

it('should list those of the provider, and those of each connection with its name', () => {
  const provider = define({
    connections: { north: CLOSED, south: {} },
    problems: ['Set LIBRARY_URL.'],
  })

  expect(listProblems(provider)).toEqual([
    'Set LIBRARY_URL.',
    'north: The connection "north" of library has no credential "key".',
  ])
  expect(listReadyConnections(provider)).toEqual([])
})

it('should name no connection where there is only the usual one', () => {
  expect(listProblems(define({ connections: { default: CLOSED } }))).toEqual([
    'The connection "default" of library has no credential "key".',
  ])
})

it('should list the connections that can be used', () => {
  const connections = { north: {}, south: CLOSED, west: {} }

  expect(listReadyConnections(define({ connections }))).toEqual(['north', 'west'])
  expect(listReadyConnections(define({}))).toEqual(['default'])
})
