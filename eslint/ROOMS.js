/**
 * The rooms below src and what each may import, from the top down. A room is a folder or a file;
 * the longest name that fits a path is its room. Every room may import itself and the rooms below
 * it (`sync/engine` may import `sync/engine/run`). A file that stands in no room is refused, so that
 * a new room gets its line here.
 *
 * @typedef {object} Room
 * @property {string[]} imports Rooms it may import from, with all the rooms inside them; `*` stands
 *   for all of them.
 * @property {string[]} [importsTypes] Rooms it may import nothing but types from.
 * @property {RegExp} [knowsNot] Packages it must not import from, types included.
 * @property {RegExp} [knowsTypesOf] Packages it may import nothing but types from.
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
const STORED = ['sync/store', 'sync/schedule', 'sync/run', ...BASE]
const ENGINE_BASE = ['sync/engine/Sync.ts', 'sync/queue', 'sync/http', 'sync/files', ...STORED]

/** Every part of the panel may use the pieces that all share. */
const PANEL = ['plugin/admin/parts', 'plugin/admin/server', 'plugin/admin/syncPaths.ts', ...SHELL]

/** @type {Record<string, Room>} */
export const ROOMS = {
  'index.ts': { imports: ['*'] },
  exports: { imports: ['*'] },

  'plugin/syncPlugin.ts': { imports: ['*'] },
  // What other plugins make of this one's collections.
  'plugin/neighbours': { imports: [] },
  'plugin/instrumentSync.ts': { imports: ['sync/runtime'] },
  'plugin/add': {
    imports: [
      'plugin/admin',
      'plugin/cli',
      'plugin/endpoints',
      'plugin/notifications',
      'sync/engine',
      'sync/store',
      ...SHELL,
    ],
  },

  'plugin/admin': { imports: SHELL },
  'plugin/admin/choose': { imports: ['react', ...PANEL] },
  'plugin/admin/files': { imports: PANEL },
  'plugin/admin/overview': { imports: PANEL },
  'plugin/admin/report': { imports: PANEL },
  'plugin/admin/run': { imports: PANEL },
  'plugin/admin/connection': { imports: ['plugin/admin/files', ...PANEL] },
  'plugin/admin/document': { imports: ['react', ...PANEL] },
  'plugin/admin/issues': { imports: PANEL },
  'plugin/admin/kit': { imports: PANEL },
  'plugin/admin/schedule': { imports: PANEL },
  'plugin/admin/widget': { imports: PANEL },
  'plugin/admin/nav': { imports: PANEL },
  'plugin/admin/parts': { imports: ['plugin/admin/syncPaths.ts', ...SHELL] },
  'plugin/admin/server': {
    imports: ['plugin/admin/syncPaths.ts', 'plugin/platform', ...SHELL],
  },
  'plugin/admin/syncPaths.ts': { imports: [] },

  // What differs between the major versions of Payload.
  'plugin/platform': { imports: ['plugin/cli'] },

  'plugin/cli': { imports: SHELL },
  'plugin/cli/parts': {
    imports: ['plugin/cli/Command.ts', 'plugin/cli/CommandError.ts', ...SHELL],
  },
  'plugin/cli/Command.ts': { imports: SHELL },
  'plugin/cli/CommandError.ts': { imports: ['shared'] },
  'plugin/endpoints': { imports: ['plugin/next', 'plugin/notifications', ...SHELL] },
  // What people are told, in words, and how it is sent to them.
  'plugin/notifications': { imports: ['plugin/admin', ...SHELL], importsTypes: ['sync/store'] },
  'plugin/local': { imports: SHELL, importsTypes: ['sync/store'] },
  'plugin/next': { imports: SHELL },
  'plugin/collections': {
    imports: ['plugin/options', 'plugin/translations', 'sync/operations', ...STORED],
  },
  'plugin/options': {
    imports: ['plugin/translations', 'sync/engine/rules', ...STORED],
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
      ...STORED,
    ],
  },
  'sync/operations': {
    imports: ['sync/scheduler', 'sync/engine', 'sync/queue', 'sync/http', 'sync/files', ...STORED],
  },
  'sync/scheduler': { imports: ['sync/engine', ...STORED] },

  'sync/engine/run': {
    imports: [
      'sync/engine/work',
      'sync/engine/batch',
      'sync/engine/events',
      'sync/engine/merge',
      ...ENGINE_BASE,
    ],
  },
  'sync/engine/work': { imports: ['sync/engine/events', ...ENGINE_BASE] },
  'sync/engine/batch': {
    imports: [
      'sync/engine/write',
      'sync/engine/direct',
      'sync/engine/conflicts',
      'sync/engine/events',
      'sync/engine/merge',
      'sync/engine/rules',
      ...ENGINE_BASE,
    ],
  },
  'sync/engine/write': {
    imports: [
      'sync/engine/conflicts',
      'sync/engine/events',
      'sync/engine/merge',
      'sync/engine/rules',
      'sync/engine/stale',
      ...ENGINE_BASE,
    ],
    importsTypes: ['sync/engine/batch'],
  },
  // Documents of many records by few statements, with all that Payload does for each.
  'sync/engine/direct': { imports: ['sync/engine/rules', 'sync/store', ...BASE] },
  'sync/engine/conflicts': {
    imports: ['sync/engine/events', 'sync/engine/merge', 'sync/engine/rules', ...ENGINE_BASE],
    importsTypes: ['sync/engine/batch'],
  },
  'sync/engine/events': { imports: ENGINE_BASE, importsTypes: ['sync/engine/batch'] },
  'sync/engine/stale': { imports: ['sync/engine/merge', ...ENGINE_BASE] },
  'sync/engine/merge': { imports: ['sync/engine/rules', ...ENGINE_BASE] },
  'sync/engine/rules': { imports: ['sdk', 'shared'] },
  'sync/engine/Sync.ts': { imports: ['sync/engine/rules', ...STORED] },

  'sync/queue': { imports: ['sync/store', 'sync/run', ...BASE] },
  'sync/http': { imports: ['shared'], importsTypes: ['sdk'], knowsNot: PAYLOAD },
  'sync/http/auth': {
    imports: ['sync/http/answer', 'shared'],
    importsTypes: ['sdk'],
    knowsNot: PAYLOAD,
  },
  'sync/http/request': {
    imports: ['sync/http/auth', 'sync/http/answer', 'sync/http/bodies', 'shared'],
    importsTypes: ['sdk'],
    knowsNot: PAYLOAD,
  },
  'sync/http/answer': {
    imports: ['sync/http/bodies', 'shared'],
    importsTypes: ['sdk', 'sync/http/request'],
    knowsNot: PAYLOAD,
  },
  'sync/http/bodies': {
    imports: ['shared'],
    importsTypes: ['sdk', 'sync/http/request'],
    knowsNot: PAYLOAD,
  },
  // Archives and files that people bring, whatever keeps their bytes.
  'sync/files': { imports: BASE, knowsNot: PAYLOAD },
  'sync/store': { imports: ['sync/schedule', 'sync/run', ...BASE], importsTypes: ['sync/files'] },
  'sync/schedule': { imports: ['sync/run', ...BASE], knowsNot: PAYLOAD },
  'sync/run': { imports: BASE },

  // What a site shows in the browser.
  react: { imports: ['shared'], knowsNot: PAYLOAD },
  testing: { imports: ['sync/http', 'sync/schedule', ...BASE] },
  providers: { imports: ['content', ...BASE], knowsNot: PAYLOAD },
  content: { imports: ['react', ...BASE], knowsTypesOf: PAYLOAD },
  sdk: { imports: ['shared'], knowsTypesOf: PAYLOAD },
  shared: { imports: [], knowsNot: PAYLOAD },
}

/** What a file that runs in a browser may import nothing but types from. `sync/run` is only words. */
export const SERVER_ONLY = {
  packages: /^(?:node:.+|payload|pg|graphile-worker|@payloadcms\/(?:db-.+|next)(?:\/.+)?)$/,
  rooms: /^(?:sync\/(?!run$).+|plugin\/(?:add|cli|endpoints|neighbours|syncPlugin\.ts))/,
}
