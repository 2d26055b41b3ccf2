import { CASE_LIFECYCLE, DENUNCIATION_LIFECYCLE, type SubjectKind } from '#libs/domain/procedure';
import {
  ActingOffices,
  AppendHistories,
  FILE_TOPICS,
  FileLogRepository,
  type PlannedStep,
  prepareHistory,
} from '#libs/feature/casework';
import { UnitOfWork, newId } from '#libs/platform/database';
import { OutboxWakeUp } from '#libs/platform/queue';
import { type World } from './world.js';

/** Every row of a file but what is different by nature: keys, positions, who recorded it under which key. */
const EVERYTHING = `select jsonb_build_object(
  'subject', (select to_jsonb(s) - 'number' from subject s where s.id = $1),
  'events', (select jsonb_agg(to_jsonb(e) - 'position' - 'recorded_by' - 'command_id' - 'recorded_at' order by e.sequence)
    from event e where e.subject_id = $1),
  'state', (select to_jsonb(f) - 'last_position' from file_state f where f.subject_id = $1),
  'lastPosition', (select f.last_position = (select max(e.position) from event e where e.subject_id = $1)
    from file_state f where f.subject_id = $1),
  'defendants', (select jsonb_agg(to_jsonb(d) order by d.number) from defendant_state d where d.case_id = $1),
  'origins', (select jsonb_agg(o.denunciation_id order by 1) from case_origin o where o.case_id = $1),
  'entries', (select jsonb_agg(to_jsonb(d) order by d.ordinal) from docket_entry d where d.subject_id = $1),
  'ledger', (select jsonb_agg(to_jsonb(l) - 'id' - 'position' || jsonb_build_object('sequence', e.sequence)
      order by e.sequence, l.docket, l.flow, l.n, l.day, l.office_id, d.number)
    from ledger l join event e on e.position = l.position
      left join defendant_state d on d.defendant_id::text = l.unit_id where l.subject_id = $1)) as rows`;

interface Original {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly officeId: number;
  readonly placeId: number | null;
}

const commandOf = (kind: SubjectKind, event: string): string => {
  const { transitions } = kind === 'denunciation' ? DENUNCIATION_LIFECYCLE : CASE_LIFECYCLE;
  return (transitions as readonly { event: string; command: string }[]).find((row) => row.event === event)!.command;
};

/** The same steps as a file that was recorded step by step, of which nothing was corrected, appended as a whole. */
export class TwinFile {
  private readonly id = newId();
  private readonly accused = new Map<string, string>();

  constructor(
    private readonly world: World,
    private readonly original: Original,
  ) {}

  /** @returns everything that is stored of the file and of its twin, under the names of the file. */
  async append(): Promise<{ readonly stepwise: unknown; readonly whole: unknown }> {
    const { kind, officeId, placeId } = this.original;
    const place = placeId === null ? {} : { placeId };
    const subject = { id: this.id, kind, number: `twin of ${this.original.id}`, officeId, version: 0, ...place };
    const setting = this.world.app.get(ActingOffices).setting();
    const prepared = prepareHistory({ subject, log: [], steps: await this.steps() }, () => setting);
    if (prepared.faults.length > 0) throw new Error(prepared.faults.map(({ error }) => error.code).join());
    const whole = this.world.app.get(AppendHistories);
    await this.world.app.get(UnitOfWork).run((tx) => whole.appendInTx(tx, [prepared]), { task: 'record' });
    for (const topic of FILE_TOPICS) this.world.app.get(OutboxWakeUp).wake(topic);
    return { stepwise: await this.rowsOf(this.original.id), whole: await this.rowsOf(this.id) };
  }

  /** An accused belongs to one case: those of the twin are others. */
  private async steps(): Promise<PlannedStep[]> {
    const { id, kind } = this.original;
    const ids = await this.world.database.ownerQuery<{ id: string }>(
      'select defendant_id as id from defendant_state where case_id = $1',
      [id],
    );
    for (const one of ids) this.accused.set(one.id, newId());
    const recordedBy = newId();
    const log = await this.world.app.get(FileLogRepository).read(id, { task: 'record' });
    return log.map(({ type, occurredOn, officeId, payload, decision, recordedOn, recordedAt }) => {
      const name = commandOf(kind, type);
      const command = { name, occurredOn, officeId, payload: this.renamed(payload), ...(decision ? { decision } : {}) };
      return { command, commandId: newId(), recordedBy, recordedOn, recordedAt };
    });
  }

  private renamed(payload: object): Record<string, unknown> {
    const text = [...this.accused].reduce((rest, [one, other]) => rest.replaceAll(one, other), JSON.stringify(payload));
    return JSON.parse(text) as Record<string, unknown>;
  }

  private async rowsOf(id: string): Promise<unknown> {
    const [found] = await this.world.database.ownerQuery<{ rows: object }>(EVERYTHING, [id]);
    const text = JSON.stringify(found?.rows).replaceAll(id, this.original.id);
    return JSON.parse([...this.accused].reduce((rest, [one, other]) => rest.replaceAll(other, one), text));
  }
}
