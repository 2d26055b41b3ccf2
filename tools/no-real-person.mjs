// Refuses what could be the number of a living person in anything that is committed: a citizen's identity number
// (12 digits, the first three a province: Điều 13 Nghị định 137/2015/NĐ-CP) or a Vietnamese mobile number.
import { existsSync, readFileSync } from 'node:fs';
import { repositoryFiles } from './repository-files.mjs';

/** Write this in a comment on the same line when a number is invented and must look real. */
const MARKER = 'invented-number';
const NOT_TEXT = /\.(png|jpe?g|gif|ico|woff2?|ttf|pdf|xlsx|zip|gz)$/i;
const NOT_WRITTEN_BY_HAND = new Set(['package-lock.json']);
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

const SHAPES = [
  { what: 'identity number', shape: /(?<![\w.])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?!\w)/g, prefix: 3 },
  { what: 'mobile number', shape: /(?<![\w.])(?:\+?84[ .-]?|0)[35789]\d(?:[ .-]?\d){7}(?!\w)/g, prefix: 4 },
];

/** One digit again and again behind the prefix (000000000000, 0900000000) is nobody's. */
function isObviouslyInvented(number, prefix) {
  return new Set(number.replace(/\D/g, '').slice(prefix)).size === 1;
}

function numbersIn(line) {
  const text = line.replace(UUID, '');
  return SHAPES.flatMap(({ what, shape, prefix }) =>
    [...text.matchAll(shape)].filter(([number]) => !isObviouslyInvented(number, prefix)).map(() => what),
  );
}

function faultsIn(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) =>
    line.includes(MARKER) ? [] : numbersIn(line).map((what) => `${file}:${index + 1}: looks like a real ${what}`),
  );
}

const faults = repositoryFiles()
  .filter((file) => !NOT_WRITTEN_BY_HAND.has(file) && !NOT_TEXT.test(file) && existsSync(file))
  .flatMap(faultsIn);

// The number itself is not repeated: this output lands in logs.
for (const fault of faults) console.error(fault);
if (faults.length > 0) console.error(`${faults.length} to replace by 000000000000, or to mark with "${MARKER}"`);
process.exitCode = faults.length > 0 ? 1 : 0;
