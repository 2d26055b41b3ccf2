import { DomainError } from '#libs/domain/kernel';
import { citizenNumberParts } from './citizen-number.js';

/** Căn cước (12 digits), the former chứng minh nhân dân (9), a Vietnamese passport, a foreign paper, none. */
export const PAPER_KINDS = ['citizen-card', 'identity-card', 'passport', 'foreign-paper', 'none'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Why a person has no paper to name. */
export const NO_PAPER_REASONS = ['child', 'never-issued', 'lost', 'taken-away', 'refused', 'unknown'] as const;
export type NoPaperReason = (typeof NO_PAPER_REASONS)[number];

export type IdentityPaper =
  | { readonly kind: 'citizen-card' | 'identity-card' | 'passport'; readonly number: string }
  /** `country`: two letters of ISO 3166-1. */
  | { readonly kind: 'foreign-paper'; readonly number: string; readonly country: string }
  | { readonly kind: 'none'; readonly reason: NoPaperReason };

/** What was entered, not yet looked at. */
export interface EnteredPaper {
  readonly kind: PaperKind;
  readonly number?: string;
  readonly country?: string;
  readonly reason?: string;
}

const SPACING = /[\s.-]/gu;
const SHAPES = {
  'identity-card': /^\d{9}$/,
  passport: /^[A-Z]\d{7,8}$/,
  'foreign-paper': /^[A-Z0-9/]{3,30}$/,
} as const;

const isReason = (text: string): text is NoPaperReason => NO_PAPER_REASONS.some((reason) => reason === text);

/**
 * A paper as it is kept: the number without spaces, dots and hyphens, letters as capitals.
 * @throws DomainError `paper.shape`, `paper.province-unknown`, `paper.country-absent`, `paper.reason-absent`; none of
 * them repeats the number.
 */
export function identityPaper(entered: EnteredPaper): IdentityPaper {
  const number = (entered.number ?? '').normalize('NFKC').replace(SPACING, '').toUpperCase();
  switch (entered.kind) {
    case 'none':
      return withoutPaper(entered.reason ?? '', number);
    case 'citizen-card':
      citizenNumberParts(number);
      return { kind: entered.kind, number };
    case 'identity-card':
    case 'passport':
      requireShape(entered.kind, number);
      return { kind: entered.kind, number };
    case 'foreign-paper':
      requireShape(entered.kind, number);
      return { kind: entered.kind, number, country: countryOf(entered.country) };
  }
}

function requireShape(kind: keyof typeof SHAPES, number: string): void {
  if (!SHAPES[kind].test(number)) throw new DomainError('paper.shape', 'malformed', { kind });
}

function countryOf(text = ''): string {
  const country = text.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) throw new DomainError('paper.country-absent', 'malformed');
  return country;
}

function withoutPaper(reason: string, number: string): IdentityPaper {
  if (number !== '') throw new DomainError('paper.shape', 'malformed', { kind: 'none' });
  if (!isReason(reason)) throw new DomainError('paper.reason-absent', 'malformed');
  return { kind: 'none', reason };
}
