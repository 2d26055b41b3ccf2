import { createHmac, timingSafeEqual } from 'node:crypto';
import { type KeyFamily } from './field-place.js';
import { type IdentifierKind } from './identifier.js';

/**
 * What a key is for: `data` encrypts the fields of a family, `index` finds the numbers of a kind, or knows again, in the
 * scope `audit`, the values that somebody read.
 */
export type KeyPurpose =
  | { readonly purpose: 'data'; readonly scope: KeyFamily }
  | { readonly purpose: 'index'; readonly scope: IdentifierKind | 'audit' };

/** An open key: 32 bytes that exist in memory only. */
export interface VaultKey {
  readonly use: KeyPurpose;
  readonly version: number;
  /** Of each use one is current: what is written now is written with it. */
  readonly isCurrent: boolean;
  readonly bytes: Buffer;
}

const CHECK_SIZE = 16;

/** @returns which key it is, for the holder of the key encryption key. */
export const contextOf = ({ purpose, scope }: KeyPurpose, version: number): string =>
  `theoan-vault|${purpose}|${scope}|${version}`;

/** A value by which an unwrapped key is known for the right one, and which says nothing of it. */
export function checkValueOf(bytes: Buffer, context: string): Buffer {
  return createHmac('sha256', bytes).update(`check|${context}`).digest().subarray(0, CHECK_SIZE);
}

/** @returns whether these are the bytes of which the check value was made. */
export function isRightKey(bytes: Buffer, context: string, check: Buffer): boolean {
  return check.length === CHECK_SIZE && timingSafeEqual(checkValueOf(bytes, context), check);
}
