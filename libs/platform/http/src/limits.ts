const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** Bytes of a JSON body. */
export const BODY_LIMIT = MEGABYTE;
/** Bytes of an uploaded file; what is inside has its own limits (`platform/spreadsheet`). */
export const UPLOAD_LIMIT = 64 * MEGABYTE;
/** An upload form: one file and a handful of fields beside it. */
export const UPLOAD_LIMITS = {
  fileSize: UPLOAD_LIMIT,
  files: 1,
  fields: 10,
  parts: 11,
  fieldNameSize: 100,
  fieldSize: 64 * KILOBYTE,
  headerPairs: 50,
} as const;
/** Milliseconds in which a client must have sent its headers, and the whole request (an upload on a thin line). */
export const HEADERS_TIMEOUT = 20_000;
export const REQUEST_TIMEOUT = 300_000;
