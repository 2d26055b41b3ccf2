/** @returns the value without its class: the log and the comparison of repeated requests want plain values. */
export const plain = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
