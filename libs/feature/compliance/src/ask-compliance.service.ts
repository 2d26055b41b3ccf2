import { Injectable } from '@nestjs/common';
import { type Day, DomainError } from '#libs/domain/kernel';
import { type Territory, type TerritoryTree, validOn } from '#libs/domain/jurisdiction';
import { type IndicatorCode, defaultVariant, targetFor } from '#libs/domain/performance';
import { type Actor, filesSeenBy, seesFiles } from '#libs/feature/access';
import { JurisdictionDirectory, type JurisdictionMap } from '#libs/feature/jurisdictions';
import type { RowScope } from '#libs/platform/database';
import type { ComplianceTable } from './compliance-table.js';
import { KeptAnswers } from './kept-answers.js';
import { ListBehindValue, type ListName, type ListPage } from './list-behind-value.service.js';
import { MeasureCompliance } from './measure-compliance.service.js';
import { PlansInForce, type Standing } from './plans-in-force.js';

/** A question as people put it: names instead of ids. */
export interface ComplianceQuestion {
  readonly plan: string;
  readonly jurisdiction?: string;
  readonly period: string;
  readonly parts?: boolean;
  readonly asOf?: Day;
  /** With the other readings and the dockets; true unless said otherwise. */
  readonly detail?: boolean;
}

export interface ListQuestion extends ComplianceQuestion {
  readonly indicator: IndicatorCode;
  readonly variant?: string;
  readonly list: ListName;
  readonly limit?: number;
  readonly after?: string;
}

/** Where and until when a question asks, and what its answer rests on. */
interface Placed {
  readonly place: Territory;
  readonly day: Day;
  readonly standing: Standing;
}

const OPERATOR: RowScope = { task: 'record' };

const PART: Readonly<Record<Territory['level'], readonly Territory['level'][]>> = {
  nation: ['province'],
  province: ['district', 'commune'],
  district: ['commune'],
  commune: [],
};

/** Answers questions about compliance, within the territory that the asker may see. */
@Injectable()
export class AskCompliance {
  private readonly partsKnown = new WeakMap<JurisdictionMap, Map<string, readonly Territory[]>>();

  private readonly answers = new WeakMap<JurisdictionMap, KeptAnswers>();

  constructor(
    private readonly measure: MeasureCompliance,
    private readonly lists: ListBehindValue,
    private readonly plans: PlansInForce,
    private readonly directory: JurisdictionDirectory,
  ) {}

  /**
   * @param within the territory whose subtree may be seen; `undefined` for the operator at the command line.
   * @throws DomainError `territory.not-found` (also outside `within`), `territory.ambiguous`, `plan.not-found`, `period.invalid`.
   */
  async table(question: ComplianceQuestion, within?: number): Promise<ComplianceTable> {
    const { place, day } = await this.placeOf(question, within);
    const territories = question.parts ? this.parts(place, day) : [place];
    const { plan: planId, period, asOf, detail = true } = question;
    return this.measure.table({ planId, period, territories, detail, ...(asOf ? { asOf } : {}) });
  }

  /**
   * The table as JSON, made once for as long as plan, figures and territories stay as they are: `computedAt` says when.
   * How many steps are pending is asked each time.
   * @throws as `table`; who may not see the place is told so before anything is looked up.
   */
  async tableText(question: ComplianceQuestion, within?: number): Promise<Buffer> {
    const map = this.directory.current;
    const { place, day, standing } = await this.placeOf(question, within);
    const { plan: planId, period, asOf, parts = false, detail = true } = question;
    const key = JSON.stringify([planId, standing.plan, standing.figures, place.id, period, asOf, parts, detail]);
    const kept = this.keptFor(map);
    const figures = await kept.get(key, async () => {
      const territories = parts ? this.parts(place, day) : [place];
      const table = await this.measure.table({ planId, period, territories, detail, ...(asOf ? { asOf } : {}) });
      const { pendingSteps: _pending, ...lasting } = table;
      return Buffer.from(JSON.stringify(lasting).slice(1));
    });
    return Buffer.concat([Buffer.from(`{"pendingSteps":${standing.pendingSteps},`), figures]);
  }

  private keptFor(map: JurisdictionMap): KeptAnswers {
    const kept = this.answers.get(map) ?? new KeptAnswers();
    this.answers.set(map, kept);
    return kept;
  }

  /**
   * One page of one of the three lists behind a value: the whole count, and the matters that the asker may see.
   * @param actor absent for the operator at the command line. @throws as `table`, and `indicator.not-found`.
   */
  async list(question: ListQuestion, actor?: Actor): Promise<ListPage> {
    const { place } = await this.placeOf(question, actor?.office.territoryId);
    const plan = await this.plans.get(question.plan);
    const { indicator, list, period, asOf, limit, after } = question;
    const variant = question.variant ?? targetFor(plan, indicator)?.variant ?? defaultVariant(indicator);
    const page = { ...(asOf ? { asOf } : {}), ...(limit ? { limit } : {}), ...(after ? { after } : {}) };
    const reader = { scope: actor ? filesSeenBy(actor) : OPERATOR, isWhole: this.isWholeFor(place, actor) };
    return this.lists.list({ planId: plan.id, period, territory: place, indicator, variant, list, ...page, ...reader });
  }

  /** @returns whether every matter of the territory lies or lay with an office that the asker sees. */
  private isWholeFor(place: Territory, actor: Actor | undefined): boolean {
    if (!actor) return true;
    const { offices } = this.directory.current;
    return seesFiles(actor) && offices.inSubtreeOf(place.id).every(({ id }) => actor.visibleOfficeIds.has(id));
  }

  private async placeOf(question: ComplianceQuestion, within?: number): Promise<Placed> {
    const { plan, named, standing } = await this.plans.withPeriod(question.plan, question.period);
    const { code, level, validOn: on } = plan.territoryRef;
    const { period } = named;
    const place = question.jurisdiction
      ? this.directory.territoryNamed(question.jurisdiction, period.to)
      : this.directory.territoryByCode(code, level, on);
    if (within !== undefined && !this.directory.current.tree.holds(within, place.id)) {
      throw new DomainError('territory.not-found', 'not-found', { territory: question.jurisdiction ?? place.code });
    }
    return { place, day: period.to, standing };
  }

  /** The parts under the borders of the day: of the nation its provinces then, of a province its districts then or its communes. */
  private parts(place: Territory, day: Day): readonly Territory[] {
    const map = this.directory.current;
    const known = this.partsKnown.get(map) ?? new Map<string, readonly Territory[]>();
    this.partsKnown.set(map, known);
    const key = `${place.id}/${day}`;
    const found = known.get(key) ?? partsOf(map.tree, place, day);
    if (known.size >= MOST_PARTS) known.clear();
    known.set(key, found);
    return found;
  }
}

const MOST_PARTS = 500;

const partsOf = (tree: TerritoryTree, place: Territory, day: Day): readonly Territory[] => {
  const below = tree.subtreeOf(place.id).filter((one) => one.id !== place.id && validOn(one, day));
  const level = PART[place.level].find((wanted) => below.some((one) => one.level === wanted));
  return below.filter((one) => one.level === level).sort((a, b) => (a.code < b.code ? -1 : 1));
};
