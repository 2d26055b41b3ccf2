import type { CaseFile } from '../case-file.js';
import { type Defendant, isActive } from '../defendant.js';
import type { Evolvers } from '../evolve-by.js';
import { gravestOf } from '../offence-list.js';
import { lawDayOf } from '../offence/law-day.js';
import type { InvestigationPayloads, InvestigationStep } from './investigation.steps.js';
import { carriedOver, instituted } from './opening.evolve.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;
type Institution = Pick<
  InvestigationPayloads,
  'case-instituted' | 'case-carried-over' | 'institution-changed' | 'institution-cancelled' | 'institution-overruled'
>;

/** The offence named first stays the case's, unless what it is supplemented with is graver. */
const changed = (file: CaseFile, { payload }: StepNamed<'institution-changed'>): CaseFile => {
  if (payload.kind === 'changed') return { ...file, offence: payload.offence };
  const all = [...(file.offence ? [file.offence] : []), ...(file.otherOffences ?? []), payload.offence];
  const offence = gravestOf(all, lawDayOf(file));
  return { ...file, ...(offence ? { offence } : {}), otherOffences: all.filter((one) => one !== offence) };
};

const cancelledAt = (file: CaseFile, on: CaseFile['since']): CaseFile => ({
  ...file,
  stage: 'institution-cancelled',
  since: on,
});

/** Without the institution no charge stands. */
const overruled = (file: CaseFile, { occurredOn }: StepNamed<'institution-overruled'>): CaseFile => {
  const without = (one: Defendant): Defendant =>
    isActive(one) || one.status === 'suspended' ? { ...one, status: 'cancelled', since: occurredOn } : one;
  return { ...cancelledAt(file, occurredOn), defendants: file.defendants.map(without) };
};

/** How the institution of a case begins, changes and falls. Source: Điều 153–158, 161 BLTTHS. */
export const INSTITUTION_EVOLVERS: Evolvers<Institution> = {
  'case-instituted': instituted,
  'case-carried-over': carriedOver,
  'institution-changed': changed,
  'institution-cancelled': (file, step) => cancelledAt(file, step.occurredOn),
  'institution-overruled': overruled,
};
