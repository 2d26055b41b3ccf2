import path from 'node:path';

/** The folder of one embedded server and what lies in it. It is created whole, by one rename. */
export interface ServerHome {
  readonly folder: string;
  /** The server's own files (PGDATA). */
  readonly cluster: string;
  /** Password of the owner role; mode 0600. */
  readonly password: string;
  readonly log: string;
  /** Process id of the Node process that started the server and is to stop it. */
  readonly starter: string;
  /** The port of the last start, which the next one takes again: whoever knows the address keeps it. */
  readonly port: string;
}

/** @returns the paths inside `folder`. */
export function serverHome(folder: string): ServerHome {
  const absolute = path.resolve(folder);
  const inside = (name: string): string => path.join(absolute, name);
  return {
    folder: absolute,
    cluster: inside('cluster'),
    password: inside('owner-password'),
    log: inside('server.log'),
    starter: inside('starter.pid'),
    port: inside('port'),
  };
}
