import { randomBytes } from 'node:crypto';

const COUNTER_LIMIT = 0x1000;

let lastMillisecond = 0;
let counter = 0;

/**
 * A new UUID of version 7 (RFC 9562): time first, so that ids of one process sort in the order of their making, also
 * within a millisecond and when the machine's clock is set back.
 */
export function newId(): string {
  advance();
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function advance(): void {
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    // Starts in the lower half at random: leaves room to count and does not tell how many ids were made.
    counter = randomBytes(2).readUInt16BE(0) % (COUNTER_LIMIT / 2);
    return;
  }
  counter += 1;
  if (counter < COUNTER_LIMIT) return;
  lastMillisecond += 1;
  counter = 0;
}
