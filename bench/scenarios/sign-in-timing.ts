import { Accounts, SignIn } from '#libs/feature/access';
import { newOfficer } from '../support/officer.js';
import type { Benchmark, Stage } from '../support/stage.js';
import { median, quantile, timed } from '../support/stopwatch.js';

const ROUNDS = 1_000;
/** The first ones make the decoy and fill the pool. */
const WARM_UP = 20;
const WRONG = 'khong-phai-mat-khau-nay';

/** Names to try: one that nobody has, one with another password, one that is disabled. */
async function namesOn({ app }: Stage): Promise<ReadonlyMap<string, string>> {
  const known = await newOfficer(app, 'investigator', 'CA-31');
  const disabled = await newOfficer(app, 'investigator', 'CA-31');
  await app.get(Accounts).disable(disabled.username);
  return new Map([
    ['unknown name', 'khong.co.ai'],
    ['wrong password', known.username],
    ['disabled account', disabled.username],
  ]);
}

/** @returns the milliseconds of a sign-in that is refused. */
async function refusal({ app, cluster }: Stage, username: string): Promise<number> {
  const { ms } = await timed(() =>
    app
      .get(SignIn)
      .signIn({ username, password: WRONG, address: '192.0.2.1' })
      .catch(() => undefined),
  );
  await cluster.owner.query('delete from sign_in_attempt');
  return ms;
}

/** Whether the time of a refused sign-in tells that a name is somebody’s: medians, turn by turn, over 1,000 rounds. */
export const signInTiming: Benchmark = {
  name: 'sign-in',
  run: async (stage) => {
    const names = await namesOn(stage);
    const times = new Map<string, number[]>([...names.keys()].map((name) => [name, []]));
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      for (const [name, username] of names) {
        const ms = await refusal(stage, username);
        if (round >= 0) times.get(name)?.push(ms);
      }
    }
    const limit = median(times.get('unknown name') ?? []);
    stage.report.heading('sign-in: what the time of a refusal tells');
    const rows = [...times].map(([name, taken]) => [name, median(taken), quantile(taken, 0.95), median(taken) - limit]);
    stage.report.table(['', 'median ms', 'p95 ms', 'median, difference in ms'], rows);
  },
};
