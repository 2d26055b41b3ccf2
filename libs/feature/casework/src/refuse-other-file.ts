import { DomainError } from '#libs/domain/kernel';
import type { Correction, RecordedStep } from '#libs/domain/procedure';
import { stableJson } from './stable-json.js';

/** Steps that change a second file with this one, and where they name it. */
const SECOND_FILE: Readonly<Record<string, string>> = {
  split: 'childId',
  'split-off': 'parentId',
  joined: 'intoId',
  instituted: 'caseId',
  'decline-overruled': 'caseId',
};

/** Steps by which accused leave one case and enter another: both files must tell the same. */
const IN_TWO_CASES: readonly string[] = ['case-joined', 'case-absorbed', 'case-severed', 'case-severed-off'];

/**
 * A correction changes one file: it may state such a step otherwise, but not bring a second file in that the step itself
 * never opened or checked.
 * @throws DomainError `correction.other-file`; `correction.two-cases` when accused would be in both cases or in neither;
 *   `correction.split-stands` when the part that was split off would stand without its whole.
 */
export function refuseOtherFile(log: readonly RecordedStep[], correction: Correction): void {
  refuseHalfOfTwo(log, correction);
  const { replacement } = correction;
  const name = replacement && SECOND_FILE[replacement.event];
  if (!name) return;
  const { event, payload } = replacement;
  if (log.some((one) => one.type === event && one.payload[name] === payload[name])) return;
  throw new DomainError('correction.other-file', 'rule', { event });
}

function refuseHalfOfTwo(log: readonly RecordedStep[], { sequence, replacement }: Correction): void {
  const original = log.find((one) => one.sequence === sequence);
  if (original && replacement && isSame(original, replacement)) return;
  if (original?.type === 'split') throw new DomainError('correction.split-stands', 'rule', { event: 'split' });
  const concerned = [original?.type, replacement?.event].find((event) => event && IN_TWO_CASES.includes(event));
  if (concerned !== undefined) throw new DomainError('correction.two-cases', 'rule', { event: concerned });
}

const isSame = (original: RecordedStep, { event, payload }: NonNullable<Correction['replacement']>): boolean =>
  original.type === event && stableJson(original.payload) === stableJson(payload);
