import { type Day, addDays } from '#libs/domain/kernel';
import { type Agency, type Office, type OfficeTier, type Territory, validOn } from '#libs/domain/jurisdiction';
import type { JurisdictionMap } from '#libs/feature/jurisdictions';
import type { OfficeChain, OfficesInTime } from './office-chain.js';
import type { Random } from './random.js';

/** A transfer is over within these days; both offices must stand until then. */
const TRANSFER_DAYS = 10;
const LOCAL: readonly OfficeTier[] = ['district', 'region'];

/** The country as stories need it: places, their offices on a day, and who succeeded whom. */
export class StoryPlaces implements OfficesInTime {
  private readonly seats = new Map<string, Office[]>();
  private readonly provinces: readonly Territory[];
  /** The places of provinces on the day that the story tells of. */
  private places: { readonly day: Day; readonly byProvince: Map<number, readonly Territory[]> } | undefined;

  constructor(private readonly map: JurisdictionMap) {
    for (const office of map.offices.offices) {
      const key = seatKey(office.territoryId, office.agency);
      this.seats.set(key, [...(this.seats.get(key) ?? []), office]);
    }
    this.provinces = map.tree.territories.filter((one) => one.level === 'province');
  }

  /** @returns the provinces in force on that day. */
  provincesOn(day: Day): readonly Territory[] {
    return this.provinces.filter((one) => validOn(one, day));
  }

  /** @returns the chain of a random place of the province: a district's offices or the province's own. */
  chainIn(province: Territory, day: Day, random: Random): OfficeChain | undefined {
    const below = this.placesIn(province.id, day);
    const place = below.length > 0 && random.chance(0.7) ? random.pick(below) : province;
    return this.chainOf(place, province, day, random.chance(0.65));
  }

  private placesIn(provinceId: number, day: Day): readonly Territory[] {
    if (this.places?.day !== day) this.places = { day, byProvince: new Map() };
    const known = this.places.byProvince.get(provinceId);
    if (known) return known;
    const places = this.map.tree.childrenOf(provinceId, day).filter((one) => one.level !== 'province');
    this.places.byProvince.set(provinceId, places);
    return places;
  }

  /** @returns the chain of a place, its local offices first where it has some. */
  chainOf(place: Territory, province: Territory, day: Day, local: boolean): OfficeChain | undefined {
    const of = (agency: Agency): Office | undefined =>
      this.officeAt(place.id, agency, day) ??
      (local ? this.officeAt(province.id, agency, day, LOCAL) : undefined) ??
      this.officeAt(province.id, agency, day, ['province']);
    const [police, procuracy, court] = [of('police-investigation'), of('procuracy'), of('court')];
    if (!police || !procuracy || !court) return undefined;
    const courtOfProvince = this.officeAt(province.id, 'court', day, ['province']) ?? court;
    return { placeId: place.id, police, procuracy, court, courtOfProvince };
  }

  successorOf(office: Office, day: Day): Office {
    return this.map.offices.successorOf(office, day) ?? office;
  }

  neighbourOf(office: Office, day: Day): Office | undefined {
    const standing = (one: Office): boolean => validOn(one, day) && validOn(one, addDays(day, TRANSFER_DAYS));
    if (!standing(office)) return undefined;
    const parent = this.map.tree.get(office.territoryId).parentId;
    const home = office.tier === 'district' && parent !== undefined ? parent : office.territoryId;
    return this.map.offices
      .inSubtreeOf(home)
      .find((one) => one.agency === 'police-investigation' && one.id !== office.id && standing(one));
  }

  private officeAt(territoryId: number, agency: Agency, day: Day, tiers?: readonly OfficeTier[]): Office | undefined {
    const seated = this.seats.get(seatKey(territoryId, agency)) ?? [];
    return seated.find((one) => validOn(one, day) && (tiers === undefined || tiers.includes(one.tier)));
  }
}

const seatKey = (territoryId: number, agency: Agency): string => `${territoryId}/${agency}`;
