import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Of `npm test` and of `npm run test:neighbours`. */
const REPORTS = ['tmp/test-report.json', 'tmp/neighbours-report.json']

const readReport = (file) => {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8'))
  } catch {
    console.error(`There is no ${file}: those tests did not get as far as to run.`)
    process.exit(1)
  }
}

const reports = REPORTS.map(readReport)
const sum = (key) => reports.reduce((total, report) => total + report[key], 0)
const numFailedTests = sum('numFailedTests')
const numPassedTests = sum('numPassedTests')
const success = reports.every((report) => report.success)
const testResults = reports.flatMap((report) => report.testResults)
// A file that does not load has no tests that could fail.
const brokenFiles = testResults.filter(
  ({ assertionResults, status }) => status === 'failed' && assertionResults.length === 0,
)

for (const { name, message } of brokenFiles) {
  console.log(`did not load: ${path.relative(root, name)}: ${message}`)
}

console.log(`${numPassedTests} passed, ${numFailedTests + brokenFiles.length} failed`)
process.exitCode = success ? 0 : 1
