import fc from 'fast-check';
import { type Checkpoint, type CosigningRequest, EMPTY_ROOT, SignerKey } from './index.js';
import { CompactRange, consistencyProof, cosignCheckpoint, formatCheckpoint, leafHash } from './index.js';
import { openCheckpoint, parseCheckpoint, signNote } from './index.js';

/** The example of C2SP tlog-checkpoint. */
const EXAMPLE = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const ORIGIN = 'theoan.example/police/audit';
const TIME = 1_790_000_000;

const log = new SignerKey(ORIGIN, 'ed25519', Buffer.alloc(32, 1));
const procuracy = new SignerKey('procuracy.example/witness', 'cosignature', Buffer.alloc(32, 2));
const keys = [log.verifier, procuracy.verifier];
const leaves = Array.from({ length: 40 }, (_, index) => leafHash(Buffer.from(`entry ${index}`)));

const refusal = (code: string, facts?: unknown): unknown =>
  expect.objectContaining(facts === undefined ? { code } : { code, facts });
const outcome = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

function checkpointOf(part: readonly Buffer[]): Checkpoint {
  const tree = new CompactRange();
  for (const leaf of part) tree.append(leaf);
  return { origin: ORIGIN, size: part.length, root: tree.root() };
}
const signed = (checkpoint: Checkpoint): CosigningRequest['note'] => signNote(formatCheckpoint(checkpoint), [log]);

describe('a checkpoint', () => {
  it('is read and written as the example', () => {
    const checkpoint = parseCheckpoint(EXAMPLE);
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(formatCheckpoint(checkpoint)).toBe(EXAMPLE);
  });

  it('keeps the lines that it does not know', () => {
    const text = `${EXAMPLE}one\ntwo\n`;
    expect(parseCheckpoint(text).extensions).toEqual(['one', 'two']);
    expect(formatCheckpoint(parseCheckpoint(text))).toBe(text);
  });

  const root = EMPTY_ROOT.toString('base64');
  it.each([
    ['two lines', 'a\n1\n', 'shape'],
    ['no newline at the end', `a\n1\n${root}`, 'shape'],
    ['no origin', `\n1\n${root}\n`, 'shape'],
    ['an empty line more', `a\n1\n${root}\n\n`, 'shape'],
    ['a leading zero', `a\n01\n${root}\n`, 'size'],
    ['a sign', `a\n+1\n${root}\n`, 'size'],
    ['a size beyond 2^53', `a\n9007199254740993\n${root}\n`, 'size'],
    ['a root too short', 'a\n1\nAAAA\n', 'root'],
    ['loose Base64', `a\n1\n${root.slice(0, -1)}\n`, 'root'],
    ['an empty tree with a root of its own', `a\n0\n${root.replace('4', '5')}\n`, 'root'],
  ])('is refused for %s', (_what, text, reason) => {
    expect(outcome(() => parseCheckpoint(text))).toEqual(refusal('checkpoint.malformed', { reason }));
  });

  it('is not written with an origin of two lines', () => {
    expect(outcome(() => formatCheckpoint({ ...parseCheckpoint(EXAMPLE), origin: 'a\n1' }))).toMatchObject({
      code: 'checkpoint.malformed',
    });
  });

  it('is believed when its own log signed it', () => {
    const checkpoint = checkpointOf(leaves);
    expect(openCheckpoint(signed(checkpoint), keys)).toEqual({ checkpoint, cosignatures: [] });
  });

  it('is not believed by the word of another log or of a cosigner alone', () => {
    const other = signNote(formatCheckpoint({ ...checkpointOf(leaves), origin: 'elsewhere.example' }), [log]);
    expect(outcome(() => openCheckpoint(other, keys))).toEqual(refusal('checkpoint.not-of-its-log'));
    const { text } = signed(checkpointOf(leaves));
    const cosignedAlone = {
      text,
      signatures: cosignCheckpoint(request(leaves), procuracy, TIME).signatures.slice(1),
    };
    expect(outcome(() => openCheckpoint(cosignedAlone, keys))).toEqual(refusal('checkpoint.not-of-its-log'));
  });
});

function request(part: readonly Buffer[], known?: readonly Buffer[], proof?: Buffer[]): CosigningRequest {
  return {
    note: signed(checkpointOf(part)),
    logKeys: [log.verifier],
    ...(known ? { known: checkpointOf(known) } : {}),
    proof: proof ?? consistencyProof(part, known?.length ?? 0),
  };
}

describe('a cosigner that bears the name of the log', () => {
  it('is still not the log', () => {
    const namesake = new SignerKey(ORIGIN, 'cosignature', Buffer.alloc(32, 4));
    const { text, signatures } = cosignCheckpoint(request(leaves), namesake, TIME);
    const alone = { text, signatures: signatures.slice(1) };
    expect(outcome(() => openCheckpoint(alone, [log.verifier, namesake.verifier]))).toEqual(
      refusal('checkpoint.not-of-its-log'),
    );
  });
});

describe('a witness', () => {
  it('cosigns what grew from what it cosigned before', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.nat({ max: 40 }), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const note = cosignCheckpoint(request(leaves.slice(0, to), leaves.slice(0, from)), procuracy, TIME);
        expect(openCheckpoint(note, keys)).toEqual({
          checkpoint: checkpointOf(leaves.slice(0, to)),
          cosignatures: [{ key: procuracy.verifier, time: TIME }],
        });
      }),
    );
  });

  it('cosigns nothing whose past was rewritten, with whatever proof', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat({ max: 29 }), (from, anyIndex) => {
        const rewritten = leaves.with(Math.min(anyIndex, from - 1), EMPTY_ROOT);
        const known = leaves.slice(0, from);
        for (const proof of [consistencyProof(rewritten, from), consistencyProof(leaves, from), []]) {
          expect(outcome(() => cosignCheckpoint(request(rewritten, known, proof), procuracy, TIME))).toEqual(
            refusal('checkpoint.diverges', { size: 40, known: from }),
          );
        }
      }),
    );
  });

  it('cosigns no older state, as after restoring a backup', () => {
    const older = request(leaves.slice(0, 20));
    expect(
      outcome(() => cosignCheckpoint({ ...older, known: checkpointOf(leaves), proof: [] }, procuracy, TIME)),
    ).toEqual(refusal('checkpoint.older', { size: 20, known: 40 }));
  });

  it('cosigns only what the log signed', () => {
    const stranger = new SignerKey(ORIGIN, 'ed25519', Buffer.alloc(32, 7));
    const note = signNote(formatCheckpoint(checkpointOf(leaves)), [stranger]);
    expect(outcome(() => cosignCheckpoint({ ...request(leaves), note }, procuracy, TIME))).toEqual(
      refusal('note.unsigned'),
    );
    const edited = { ...request(leaves).note, text: formatCheckpoint(checkpointOf(leaves.slice(1))) };
    expect(outcome(() => cosignCheckpoint({ ...request(leaves), note: edited }, procuracy, TIME))).toEqual(
      refusal('note.signature-wrong'),
    );
  });

  it('does not mix two logs up', () => {
    const known = { ...checkpointOf(leaves.slice(0, 3)), origin: 'elsewhere.example' };
    expect(() => cosignCheckpoint({ ...request(leaves), known }, procuracy, TIME)).toThrow(RangeError);
  });
});
