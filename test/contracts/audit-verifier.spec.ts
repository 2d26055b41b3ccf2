import { gzipSync } from 'node:zlib';
import { type CanonicalValue, type SignedNote, SignerKey } from '#libs/platform/transparency';
import { CompactRange, cosignNote, formatCheckpoint, formatNote, signNote } from '#libs/platform/transparency';
import { ORIGIN, exportOf, inventedEntry, keysText, leavesOf, sealLog } from '../support/sealed-log.js';
import { changed, entries, lines, notes, rewritten, verify } from '../support/verifier-run.js';

const foreign = inventedEntry(999_999);
const says = (code: number, words: string): unknown => ({ code, words: expect.stringContaining(words) });

describe('the independent verifier', () => {
  it('finds an untouched export intact', () => {
    const answer = verify({ options: ['--require-cosigners', '2'] });
    expect(answer).toEqual(says(0, '2000 entries, 2000 proven, largest checkpoint 2000'));
    expect(answer.words).toContain('INTACT');
    expect(answer.words).toMatch(/Cosigned: procuracy\.example\S+ 2026\S+; court\.example\S+ 2026/);
  });

  it('speaks Vietnamese, and JSON to programs', () => {
    expect(verify({ options: ['--language', 'vi'] })).toEqual(says(0, 'NGUYÊN VẸN'));
    const { words } = verify({ ...rewritten(entries.slice(0, 1_940)), options: ['--json'] });
    expect(JSON.parse(words)).toMatchObject({ isIntact: false, verified: 1_900, findings: [{ kind: 'truncated' }] });
  });

  it('reads an export packed by gzip, and checkpoints in one file', () => {
    expect(verify({ file: gzipSync(lines.join('')), isOneFile: true })).toEqual(says(0, '2000 proven'));
  });

  it('is content with few checkpoints, and with one', () => {
    expect(verify({ notes: notes.slice(-1) })).toEqual(says(0, '2000 proven'));
  });
});

describe('the six attacks, as lines of the file', () => {
  it('edited', () => {
    const edited = lines.with(734, lines[734]!.replace('account-', 'account-9'));
    expect(verify(changed(edited))).toEqual(says(10, 'EDITED: at least one entry from 700 to 749 '));
  });

  it('deleted', () => {
    expect(verify(changed(lines.toSpliced(734, 2)))).toEqual(says(11, 'DELETED: 2 missing; entries 733 to 734.'));
  });

  it('inserted', () => {
    const copied = lines.toSpliced(734, 0, lines[500]!);
    expect(verify(changed(copied))).toEqual(says(12, 'INSERTED: 1 repeated: 499 (line 735).'));
  });

  it('reordered', () => {
    const swapped = lines.with(11, lines[21]!).with(21, lines[11]!);
    expect(verify(changed(swapped))).toEqual(says(13, 'REORDERED: out of their place: 20 (line 12), 10 (line 22).'));
  });

  it('truncated, between lines and inside one', () => {
    const words = 'TRUNCATED: 1940 entries where 2000 were sealed; what is missing stood at 1900 or after.';
    expect(verify(changed(lines.slice(0, 1_941)))).toEqual(says(14, words));
    expect(verify({ file: lines.slice(0, 1_942).join('').slice(0, -9) })).toEqual(says(14, words));
  });

  it('truncated inside a line behind a checkpoint, under a header that fits: still no backup', () => {
    const file = exportOf(entries.slice(0, 1_950)).join('') + lines[1_951]!.slice(0, 40);
    expect(verify({ file })).toEqual(says(14, 'TRUNCATED: 1950 entries'));
  });

  it('truncated inside gzip', () => {
    expect(verify({ file: gzipSync(lines.join('')).subarray(0, 60_000) })).toEqual(says(14, 'TRUNCATED'));
  });

  it('an older backup', () => {
    const { entries: before } = sealLog(entries.slice(0, 1_500), [1_500]);
    expect(verify(rewritten(before))).toEqual(
      says(15, 'OLDER BACKUP: this is the state of 1500 entries; a checkpoint is signed for 2000.'),
    );
  });
});

describe('the same attacks with indexes and header written anew', () => {
  it('deleted', () => {
    expect(verify(rewritten(entries.toSpliced(733, 2)))).toEqual(
      says(11, 'DELETED: 2 missing; the first of them is among 700 to 749.'),
    );
  });

  it('inserted: names the one that was never sealed', () => {
    expect(verify(rewritten(entries.toSpliced(733, 0, foreign)))).toEqual(
      says(12, 'INSERTED: 1 never sealed: entries 733 to 733.'),
    );
  });

  it('inserted: also when the file goes on beyond the checkpoints', () => {
    const given = { ...rewritten(entries.toSpliced(733, 0, foreign)), notes: notes.slice(0, 20) };
    expect(verify(given)).toEqual(says(12, 'INSERTED: 1 never sealed: entries 733 to 733.'));
  });

  it('inserted here and there: named as a stretch that is not what was sealed', () => {
    const attacked = entries.toSpliced(733, 0, foreign).toSpliced(20, 0, foreign);
    expect(verify(rewritten(attacked))).toEqual(says(12, 'INSERTED: 1 never sealed: entries 20 to 20.'));
  });

  it('inserted after the end: nobody vouches for it', () => {
    expect(verify(rewritten([...entries, foreign]))).toEqual(says(20, 'NOT COVERED: entries 2000 to 2000'));
  });

  it('reordered: two exchanged, one moved', () => {
    const [from, to] = [entries[733]!, entries[747]!];
    const words = 'REORDERED: sealed entries changed places between 733 and 747.';
    expect(verify(rewritten(entries.with(733, to).with(747, from)))).toEqual(says(13, words));
    expect(verify(rewritten(entries.toSpliced(733, 1).toSpliced(747, 0, from)))).toEqual(says(13, words));
  });

  it('replaced by another entry: edited', () => {
    expect(verify(rewritten(entries.with(0, foreign)))).toEqual(says(10, 'from 0 to 49 '));
    expect(verify(rewritten(entries.with(1_999, foreign)))).toEqual(says(10, 'from 1950 to 1999 '));
  });
});

