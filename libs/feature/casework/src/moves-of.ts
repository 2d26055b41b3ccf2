import type { Move } from '#libs/domain/procedure';
import { derivedId } from './derived-id.js';

/** An accused who goes to another case, and the number there where it is not the one he or she had. */
export interface Renumbered {
  readonly defendantId: string;
  readonly number?: string;
}

/** @returns where the accused go: the same command always gives them the same new ids. */
export const movesOf = (commandId: string, persons: readonly Renumbered[]): Move[] =>
  persons.map(({ defendantId, number }) => ({
    defendantId,
    newId: derivedId(commandId, 'moved', defendantId),
    ...(number === undefined ? {} : { number }),
  }));
