export { AUDIT_ACTIONS, type AuditAction } from './audit-actions.js';
export { AuditCheck, type AuditCheckResult, type AuditFinding } from './audit-check.js';
export { auditKeyOf, readAuditKey, writeAuditKey } from './audit-key.js';
export { AuditLog, type SealState } from './audit-log.js';
export { AuditSealer } from './audit-sealer.js';
export { type AuditActor, type AuditEntry, AuditTrail } from './audit-trail.js';
export { AuditModule } from './audit.module.js';
export { SealingModule } from './sealing.module.js';
