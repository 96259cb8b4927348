/**
 * The rooms below src and what each may import, from the top down. A room is a folder or, right
 * below src, a file. Every room may import itself. A file that stands in no room is refused, so
 * that a new room gets its line here.
 *
 * @typedef {object} Room
 * @property {string[]} imports Rooms it may import from; `*` stands for all of them.
 * @property {string[]} [importsTypes] Rooms it may import nothing but types from.
 * @property {RegExp} [knowsNot] Packages it must not import from, types included.
 */

const PAYLOAD = /^(?:payload|@payloadcms\/[^/]+)(?:\/|$)/

const BASE = ['sdk', 'shared']
const SHELL = [
  'plugin/collections',
  'plugin/options',
  'plugin/translations',
  'sync/operations',
  'sync/runtime',
  'sync/schedule',
  'sync/run',
  ...BASE,
]

/** @type {Record<string, Room>} */
export const ROOMS = {
  'index.ts': { imports: ['*'] },
  exports: { imports: ['*'] },

  'plugin/syncPlugin.ts': { imports: ['*'] },
  'plugin/instrumentSync.ts': { imports: ['sync/runtime'] },
  'plugin/add': {
    imports: [
      'plugin/admin',
      'plugin/cli',
      'plugin/endpoints',
      'sync/engine',
      'sync/store',
      ...SHELL,
    ],
  },
  'plugin/admin': { imports: SHELL },
  'plugin/cli': { imports: SHELL },
  'plugin/endpoints': { imports: SHELL },
  'plugin/collections': {
    imports: [
      'plugin/options',
      'plugin/translations',
      'sync/operations',
      'sync/store',
      'sync/schedule',
      'sync/run',
      ...BASE,
    ],
  },
  'plugin/options': {
    imports: ['plugin/translations', 'sync/store', 'sync/schedule', 'sync/run', ...BASE],
    importsTypes: ['sync/operations'],
  },
  'plugin/translations': { imports: BASE },

  'sync/runtime': {
    imports: [
      'sync/operations',
      'sync/scheduler',
      'sync/engine',
      'sync/queue',
      'sync/http',
      'sync/store',
      'sync/schedule',
      'sync/run',
      ...BASE,
    ],
  },
  'sync/operations': {
    imports: [
      'sync/scheduler',
      'sync/engine',
      'sync/queue',
      'sync/http',
      'sync/store',
      'sync/schedule',
      'sync/run',
      ...BASE,
    ],
  },
  'sync/scheduler': {
    imports: ['sync/engine', 'sync/store', 'sync/schedule', 'sync/run', ...BASE],
  },
  'sync/engine': {
    imports: ['sync/queue', 'sync/http', 'sync/store', 'sync/schedule', 'sync/run', ...BASE],
  },
  'sync/queue': { imports: ['sync/store', 'sync/run', ...BASE] },
  'sync/http': { imports: ['shared'], importsTypes: ['sdk'], knowsNot: PAYLOAD },
  'sync/store': { imports: ['sync/schedule', 'sync/run', ...BASE] },
  'sync/schedule': { imports: ['sync/run', ...BASE], knowsNot: PAYLOAD },
  'sync/run': { imports: BASE },

  testing: { imports: ['sync/http', ...BASE] },
  providers: { imports: BASE, knowsNot: PAYLOAD },
  sdk: { imports: ['shared'] },
  shared: { imports: [], knowsNot: PAYLOAD },
}

/** What a file that runs in a browser may import nothing but types from. `sync/run` is only words. */
export const SERVER_ONLY = {
  packages: /^(?:node:.+|payload|pg|graphile-worker|@payloadcms\/(?:db-.+|next)(?:\/.+)?)$/,
  rooms: /^(?:sync\/(?!run$).+|plugin\/(?:add|cli|endpoints|syncPlugin\.ts))$/,
}
