import { type Sentences } from '../sentences.js';

/** Why the vault of identities does not give or take a value. */
export const vaultEn: Sentences = {
  'vault.value-refused':
    'The encrypted value does not belong to this place or was altered, so it was not opened. Report this to the administrator at once.',
  'vault.key-unknown':
    'There is no key for this value here, or it was destroyed. Try again; if it stays so, report this to the administrator.',
  'vault.key-in-use': '{remaining:number} values still need this key. Encrypt them anew before you destroy it.',
  'vault.key-not-old': 'There is no old key version {version}: it is in use, never was, or is destroyed.',
  'vault.place-malformed':
    'The place of the value is named in a wrong form; nothing was recorded. Report this to the administrator.',
  'vault.identifier-malformed':
    'The number to look up is too short. Enter all its digits, or the letters and digits of the passport.',
};
