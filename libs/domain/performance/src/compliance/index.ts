export { type ComplianceStatus, type ComplianceValue, type TargetLike, assess } from './compliance.js';
