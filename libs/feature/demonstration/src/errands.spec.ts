import type { Agency, Office } from '#libs/domain/jurisdiction';
import { type Day, addDays, day } from '#libs/domain/kernel';
import { limitsOf } from '#libs/domain/procedure';
import { type PlannedStep, prepareHistory } from '#libs/feature/casework';
import { withErrands } from './errands.js';
import type { Story } from './story.js';

const [POLICE, PROCURACY] = [1, 2];
const TODAY = day('2025-12-31');
const agencyOf = (id: number): Agency => (id === PROCURACY ? 'procuracy' : 'police-investigation');
const setting = { today: TODAY, agencyOf, isDayOff: () => false, officeOn: (id: number) => id };

const planned = (name: string, occurredOn: Day, payload: Record<string, unknown>): PlannedStep => ({
  command: { name, occurredOn, officeId: POLICE, payload },
  commandId: `${name}/${occurredOn}`,
  recordedBy: 'somebody',
  recordedOn: addDays(occurredOn, 1),
  recordedAt: new Date(0),
});

/** Ids are random in their first digits: each story has a chance of its own. */
const storyOf = (number: number, receivedOn: Day): Story => ({
  id: `${Math.imul(number, 2_654_435_761).toString(16).replace('-', '').padStart(8, '0')}-0000-8000-8000-000000000000`,
  kind: 'denunciation',
  number: String(number),
  officeId: POLICE,
  placeId: 1,
  procuracyAt: () => ({ id: PROCURACY }) as Office,
  steps: [
    planned('receive', receivedOn, { source: 'denunciation', placeId: 1 }),
    planned('classify', addDays(receivedOn, 1), { competence: 'own' }),
    planned('decline', addDays(receivedOn, 15), { ground: 'no-event' }),
  ],
});

const preparedFrom = (story: Story) =>
  prepareHistory({ subject: { ...story, version: 0 }, log: [], steps: withErrands(story, setting) }, ({ command }) => {
    const { officeId } = command;
    const agency = agencyOf(officeId);
    return { ...setting, acting: { officeId, agency, supervises: agency === 'procuracy' } };
  });

const STORIES = Array.from({ length: 300 }, (_none, index) => storyOf(index + 1, day('2025-03-03')));
const HISTORIES = STORIES.map(preparedFrom);

describe('what offices do beside the course of a matter', () => {
  it('is lawful, leaves the course as it was, and is the same every time', () => {
    for (const [index, story] of STORIES.entries()) {
      const steps = withErrands(story, setting);
      expect(HISTORIES[index]?.faults).toEqual([]);
      expect(steps.filter((step) => story.steps.includes(step))).toEqual(story.steps);
      expect(withErrands(story, setting)).toEqual(steps);
    }
  });

  it('is recorded in the order in which it stands, and never before it happened', () => {
    for (const { events } of HISTORIES) {
      const recorded = events.map(({ event }) => event.recordedOn);
      expect(recorded).toEqual([...recorded].sort());
      for (const { event } of events) expect(event.recordedOn >= event.occurredOn).toBe(true);
    }
  });

  it('is done in time by most, late by some, never by a few', () => {
    const notices = HISTORIES.flatMap(({ events }) =>
      limitsOf(
        'denunciation',
        events.map(({ event }) => event),
        setting,
      ),
    ).filter(({ kind }) => kind === 'notice');
    const open = notices.filter(({ stoppedOn }) => stoppedOn === undefined).length;
    const late = notices.filter(({ stoppedOn, dueOn }) => stoppedOn && dueOn && stoppedOn > dueOn).length;
    expect(notices.length).toBeGreaterThan(1000);
    expect(late / notices.length).toBeGreaterThan(0.01);
    expect(late / notices.length).toBeLessThan(0.1);
    expect(open).toBeGreaterThan(0);
    expect(open / notices.length).toBeLessThan(0.01);
  });

  it('looks at what is suspended every month, until it goes on', () => {
    const suspended = STORIES.map((story) => ({
      ...story,
      steps: [
        ...story.steps.slice(0, 2),
        planned('suspend', day('2025-03-24'), { ground: 'force-majeure' }),
        planned('resume', day('2025-09-24'), {}),
      ],
    }));
    const logs = suspended.map(preparedFrom).map(({ events, faults }) => {
      expect(faults).toEqual([]);
      return events.map(({ event }) => event);
    });
    const reviews = logs.flatMap((log) => log.filter(({ type }) => type === 'suspension-reviewed'));
    expect(reviews.length / logs.length).toBeGreaterThan(5);
    expect(reviews.every(({ occurredOn }) => occurredOn <= '2025-09-24')).toBe(true);
    const limits = logs
      .flatMap((log) => limitsOf('denunciation', log, setting))
      .filter(({ kind }) => kind === 'review');
    const late = limits.filter(({ dueOn, stoppedOn = TODAY }) => dueOn && stoppedOn > dueOn);
    expect(late.length / limits.length).toBeGreaterThan(0.01);
    expect(late.length / limits.length).toBeLessThan(0.1);
  });

  it('lies before today', () => {
    const story = storyOf(7, addDays(TODAY, -15));
    for (const { command } of withErrands(story, setting)) expect(command.occurredOn <= TODAY).toBe(true);
  });
});
