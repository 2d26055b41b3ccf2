export { PersonsModule } from './persons.module.js';
export { type KeyUse, RotateKeys, type Rotation } from './rotate-keys.service.js';
