import { hash } from 'node:crypto';

/** Bytes of a SHA-256. */
export const HASH_SIZE = 32;
const LEAF = Buffer.from([0x00]);
const NODE = Buffer.from([0x01]);

/** Root of the tree without leaves: the hash of nothing (RFC 6962 §2.1). */
export const EMPTY_ROOT = hash('sha256', Buffer.alloc(0), 'buffer');

/** @param content the bytes of one entry. @returns its leaf, SHA-256(0x00 ‖ content): RFC 6962 §2.1. */
export function leafHash(content: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([LEAF, content]), 'buffer');
}

/** @param left, right hashes of 32 bytes. @returns the node above them, SHA-256(0x01 ‖ left ‖ right): RFC 6962 §2.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}
