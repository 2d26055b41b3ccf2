export { type DemonstrationAccount, type Prepared, PrepareProduct } from './prepare-product.service.js';
export { ProductModule } from './product.module.js';
