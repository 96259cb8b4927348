import { SyncError } from './SyncError.js'

/** The plugin's options are wrong. Lists every problem found, not only the first. */
export class OptionsError extends SyncError {
  override readonly code = 'OPTIONS_INVALID'
  override readonly name = 'OptionsError'
  readonly problems: string[]

  constructor({ problems }: { problems: string[] }) {
    super(`syncPlugin was given options it cannot work with:\n- ${problems.join('\n- ')}`)
    this.problems = problems
  }
}
