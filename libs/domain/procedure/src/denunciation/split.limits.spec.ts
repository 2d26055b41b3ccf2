import { type FileLimit, limitsOf } from '../index.js';
import { type DenunciationNarrative, deed, denunciation } from '../../../../../test/support/procedure/narrative.js';
import { OFFICE, agencyOf } from '../../../../../test/support/procedure/offices.js';

const limits = (told: DenunciationNarrative): FileLimit[] =>
  limitsOf('denunciation', told.log, { agencyOf }).filter(({ kind }) => kind === 'decision');
const verification = (told: DenunciationNarrative): FileLimit[] =>
  limits(told).filter(({ id }) => id === 'verification');
const lines = (told: DenunciationNarrative): string[] =>
  limits(told).map(({ id, startedOn, dueOn }) => `${id} ${startedOn.slice(5)} > ${dueOn?.slice(5) ?? '?'}`);

it('the limit of Điều 147 is lengthened and resumed for a part as it was for the whole', () => {
  // Received on 1/3; 2 months by the head: 1/5; 2 more by the procuracy: 1/7.
  const part = { parentId: 'd-1', status: 'in-verification', receivedOn: '2024-03-01', headUntil: '2024-05-01' };
  const opened = (more: Record<string, unknown>) =>
    denunciation(deed('split-off', { ...part, ...more }, { by: OFFICE.otherPolice, on: '2024-05-20' }));
  const once = opened({});
  expect(verification(once)).toMatchObject([{ dueOn: '2024-05-01', furthestOn: '2024-07-01' }]);
  once
    .when('extend', { grantor: 'head', until: '2024-06-01' })
    .thenRefused('extend.too-long', { longest: '2024-05-01' });
  const twice = opened({ procuracyUntil: '2024-07-01' });
  expect(lines(twice)).toEqual(['assignment 05-20 > 05-23', 'verification 03-01 > 07-01']);
  twice.when('extend', { grantor: 'procuracy', until: '2024-08-01' }).thenRefused('extend.once');
  const resumed = opened({ resumedOn: '2024-05-10' });
  expect(lines(resumed)).toEqual(['assignment 05-20 > 05-23', 'verification-resumed 05-10 > 06-10']);
  resumed.when('extend', { grantor: 'procuracy', until: '2024-07-01' }).thenRefused('extend.after-resumption');
  expect(lines(opened({ resumedOn: '2024-05-10', suspensionCancelled: true }))).toEqual([
    'assignment 05-20 > 05-23',
    'verification-after-cancellation 05-10 > 06-10',
  ]);
});
