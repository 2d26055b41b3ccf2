import type { CaseFile } from '../case-file.js';
import { changeDefendants } from '../defendant.js';
import type { TrialStep, Verdict } from './trial.steps.js';

type StepNamed<T extends TrialStep['type']> = Extract<TrialStep, { type: T }>;

/** @returns the case without the hearing that was set or opened. */
export const withoutHearing = ({ hearingOn: _on, hearingOpenedOn: _opened, ...rest }: CaseFile): CaseFile => rest;

/** An adjourned hearing begins anew on another day. Source: Điều 250, 297 BLTTHS. */
export const adjourned = (file: CaseFile, step: StepNamed<'adjourned'>): CaseFile => ({
  ...withoutHearing(file),
  hearingOn: step.payload.hearingOn,
});

const isAbsent = ({ absent, absentia }: Verdict): boolean => absent === true || absentia !== undefined;

/** @returns the case with the judgment on everybody whom it names. */
export function judged(file: CaseFile, step: StepNamed<'judged'>): CaseFile {
  const verdicts = new Map(step.payload.verdicts.map((verdict) => [verdict.defendantId, verdict]));
  const defendants = changeDefendants(
    file.defendants,
    { applies: ({ id, status }) => status === 'indicted' && verdicts.has(id), on: step.occurredOn },
    (defendant) => {
      const verdict = verdicts.get(defendant.id);
      return {
        status: 'judged',
        judgedOn: step.occurredOn,
        verdict: verdict?.outcome,
        offence: verdict?.offence ?? defendant.offence,
        ...(verdict?.charges ? { chargeVerdicts: verdict.charges } : {}),
        ...(verdict && isAbsent(verdict) ? { absent: true } : {}),
      };
    },
  );
  return { ...file, stage: 'judged', defendants, since: step.occurredOn };
}
