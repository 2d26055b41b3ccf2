import { type Day, addDays, day } from '#libs/domain/kernel';
import { BLTTHS, TTLT01 } from '../citations.js';
import { type Counting, workingDayFrom } from '../counting.js';
import type { Circumstances, Refusal } from '../guard.js';
import { type Run, askByDayOf, dueDayOf, furthestEndOf, refuseExtension } from '../limit-end.js';
import { CODE_IN_FORCE } from '../time-limit.js';
import type { DenunciationFile } from './denunciation-file.js';
import { VERIFICATION_LIMIT } from './denunciation.limits.js';
import type { DenunciationStepOf } from './denunciation.steps.js';

type Grantor = 'head' | 'procuracy';
type ExtensionLike = { readonly occurredOn: Day; readonly payload: { readonly until: Day } };

/** Điều 148 khoản 1 điểm c was added by Luật 02/2021/QH15. */
const FORCE_MAJEURE_SINCE = day('2021-12-01');
/** The holder has so many days from the demand to remedy what the procuracy found. */
const REMEDY_DAYS = 15;

/** On a file carried over, the head's extension may stand in the old register only. */
const runningVerification = (file: DenunciationFile, grantor: Grantor): Run | undefined => {
  if (!file.limitFrom) return undefined;
  const start = { startedOn: file.limitFrom, granted: grantor === 'head' ? 0 : file.extensions.length };
  const onPaper = file.carriedOver && file.extensions.length === 0 && grantor === 'procuracy';
  const until = onPaper ? furthestEndOf(VERIFICATION_LIMIT, start) : file.extensions.at(-1)?.until;
  return { ...start, granted: onPaper ? 1 : start.granted, ...(until ? { until } : {}) };
};

/** The law has the procuracy grant *một lần*; the head lengthens to 2 months in all, in one step or several. */
const refuseExtensionBy = (file: DenunciationFile, grantor: Grantor, step: ExtensionLike): Refusal | undefined => {
  const { article } = VERIFICATION_LIMIT;
  if (file.resumedOn) return { code: 'extend.after-resumption', article: BLTTHS('Đ.149 khoản 1') };
  const granted = file.extensions.map((extension) => extension.grantor);
  if (grantor === 'procuracy' && granted.includes(grantor)) return { code: 'extend.once', article };
  const inOrder = grantor === 'head' ? !granted.includes('procuracy') : granted.includes('head');
  if (!inOrder && !file.carriedOver) return { code: 'extend.head-first', article };
  return refuseExtension(VERIFICATION_LIMIT, step, runningVerification(file, grantor));
};

/**
 * @returns a refusal unless the law grants this extension, to this day. The procuracy records its own, or the holder that
 *   received it; what the head grants is the holder's alone.
 */
export const refuseExtended = (
  file: DenunciationFile,
  step: DenunciationStepOf<'extended'>,
  { agencyOf }: Circumstances,
): Refusal | undefined => {
  const { grantor } = step.payload;
  const held = file.holderOfficeId === undefined ? undefined : agencyOf(file.holderOfficeId);
  return grantor === 'head' && agencyOf(step.officeId) === 'procuracy' && held !== 'procuracy'
    ? { code: 'extend.of-the-head', article: BLTTHS('Đ.147 khoản 2') }
    : refuseExtensionBy(file, grantor, step);
};

/** @returns a refusal unless the procuracy may still be asked: it is its turn, 5 days are left, no question is open. */
export function refuseRequest(
  file: DenunciationFile,
  step: DenunciationStepOf<'extension-requested'>,
): Refusal | undefined {
  const article = TTLT01('Đ.11 khoản 2');
  if (file.extensionAskedOn) return { code: 'extend.asked-already', article, facts: { day: file.extensionAskedOn } };
  const refusal = refuseExtensionBy(file, 'procuracy', step);
  if (refusal) return refusal;
  const run = runningVerification(file, 'procuracy');
  const askBy = run && askByDayOf(VERIFICATION_LIMIT, run);
  return askBy && step.occurredOn > askBy ? { code: 'extend.asked-late', article, facts: { askBy } } : undefined;
}

/** @returns a refusal unless the procuracy was asked for an extension that it could refuse. */
export const refuseUnasked = (file: DenunciationFile): Refusal | undefined =>
  file.extensionAskedOn ? undefined : { code: 'extend.not-asked', article: TTLT01('Đ.11 khoản 2') };

/** @returns the end of the limit of Điều 147, where it still runs and is known. */
const standingEnd = (file: DenunciationFile): Day | undefined => {
  if (file.resumedOn || !file.limitFrom || file.limitFrom < CODE_IN_FORCE) return undefined;
  return file.extensions.at(-1)?.until ?? dueDayOf(VERIFICATION_LIMIT, { startedOn: file.limitFrom });
};

/** @returns a refusal unless the limit of Điều 147 has come to its last day, and the ground was law on that day. */
export function refuseSuspension(
  file: DenunciationFile,
  step: DenunciationStepOf<'suspended'>,
  counting: Counting,
): Refusal | undefined {
  if (step.payload.ground === 'force-majeure' && step.occurredOn < FORCE_MAJEURE_SINCE) {
    const article = 'Đ.148 khoản 1 điểm c BLTTHS; Luật 02/2021/QH15';
    return { code: 'day.before-the-law', article, facts: { day: step.occurredOn, since: FORCE_MAJEURE_SINCE } };
  }
  const lawful = standingEnd(file);
  const end = lawful && workingDayFrom(lawful, counting);
  return end && step.occurredOn < end
    ? { code: 'suspend.limit-running', article: BLTTHS('Đ.148 khoản 1'), facts: { end } }
    : undefined;
}

/** @returns a refusal of a demand that the procuracy would make to itself. */
export const refuseDemand = (
  file: DenunciationFile,
  step: DenunciationStepOf<'remedy-demanded'>,
): Refusal | undefined =>
  step.officeId === file.holderOfficeId
    ? { code: 'remedy.own-file', article: BLTTHS('Đ.145 khoản 3 điểm c') }
    : undefined;

/** @returns a refusal unless the procuracy demanded a remedy and the 15 days for it have passed. */
export function refuseTakeOver(
  file: DenunciationFile,
  step: DenunciationStepOf<'taken-over'>,
  counting: Counting,
): Refusal | undefined {
  const article = `${BLTTHS('Đ.145 khoản 3 điểm c')}; ${TTLT01('Đ.5 khoản 2')}`;
  if (step.officeId === file.holderOfficeId) return { code: 'transfer.to-itself', article };
  if (!file.remedyDemandedOn) return { code: 'take-over.no-demand', article };
  const end = workingDayFrom(addDays(file.remedyDemandedOn, REMEDY_DAYS), counting);
  return step.occurredOn <= end ? { code: 'take-over.too-early', article, facts: { end } } : undefined;
}
