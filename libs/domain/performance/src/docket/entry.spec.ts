import { type Movement, entriesOf } from './index.js';

describe('entries', () => {
  const row: Movement = {
    docket: 'verification',
    officeId: 1,
    unitId: '',
    flow: 'new',
    day: '2024-03-01' as Movement['day'],
  };

  it('are refused where the movements are those of no lawful history', () => {
    expect(() => entriesOf([{ ...row, flow: 'declined' }])).toThrow('no open entry');
    expect(() => entriesOf([row, { ...row, flow: 'resumed' }])).toThrow('entered twice');
    const early = { ...row, flow: 'declined', day: '2024-02-29' } as Movement;
    expect(() => entriesOf([row, early])).toThrow('before it entered');
    expect(() => entriesOf([row, { ...row, officeId: 2, flow: 'declined' }])).toThrow('no open entry');
  });

  it('are not made by marks', () => {
    expect(entriesOf([{ ...row, flow: 'received-and-classified' }])).toEqual([]);
  });
});