describe('checkpoints', () => {
  const treeOf = (attacked: readonly CanonicalValue[]): Buffer => {
    const tree = new CompactRange();
    for (const leaf of leavesOf(attacked)) tree.append(leaf);
    return tree.root();
  };
  const textFor = (attacked: readonly CanonicalValue[]): string =>
    formatCheckpoint({ origin: ORIGIN, size: attacked.length, root: treeOf(attacked) });
  const attacked = entries.with(733, foreign);

  it('forged by a key of the same name: not believed, and the edit is found by the others', () => {
    const forger = new SignerKey(ORIGIN, 'ed25519', Buffer.alloc(32, 66));
    const forged = signNote(textFor(attacked), [forger]);
    const answer = verify({ ...rewritten(attacked), notes: [...notes.slice(0, -1), forged] });
    expect(answer).toEqual(says(16, 'FORGED CHECKPOINT'));
    expect(answer.words).toContain('EDITED');
  });

  it('forged under the key id of the log: not believed', () => {
    const [line] = notes[0]!.signatures;
    const forged = { text: textFor(attacked), signatures: [{ ...line!, signature: Buffer.alloc(64, 7) }] };
    expect(verify({ ...rewritten(attacked), notes: [forged] })).toEqual(says(16, '(signature)'));
  });

  it('with another text over the true signatures: not believed', () => {
    const forged = { ...notes.at(-1)!, text: textFor(attacked) };
    expect(verify({ ...rewritten(attacked), notes: [forged] })).toEqual(says(16, '(signature)'));
  });

  it('with a forged cosignature: not believed', () => {
    const last = notes.at(-1)!;
    const spoilt = last.signatures.map((line, at) =>
      at === 2 ? { ...line, signature: Buffer.from(line.signature).fill(7, 8) } : line,
    );
    expect(verify({ notes: [...notes.slice(0, -1), { ...last, signatures: spoilt }] })).toEqual(
      says(16, '(signature)'),
    );
  });

  it('signed by the key of another log: not believed', () => {
    const other = new SignerKey('court.example/audit', 'ed25519', Buffer.alloc(32, 9));
    const note = signNote(textFor(attacked), [other]);
    const keys = `${keysText()}${other.verifier.toString()}\n`;
    expect(verify({ ...rewritten(attacked), notes: [note], keys })).toEqual(says(16, '(unsigned)'));
  });

  it('that are no checkpoint: not believed', () => {
    for (const text of ['', 'hello\n', formatNote(notes[0]!).replace('\n\n', '\n')]) {
      expect(verify({ beside: text })).toEqual(says(16, 'odd is not believed (shape)'));
    }
  });

  it('of a rewritten history signed by the log itself: the cosigned ones tell', () => {
    const [rewrite] = sealLog(attacked, [entries.length]).notes;
    const answer = verify({ ...rewritten(attacked), notes: [...notes, rewrite!] });
    expect(answer).toEqual(says(19, 'TWO HISTORIES'));
    expect(answer.words).toContain('EDITED: at least one entry from 700 to 749 ');
  });

  it('that only the log signed are not enough when cosigners are asked for', () => {
    const alone = { text: notes.at(-1)!.text, signatures: notes.at(-1)!.signatures.slice(0, 2) };
    const given = { notes: [...notes.slice(0, -1), alone] };
    const words = 'COSIGNATURE MISSING: 1 of 2 cosigners signed the checkpoint of 2000 entries.';
    expect(verify({ ...given, options: ['--require-cosigners', '2'] })).toEqual(says(17, words));
    expect(verify({ ...given, options: ['--require-cosigners', '1'] })).toEqual(says(0, 'INTACT'));
  });

  it('cosigned twice by one holder, or by the log itself, have one cosigner', () => {
    const twin = new SignerKey('twin.example', 'cosignature', Buffer.alloc(32, 2));
    const own = new SignerKey('own.example', 'cosignature', Buffer.alloc(32, 1));
    let note: SignedNote = { text: notes.at(-1)!.text, signatures: notes.at(-1)!.signatures.slice(0, 2) };
    for (const key of [twin, own]) note = cosignNote(note, key, 1_790_009_999);
    const keys = `${keysText()}${twin.verifier.toString()}\n${own.verifier.toString()}\n`;
    const options = ['--require-cosigners', '2'];
    expect(verify({ notes: [note], keys, options })).toEqual(says(17, '1 of 2'));
  });

  it('of the beginning prove the beginning, when only that is asked', () => {
    const early = notes.slice(0, 30);
    expect(verify({ notes: early })).toEqual(says(20, 'NOT COVERED: entries 1500 to 1999'));
    expect(verify({ notes: early, options: ['--prefix'] })).toEqual(says(0, '1500 proven'));
  });
});
