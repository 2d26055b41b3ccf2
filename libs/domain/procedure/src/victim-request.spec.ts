import { refuseVictimGround } from './victim-request.js';

const TRAFFICKING = { article: 150, clause: 1 };
const INSULT = { article: 155, clause: 1 };

describe('a ground that asks for the request of the victim', () => {
  it.each(['no-victim-request', 'request-withdrawn'])(
    '%s fits only an offence that is prosecuted on request',
    (ground) => {
      expect(refuseVictimGround(ground, [TRAFFICKING])).toEqual({
        code: 'ground.no-request-needed',
        article: 'Đ.155 khoản 1 BLTTHS',
      });
      expect(refuseVictimGround(ground, [TRAFFICKING, INSULT])).toBeUndefined();
      expect(refuseVictimGround(ground, [{ ...INSULT, clause: 2 }])).toBeDefined();
    },
  );

  it('fits a file of which nobody knows the offence; no other ground is asked', () => {
    expect(refuseVictimGround('no-victim-request', [])).toBeUndefined();
    expect(refuseVictimGround('no-event', [TRAFFICKING])).toBeUndefined();
  });
});
