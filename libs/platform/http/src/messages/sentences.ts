/** Sentences by code. `{fact}`, `{fact:format}`; a part in `[[…]]` is left out when one of its facts is absent. */
export type Sentences = Readonly<Record<string, string>>;

/** Names of codes by kind: of a command, a status, an office's tier … */
export type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;
