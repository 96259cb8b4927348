import { DEV_FOLDERS } from '../../dev/start/DEV_FOLDERS.js'
import { runNext } from '../../dev/start/services/runNext.js'

/**
 * Builds the dev app for `startBuiltNext`, which takes a minute or two.
 *
 * @throws Error with what Next said last, when it cannot
 */
export const buildNext = async ({ env }: { env: Record<string, string> }): Promise<void> => {
  const build = runNext({
    args: ['build', DEV_FOLDERS.app, '--turbopack'],
    env,
    nodeEnv: 'production',
    onOutput: () => undefined,
  })
  const { code } = await build.exited
  if (code !== 0) {
    throw new Error(`The dev app cannot be built. Next said last:\n${build.lastOutput()}`)
  }
}
