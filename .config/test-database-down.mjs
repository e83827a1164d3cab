export { tearDownTestDatabase as default } from './test-database.mjs'
