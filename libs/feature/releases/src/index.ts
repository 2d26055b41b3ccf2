export { type Release, type ReleaseContent, type ReleasedRow, type ReleasedValue } from './release.js';
export { releaseCsv } from './release-csv.js';
export { type ReleaseQuestion, PrepareRelease } from './prepare-release.service.js';
export { Releases } from './releases.service.js';
export { ReleasesModule } from './releases.module.js';
