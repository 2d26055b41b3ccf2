export { DenunciationsModule } from './denunciations.module.js';
