import type { Day } from '#libs/domain/kernel';
import type { Office } from '#libs/domain/jurisdiction';
import type { Setting } from '#libs/domain/procedure';
import type { JurisdictionDirectory } from '#libs/feature/jurisdictions';

/** The facts about offices and days by which bulk steps are judged: whoever acts is the office that the step names. */
export class SettingOfOffices {
  private readonly acting = new Map<number, { readonly own: Setting; readonly foreign: Setting }>();
  private readonly provinces = new Map<number, number | undefined>();

  constructor(
    private readonly directory: JurisdictionDirectory,
    private readonly today: Day,
    private readonly isDayOff: (day: Day) => boolean,
  ) {}

  /** @param holderOfficeId who holds the file; the procuracy of its province, and that of the centre, supervise it. */
  settingFor(officeId: number, holderOfficeId: number | undefined): Setting {
    const pair = this.acting.get(officeId) ?? this.pairOf(officeId);
    const { agency, tier } = this.directory.office(officeId);
    if (agency !== 'procuracy' || holderOfficeId === undefined) return pair.foreign;
    const supervises = tier === 'centre' || this.provinceOf(officeId) === this.provinceOf(holderOfficeId);
    return supervises ? pair.own : pair.foreign;
  }

  codeOf(officeId: number): string {
    return this.directory.office(officeId).code;
  }

  private pairOf(officeId: number): { own: Setting; foreign: Setting } {
    const { id, agency } = this.directory.office(officeId);
    const agencyOf = (one: number): Office['agency'] | undefined => this.directory.findOffice(one)?.agency;
    const officeOn = (one: number, day: Day): number | undefined => {
      const office = this.directory.findOffice(one);
      return office && this.directory.successorOf(office, day)?.id;
    };
    const seatOf: Setting['seatOf'] = (one, day) => this.directory.current.seatOf(one, day);
    const base = { today: this.today, isDayOff: this.isDayOff, agencyOf, officeOn, seatOf };
    const acting = { officeId: id, agency, inPlaceOf: (one: number) => officeOn(one, this.today) === id };
    const pair = {
      own: { ...base, acting: { ...acting, supervises: true } },
      foreign: { ...base, acting: { ...acting, supervises: false } },
    };
    this.acting.set(officeId, pair);
    return pair;
  }

  private provinceOf(officeId: number): number | undefined {
    if (this.provinces.has(officeId)) return this.provinces.get(officeId);
    const { territoryId } = this.directory.office(officeId);
    const above = [this.directory.territory(territoryId), ...this.directory.current.tree.ancestorsOf(territoryId)];
    const province = above.find(({ level }) => level === 'province')?.id;
    this.provinces.set(officeId, province);
    return province;
  }
}
