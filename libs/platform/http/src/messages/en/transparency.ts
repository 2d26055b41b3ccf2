import { type Sentences } from '../sentences.js';

/** Why an entry, a signed note or a checkpoint of the audit is refused. */
export const transparencyEn: Sentences = {
  'entry.not-canonical':
    'The audit entry has no canonical form ({reason}); nothing was recorded. Report this to the administrator.',
  'note.key-malformed': 'The key text is damaged ({reason}). Copy the whole line from the file of its holder.',
  'note.malformed': 'This is not a signed note ({reason}). Take the file as it was sent, without editing it.',
  'note.signature-wrong':
    'The signature in the name of “{key}” does not hold: the note was altered, or another key signed it. Do not use it, and report it.',
  'note.unsigned': 'The note bears no signature of a key that is trusted here. Check the file of public keys.',
  'checkpoint.malformed': 'The note holds no checkpoint ({reason}). Take the file as the log published it.',
  'checkpoint.not-of-its-log':
    'The checkpoint is not signed by the log that it names. Check the file of public keys, and where the file came from.',
  'checkpoint.older':
    'The checkpoint has {size:number} entries, fewer than the {known:number} already cosigned: an older state was restored. Do not cosign; ask the agency that keeps the log.',
  'checkpoint.diverges':
    'The {known:number} entries already cosigned are not the beginning of the {size:number} of this checkpoint: the past was changed. Do not cosign; keep both checkpoints as evidence.',
  'audit.export-malformed':
    'Line {line:number} of the export of the audit is damaged. Export again and do not edit the file.',
  'audit.export-short':
    'The export has {leaves:number} entries, the checkpoint {size:number}. Take an export of the same moment or later; if entries still lack, the audit was truncated.',
};
