const ALWAYS: Readonly<Record<string, string | number>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements, values and details of failures are personal data: they stay out of the server's log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const NOT_DURABLE: Readonly<Record<string, string | number>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/** @returns the server's settings; `further` wins over ours. */
export function serverSettings(
  durable: boolean,
  further: Readonly<Record<string, string | number>> = {},
): Readonly<Record<string, string | number>> {
  return { ...ALWAYS, ...(durable ? {} : NOT_DURABLE), ...further };
}
