import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './child.mjs';

/**
 * Runs one jest project and counts its tests.
 * @returns passed, failed, skipped. A suite that could not start, a run without a single test and an exit code that no
 * failed test explains count as one failure each: silence is not success.
 */
export async function runJest(project, { parameters = [], env } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'theoan-jest-'));
  const report = path.join(folder, 'report.json');
  const all = ['node_modules/jest/bin/jest.js', '--selectProjects', project, '--json', '--outputFile', report];
  const { code } = await run(process.execPath, [...all, '--ci', ...parameters], { env });
  const counts = countsIn(report, code);
  rmSync(folder, { recursive: true, force: true });
  return counts;
}

function countsIn(report, code) {
  const results = reportIn(report);
  if (!results || results.numTotalTests === 0) return { passed: 0, failed: 1, skipped: 0 };
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`jest left no report: ${error.message}`);
    return undefined;
  }
}
