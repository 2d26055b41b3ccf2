import { type FastifyRequest } from 'fastify';
import { RequestRefused } from '#libs/platform/http';

/** How a client sends its token: programs in a header, browsers in a cookie that no script can read. */
export const CARRIERS = ['bearer', 'cookie'] as const;
export type Carrier = (typeof CARRIERS)[number];

/** A token as it was sent. */
export interface PresentedToken {
  readonly token: string;
  readonly carrier: Carrier;
}

/** `__Host-`: browsers take it only when it is Secure, of the whole path, and of this host alone. */
const NAME = '__Host-theoan';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';
const BEARER = /^Bearer +(\S+)$/i;

const signInRequired = (): RequestRefused =>
  new RequestRefused(401, 'access.sign-in-required', {}, { 'www-authenticate': 'Bearer' });

/** @returns the values of our cookie; a browser sends one at most. */
const cookiesIn = (header = ''): string[] =>
  header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${NAME}=`))
    .map((pair) => pair.slice(NAME.length + 1));

/**
 * The token of a request. A client that sends the header means the header: its cookie is not looked at.
 * @throws RequestRefused `access.sign-in-required` (401).
 */
export function presentedToken({ headers }: Pick<FastifyRequest, 'headers'>): PresentedToken {
  if (headers.authorization !== undefined) {
    const token = BEARER.exec(headers.authorization)?.[1];
    if (token === undefined) throw signInRequired();
    return { token, carrier: 'bearer' };
  }
  const [token, ...more] = cookiesIn(headers.cookie);
  if (!token || more.length > 0) throw signInRequired();
  return { token, carrier: 'cookie' };
}

/** @returns the value of Set-Cookie that gives a browser its session until the browser closes. */
export const sessionCookie = (token: string): string => `${NAME}=${token}; ${ATTRIBUTES}`;

/** Headers by which a browser forgets its session and what it kept of ours. */
export const FORGET_SESSION = {
  'set-cookie': `${NAME}=; Max-Age=0; ${ATTRIBUTES}`,
  'clear-site-data': '"cache", "storage"',
} as const;
