import { fieldsOf } from './words.js';

describe('the steps that a register may state', () => {
  it.each([
    ['denunciation', 'classify'],
    ['denunciation', 'take-over'],
    ['case', 'charge'],
    ['case', 'decide-appeal'],
  ] as const)('%s: %s is one', (kind, command) => {
    expect(fieldsOf(kind, command)).toBeDefined();
  });

  it.each([
    ['denunciation', 'assign'],
    ['denunciation', 'split'],
    ['denunciation', 'split-off'],
    ['denunciation', 'join'],
    ['denunciation', 'overrule-decline'],
    ['case', 'join'],
    ['case', 'absorb'],
    ['case', 'sever'],
    ['case', 'assign-judge'],
    ['case', 'assign-officer'],
  ] as const)('%s: %s is not: it names a person of the product or moves another file', (kind, command) => {
    expect(fieldsOf(kind, command)).toBeUndefined();
  });
});
