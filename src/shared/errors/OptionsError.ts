import { SyncError } from './SyncError.js'

type OptionsErrorArgs = {
  problems: string[]
  /** Who was given them. @default 'syncPlugin' */
  subject?: string
}

/** The plugin's options are wrong. Lists every problem found, not only the first. */
export class OptionsError extends SyncError {
  override readonly code = 'OPTIONS_INVALID'
  override readonly name = 'OptionsError'
  readonly problems: string[]

  constructor({ problems, subject = 'syncPlugin' }: OptionsErrorArgs) {
    super(`${subject} was given options it cannot work with:\n- ${problems.join('\n- ')}`)
    this.problems = problems
  }
}
