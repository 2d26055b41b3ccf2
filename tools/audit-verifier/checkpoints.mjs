// Which of the checkpoints given are believed, and who else has signed them.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Unusable } from './unusable.mjs';
import { checkSignatures, readCheckpoint, readKey, readNotes } from './notes.mjs';

/** @returns the keys of a file with one vkey in a line; empty lines and those beginning with # do not count. */
export function loadKeys(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const keys = [];
  for (const [at, line] of lines.entries()) {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    const key = readKey(text);
    if (key === undefined)
      throw new Unusable('a line of the file of keys is no public key of a log or cosigner', { file, line: at + 1 });
    keys.push(key);
  }
  if (!keys.some(({ isCosigner }) => !isCosigner)) throw new Unusable('the file of keys has no key of a log', { file });
  return keys;
}

function filesOf(place) {
  if (!statSync(place).isDirectory()) return [place];
  const names = readdirSync(place).filter((name) => !name.startsWith('.'));
  return names.sort().map((name) => path.join(place, name));
}

function judge(note, keys) {
  const checkpoint = readCheckpoint(note.text);
  if (checkpoint === undefined) return { reason: 'shape' };
  const held = checkSignatures(note, keys);
  if (held === undefined) return { reason: 'signature' };
  if (!held.logKeys.some(({ name }) => name === checkpoint.origin)) return { reason: 'unsigned' };
  return { checkpoint: { ...checkpoint, cosignatures: held.cosignatures } };
}

/**
 * @param place a file, or a folder in which every file holds checkpoints.
 * @returns `believed`, the checkpoints of this origin by their size, `foreign`, how many are of other logs whose key is
 * known, and `findings` on those that are not believed.
 */
export function loadCheckpoints(place, keys, origin) {
  const loaded = { believed: [], foreign: 0, findings: [] };
  for (const file of filesOf(place)) {
    const notes = readNotes(readFileSync(file)) ?? [undefined];
    for (const note of notes) {
      const { checkpoint, reason } = note === undefined ? { reason: 'shape' } : judge(note, keys);
      if (checkpoint === undefined) loaded.findings.push({ kind: 'forged-checkpoint', file, reason });
      else if (checkpoint.origin !== origin) loaded.foreign += 1;
      else loaded.believed.push({ ...checkpoint, file });
    }
  }
  loaded.believed.sort((a, b) => a.size - b.size);
  return { ...loaded, findings: [...loaded.findings, ...forksAmong(loaded.believed)] };
}

/** Two roots for one size, both signed: the log told two stories. */
function forksAmong(believed) {
  return believed.flatMap((checkpoint, at) => {
    const before = believed[at - 1];
    const isFork = before?.size === checkpoint.size && !before.root.equals(checkpoint.root);
    return isFork ? [{ kind: 'forked', size: checkpoint.size, files: [before.file, checkpoint.file] }] : [];
  });
}

/**
 * @returns one `{ name, time }` for each holder of a cosigning key who signed a checkpoint of the largest size. The key
 * of a log is nobody's second opinion, and one key under two names is one holder.
 */
export function cosignersOfLargest(believed, keys) {
  const largest = believed.at(-1)?.size;
  const logKeys = new Set(keys.filter(({ isCosigner }) => !isCosigner).map(({ publicKey }) => publicKey));
  const holders = new Map();
  for (const { size, cosignatures } of believed) {
    if (size !== largest) continue;
    for (const { key, time } of cosignatures) {
      if (!logKeys.has(key.publicKey)) holders.set(key.publicKey, { name: key.name, time });
    }
  }
  return [...holders.values()];
}
