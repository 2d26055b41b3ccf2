import fc from 'fast-check';
import { inspect } from 'node:util';
import { type SignedNote, SignerKey, VerifierKey } from './index.js';
import { cosignNote, formatNote, openNote, parseNote, signNote } from './index.js';

/** From C2SP signed-note, "Verifier keys". */
const C2SP_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const C2SP_NOTE =
  'This is an example message.\n\n' +
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

/** From the documentation of Go's sumdb/note, where the format began. */
const GO_SECRET = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const GO_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const GO_TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const GO_NOTE = `${GO_TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

/** A key of type 0x04 in public use, from the tests of transparency-dev/formats. */
const COSIGNER_KEY = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';

/** The checkpoint and the time of the example in C2SP tlog-cosignature. */
const CHECKPOINT = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const TIME = 1_679_315_147;

const seed = (byte: number): Buffer => Buffer.alloc(32, byte);
const log = new SignerKey('example.com/behind-the-sofa', 'ed25519', seed(1));
const witness = new SignerKey('witness.example.com/w1', 'cosignature', seed(2));
const keys = [log.verifier, witness.verifier];
const cosigned = cosignNote(signNote(CHECKPOINT, [log]), witness, TIME);

const refusal = (code: string, reason?: string): unknown =>
  expect.objectContaining({ code, ...(reason === undefined ? {} : { facts: { reason } }) });
const outcome = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe('keys of notes', () => {
  it.each([C2SP_KEY, GO_KEY, COSIGNER_KEY])('are read and written: %s', (text) => {
    expect(VerifierKey.parse(text).toString()).toBe(text);
  });

  it('know what they sign', () => {
    expect(VerifierKey.parse(COSIGNER_KEY)).toMatchObject({
      name: 'remora.n621.de',
      id: 'da77ade7',
      type: 'cosignature',
    });
    expect(VerifierKey.parse(C2SP_KEY)).toMatchObject({ name: 'example.com/foo', id: '530d903a', type: 'ed25519' });
  });

  it('have a secret half that is read and written, and leads to the public one', () => {
    const signer = SignerKey.parse(GO_SECRET);
    expect([signer.exportSecret(), signer.verifier.toString()]).toEqual([GO_SECRET, GO_KEY]);
  });

  it('show nothing of the secret half where an object is printed', () => {
    const signer = SignerKey.parse(GO_SECRET);
    for (const shown of [inspect(signer, { depth: 9, showHidden: true }), JSON.stringify(signer)]) {
      expect(shown).not.toMatch(/YEKFALV|810a1402d5|129, 10, 20/i);
    }
  });

  it('are generated, each time another one', () => {
    const [one, two] = [SignerKey.generate('a.example', 'cosignature'), SignerKey.generate('a.example', 'cosignature')];
    expect(one.verifier.id).not.toBe(two.verifier.id);
    expect(SignerKey.parse(one.exportSecret()).verifier.toString()).toBe(one.verifier.toString());
  });

  it('differ in id by type, so that a signature of one kind is never read as the other', () => {
    expect(new SignerKey('a.example', 'ed25519', seed(3)).verifier.id).not.toBe(
      new SignerKey('a.example', 'cosignature', seed(3)).verifier.id,
    );
  });

  it.each([
    ['a wrong id', C2SP_KEY.replace('530d903a', '530d903b'), 'id'],
    ['an id in capitals', C2SP_KEY.replace('530d903a', '530D903A'), 'name'],
    ['another name', C2SP_KEY.replace('foo', 'bar'), 'id'],
    ['a part too few', 'bananas.sigstore.dev+12344556', 'name'],
    ['no name', C2SP_KEY.replace('example.com/foo', ''), 'name'],
    ['a space in the name', C2SP_KEY.replace('/', ' '), 'name'],
    ['a wide space in the name', C2SP_KEY.replace('/', '\u3000'), 'name'],
    ['no Base64', 'rekor.sigstore.dev+12345678+THIS_IS_NOT_BASE64!', 'type'],
    ['loose Base64', `${C2SP_KEY}=`, 'type'],
    ['a type that we do not know', 'rekor.sigstore.dev+12345678+AwEB', 'type'],
    ['a key too short', 'rekor.sigstore.dev+12345678+AQEB', 'length'],
  ])('are refused for %s', (_what, text, reason) => {
    expect(outcome(() => VerifierKey.parse(text))).toEqual(refusal('note.key-malformed', reason));
  });

  it('are refused as a secret without its prefix, with a wrong id or of a wrong length', () => {
    expect(outcome(() => SignerKey.parse(GO_KEY))).toEqual(refusal('note.key-malformed', 'prefix'));
    const other = GO_SECRET.replace('c74f20a3', 'c74f20a4');
    expect(outcome(() => SignerKey.parse(other))).toEqual(refusal('note.key-malformed', 'id'));
    expect(outcome(() => new SignerKey('a', 'ed25519', Buffer.alloc(31)))).toEqual(
      refusal('note.key-malformed', 'length'),
    );
  });
});

describe('signed notes', () => {
  it.each([
    [C2SP_NOTE, C2SP_KEY],
    [GO_NOTE, GO_KEY],
  ])('are read, believed and written back', (text, key) => {
    const verifier = VerifierKey.parse(key);
    const note = parseNote(text);
    expect(openNote(note, [verifier])).toEqual([{ key: verifier }]);
    expect(formatNote(note)).toBe(text);
    expect(parseNote(Buffer.from(text))).toEqual(note);
  });

  it('are signed as the reference signs them', () => {
    expect(formatNote(signNote(GO_TEXT, [SignerKey.parse(GO_SECRET)]))).toBe(GO_NOTE);
  });

  it('may hold empty lines in their text', () => {
    const note = parseNote(formatNote(signNote('one\n\ntwo\n\n\n', [log])));
    expect([note.text, openNote(note, keys)]).toEqual(['one\n\ntwo\n\n\n', [{ key: log.verifier }]]);
  });

  it('are refused when any byte of text or signature is another one', () => {
    const bytes = Buffer.from(formatNote(cosigned));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const spoilt = Buffer.from(bytes);
        spoilt.writeUInt8(spoilt.readUInt8(at) ^ mask, at);
        const opened = outcome(() => openNote(parseNote(spoilt), keys));
        // A line whose name or key id was spoilt is of an unknown key, and passed over; the other one still holds.
        const isOneLeft = Array.isArray(opened) && opened.length === 1;
        expect(isOneLeft || opened instanceof Error).toBe(true);
        if (at < Buffer.byteLength(CHECKPOINT)) expect(opened).toBeInstanceOf(Error);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['nothing', '', 'shape'],
    ['no newline at the end', GO_NOTE.trimEnd(), 'shape'],
    ['no signature', `${GO_TEXT}\n`, 'signature'],
    ['no empty line', GO_NOTE.replace('\n\n', '\n'), 'shape'],
    ['an empty line after the signatures', `${GO_NOTE}\n`, 'signature'],
    ['a hyphen for the dash', GO_NOTE.replace('—', '-'), 'signature'],
    ['two spaces', GO_NOTE.replace('— ', '—  '), 'signature'],
    ['a space at the end of a line', GO_NOTE.replace(/=\n$/, '= \n'), 'signature'],
    ['a plus in a name', GO_NOTE.replace('PeterNeumann x', 'Peter+Neumann x'), 'signature'],
    ['loose Base64', GO_NOTE.replace('AM=\n', 'AN=\n'), 'signature'],
    ['no bytes after the key id', `${GO_TEXT}\n— PeterNeumann x08gow==\n`, 'signature'],
    ['a carriage return', GO_NOTE.replaceAll('\n', '\r\n'), 'character'],
    ['a tab', GO_NOTE.replace('you think', 'you\tthink'), 'character'],
    ['bytes that are not UTF-8', Buffer.concat([Buffer.from([0xff]), Buffer.from(GO_NOTE)]), 'encoding'],
    ['half a surrogate pair', `\ud800${GO_NOTE}`, 'encoding'],
    ['a megabyte', 'x'.repeat(1_000_000) + GO_NOTE, 'size'],
    ['a hundred signatures', GO_NOTE + GO_NOTE.slice(GO_NOTE.indexOf('—')).repeat(99), 'size'],
  ])('are refused for %s', (_what, text, reason) => {
    expect(outcome(() => parseNote(text))).toEqual(refusal('note.malformed', reason));
  });

  it('pass over signatures of unknown keys, sharing a name or an id or nothing', () => {
    const sameName = new SignerKey(log.verifier.name, 'ed25519', seed(9));
    const note = signNote(CHECKPOINT, [sameName, log, new SignerKey('elsewhere.example', 'ed25519', seed(8))]);
    expect(openNote(note, keys)).toEqual([{ key: log.verifier }]);
    expect(outcome(() => openNote(note, [witness.verifier]))).toEqual(refusal('note.unsigned'));
  });

  it('are refused as a whole when one known key did not sign this text', () => {
    const other = signNote('another text\n', [log]);
    const mixed: SignedNote = { text: CHECKPOINT, signatures: [...cosigned.signatures, ...other.signatures] };
    expect(outcome(() => openNote(mixed, keys))).toEqual(refusal('note.signature-wrong'));
  });

  it.each([0, 1, 63, 65])('are refused for a signature of %d bytes', (length) => {
    const [line] = signNote(CHECKPOINT, [log]).signatures;
    const note = { text: CHECKPOINT, signatures: [{ ...line!, signature: Buffer.alloc(length, 1) }] };
    expect(outcome(() => openNote(note, keys))).toEqual(refusal('note.signature-wrong'));
  });

  it('are not written from a text that could not be read back', () => {
    expect(outcome(() => signNote('no newline', [log]))).toEqual(refusal('note.malformed', 'shape'));
    expect(outcome(() => signNote('tab\t\n', [log]))).toEqual(refusal('note.malformed', 'character'));
    expect(outcome(() => formatNote({ text: 'x\n', signatures: [] }))).toEqual(refusal('note.malformed', 'signature'));
  });
});

describe('cosignatures', () => {
  it('sign the message that C2SP tlog-cosignature shows, with the time before it', () => {
    const line = cosigned.signatures.at(-1)!;
    expect(line).toMatchObject({ name: 'witness.example.com/w1', keyId: witness.verifier.id });
    expect(line.signature.readBigUInt64BE(0)).toBe(BigInt(TIME));
    const message = `cosignature/v1\ntime 1679315147\n${CHECKPOINT}`;
    expect(witness.verifier.verify(Buffer.from(message), line.signature.subarray(8))).toBe(true);
  });

  it('are believed with their time', () => {
    expect(openNote(parseNote(formatNote(cosigned)), keys)).toEqual([
      { key: log.verifier },
      { key: witness.verifier, time: TIME },
    ]);
  });

  it('do not hold for another time', () => {
    const line = cosigned.signatures.at(-1)!;
    const later = Buffer.from(line.signature);
    later.writeBigUInt64BE(BigInt(TIME + 1));
    const note = { text: CHECKPOINT, signatures: [{ ...line, signature: later }] };
    expect(outcome(() => openNote(note, keys))).toEqual(refusal('note.signature-wrong'));
  });

  it('are replaced by a later one of the same key', () => {
    const again = cosignNote(cosigned, witness, TIME + 60);
    expect(openNote(again, keys)).toEqual([{ key: log.verifier }, { key: witness.verifier, time: TIME + 60 }]);
  });

  it('are made by keys of their kind only, and at a time', () => {
    const note = signNote(CHECKPOINT, [log]);
    expect(() => cosignNote(note, log, TIME)).toThrow(RangeError);
    expect(() => signNote(CHECKPOINT, [witness])).toThrow(RangeError);
    expect(() => cosignNote(note, witness, 0.5)).toThrow(RangeError);
  });
});
