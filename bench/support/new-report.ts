import type { INestApplicationContext } from '@nestjs/common';
import { type RecordedResult, RecordStep } from '#libs/feature/casework';
import { Clock, newId } from '#libs/platform/database';
import type { BenchOfficer } from './officer.js';

let count = 0;

/** Records the receipt of a denunciation, as the desk does. */
export async function receiveReport(app: INestApplicationContext, officer: BenchOfficer): Promise<RecordedResult> {
  count += 1;
  return app.get(RecordStep).open({
    actor: officer.actor,
    commandId: newId(),
    kind: 'denunciation',
    command: 'receive',
    occurredOn: app.get(Clock).today(),
    payload: { source: 'denunciation', placeId: officer.actor.office.territoryId },
    number: `${newId()}/${count}`,
  });
}
