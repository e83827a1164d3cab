export { setUpTestDatabase as default } from './test-database.mjs'
