import { DomainError } from '#libs/domain/kernel';

/** Numbers that are looked up exactly. */
export const IDENTIFIER_KINDS = ['citizen-card', 'identity-card', 'passport', 'foreign-paper', 'phone'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

const NOT_A_DIGIT = /\D/gu;
const NOT_A_SIGN = /[^A-Z0-9]/gu;
const FOREIGN_PREFIX = /^(?:\+|00)84/;
const SHORTEST = 3;

function signsOf(kind: IdentifierKind, text: string): string {
  const entered = text.normalize('NFKC').trim();
  switch (kind) {
    case 'citizen-card':
    case 'identity-card':
      return entered.replace(NOT_A_DIGIT, '');
    case 'phone':
      return entered
        .replace(/[^\d+]/gu, '')
        .replace(FOREIGN_PREFIX, '0')
        .replace(NOT_A_DIGIT, '');
    case 'passport':
    case 'foreign-paper':
      return entered.toUpperCase().replace(NOT_A_SIGN, '');
  }
}

/**
 * The one spelling under which a number is looked up: digits alone, of passports and foreign papers capitals and digits,
 * of telephones +84 and 0084 as 0.
 * @throws DomainError `vault.identifier-malformed` when fewer than three signs are left; it does not repeat them.
 */
export function normaliseIdentifier(kind: IdentifierKind, text: string): string {
  const signs = signsOf(kind, text);
  if (signs.length < SHORTEST) throw new DomainError('vault.identifier-malformed', 'malformed', { kind });
  return signs;
}
