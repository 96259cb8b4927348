import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'

import { importDirection } from './importDirection.js'
import { typescriptParser } from './typescriptParser.js'

/** What the rule says about one line of code in a file below src. */
const lint = ({ code, file }: { code: string; file: string }): string[] =>
  new Linter({ cwd: '/project' })
    .verify(
      code,
      [
        {
          files: ['**/*.ts', '**/*.tsx'],
          languageOptions: { parser: typescriptParser },
          plugins: { rooms: { rules: { importDirection } } },
          rules: { 'rooms/importDirection': 'error' },
          settings: { rooms: { source: '/project/src' } },
        },
      ],
      { filename: `/project/src/${file}` },
    )
    .map(({ message }) => message)

describe('the import direction of the rooms', () => {
  it.each([
    ['sync/engine/run/performRun.ts', "import { saveRun } from '../../store/runs/saveRun.js'"],
    ['sync/http/createHttp.ts', "import type { HttpFacts } from '../../sdk/index.js'"],
    ['sync/store/createRun.ts', "import { hash } from '../../shared/hash.js'"],
    ['plugin/endpoints/trigger.ts', "import { startRun } from '../../sync/operations/startRun.js'"],
    [
      'plugin/admin/run/List/index.client.tsx',
      "import type { Run } from '../../../../sync/run/Run.js'",
    ],
    ['providers/one/index.ts', "import { toTeam } from './records/toTeam.js'"],
    ['exports/rsc.ts', "export { SyncView } from '../plugin/admin/SyncView/index.js'"],
    ['providers/one/index.ts', "import { toSlug } from '../../content/chess/index.js'"],
    ['content/chess/index.ts', "import { toSlug } from './toSlug.js'"],
    ['sdk/content/ContentKit.ts', "import type { CollectionConfig } from 'payload'"],
    ['sync/engine/run/performRun.ts', "import { toJob } from '../batch/toJob.js'"],
    ['sync/engine/write/writeRecord.ts', "import type { Job } from '../batch/Job.js'"],
    ['plugin/admin/run/RunPage.tsx', "import { Age } from '../parts/Age/index.client.js'"],
    ['providers/one/index.spec.ts', "import { fixture } from '../../../test/fixture.js'"],
  ])('should let %s say: %s', (file, code) => {
    expect(lint({ code, file })).toEqual([])
  })

  it.each([
    ['shared/hash.ts', "import { defineProvider } from '../sdk/index.js'"],
    ['sdk/Page.ts', "import type { Run } from '../sync/run/Run.js'"],
    ['sdk/Page.ts', "type Run = import('../sync/run/Run.js').Run"],
    ['providers/one/index.ts', "import { request } from '../../sync/http/request.js'"],
    ['providers/one/index.ts', "import { other } from '../two/index.js'"],
    ['providers/one/index.ts', "import type { Payload } from 'payload'"],
    ['sync/http/request.ts', "import { defineProvider } from '../../sdk/index.js'"],
    ['sync/store/createRun.ts', "import { startRun } from '../operations/startRun.js'"],
    ['sync/queue/startWorker.ts', "import { performRun } from '../engine/run/performRun.js'"],
    ['sync/scheduler/claimSlot.ts', "const { enqueue } = await import('../queue/enqueue.js')"],
    ['sync/engine/run/performRun.ts', "export * from '../../runtime/startSync.js'"],
    [
      'sync/engine/run/performRun.ts',
      "import { resolve } from '../../../plugin/options/resolve.js'",
    ],
    ['plugin/endpoints/trigger.ts', "import { SyncView } from '../admin/SyncView/index.js'"],
    ['plugin/options/resolve.ts', "import { add } from '../collections/add.js'"],
    [
      'plugin/admin/run/List/index.client.tsx',
      "import { at } from '../../../../sync/schedule/slots.js'",
    ],
    ['plugin/admin/run/List/index.client.tsx', "import path from 'node:path'"],
    ['plugin/admin/run/List/index.client.tsx', "import { getPayload } from 'payload'"],
    ['sync/store/createRun.ts', "import { startPostgres } from '../../../dev/startPostgres.js'"],
    ['sync/store/createRun.ts', "import { syncPlugin } from 'payload-plugin-sync'"],
    ['content/chess/index.ts', "import { toSlug } from '../draughts/toSlug.js'"],
    [
      'content/chess/index.ts',
      "import { commitBatch } from '../../sync/engine/batch/commitBatch.js'",
    ],
    ['content/chess/index.ts', "import { formatSlug } from 'payload/shared'"],
    ['sdk/content/defineContent.ts', "import { buildConfig } from 'payload'"],
    ['sync/engine/run.ts', "import { hash } from '../../shared/hash.js'"],
    ['sync/engine/merge/mergeValues.ts', "import { toJob } from '../batch/toJob.js'"],
    ['sync/engine/write/writeRecord.ts', "import { toJob } from '../batch/toJob.js'"],
    ['plugin/admin/parts/Age.tsx', "import { RunPage } from '../run/RunPage/index.client.js'"],
    ['plugin/options/resolve.ts', "import { teams } from '../../content/soccer/index.js'"],
    ['sync/newRoom/run.ts', "import { hash } from '../../shared/hash.js'"],
  ])('should not let %s say: %s', (file, code) => {
    expect(lint({ code, file })).toHaveLength(1)
  })
})
