/** The limits of every file are reckoned and told in the background, whoever holds them. */
export const DEADLINES = { task: 'deadlines' } as const;
