import payloadConfig from '@payloadcms/eslint-config'
import path from 'node:path'

import { importDirection } from './eslint/importDirection.js'
import { neutralWords } from './eslint/neutralWords.js'

const VAGUE_NAMES = /(?:^|\/)(?:utils?|helpers?|misc|lib)(?:\/|\.[^/]+$)/

/** @type {import('eslint').Rule.RuleModule} */
const clearFileName = {
  create: (context) => ({
    Program: (node) => {
      const file = path.relative(import.meta.dirname, context.filename)

      if (VAGUE_NAMES.test(file.split(path.sep).join('/'))) {
        context.report({ message: 'Name the file after the one thing that it holds.', node })
      }
    },
  }),
  meta: { schema: [], type: 'problem' },
}

export default [
  {
    ignores: [
      '**/.next/',
      '**/.data/',
      '**/coverage/',
      '**/dist/',
      '**/tmp/',
      '**/next-env.d.ts',
      '**/payload-types.ts',
      '**/importMap.js',
      // Its packages are there only where the test puts it.
      'test/neighbours/project/',
      'test/newcomer/project/',
    ],
  },
  ...payloadConfig,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-explicit-any': 'error',
      // A config file, a page and a setup are imported by tools that want a default export.
      'no-restricted-exports': 'off',
    },
    files: ['**/*.ts', '**/*.tsx'],
  },
  {
    plugins: { project: { rules: { clearFileName } } },
    rules: { 'project/clearFileName': 'error' },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    plugins: { rooms: { rules: { importDirection, neutralWords } } },
    rules: { 'rooms/importDirection': 'error', 'rooms/neutralWords': 'error' },
    settings: { rooms: { source: path.join(import.meta.dirname, 'src') } },
  },
  {
    // These talk to a terminal.
    files: ['{dev,eslint,scripts,test}/**', 'src/plugin/cli/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/e2e/**'],
    ignores: ['test/e2e/visit.ts', 'test/e2e/reload.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          message: 'Use `visit` or `reload`: what is pressed before React answers is lost.',
          selector: 'MemberExpression[property.name=/^(?:goto|reload)$/]',
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx'],
    rules: {
      // A test may hand over a method to be called.
      '@typescript-eslint/unbound-method': 'off',
      // Vitest's own checks are those of the type checker.
      'jest/expect-expect': 'off',
    },
  },
]
