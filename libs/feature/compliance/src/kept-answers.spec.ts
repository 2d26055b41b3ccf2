import { KeptAnswers } from './kept-answers.js';

const MEGABYTE = 1024 * 1024;

/** Makes answers and remembers which were made. */
const maker = (size = 1) => {
  const made: string[] = [];
  const ask = (kept: KeptAnswers, key: string): Promise<Buffer> =>
    kept.get(key, async () => {
      await Promise.resolve();
      made.push(key);
      return Buffer.alloc(size, key);
    });
  return { made, ask };
};

describe('kept answers', () => {
  it('are made once, also for those who ask while one is being made', async () => {
    const kept = new KeptAnswers();
    const { made, ask } = maker(3);
    const answers = await Promise.all([ask(kept, 'a'), ask(kept, 'a'), ask(kept, 'b')]);
    answers.push(await ask(kept, 'a'));
    expect(answers.map(String)).toEqual(['aaa', 'aaa', 'bbb', 'aaa']);
    expect(made).toEqual(['a', 'b']);
  });

  it('never keep a failure', async () => {
    const kept = new KeptAnswers();
    const fails = kept.get('a', () => Promise.reject(new Error('database away')));
    await expect(fails).rejects.toThrow('database away');
    const { made, ask } = maker();
    expect(String(await ask(kept, 'a'))).toBe('a');
    expect(made).toEqual(['a']);
  });

  it('take no more memory than they may: what was asked for longest ago goes', async () => {
    const kept = new KeptAnswers();
    const { made, ask } = maker(12 * MEGABYTE);
    for (const key of ['a', 'b', 'a', 'c', 'a']) await ask(kept, key);
    expect(made).toEqual(['a', 'b', 'c']);
    await ask(kept, 'b');
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keep nothing that is larger than all they may hold', async () => {
    const kept = new KeptAnswers();
    const { made, ask } = maker(40 * MEGABYTE);
    await ask(kept, 'a');
    await ask(kept, 'a');
    expect(made).toEqual(['a', 'a']);
  });
});
