/** Where crime information comes from. Source: Điều 143, 144, 152 BLTTHS. */
export const SOURCES = ['denunciation', 'report', 'petition', 'surrender', 'direct-discovery'] as const;
export type Source = (typeof SOURCES)[number];
