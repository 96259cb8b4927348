export * from '../project/testSlugs.js'
