import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

let report
try {
  report = JSON.parse(readFileSync(path.join(root, 'tmp/test-report.json'), 'utf8'))
} catch {
  console.error('The tests left no report: they did not get as far as to run.')
  process.exit(1)
}

const { numFailedTests, numPassedTests, success, testResults } = report
// A file that does not load has no tests that could fail.
const brokenFiles = testResults.filter(
  ({ assertionResults, status }) => status === 'failed' && assertionResults.length === 0,
)

for (const { name, message } of brokenFiles) {
  console.log(`did not load: ${path.relative(root, name)}: ${message}`)
}

console.log(`${numPassedTests} passed, ${numFailedTests + brokenFiles.length} failed`)
process.exitCode = success ? 0 : 1
