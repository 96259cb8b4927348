import { SyncError } from './SyncError.js'

type OptionsErrorArgs = {
  problems: string[]
  /** Who was given them. @default 'syncPlugin' */
  subject?: string
}

/** The plugin's options are wrong. Says a single problem in one line, and lists several. */
export class OptionsError extends SyncError {
  override readonly code = 'OPTIONS_INVALID'
  override readonly name = 'OptionsError'
  readonly problems: string[]

  constructor({ problems, subject = 'syncPlugin' }: OptionsErrorArgs) {
    const [first = '', ...others] = problems
    super(
      others.length > 0
        ? `${subject} was given options it cannot work with:\n- ${problems.join('\n- ')}`
        : // As `library({ baseUrl }) has …`, which names its subject.
          first.startsWith(subject)
          ? first
          : `${subject}: ${first}`,
    )
    this.problems = problems
  }
}
