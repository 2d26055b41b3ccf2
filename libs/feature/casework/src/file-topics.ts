/** The topics of the outbox that hear of every recorded step: the figures, and the limits that run. */
export const FILE_TOPICS = ['file-changed', 'limits-changed'] as const;
