import { Injectable } from '@nestjs/common';
import { type Day, DomainError } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  type Decision,
  type Move,
  foldCase,
  isActive,
  standsFor,
} from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import type { Tx } from '#libs/platform/database';
import { ActingOffices } from './acting-offices.js';
import { broughtByJoined } from './carried-over.js';
import { FileLogRepository } from './file-log.repository.js';
import { FileVisibility } from './file-visibility.js';
import type { Subject } from './logged-event.js';
import { type Renumbered, movesOf } from './moves-of.js';
import { RecordCounterpart } from './record-counterpart.service.js';
import { RecordStep } from './record-step.service.js';
import type { RecordedResult } from './recorded-result.js';
import { RunCommandOnce } from './run-command-once.service.js';

/** The decision to join a case to another one, which goes on in its place. */
export interface CaseJoinder {
  readonly actor: Actor;
  readonly commandId: string;
  readonly caseId: string;
  readonly expectedVersion?: number;
  readonly occurredOn: Day;
  readonly decision?: Decision;
  readonly intoCaseId: string;
  /** The accused who get another number in the other case; all the others who are still proceeded against go along. */
  readonly movedTo?: readonly Renumbered[];
}

/** Joins a case to another one of the same office, in one transaction. Source: Điều 170, 242 BLTTHS. */
@Injectable()
export class JoinCases {
  constructor(
    private readonly runner: RunCommandOnce,
    private readonly recordStep: RecordStep,
    private readonly counterpart: RecordCounterpart,
    private readonly log: FileLogRepository,
    private readonly visibility: FileVisibility,
    private readonly offices: ActingOffices,
  ) {}

  /**
   * @returns the case that ends here, with the position of the step in the other.
   * @throws DomainError as `RecordStep` for either case; `join.into-itself`, or `join.other-office` when another office
   *   holds the other case.
   */
  async join(request: CaseJoinder): Promise<RecordedResult> {
    return this.runner.run(request, async (tx) => {
      const { caseId, intoCaseId } = {
        caseId: request.caseId.toLowerCase(),
        intoCaseId: request.intoCaseId.toLowerCase(),
      };
      if (caseId === intoCaseId) throw refusal('join.into-itself');
      const into = await this.lockInTx(tx, request.actor, { caseId, intoCaseId });
      const own = foldCase(await this.log.readInTx(tx, caseId));
      const moves = movesOf(request.commandId, whoGoes(own, request.movedTo ?? []));
      const joined = await this.endInTx(tx, request, { caseId, intoCaseId, moves });
      const other = foldCase(await this.log.readInTx(tx, intoCaseId));
      if (!standsFor(this.offices.acting(request.actor, other), other.holderOfficeId))
        throw refusal('join.other-office');
      const payload = broughtByJoined(caseId, own, moves);
      const order = {
        ...orderOf(request),
        command: 'absorb',
        fromId: caseId,
        officeId: request.actor.office.id,
        payload,
      };
      const { position } = await this.counterpart.recordInTx(tx, order, into);
      return { ...joined, position };
    });
  }

  /** Locks both in the order of their ids, so that two who join crosswise wait and do not block each other. */
  private async lockInTx(
    tx: Tx,
    actor: Actor,
    { caseId, intoCaseId }: { readonly caseId: string; readonly intoCaseId: string },
  ): Promise<Subject> {
    let into: Subject | undefined;
    for (const id of [caseId, intoCaseId].sort()) {
      const locked = await this.log.lockInTx(tx, 'case', id);
      if (id === intoCaseId) into = locked;
    }
    if (!into || !(await this.visibility.seesInTx(tx, actor, intoCaseId))) {
      throw new DomainError('file.not-found', 'not-found', {});
    }
    return into;
  }

  private async endInTx(
    tx: Tx,
    request: CaseJoinder,
    to: { readonly caseId: string; readonly intoCaseId: string; readonly moves: readonly Move[] },
  ): Promise<RecordedResult> {
    const { caseId, intoCaseId, moves } = to;
    const { expectedVersion } = request;
    return this.recordStep.recordInTx(tx, {
      ...orderOf(request),
      command: 'join',
      event: 'case-joined',
      subjectId: caseId,
      payload: { intoCaseId, ...(moves.length > 0 ? { movedTo: moves } : {}) },
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
    });
  }
}

const orderOf = ({ actor, commandId, occurredOn, decision }: CaseJoinder) => ({
  actor,
  commandId,
  occurredOn,
  kind: 'case' as const,
  ...(decision ? { decision } : {}),
});

const refusal = (code: string): DomainError =>
  new DomainError(code, 'rule', {
    article: CASE_LIFECYCLE.transitions.find(({ command }) => command === 'join')?.article,
  });

/** Everybody who is still proceeded against; whom the request names beside them is left to the law to refuse. */
const whoGoes = ({ defendants }: CaseFile, named: readonly Renumbered[]): Renumbered[] => {
  const open = defendants.filter((one) => isActive(one) || one.status === 'suspended');
  const silent = open.filter(({ id }) => !named.some(({ defendantId }) => defendantId === id));
  return [...silent.map(({ id }) => ({ defendantId: id })), ...named];
};
