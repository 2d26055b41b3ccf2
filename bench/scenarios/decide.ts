import { DomainError } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  type Command,
  decide,
  foldCase,
  limitsOf,
  possibleNow,
  takeStep,
} from '#libs/domain/procedure';
import { OfferSteps } from '#libs/feature/casework';
import { newOfficer } from '../support/officer.js';
import type { Benchmark } from '../support/stage.js';
import { median, quantile } from '../support/stopwatch.js';
import { type ToldCase, chargeOf, commandOf, settingOf, tellCaseOf } from '../support/told-case.js';

/** A case of a day, one of some accused, one of a whole ring. */
const LENGTHS = [5, 20, 100];
const CALLS = 1_000;
const LATEST = 100;

interface Work {
  readonly name: string;
  readonly run: () => unknown;
}

/** @returns what the law says: the step, or the code of its refusal. */
const answerOf = (deed: () => unknown): unknown => {
  try {
    return deed();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code;
  }
};

const COMMANDS: readonly (readonly [string, Command])[] = [
  ['decide, a charge', chargeOf(999, LATEST)],
  ['decide, the conclusion', commandOf('conclude', {}, LATEST)],
  ['decide, refused', commandOf('indict', {}, LATEST)],
];

const worksOn = (told: ToldCase, offered: () => unknown): Work[] => {
  const { file, log } = told;
  const text = JSON.stringify(log);
  const [, charge] = COMMANDS[0] ?? ['', chargeOf(999, LATEST)];
  const setting = settingOf(charge.officeId);
  return [
    { name: 'JSON.parse of the log', run: () => JSON.parse(text) as unknown },
    { name: 'fold of the log', run: () => foldCase(log) },
    ...COMMANDS.map(([name, command]) => {
      return { name, run: () => answerOf(() => decide(CASE_LIFECYCLE, file, command, setting)) };
    }),
    {
      name: 'fold, decide and evolve: a whole judgment',
      run: () => takeStep(CASE_LIFECYCLE, foldCase(log), charge, setting),
    },
    { name: 'limitsOf', run: () => limitsOf('case', log, setting) },
    { name: 'possibleNow', run: () => possibleNow(CASE_LIFECYCLE, file) },
    { name: 'the steps on offer (by trying)', run: offered },
  ];
};

/** @returns microseconds of single calls. */
const timesOf = ({ run }: Work, calls: number): number[] =>
  Array.from({ length: calls }, () => {
    const start = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - start) / 1000;
  });

/** An offer takes milliseconds: fewer calls tell as much. */
const callsOf = ({ name }: Work): number => (name.startsWith('the steps') ? CALLS / 20 : CALLS);

/** In turn, round by round; the first round warms up. */
const measure = (works: readonly Work[], rounds: number): (string | number)[][] => {
  const times = new Map<string, number[]>(works.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const work of works) {
      const taken = timesOf(work, callsOf(work));
      if (round > 0) times.get(work.name)?.push(...taken);
    }
  }
  const limit = median(times.get(works[0]?.name ?? '') ?? []);
  return [...times].map(([name, taken]) => {
    const middle = median(taken);
    const perSecond = Math.round(1e6 / (taken.reduce((sum, one) => sum + one, 0) / taken.length));
    return [name, middle, quantile(taken, 0.99), String(perSecond), middle / limit];
  });
};

/**
 * What a decision costs, without any database: the table, the guards, the order of days, and the file after the step. Beside
 * it stands what nobody can do without who keeps a log: to read it out of its JSON, which grows with the log as the fold does.
 */
export const decideAlone: Benchmark = {
  name: 'decide',
  run: async (stage) => {
    const officer = await newOfficer(stage.app, 'investigator', 'CA-31');
    const offers = stage.app.get(OfferSteps);
    for (const length of LENGTHS) {
      const told = tellCaseOf(length);
      const seen = { ...told.file, holderOfficeId: officer.actor.office.id };
      stage.report.heading(`decide: a case of ${told.log.length} events, ${told.file.defendants.length} accused`);
      const works = worksOn(told, () => offers.to(officer.actor, seen));
      stage.report.table(['', 'p50 µs', 'p99 µs', 'a second', '× JSON.parse'], measure(works, stage.options.rounds));
    }
  },
};
