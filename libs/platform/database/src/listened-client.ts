import pg from 'pg';

/**
 * A connection whose loss always has a listener. Pool and mapper listen one after the other, and a connection that the
 * server ends between the two would end the process; whoever uses it next is told that it is gone.
 */
export class ListenedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
