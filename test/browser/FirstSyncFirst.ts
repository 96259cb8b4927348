import type { TestSpecification } from 'vitest/node'

import { BaseSequencer } from 'vitest/node'

/** Looks at an app in which nothing was synced yet, and all files of browser tests share one app. */
const FIRST = 'sync.e2e.spec.ts'

/** The usual order of files, which goes by their size, with the one that needs an untouched app first. */
export class FirstSyncFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isFirst = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith(FIRST)
    return [...sorted.filter(isFirst), ...sorted.filter((file) => !isFirst(file))]
  }
}
