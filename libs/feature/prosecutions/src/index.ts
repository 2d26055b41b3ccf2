export { ProsecutionsModule } from './prosecutions.module.js';
