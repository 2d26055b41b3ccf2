export * from './plan/index.js';
export * from './docket/index.js';
export * from './indicator/index.js';
export * from './compliance/index.js';
