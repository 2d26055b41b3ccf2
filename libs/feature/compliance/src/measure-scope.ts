import type { RowScope } from '#libs/platform/database';

/** Figures are sums over every file of a territory, whoever asks: the measure reads bookings, and no file. */
export const MEASURE: RowScope = { task: 'measure' };
