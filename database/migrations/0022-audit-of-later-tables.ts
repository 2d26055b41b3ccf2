import { type MigrationInterface, type QueryRunner } from 'typeorm';

const AUDITED = ['totp_factor', 'web_authn_key', 'recovery_code', 'person', 'person_field', 'person_disclosure'];

/** Tables that came after the audit and that people write: second factors, persons, and what was told of them. */
export class AuditOfLaterTables1767225600022 implements MigrationInterface {
  readonly name = 'AuditOfLaterTables1767225600022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
select audit_writes('totp_factor', 'account', 'account_id', 'account_id', 'last_step');
select audit_writes('web_authn_key', 'account', 'account_id', 'id', 'counter,last_used_at');
select audit_writes('recovery_code', 'account', 'account_id', 'account_id,code_hash');
select audit_writes('person', 'person', 'id', 'id', '', 'family');
select audit_writes('person_field', 'person', 'person_id', 'person_id,field,version', '', 'field,version,reason');
select audit_writes('person_disclosure', 'person', 'person_id', 'id', '', 'what,family,purpose,fields,found');
grant insert (action, account_id, office_id, role, task, request_id, subject_kind, subject_id, detail) on audit_entry
  to theoan_vault;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of AUDITED) {
      for (const trigger of ['added', 'changed', 'removed', 'emptied']) {
        await runner.query(`drop trigger if exists audit_${trigger} on ${table}`);
      }
    }
    await runner.query(
      'revoke insert (action, account_id, office_id, role, task, request_id, subject_kind, subject_id, detail) on audit_entry from theoan_vault',
    );
  }
}
