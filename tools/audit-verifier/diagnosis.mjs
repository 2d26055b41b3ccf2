// From what the inspection saw to what was done. A hypothesis that a signed root confirms is said as a fact; where none
// is confirmed, only the stretch between two checkpoints is named.

/** Trying to put exchanged leaves right takes about k³ hashes; taking out what was put in takes k². */
const LARGEST_TO_REORDER = 64;
const LARGEST_TO_SHORTEN = 1000;
/** Leaves put in side by side that are looked for, when the file goes on beyond the checkpoints anyhow. */
const FEW = [1, 2, 3, 4];

/**
 * @param file `{ stated, isCut, broken }`: the size in its header, whether its end is torn off, and the finding about a
 * line behind which it could not be read. @param signed `{ largest, sizes }` of the checkpoints.
 * @returns findings, each `{ kind, … }`, with the entries counted from 0.
 */
export function diagnose(inspection, file, signed, isPrefixAllowed) {
  const { order, damage } = inspection;
  if (file.broken !== undefined) return [file.broken, ...(damage ? [{ kind: 'edited', ...stretchOf(damage) }] : [])];
  const findings = fromOrder(order);
  if (damage !== undefined) findings.push(fromDamage(inspection, signed.largest, order.isUnbroken));
  return findings.length > 0 ? findings : fromLength(inspection, file, signed, isPrefixAllowed);
}

const stretchOf = ({ from, to }) => ({ from, to });

function fromOrder({ gaps, repeated, misplaced, displaced, gapsLeftOut }) {
  const findings = [];
  if (repeated.length > 0) findings.push({ kind: 'inserted', lines: repeated });
  if (misplaced.length > 0) {
    findings.push({ kind: 'reordered', lines: gaps.length + repeated.length > 0 ? misplaced : displaced });
  }
  if (gaps.length > 0) {
    const count = gaps.reduce((sum, { from, to }) => sum + to - from, 0);
    const hasMore = gaps.length > 1 || gapsLeftOut > 0;
    findings.push({ kind: 'deleted', ...gaps[0], count, hasMore });
  }
  return findings;
}

/** The indexes were written anew: the roots must tell what was done, and fewer leaves than were signed tell it too. */
function fromDamage(inspection, largest, isUnbroken) {
  const { count, damage } = inspection;
  const stretch = stretchOf(damage);
  if (!isUnbroken) return { kind: 'edited', ...stretch };
  if (count < largest) return { kind: 'deleted', ...stretch, count: largest - count, isWithin: true };
  const surplus = count > largest ? new Set([count - largest, ...FEW]) : [];
  for (const number of surplus) {
    const at = insertionIn(inspection, number);
    if (at >= 0) return { kind: 'inserted', from: at, to: at + number, count: number };
  }
  return exchangeIn(inspection) ?? { kind: 'edited', ...stretch };
}

/** @returns the first leaf without which, and the `count - 1` after it, the signed root comes out; -1 for none. */
function insertionIn({ damage, leavesSinceMet, met }, count) {
  const { from, to, root } = damage;
  const needed = to - from + count;
  if (leavesSinceMet === undefined || needed > Math.min(leavesSinceMet.length, LARGEST_TO_SHORTEN)) return -1;
  const leaves = leavesSinceMet.slice(0, needed);
  for (let at = 0; at + count <= needed; at += 1) {
    if (met.rootWith(leaves.toSpliced(at, count)).equals(root)) return from + at;
  }
  return -1;
}

/** One leaf taken from its place and put elsewhere, or two exchanged. */
function exchangeIn({ damage, leavesSinceMet, met }) {
  const { from, to, root } = damage;
  if (leavesSinceMet === undefined || to - from > LARGEST_TO_REORDER) return undefined;
  const leaves = leavesSinceMet.slice(0, to - from);
  const before = met.copy();
  for (const [first, leaf] of leaves.entries()) {
    const rest = leaves.slice(first);
    const second = rest.findIndex(
      (_, at) => at > 0 && exchanges(rest, at).some((tried) => before.rootWith(tried).equals(root)),
    );
    if (second > 0) return { kind: 'reordered', between: [from + first, from + first + second] };
    before.add(leaf);
  }
  return undefined;
}

/** The first leaf and that at `at` exchanged, the first put there, and that one put first. */
function exchanges(leaves, at) {
  const [first] = leaves;
  const other = leaves[at];
  return [
    leaves.with(0, other).with(at, first),
    leaves.toSpliced(0, 1).toSpliced(at, 0, first),
    leaves.toSpliced(at, 1).toSpliced(0, 0, other),
  ];
}

function fromLength({ count, verified }, { stated, isCut }, { largest, sizes }, isPrefixAllowed) {
  if (count < largest) {
    const isOlderState = !isCut && stated === count && sizes.has(count);
    return [{ kind: isOlderState ? 'older-backup' : 'truncated', count, largest, verified }];
  }
  if (isCut) return [{ kind: 'malformed', reason: 'cut', line: count + 2 }];
  if (stated !== count) return [{ kind: 'malformed', reason: 'size', line: 1 }];
  if (count === largest || isPrefixAllowed) return [];
  return [{ kind: 'uncovered', from: largest, to: count }];
}
