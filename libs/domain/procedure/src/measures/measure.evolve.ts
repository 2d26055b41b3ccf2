import { type Day } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import type { Defendant } from '../defendant.js';
import { type Evolvers, evolveBy } from '../evolve-by.js';
import type { HeldPerson } from '../measure.js';
import { daysHeldBefore, detentionPhaseOf, findHeld, isDetained } from './detention.js';
import { basisOf } from './detention-length.js';
import type { MeasurePayloads, MeasureStep } from './measure.steps.js';

type StepNamed<T extends MeasureStep['type']> = Extract<MeasureStep, { type: T }>;

const held = (file: CaseFile, { payload, occurredOn: since }: StepNamed<'person-held'>): CaseFile => {
  const { from = since, ...told } = payload;
  return { ...file, held: [...(file.held ?? []), { ...told, from, extensions: 0, since }] };
};

const changeHeld = (file: CaseFile, personId: string, change: (one: HeldPerson) => Partial<HeldPerson>): CaseFile => {
  const concerned = findHeld(file, personId);
  if (!concerned) return file;
  return { ...file, held: file.held?.map((one) => (one === concerned ? { ...one, ...change(one) } : one)) };
};

const changeAccused = (
  file: CaseFile,
  { ids, since }: { readonly ids: readonly string[]; readonly since: Day },
  change: (one: Defendant) => Defendant['detention'],
): CaseFile => ({
  ...file,
  defendants: file.defendants.map((one) => {
    const detention = ids.includes(one.id) ? change(one) : undefined;
    return detention ? { ...one, detention, since } : one;
  }),
});

/** The order of detention ends the custody of the person. */
const ordered = (file: CaseFile, { payload, occurredOn: since }: StepNamed<'detention-ordered'>): CaseFile => {
  const { defendantId, from, until } = payload;
  const phase = detentionPhaseOf(file.stage) ?? 'investigation';
  const by = basisOf(file, phase);
  const after = changeAccused(file, { ids: [defendantId], since }, (one) => ({
    phase,
    from,
    until,
    extensions: 0,
    daysBefore: phase === 'investigation' ? daysHeldBefore(file, one, from) : 0,
    ...(by ? { by } : {}),
  }));
  return changeHeld(after, defendantId, () => ({ endedOn: from, since }));
};

const extended = (file: CaseFile, { payload, occurredOn: since }: StepNamed<'detention-extended'>): CaseFile =>
  changeAccused(
    file,
    { ids: payload.defendantIds, since },
    ({ detention }) => detention && { ...detention, until: payload.until, extensions: detention.extensions + 1 },
  );

const ended = (file: CaseFile, { payload, occurredOn: since }: StepNamed<'detention-ended'>): CaseFile =>
  changeAccused(file, { ids: payload.defendantIds, since }, (one) =>
    one.detention && isDetained(one) ? { ...one.detention, endedOn: since } : undefined,
  );

const EVOLVERS: Evolvers<MeasurePayloads> = {
  'person-held': held,
  'custody-extended': (file, { payload, occurredOn: since }) =>
    changeHeld(file, payload.personId, ({ extensions }) => ({
      until: payload.until,
      extensions: extensions + 1,
      since,
    })),
  released: (file, { payload, occurredOn }) =>
    changeHeld(file, payload.personId, () => ({ endedOn: occurredOn, since: occurredOn })),
  'detention-ordered': ordered,
  'detention-extended': extended,
  'detention-ended': ended,
};

/** @returns the case after a step of custody or detention. Pure; does not ask whether the step was allowed. */
export const evolveMeasures = (file: CaseFile, step: MeasureStep): CaseFile => evolveBy(EVOLVERS, file, step);
