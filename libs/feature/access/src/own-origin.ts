import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Settings } from '#libs/platform/config';
import { RequestRefused } from '#libs/platform/http';

/** A header that no form can send, and no script of another origin without asking us first; we never allow it. */
export const BROWSER_HEADER = 'x-theoan-browser';
const SAFE = new Set(['GET', 'HEAD']);

/** Tells what our own pages send from what other sites make a browser send. */
@Injectable()
export class OwnOrigin {
  /** Scheme, host and port at which browsers find us. */
  readonly origin: string;

  constructor({ publicOrigin, httpPort }: Settings) {
    this.origin = publicOrigin ?? `http://localhost:${httpPort}`;
  }

  /**
   * Of a request that a browser authenticates by itself. Reading must not come from another site; everything else must say
   * that it comes from our origin, and carry `X-TheoAn-Browser`.
   * @throws RequestRefused `access.foreign-request` (403).
   */
  refuseForeign({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): void {
    const isSafe = SAFE.has(method);
    const site = headers['sec-fetch-site'];
    const isOwnSite = site === undefined || site === 'same-origin' || (isSafe && site === 'none');
    const isOwn = headers.origin === this.origin || (isSafe && headers.origin === undefined);
    const isOurs = isSafe || headers[BROWSER_HEADER] !== undefined;
    if (!isOwnSite || !isOwn || !isOurs) {
      throw new RequestRefused(403, 'access.foreign-request', { origin: this.origin, header: 'X-TheoAn-Browser' });
    }
  }
}
