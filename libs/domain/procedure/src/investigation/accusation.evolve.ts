import type { CaseFile } from '../case-file.js';
import { type Defendant, changeDefendants } from '../defendant.js';
import type { Evolvers } from '../evolve-by.js';
import { gravestOf } from '../offence-list.js';
import { lawDayOf } from '../offence/law-day.js';
import type { Offence } from '../offence.js';
import type { InvestigationPayloads, InvestigationStep } from './investigation.steps.js';

type StepNamed<T extends InvestigationStep['type']> = Extract<InvestigationStep, { type: T }>;
type Accusation = Pick<
  InvestigationPayloads,
  | 'charged'
  | 'charge-approved'
  | 'charge-cancelled'
  | 'charge-evidence-requested'
  | 'charge-evidence-supplied'
  | 'charge-changed'
>;

const isPending = ({ status }: Defendant): boolean => status === 'charged';

/** A new charge takes the place of one that the procuracy refused. */
const charged = (file: CaseFile, { payload, occurredOn }: StepNamed<'charged'>): CaseFile => {
  const accused: Defendant = {
    id: payload.defendantId,
    number: payload.number,
    status: 'charged',
    offence: payload.offence,
    charges: [payload.offence],
    minor: payload.minor ?? payload.underSixteen ?? false,
    ...(payload.underSixteen ? { underSixteen: true } : {}),
    chargedOn: occurredOn,
    since: occurredOn,
  };
  const others = file.defendants.filter((one) => one.id !== accused.id || one.status !== 'cancelled');
  return { ...file, defendants: [...others, accused] };
};

const answered = ({ chargeBefore: _before, evidenceAskedOn: _asked, ...rest }: Defendant): Defendant => rest;

const approved = (file: CaseFile, { payload, occurredOn }: StepNamed<'charge-approved'>): CaseFile => ({
  ...file,
  defendants: file.defendants.map((one) =>
    payload.defendantIds.includes(one.id) && isPending(one)
      ? { ...answered(one), status: 'approved', since: occurredOn }
      : one,
  ),
});

/** What a refused change of the charge leaves is the charge that was approved before. */
const refused = (file: CaseFile, { payload, occurredOn }: StepNamed<'charge-cancelled'>): CaseFile => ({
  ...file,
  defendants: file.defendants.map((one) => {
    if (!payload.defendantIds.includes(one.id) || !isPending(one)) return one;
    const { chargeBefore } = one;
    const left: Defendant = { ...answered(one), since: occurredOn };
    return chargeBefore ? { ...left, ...chargeBefore, status: 'approved' } : { ...left, status: 'cancelled' };
  }),
});

const chargesAfter = (one: Defendant, kind: 'changed' | 'added', offence: Offence): readonly Offence[] =>
  kind === 'added' ? [...(one.charges ?? (one.offence ? [one.offence] : [])), offence] : [offence];

const changed = (file: CaseFile, { payload, occurredOn }: StepNamed<'charge-changed'>): CaseFile => {
  const change = (one: Defendant): Partial<Defendant> => {
    const charges = chargesAfter(one, payload.kind, payload.offence);
    const { offence, charges: before } = one;
    const standing = one.status === 'approved' ? { chargeBefore: { offence, charges: before } } : {};
    return { status: 'charged', charges, offence: gravestOf(charges, lawDayOf(file)), ...standing };
  };
  const applies = ({ status }: Defendant): boolean => status === 'charged' || status === 'approved';
  const scope = { ids: [payload.defendantId], applies, on: occurredOn };
  return { ...file, defendants: changeDefendants(file.defendants, scope, change) };
};

const evidenceAsked = (file: CaseFile, { payload, occurredOn }: StepNamed<'charge-evidence-requested'>): CaseFile => {
  const scope = { ids: payload.defendantIds, applies: isPending, on: occurredOn };
  return { ...file, defendants: changeDefendants(file.defendants, scope, () => ({ evidenceAskedOn: occurredOn })) };
};

const evidenceSupplied = (
  file: CaseFile,
  { payload, occurredOn }: StepNamed<'charge-evidence-supplied'>,
): CaseFile => ({
  ...file,
  defendants: file.defendants.map((one) => {
    const named = payload.defendantIds?.includes(one.id) ?? true;
    if (!named || one.evidenceAskedOn === undefined) return one;
    const { evidenceAskedOn: _asked, ...rest } = one;
    return { ...rest, since: occurredOn };
  }),
});

/** How charges change a case. Source: Điều 179, 180 BLTTHS. */
export const ACCUSATION_EVOLVERS: Evolvers<Accusation> = {
  charged,
  'charge-approved': approved,
  'charge-cancelled': refused,
  'charge-evidence-requested': evidenceAsked,
  'charge-evidence-supplied': evidenceSupplied,
  'charge-changed': changed,
};
