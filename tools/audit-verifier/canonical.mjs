// Whether bytes are the one text of an entry (docs/decisions/0016). Each function is given where something begins and
// says where it ends, or -1. Nothing is built: a million entries are read in about a second.
const DEEPEST = 32;
const LONGEST_KEY = 128;
const NO = -1;

const code = (sign) => sign.charCodeAt(0);
const [QUOTE, BACKSLASH, COLON, COMMA, MINUS] = [...'"\\:,-'].map(code);
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [...'{}[]'].map(code);
const WORDS = new Map(['true', 'false', 'null'].map((word) => [code(word), Buffer.from(word)]));
const [LETTER_U, DIGIT_0, DIGIT_1] = [...'u01'].map(code);
/** What follows a backslash alone, and the last digit of \u000x and \u001x: the control characters without a short form. */
const SHORT_ESCAPES = new Set([...'"\\bfnrt'].map(code));
const LAST_OF_0 = new Set([...('1234567be' + 'f')].map(code));
const LAST_OF_1 = new Set([...'0123456789abcdef'].map(code));

const isDigit = (byte) => byte >= DIGIT_0 && byte <= DIGIT_0 + 9;
const isLetter = (byte) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
/** Letters, digits, and `.` `-` `_`. */
const isKeyByte = (byte) => isLetter(byte) || isDigit(byte) || byte === 0x2e || byte === 0x2d || byte === 0x5f;

/** @param bytes valid UTF-8. */
export function isCanonical(bytes, start, end) {
  return endOfValue(bytes, start, 0) === end;
}

function endOfValue(bytes, at, depth) {
  if (depth > DEEPEST) return NO;
  switch (bytes[at]) {
    case QUOTE:
      return endOfText(bytes, at + 1);
    case OPEN_OBJECT:
      return endOfObject(bytes, at + 1, depth + 1);
    case OPEN_LIST:
      return endOfList(bytes, at + 1, depth + 1);
    default:
      return WORDS.has(bytes[at]) ? endOfWord(bytes, at, WORDS.get(bytes[at])) : endOfNumber(bytes, at);
  }
}

function endOfWord(bytes, at, word) {
  const end = at + word.length;
  return end <= bytes.length && word.compare(bytes, at, end) === 0 ? end : NO;
}

/** Whole, without a leading zero, no minus before zero, within ±(2^53 − 1). */
function endOfNumber(bytes, start) {
  const first = bytes[start] === MINUS ? start + 1 : start;
  let value = 0;
  let at = first;
  while (isDigit(bytes[at]) && value <= Number.MAX_SAFE_INTEGER) {
    // The digit by itself: a sum beyond 2^53 on the way would be rounded.
    value = value * 10 + (bytes[at] - DIGIT_0);
    at += 1;
  }
  if (at === first || value > Number.MAX_SAFE_INTEGER) return NO;
  const isZeroRight = bytes[first] !== DIGIT_0 || (at === first + 1 && first === start);
  return isZeroRight ? at : NO;
}

function endOfText(bytes, start) {
  let isAscii = true;
  let at = start;
  for (let byte; (byte = bytes[at]) !== QUOTE; ) {
    if (!(byte >= 0x20)) return NO;
    if (byte >= 0x80) isAscii = false;
    at = byte === BACKSLASH ? endOfEscape(bytes, at + 1) : at + 1;
    if (at === NO) return NO;
  }
  return isAscii || isComposed(bytes, start, at) ? at + 1 : NO;
}

/** NFC is a matter of the text that is meant: an escaped newline before an accent is not the letter n with one. */
function isComposed(bytes, start, end) {
  const text = JSON.parse(bytes.toString('utf8', start - 1, end + 1));
  return text.normalize('NFC') === text;
}

function endOfEscape(bytes, at) {
  if (SHORT_ESCAPES.has(bytes[at])) return at + 1;
  if (bytes[at] !== LETTER_U || bytes[at + 1] !== DIGIT_0 || bytes[at + 2] !== DIGIT_0) return NO;
  const last = bytes[at + 4];
  if (bytes[at + 3] === DIGIT_0) return LAST_OF_0.has(last) ? at + 5 : NO;
  return bytes[at + 3] === DIGIT_1 && LAST_OF_1.has(last) ? at + 5 : NO;
}

function endOfList(bytes, start, depth) {
  if (bytes[start] === CLOSE_LIST) return start + 1;
  for (let at = start; ; at += 1) {
    at = endOfValue(bytes, at, depth);
    if (at !== NO && bytes[at] === CLOSE_LIST) return at + 1;
    if (at === NO || bytes[at] !== COMMA) return NO;
  }
}

function endOfObject(bytes, start, depth) {
  if (bytes[start] === CLOSE_OBJECT) return start + 1;
  // The quote itself: as it were an empty key, before every other.
  let before = start;
  for (let at = start; ; at += 1) {
    const end = endOfKey(bytes, at);
    if (end === NO || !isBefore(bytes, before, at + 1)) return NO;
    before = at + 1;
    at = bytes[end + 1] === COLON ? endOfValue(bytes, end + 2, depth) : NO;
    if (at !== NO && bytes[at] === CLOSE_OBJECT) return at + 1;
    if (at === NO || bytes[at] !== COMMA) return NO;
  }
}

/** @returns where the closing quote stands. */
function endOfKey(bytes, quote) {
  if (bytes[quote] !== QUOTE || !isLetter(bytes[quote + 1])) return NO;
  let at = quote + 2;
  while (isKeyByte(bytes[at])) at += 1;
  return bytes[at] === QUOTE && at - quote - 1 <= LONGEST_KEY ? at : NO;
}

/** @returns whether the key at `one` sorts before that at `other`. Both end in a quote, which no byte of a key precedes. */
function isBefore(bytes, one, other) {
  let at = 0;
  while (bytes[one + at] === bytes[other + at] && bytes[one + at] !== QUOTE) at += 1;
  return bytes[one + at] < bytes[other + at];
}
