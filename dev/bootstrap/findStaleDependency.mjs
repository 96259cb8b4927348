import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What npm writes down about each package it has unpacked. */
const INSTALLED_LIST = path.join('node_modules', '.package-lock.json')

const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/**
 * Compares what is installed with what the lockfile asks for: a reason to install, or `null`.
 * Packages for other operating systems are optional in the lockfile and rightly absent.
 */
export const findStaleDependency = ({ root }) => {
  const installedFile = path.join(root, INSTALLED_LIST)

  if (!existsSync(installedFile)) {
    return 'nothing is installed yet'
  }

  let installed
  try {
    installed = readPackages(installedFile)
  } catch {
    return 'the last installation was interrupted'
  }

  const wanted = readPackages(path.join(root, 'package-lock.json'))

  for (const [location, { optional, integrity, version }] of Object.entries(wanted)) {
    if (location === '') {
      continue
    }

    const found = installed[location]

    if (!found && optional) {
      continue
    }

    if (found?.version !== version || found.integrity !== integrity) {
      return `${location.replace(/^.*node_modules\//, '')} ${version} is missing`
    }
  }

  return null
}
