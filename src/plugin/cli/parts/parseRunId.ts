import { CommandError } from '../CommandError.js'

type ParseRunIdArgs = { positionals: string[]; usage: string }

/** Numbers, or the UUIDs of a project that has chosen those. */
const RUN_ID = /^(?:\d{1,18}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i

/** The run a command is about. @throws CommandError when none is named */
export const parseRunId = ({ positionals: [runId = ''], usage }: ParseRunIdArgs): string => {
  if (runId.trim() === '') {
    throw new CommandError(
      `Name a run by its id; "payload sync status" lists them.\nUsage: payload sync ${usage}`,
    )
  }
  if (!RUN_ID.test(runId)) {
    throw new CommandError(`"${runId}" is no id of a run; "payload sync status" lists them.`)
  }
  return runId
}
