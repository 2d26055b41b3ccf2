import fc from 'fast-check';
import {
  type Agency,
  type Office,
  type OfficeCoverage,
  OfficeRegister,
  type OfficeTier,
  type Territory,
  TerritoryTree,
} from '#libs/domain/jurisdiction';
import { day } from '#libs/domain/kernel';
import { ROLES, type Role } from './access.permissions.js';
import { visibleOffices } from './office-scope.js';

const BEGIN = day('2010-01-01');
const TODAY = day('2026-03-16');
const MERGER = day('2025-06-30');

const territory = (id: number, level: Territory['level'], parentId?: number, validTo?: typeof MERGER): Territory => ({
  id,
  code: String(id),
  level,
  name: `Đơn vị ${id}`,
  unitType: level === 'nation' ? 'nation' : 'commune',
  validFrom: BEGIN,
  ...(parentId === undefined ? {} : { parentId }),
  ...(validTo === undefined ? {} : { validTo }),
});

/** A nation with two provinces; the first has two communes, an old district, and an old province merged into it. */
const TREE = new TerritoryTree([
  territory(1, 'nation'),
  territory(10, 'province', 1),
  territory(20, 'province', 1),
  territory(11, 'commune', 10),
  territory(12, 'commune', 10),
  territory(13, 'district', 10, MERGER),
  territory(14, 'province', 10, MERGER),
  territory(21, 'commune', 20),
]);

const offices: Office[] = [];
const ids: Record<string, number> = {};

function office(name: string, agency: Agency, [tier, territoryId]: [OfficeTier, number], successor?: string): void {
  const id = offices.length + 1;
  ids[name] = id;
  const ended = successor === undefined ? {} : { validTo: MERGER, successorId: ids[successor]! };
  offices.push({ id, code: name, name, agency, tier, territoryId, validFrom: BEGIN, ...ended });
}

office('police centre', 'police-investigation', ['centre', 1]);
office('procuracy centre', 'procuracy', ['centre', 1]);
office('committee centre', 'committee', ['centre', 1]);
for (const [place, id] of [
  ['A', 10],
  ['B', 20],
] as const) {
  office(`police ${place}`, 'police-investigation', ['province', id]);
  office(`border ${place}`, 'border-guard', ['province', id]);
  office(`procuracy ${place}`, 'procuracy', ['province', id]);
  office(`court ${place}`, 'court', ['province', id]);
  office(`committee ${place}`, 'committee', ['province', id]);
  office(`health ${place}`, 'health', ['province', id]);
  office(`procuracy region ${place}`, 'procuracy', ['region', id]);
  office(`court region ${place}`, 'court', ['region', id]);
}
for (const [place, id] of [
  ['A1', 11],
  ['A2', 12],
  ['B1', 21],
] as const) {
  office(`commune ${place}`, 'commune-police', ['commune', id]);
}
office('police district', 'police-investigation', ['district', 13], 'police A');
office('procuracy district', 'procuracy', ['district', 13], 'procuracy region A');
office('police old', 'police-investigation', ['province', 14], 'police A');
office('police old district', 'police-investigation', ['district', 14], 'police old');

const ground = (name: string, territoryId: number): OfficeCoverage => ({
  officeId: ids[name]!,
  territoryId,
  validFrom: BEGIN,
});
const REGISTER = new OfficeRegister(
  offices,
  [
    ground('procuracy region A', 11),
    ground('court region A', 11),
    ground('procuracy region B', 21),
    ground('court region B', 21),
  ],
  TREE,
);

const idsSeen = (name: string, role: Role): ReadonlySet<number> =>
  visibleOffices(REGISTER, { role, office: REGISTER.get(ids[name]!), day: TODAY });
const seen = (name: string, role: Role): string[] => [...idsSeen(name, role)].map((id) => REGISTER.get(id).code).sort();

