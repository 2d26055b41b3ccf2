import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type Day, DomainError, addDays } from '#libs/domain/kernel';
import {
  DISCLOSURE_RULE,
  DISCLOSURE_SOURCES,
  type DisclosureRule,
  type GatedTable,
  disclosureRule,
  gate,
} from '#libs/domain/disclosure';
import type { IndicatorCode } from '#libs/domain/performance';
import { type Actor, scopeOf } from '#libs/feature/access';
import { AskCompliance, type ComplianceRow, type ComplianceTable } from '#libs/feature/compliance';
import { Clock, UnitOfWork } from '#libs/platform/database';
import type { NewRelease, ReleaseContent } from './release.js';
import { type GatedIndicators, releasedRows } from './release-content.js';
import { type CountRow, countsByPlace, releasedTable, rowsOf } from './release-counts.js';
import { type EarlierRelease, type KnownRelease, ReleaseRepository } from './release.repository.js';

/** Which table is to leave: a territory and its parts, as known at the end of a day before today. */
export interface ReleaseQuestion {
  readonly plan: string;
  readonly period: string;
  readonly jurisdiction?: string;
  /** Yesterday when absent. */
  readonly knownOn?: Day;
  /** Threshold below which a count is withheld; 10 when absent. */
  readonly k?: number;
}

/** Beyond so many tables about the same figures the audit of all together takes too long. */
const MOST_EARLIER = 8;

interface Figures {
  readonly whole: ComplianceRow;
  readonly parts: readonly ComplianceRow[];
  readonly table: ComplianceTable;
}

interface Gated {
  readonly gated: GatedIndicators;
  readonly counts: readonly CountRow[];
}

/** Makes a table ready to leave the circle: passed through the gate, together with everything released before. */
@Injectable()
export class PrepareRelease {
  constructor(
    private readonly ask: AskCompliance,
    private readonly releases: ReleaseRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @param id of the release; the same one gives the same release again.
   * @throws DomainError `idempotency.key-reused`, as `AskCompliance.table`, `release.day-not-over`, `release.steps-pending`,
   *   `release.other-borders`, `release.too-many-before`, `release.reveals-by-difference`, `disclosure.*`.
   */
  async prepare(id: string, question: ReleaseQuestion, actor: Actor): Promise<KnownRelease> {
    const asked = JSON.stringify({ ...question });
    const known = await this.releases.find(id);
    if (known) return asBefore(known, asked, actor);
    const knownOn = this.dayOf(question);
    const rule = ruleOf(question);
    const preparedAt = this.clock.now();
    const figures = await this.figures(question, knownOn, actor);
    const { whole, parts, table } = figures;
    const placeIds = [whole, ...parts].map(({ jurisdiction }) => jurisdiction.id);
    const earlier = await this.earlier(table, placeIds);
    const { gated, counts } = await throughGate(figures, rule, earlier);
    const content: ReleaseContent = {
      code: `TK-${knownOn.replaceAll('-', '')}-${id.slice(-8).toUpperCase()}`,
      plan: table.plan,
      period: table.period,
      knownOn,
      rule: { k: rule.k, sources: DISCLOSURE_SOURCES },
      prepared: { at: preparedAt.toISOString(), office: actor.office.code, username: actor.username },
      rows: releasedRows(whole, parts, gated),
    };
    const auditedWith = earlier.map((one) => one.id);
    const by = { asked, auditedWith, preparedBy: actor.accountId, officeId: actor.office.id, preparedAt };
    const release: NewRelease = { id, territoryId: whole.jurisdiction.id, placeIds, ...by, content, counts };
    await this.unitOfWork.run((tx) => this.releases.addInTx(tx, release), scopeOf(actor));
    return this.releases.get(id);
  }

  /** Figures of a day that is over stay as they are: whole and parts are of one moment. */
  private dayOf({ knownOn }: ReleaseQuestion): Day {
    const today = this.clock.today();
    if (knownOn !== undefined && knownOn >= today) {
      throw new DomainError('release.day-not-over', 'rule', { day: knownOn });
    }
    return knownOn ?? addDays(today, -1);
  }

  private async figures(question: ReleaseQuestion, asOf: Day, actor: Actor): Promise<Figures> {
    const { plan, period, jurisdiction } = question;
    const asked = { plan, period, ...(jurisdiction ? { jurisdiction } : {}), asOf, detail: false };
    const table = await this.ask.table(asked, actor.office.territoryId);
    const below = await this.ask.table({ ...asked, parts: true }, actor.office.territoryId);
    const [whole] = table.rows;
    if (!whole || table.pendingSteps > 0 || below.pendingSteps > 0) {
      throw new DomainError('release.steps-pending', 'conflict');
    }
    return { whole, parts: below.rows, table };
  }

  private async earlier({ period }: ComplianceTable, placeIds: readonly number[]): Promise<readonly EarlierRelease[]> {
    const earlier = await this.releases.listEarlier(period, placeIds);
    if (earlier.length > MOST_EARLIER) {
      throw new DomainError('release.too-many-before', 'conflict', { count: earlier.length, most: MOST_EARLIER });
    }
    for (const { to, code } of earlier) {
      const isOther = to !== period.to && (await this.releases.hasBordersChanged(to, period.to));
      if (isOther) throw new DomainError('release.other-borders', 'conflict', { code });
    }
    return earlier;
  }
}

/** @throws DomainError `idempotency.key-reused`. */
const asBefore = (known: KnownRelease, asked: string, { accountId }: Actor): KnownRelease => {
  if (known.preparedBy === accountId && known.asked === asked) return known;
  throw new DomainError('idempotency.key-reused', 'conflict', {});
};

/** A release may withhold more than the house does, never less. */
const ruleOf = ({ k = DISCLOSURE_RULE.k }: ReleaseQuestion): DisclosureRule => {
  if (k < DISCLOSURE_RULE.k)
    throw new DomainError('release.k-below-house', 'malformed', { k, least: DISCLOSURE_RULE.k });
  return disclosureRule(k);
};

async function throughGate(
  { whole, parts }: Figures,
  rule: DisclosureRule,
  earlier: readonly EarlierRelease[],
): Promise<Gated> {
  const gated = new Map<IndicatorCode, GatedTable>();
  const counts: CountRow[] = [];
  for (const { indicator } of whole.values) {
    const table = countsByPlace(whole, parts, indicator);
    const passed = gate(table, rule, tablesOf(earlier, indicator));
    gated.set(indicator, passed);
    counts.push(...rowsOf(table, passed, indicator));
    // An audit of several tables takes a second: others are answered between two of them.
    await setImmediate();
  }
  return { gated, counts };
}

const tablesOf = (earlier: readonly EarlierRelease[], indicator: IndicatorCode) =>
  earlier.map(({ territoryId, counts }) =>
    releasedTable(
      territoryId,
      counts.filter((row) => row.indicator === indicator),
    ),
  );
