import { foldName } from './fold-name.js';
import { toneKey } from './tone-key.js';

const JOINTS = /['-]/g;
const SPACES = / +/g;

/** H'Hen is asked for as `H'Hen`, `HHen` and `H Hen`. */
const spellings = (key: string): readonly string[] => {
  const joined = key.replace(JOINTS, '');
  return joined === key ? [key] : [joined, key.replace(JOINTS, ' ').replace(SPACES, ' ').trim()];
};

/**
 * @param query words of a name, one after the other; without `exactTones` the last one may be begun only.
 * @param exactTones diacritics count, wherever in the word the tone mark stands; all words are whole then.
 * @returns a test for one name after the other, for lists; an empty query finds nobody.
 */
export function nameMatcher(query: string, exactTones = false): (name: string) => boolean {
  const key = exactTones ? toneKey : foldName;
  const end = exactTones ? ' ' : '';
  const asked = spellings(key(query)).filter((one) => one !== '');
  const parts = asked.map((one) => ` ${one}${end}`);
  return (name) => spellings(key(name)).some((one) => parts.some((part) => ` ${one} `.includes(part)));
}

/** @returns whether a name has the words of a query, as `nameMatcher` tests it. */
export const matchesName = (query: string, name: string, exactTones = false): boolean =>
  nameMatcher(query, exactTones)(name);
