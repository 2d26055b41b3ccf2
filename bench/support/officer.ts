import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { type Actor, Accounts, Actors, type Role } from '#libs/feature/access';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';

/** Somebody who works in the product, with the password to sign in. */
export interface BenchOfficer {
  readonly actor: Actor;
  readonly username: string;
  readonly password: string;
}

/** Makes an account at an office. */
export async function newOfficer(app: INestApplicationContext, role: Role, code: string): Promise<BenchOfficer> {
  const office = app.get(JurisdictionDirectory).officeByCode(code);
  const username = `bench-${randomBytes(6).toString('hex')}`;
  const wanted = { username, displayName: 'Người đo thử', role, officeId: office.id, mayKeepPassword: true };
  const { account, password } = await app.get(Accounts).create(wanted);
  return { actor: app.get(Actors).of(account), username, password };
}
