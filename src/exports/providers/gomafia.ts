export * from '../../providers/gomafia/index.js'
