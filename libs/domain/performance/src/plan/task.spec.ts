import { type Task, boundAgencies, isJudicial } from './task.js';

describe('a court or procuracy', () => {
  it.each([
    'Viện Kiểm sát nhân dân tỉnh',
    'Viện kiểm sát nhân dân tối cao',
    'Tòa án nhân dân tỉnh',
    'Toà án nhân dân tỉnh',
    'TAND khu vực 1',
    'Tòa án nhân dân'.normalize('NFD'),
  ])('is recognised as %s', (agency) => {
    expect(isJudicial(agency)).toBe(true);
  });

  it.each(['Công an tỉnh', 'Sở Tư pháp', 'Thanh tra tỉnh', 'các cơ quan liên quan'])('is not %s', (agency) => {
    expect(isJudicial(agency)).toBe(false);
  });
});

it('binds lead, implementing and cooperating agencies, not those that are only asked', () => {
  const task: Task = {
    id: 'II.5.d',
    section: 'II.5',
    text: 'Phối hợp xét xử',
    lead: ['Công an tỉnh'],
    implementing: ['Sở Nội vụ'],
    cooperating: ['Sở Y tế'],
    requested: ['Tòa án nhân dân'],
  };
  expect(boundAgencies(task)).toEqual(['Công an tỉnh', 'Sở Nội vụ', 'Sở Y tế']);
});
