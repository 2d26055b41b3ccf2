import { type Sentences } from '../sentences.js';

/** What a request may get wrong before any rule of the law is asked. */
export const requestEn: Sentences = {
  'request.invalid':
    '{count:number} things in the request are not valid. Correct the fields listed below and send it again.',
  'request.malformed': 'The request is not well formed. See /api/docs and send it again.',
  'request.route-not-found': 'There is nothing at this address. See /api/docs for the list of addresses.',
  'request.method-not-allowed': 'This address does not take the method that was used. See /api/docs.',
  'request.url-malformed':
    'The address holds a wrongly encoded character. Encode its parameters as URLs demand and send it again.',
  'request.too-large': 'What was sent is larger than {limit:size}. Send it in smaller parts.',
  'request.upload-too-large': 'The file is larger than {limit:size}. Split it and import the parts one by one.',
  'request.too-many-parts': 'The upload form has too many parts. Send one file at a time.',
  'request.media-type-unsupported':
    'This content type is not taken. Send application/json, or multipart/form-data to import a file.',
  'request.not-acceptable':
    'The answer cannot be given in the content type asked for. Drop the Accept header or use application/json.',
  'request.body-not-utf8': 'The content is not UTF-8. Save it as UTF-8 and send it again.',
  'request.json-malformed': 'The content is not valid JSON. Check brackets, commas and quotes and send it again.',
  'request.json-too-deep':
    'The JSON is nested more than {limit:number} levels deep. Send the structure shown at /api/docs.',
  'request.json-too-many-values':
    'The JSON holds more than {limit:number} values. Split it into several requests, or import a file.',
  'request.query-nul': 'A parameter in the address holds a NUL character. Remove it and send the request again.',
  'request.idempotency-key-missing':
    'The Idempotency-Key header is missing. Send a new UUID with each thing to record; keep it when you repeat the same one.',
  'request.idempotency-key-malformed':
    'The Idempotency-Key header must be a UUID. Make a new UUID and send the request again.',
  'request.id-malformed':
    'The id[[ “{parameter}”]] in the address is not a UUID. Take it from a list and send the request again.',
  'idempotency.key-reused':
    'This Idempotency-Key was used for another request. Make a new UUID for the new request and send it again.',
  'page.invalid': 'The page cursor is not valid or out of date. Open the list again from its first page.',
  'job.unknown': 'There is no background job “{job}”. See “theoan jobs” for the list.',
  'job.not-found': 'The queue {queue} has no such job; it may be done and cleared. Look at the history of runs.',
  'job.not-failed': 'The job in the queue {queue} has not failed, so it is not run again.',
  'job.payload-malformed':
    'The payload of the job “{job}” is wrong[[ at {field}]]. Start the job anew; if it fails again, tell the administrator.',
  'job.detail-malformed': 'The detail of a run is wrong at {field}. Tell the administrator.',
  'queue.unknown': 'There is no queue “{queue}”. See “theoan jobs” for the list.',
  'plan.not-found': 'There is no plan “{plan}”. Choose one of: {known}.',
  'plan.parent-unknown': 'The parent plan “{parent}” is not loaded. Load it first.',
  'service.failed':
    'Something failed inside and nothing was recorded. Try again; if it fails again, tell the administrator the reference in instance.',
  'service.unavailable':
    'The database does not answer at the moment. Try again in a few seconds, with the same Idempotency-Key so that nothing is recorded twice.',
  'service.stopping': 'The server is stopping for maintenance. Try again in a few seconds.',
};
