export * from '../../providers/amazon-prime/index.js'
