// Every relative link in a Markdown file leads to a file of the repository, and its #fragment to a heading there.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { repositoryFiles } from './repository-files.mjs';

const LINK = /!?\[(?:[^\]\\]|\\.)*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Fenced blocks and `code` hold examples, not links; the line count stays. */
function withoutCode(text) {
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, (block) => block.replace(/[^\n]/g, '')).replace(/`[^`\n]*`/g, '');
}

/** The anchors that a reader of the file can jump to, as the usual Markdown hosts build them. */
function anchorsOf(file) {
  const seen = new Map();
  const headings = withoutFences(readFileSync(file, 'utf8')).matchAll(/^#{1,6}\s+(.*?)\s*#*$/gm);
  return new Set(
    [...headings].map(([, heading]) => {
      const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
      const slug = plain.replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
      const times = seen.get(slug) ?? 0;
      seen.set(slug, times + 1);
      return times === 0 ? slug : `${slug}-${times}`;
    }),
  );
}

function withoutFences(text) {
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
}

function faultOf(file, target) {
  const [place, fragment] = target.split('#');
  const wanted = place === '' ? file : path.posix.join(path.posix.dirname(file), decodeURIComponent(place));
  if (!existsSync(wanted)) return `${target} leads nowhere`;
  if (!fragment || !wanted.endsWith('.md') || statSync(wanted).isDirectory()) return undefined;
  return anchorsOf(wanted).has(decodeURIComponent(fragment)) ? undefined : `${target}: no such heading`;
}

function faultsIn(file) {
  const lines = withoutCode(readFileSync(file, 'utf8')).split('\n');
  return lines.flatMap((line, index) =>
    [...line.matchAll(LINK)]
      .map(([, target]) => (ELSEWHERE.test(target) ? undefined : faultOf(file, target)))
      .filter((fault) => fault !== undefined)
      .map((fault) => `${file}:${index + 1}: ${fault}`),
  );
}

const pages = repositoryFiles().filter((file) => file.endsWith('.md') && existsSync(file));
const faults = pages.flatMap(faultsIn);
for (const fault of faults) console.error(fault);
console.log(`${pages.length} pages, ${faults.length} broken links`);
process.exitCode = faults.length > 0 ? 1 : 0;
