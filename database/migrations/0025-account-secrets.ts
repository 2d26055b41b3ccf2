import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A process that does not know yet of a new key is told so, and nothing is lost when the old one is destroyed. */
const CURRENT_KEY = `
create function require_current_account_key() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  perform from public.vault_key k where k.purpose = 'data' and k.scope = 'account' and k.state = 'current'
    and k.version = ('x' || encode(substring(new.secret from 2 for 4), 'hex'))::bit(32)::int
    for share;
  if not found then
    raise exception 'not the current key' using errcode = 'VK001';
  end if;
  return new;
end $$;
revoke execute on function require_current_account_key() from public;
create trigger current_key before insert or update of secret on totp_factor
  for each row execute function require_current_account_key();
grant select, update (secret) on totp_factor to theoan_vault;
`;

/** The secrets of code apps take part in the rotation of keys. */
export class AccountSecrets1767225600025 implements MigrationInterface {
  readonly name = 'AccountSecrets1767225600025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CURRENT_KEY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke select, update (secret) on totp_factor from theoan_vault;
drop trigger current_key on totp_factor;
drop function require_current_account_key();`);
  }
}