describe('the scope of an office', () => {
  it('of commune police is itself', () => {
    expect(seen('commune A1', 'desk-officer')).toEqual(['commune A1']);
  });

  it('of provincial police is itself and every police that passed into it', () => {
    expect(seen('police A', 'investigator')).toEqual([
      'police A',
      'police district',
      'police old',
      'police old district',
    ]);
    expect(seen('police B', 'investigator')).toEqual(['police B']);
  });

  it('of the centre is its own agency in the whole country, not its peers', () => {
    expect(seen('police centre', 'investigator')).toEqual([
      'police A',
      'police B',
      'police centre',
      'police district',
      'police old',
      'police old district',
    ]);
  });

  it('of a provincial procuracy is the regions below and all whose legality it supervises', () => {
    expect(seen('procuracy A', 'procuracy-clerk')).toEqual([
      'border A',
      'commune A1',
      'commune A2',
      'police A',
      'police district',
      'police old',
      'police old district',
      'procuracy A',
      'procuracy district',
      'procuracy region A',
    ]);
  });

  it('of a regional procuracy is its predecessors, the commune police of its ground, the investigating bodies of the province', () => {
    expect(seen('procuracy region A', 'procuracy-clerk')).toEqual([
      'border A',
      'commune A1',
      'police A',
      'police district',
      'police old',
      'police old district',
      'procuracy district',
      'procuracy region A',
    ]);
  });

  it('of a court is the courts below, and no other agency', () => {
    expect(seen('court A', 'court-clerk')).toEqual(['court A', 'court region A']);
    expect(seen('court region A', 'court-clerk')).toEqual(['court region A']);
  });

  it.each(['leader', 'statistician'] as const)(
    'of a committee, for its %s, is every office of its territory',
    (role) => {
      const inProvince = offices.filter(({ territoryId }) => TREE.holds(20, territoryId)).map(({ code }) => code);
      expect(seen('committee B', role)).toEqual(inProvince.sort());
      expect(idsSeen('committee centre', role).size).toBe(offices.length);
    },
  );

  it('of an auditor or administrator is everything at the centre, and elsewhere what their office sees', () => {
    for (const role of ['auditor', 'administrator'] as const) {
      expect(idsSeen('police centre', role).size).toBe(offices.length);
      expect(seen('commune A1', role)).toEqual(['commune A1']);
    }
  });
});

describe('any scope', () => {
  const anyViewer = fc.record({ role: fc.constantFrom(...ROLES), office: fc.constantFrom(...offices) });

  it('holds the own office, and every predecessor of whatever it holds', () => {
    fc.assert(
      fc.property(anyViewer, ({ role, office }) => {
        const scope = visibleOffices(REGISTER, { role, office, day: TODAY });
        expect(scope.has(office.id)).toBe(true);
        for (const { id, successorId } of offices) {
          if (successorId !== undefined && scope.has(successorId)) expect(scope.has(id)).toBe(true);
        }
      }),
    );
  });

  it('ends at the border of the province, except for the centre', () => {
    fc.assert(
      fc.property(anyViewer, ({ role, office }) => {
        if (office.tier === 'centre') return;
        const province = TREE.holds(10, office.territoryId) ? 10 : 20;
        for (const id of visibleOffices(REGISTER, { role, office, day: TODAY })) {
          expect(TREE.holds(province, REGISTER.get(id).territoryId)).toBe(true);
        }
      }),
    );
  });

  it('never holds another agency, except for procuracies, committees and overseers at the centre', () => {
    fc.assert(
      fc.property(anyViewer, ({ role, office }) => {
        const oversees = office.tier === 'centre' && (role === 'auditor' || role === 'administrator');
        if (oversees || office.agency === 'procuracy' || office.agency === 'committee') return;
        for (const id of visibleOffices(REGISTER, { role, office, day: TODAY })) {
          expect(REGISTER.get(id).agency).toBe(office.agency);
        }
      }),
    );
  });

  it('stands still on a circle of successors', () => {
    const circle = new OfficeRegister(
      offices.map((one) => (one.code === 'police A' ? { ...one, successorId: ids['police old']! } : one)),
      [],
      TREE,
    );
    const viewer = { role: 'investigator' as const, office: circle.get(ids['police A']!), day: TODAY };
    expect(visibleOffices(circle, viewer).has(ids['police old']!)).toBe(true);
  });
});
