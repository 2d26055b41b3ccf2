import { Command } from 'commander';
import { DomainError } from '#libs/domain/kernel';
import { newId } from '#libs/platform/database';
import { type Officer, World } from '../../../../test/support/world.js';
import { type CommandContext } from '../command-context.js';
import { registerDeadlines } from './deadlines.command.js';

describe('theoan deadlines', () => {
  let world: World;
  let desk: Officer;
  let sameNumber: string;

  beforeAll(async () => {
    world = await World.start();
    desk = await world.officer('desk-officer', 'CA-31');
    const elsewhere = await world.officer('desk-officer', 'CA-20');
    sameNumber = `TB-${newId()}`;
    for (const officer of [desk, elsewhere]) {
      await officer.does('/denunciations', { number: sameNumber, source: 'denunciation', occurredOn: '2026-03-02' });
    }
    await world.settled();
  }, 300_000);

  afterAll(async () => world.stop());

  const theoan = async (...words: string[]): Promise<string> => {
    const printed: string[] = [];
    const context: CommandContext = {
      language: 'vi',
      withApplication: (work) => work(world.app),
      print: (text) => void printed.push(text),
      fail: (text) => void printed.push(`FAILED ${text}`),
    };
    const program = new Command();
    registerDeadlines(program, context);
    for (const command of program.commands.flatMap((one) => [one, ...one.commands])) {
      command.exitOverride().configureOutput({ writeErr: () => undefined });
    }
    await program.parseAsync(['deadlines', ...words], { from: 'user' });
    return printed.join('\n');
  };

  it('tells the limits of a file by its number in the register, and asks whose when several offices use it', async () => {
    await expect(theoan('of', 'denunciation', sameNumber)).rejects.toMatchObject({
      code: 'file.number-of-several',
      facts: { number: sameNumber, offices: 'CA-20, CA-31' },
    });
    const told = await theoan('of', 'denunciation', sameNumber, '--office', 'CA-31');
    expect(told).toContain('Đ.147 khoản 1, 2 BLTTHS');
    expect(told).toContain('+ 20 ngày; trùng ngày nghỉ 22/03/2026');
  });

  it.each([
    ['of', 'denunciation', 'no such number'],
    ['of', 'case', newId()],
  ])('has no limits to tell of %s %s %s', async (...words) => {
    await expect(theoan(...words)).rejects.toEqual(new DomainError('file.not-found', 'not-found', {}));
  });

  it('refuses a kind that no file is of', async () => {
    await expect(theoan('of', 'limit', newId())).rejects.toMatchObject({ code: 'commander.invalidArgument' });
  });

  it('narrows the queue to a user name, and refuses one that nobody has', async () => {
    const { username } = (await desk.get('/session')).body.account;
    expect(await theoan('list', '--assignee', username)).toBe('0 thời hạn');
    await expect(theoan('list', '--assignee', 'nobody')).rejects.toMatchObject({ code: 'account.not-found' });
  });

  it('turns the pages of 200 until it has the lines that were asked for', async () => {
    for (let received = 0; received < 80; received += 1) {
      await desk.does('/denunciations', { number: newId(), source: 'denunciation', occurredOn: '2026-03-02' });
    }
    await world.settled();
    const { total } = JSON.parse(await theoan('list', '--format', 'json', '--limit', '1'));
    expect(total).toBeGreaterThan(210);
    expect(JSON.parse(await theoan('list', '--format', 'json', '--limit', '210')).items).toHaveLength(210);
    const { items } = JSON.parse(await theoan('list', '--format', 'json', '--limit', '2000'));
    expect(items).toHaveLength(total);
    expect(new Set(items.map(({ id }: { id: number }) => id)).size).toBe(total);
  });
});
