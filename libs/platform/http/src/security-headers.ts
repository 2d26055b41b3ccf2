import { randomBytes } from 'node:crypto';

const NONCE_BYTES = 18;

/** What no answer of ours needs, page or not. */
const CLOSED = "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A year, as browsers want it before they remember it for good. */
const ONE_YEAR_IN_SECONDS = 31_536_000;

/**
 * Headers of every answer, also of those that no route, no plugin and no parser of HTTP has seen. An API answers with text
 * for programs: no page may show it, no script may run in it, no cache may keep it.
 */
export const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; ${CLOSED}`,
  'strict-transport-security': `max-age=${ONE_YEAR_IN_SECONDS}; includeSubDomains`,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
} as const;

/** @returns a new nonce of 144 random bits, for one answer. */
export const newNonce = (): string => randomBytes(NONCE_BYTES).toString('base64');

/** @returns the policy of a page: the scripts and styles that carry the nonce, images and requests of its own origin. */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    CLOSED,
  ].join('; ');
