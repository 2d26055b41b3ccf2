export { AUDIT_ACTIONS, type AuditAction } from './audit-actions.js';
export { type AuditActor, type AuditEntry, AuditTrail } from './audit-trail.js';
export { AuditModule } from './audit.module.js';
