import { type CaseFile, chargedDefendants, defendantsAtStage, isHaltedEarlier, statusOfCase } from './case-file.js';
import { type CasePhase, isEarlierPhase, phaseOf } from './case-stage.js';
import { type Defendant, isActive, isHalted } from './defendant.js';
import type { Step } from './step.js';

type Halt = 'suspended' | 'terminated';
type HaltStep = Step<string, { readonly defendantIds?: readonly string[]; readonly ground?: string }>;

/** Whom an earlier part of the procedure left behind stays out of reach of the later ones, terminated or not. */
const haltOne = (defendant: Defendant, status: Halt, phase: CasePhase): Defendant => {
  const { haltedIn = phase, statusBeforeSuspension = defendant.status } = defendant;
  return {
    ...defendant,
    status,
    statusBeforeSuspension,
    haltedIn: isEarlierPhase(haltedIn, phase) ? haltedIn : phase,
  };
};

const resumeOne = (defendant: Defendant): Defendant => {
  const { statusBeforeSuspension, haltedIn: _in, haltedWithCase: _with, haltedFor: _for, ...rest } = defendant;
  return { ...rest, status: statusBeforeSuspension ?? 'approved' };
};

const notWithCase = ({ haltedWithCase: _with, ...rest }: Defendant): Defendant => rest;

/** A halt that leaves nobody active at the stage halts the case: terminated if all are, else suspended. */
const haltByNames = (file: CaseFile): Halt | undefined => {
  const accused = defendantsAtStage(file);
  if (accused.length === 0) return file.halt;
  if (accused.every(({ status }) => status === 'terminated')) return 'terminated';
  return accused.every(isHalted) ? 'suspended' : undefined;
};

const dated = (before: CaseFile, after: CaseFile, step: HaltStep): CaseFile =>
  statusOfCase(before) === statusOfCase(after) ? after : { ...after, since: step.occurredOn };

const haltCase = (
  file: CaseFile,
  step: HaltStep,
  status: Halt,
  applies: (defendant: Defendant) => boolean,
): CaseFile => {
  const ids = step.payload.defendantIds;
  const phase = phaseOf(file.stage);
  const change = (defendant: Defendant): Defendant => {
    const named = ids === undefined || ids.includes(defendant.id);
    if (!named || !applies(defendant)) return ids === undefined ? notWithCase(defendant) : defendant;
    const ground = status === 'suspended' ? { haltedFor: step.payload.ground } : {};
    const halted = { ...haltOne(notWithCase(defendant), status, phase), ...ground, since: step.occurredOn };
    return ids === undefined ? { ...halted, haltedWithCase: true } : halted;
  };
  const after = { ...file, defendants: file.defendants.map(change) };
  const halt = ids === undefined ? status : haltByNames(after);
  return dated(file, halt ? { ...after, halt } : after, step);
};

/**
 * Suspends the named defendants, or the whole case when none is named.
 * Source: Điều 229 khoản 2, 247 khoản 2, 281 khoản 2 BLTTHS.
 */
export const suspend = (file: CaseFile, step: HaltStep): CaseFile => haltCase(file, step, 'suspended', isActive);

/**
 * Terminates proceedings against the named defendants, or the whole case when none is named; whom an earlier part of
 * the procedure suspended stays suspended unless named.
 * Source: Điều 230 khoản 2, 248 khoản 2, 282 BLTTHS.
 */
export function terminate(file: CaseFile, step: HaltStep): CaseFile {
  const whole = step.payload.defendantIds === undefined;
  const reached = (defendant: Defendant): boolean => !whole || !isHaltedEarlier(file, defendant);
  return haltCase(
    file,
    step,
    'terminated',
    (defendant) => isActive(defendant) || (defendant.status === 'suspended' && reached(defendant)),
  );
}

/**
 * Whom a resumption of the whole case reaches: those whom the decision on the whole case halted; without such a
 * decision the suspended, or, where all are terminated, the terminated.
 */
export function resumedTogether(file: CaseFile): readonly Defendant[] {
  const halted = chargedDefendants(file).filter((one) => isHalted(one) && !isHaltedEarlier(file, one));
  const withCase = halted.filter((one) => one.haltedWithCase);
  if (withCase.length > 0) return withCase;
  const suspended = halted.filter((one) => one.status === 'suspended');
  return suspended.length > 0 || file.halt !== 'terminated' ? suspended : halted;
}

/** Resumes the named defendants, or the whole case when none is named. Source: Điều 235, 249, 283 BLTTHS. */
export function resume(file: CaseFile, step: HaltStep): CaseFile {
  const ids = step.payload.defendantIds ?? resumedTogether(file).map((defendant) => defendant.id);
  const defendants = file.defendants.map((defendant) =>
    ids.includes(defendant.id) && isHalted(defendant) ? { ...resumeOne(defendant), since: step.occurredOn } : defendant,
  );
  const { halt: _halt, ...rest } = file;
  return dated(file, { ...rest, defendants }, step);
}
