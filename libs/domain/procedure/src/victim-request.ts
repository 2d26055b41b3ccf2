import { BLTTHS } from './citations.js';
import type { Refusal } from './guard.js';
import type { Offence } from './offence.js';

/** Articles of the Penal Code whose first clause wants a request of the victim. Source: Điều 155 khoản 1 BLTTHS. */
const ON_REQUEST: readonly number[] = [134, 135, 136, 138, 139, 141, 143, 155, 156, 226];
const VICTIM_GROUNDS: readonly string[] = ['no-victim-request', 'request-withdrawn'];

/**
 * @param offences what the file is about, as far as anybody knows it.
 * @returns a refusal of a ground that asks for the victim's request where no offence of the file wants one.
 */
export function refuseVictimGround(ground: string | undefined, offences: readonly Offence[]): Refusal | undefined {
  if (ground === undefined || !VICTIM_GROUNDS.includes(ground) || offences.length === 0) return undefined;
  const isOnRequest = offences.some(({ article, clause }) => clause === 1 && ON_REQUEST.includes(article));
  return isOnRequest ? undefined : { code: 'ground.no-request-needed', article: BLTTHS('Đ.155 khoản 1') };
}
