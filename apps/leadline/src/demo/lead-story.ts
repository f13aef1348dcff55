import type { LeadRow } from '@leadline/leads-service';
import type { Caller } from '@leadline/service-kit';
import { agentFor } from './agent-for.js';
import { chanceOf, type Chance } from './chance.js';
import { people, stageOf, type Person, type Stage } from './company.js';
import type { Installation } from './installation.js';
import { JournalWriter } from './journal.js';
import { dueTime } from './due-time.js';
import { lostNotes, wonNotes } from './journal-texts.js';
import { leadBody } from './lead-body.js';
import type { Span, Step } from './step.js';
import { atWork, DAY_MS, HOUR_MS, MINUTE_MS, workingDaysLater } from './working-time.js';

/** Sources whose requests come from software and wait in the pool. */
const BY_SOFTWARE = new Set(['Website', 'Portal', 'Newsletter', 'Fachpartner']);

/** How many phases the process of a lead without a marketplace has. */
const DEFAULT_PHASES = 5;

/** What became of the lead number `index` of `count`, from its arrival to its close or to the present. */
export function tellLead(
  row: LeadRow,
  { index, count, seed }: { readonly index: number; readonly count: number; readonly seed: string },
  installation: Installation,
  span: Span,
): Step[] {
  return new LeadStory(row, chanceOf(`${seed}/${index}`), installation, span).tell((index + 0.5) / count);
}

/** A story has reached the present, wherever it is: nothing more is told. */
class ThePresent extends Error {}

class LeadStory {
  private readonly steps: Step[] = [];
  private readonly journal: JournalWriter;
  private readonly phases: number;
  private readonly mayBeLostEarly: boolean;
  /** How long this customer and this agent take for everything. */
  private readonly pace: number;
  private agent: Person;
  private atMs = 0;

  constructor(
    private readonly row: LeadRow,
    private readonly chance: Chance,
    private readonly installation: Installation,
    private readonly span: Span,
  ) {
    const marketplace = installation.marketplaces.get(row.marketplace ?? '');
    this.phases = marketplace?.phases.length ?? DEFAULT_PHASES;
    this.mayBeLostEarly = marketplace?.earlyLost ?? false;
    this.pace = chance.between(0.5, 1.7);
    this.agent = agentFor(row, chance);
    const { salutation, givenName, familyName, organisation } = row.customer;
    const person = [salutation ?? givenName, familyName].filter(Boolean).join(' ');
    this.journal = new JournalWriter(
      { subject: row.subject, name: person || (organisation ?? 'Kunde'), language: this.agent.language },
      chance,
    );
  }

  tell(share: number): Step[] {
    try {
      this.arrive(share);
      if (this.isWorkedOn()) this.work();
    } catch (error) {
      if (!(error instanceof ThePresent)) throw error;
    }
    return this.steps;
  }

  private arrive(share: number): void {
    const { fromMs, toMs } = this.span;
    const jitterMs = this.chance.between(-1.5, 1.5) * DAY_MS;
    const arrivalMs = Math.min(fromMs + share * (toMs - fromMs) + jitterMs, toMs - 5 * MINUTE_MS);
    const bySoftware = BY_SOFTWARE.has(this.row.source ?? '');
    const createdMs = bySoftware ? arrivalMs : atWork(arrivalMs, this.chance);
    // The weekend's call is written down on Monday; where that is still to come, it came on the last working day.
    this.at(createdMs > toMs ? arrivalMs : createdMs);
    const receivedMs = bySoftware ? this.atMs : this.atMs - this.chance.whole(1, 40) * MINUTE_MS;
    this.step(
      bySoftware ? this.installation.website : this.caller(),
      'POST',
      null,
      leadBody(this.row, receivedMs, this.installation),
    );
    if (!bySoftware) return;
    this.later(this.chance.hits(0.75) ? this.chance.between(0.01, 0.4) : this.chance.between(0.5, 2.5));
    // Some wait in the pool for good.
    if (this.chance.hits(0.05)) throw new ThePresent();
    if (this.chance.hits(0.25)) this.assign();
    else this.step(this.caller(), 'POST', '/accept');
  }

  /** False where the request turns out to be none. */
  private isWorkedOn(): boolean {
    if (!this.chance.hits(0.035)) return true;
    this.after(this.chance.whole(2, 30));
    this.step(this.caller(), 'POST', '/journal', {
      kind: 'note',
      text: this.agent.language === 'de' ? 'Werbung, keine Anfrage.' : 'Advertising, not a request.',
    });
    this.after(1);
    this.step(this.caller(), 'POST', '/deactivate');
    if (!this.chance.hits(0.3)) return false;
    this.later(1.2);
    this.step(this.supervisor(), 'POST', '/reactivate');
    this.step(this.supervisor(), 'POST', '/journal', {
      kind: 'note',
      text: 'Doch echt: hat angerufen und nachgefragt.',
    });
    return true;
  }

  private work(): void {
    const restsAt = this.chance.hits(0.13) ? this.chance.whole(0, this.phases - 1) : -1;
    for (let phase = 0; phase < this.phases; phase += 1) {
      const stage = stageOf(phase, this.phases);
      this.talk(stage);
      if (phase === restsAt) return this.forget();
      if (stage === 'needs') this.correct();
      if (this.mayBeLostEarly && this.chance.hits(0.1)) return this.lose();
      if (this.chance.hits(0.03)) this.handOver();
      this.after(this.chance.whole(1, 25));
      this.step(this.caller(), 'POST', '/phases/advance');
      if (phase > 0 && phase < this.phases - 1 && this.chance.hits(0.06)) this.setBack(phase);
    }
    // Now and then the customer calls before it was time to.
    if (this.chance.hits(0.25)) this.bringBack(workingDaysLater(this.atMs, 4 * this.pace, this.chance));
    this.later(this.chance.between(0.2, 2) * this.pace);
    if (this.chance.hits(0.55)) this.win();
    else this.lose();
  }

  /** Nothing happens any more, though most of them were to be brought back. */
  private forget(): void {
    if (this.chance.hits(0.7)) this.bringBack(workingDaysLater(this.atMs, this.chance.between(1, 6), this.chance));
  }

  private talk(stage: Stage): void {
    const most = stage === 'qualify' ? 1 : 3;
    for (let count = this.chance.whole(1, most); count > 0; count -= 1) {
      this.again(this.chance.between(0.2, stage === 'qualify' ? 1 : 4) * this.pace);
      if (this.chance.hits(0.2)) {
        this.step(this.caller(), 'POST', '/journal', this.journal.unreached());
        this.again(this.chance.between(0.3, 1.5));
      }
      const entry = this.journal.entry(stage);
      if (entry) this.step(this.caller(), 'POST', '/journal', entry);
    }
  }

  /** Back to the lead some working days later, by a resubmission or by heart. */
  private again(workingDays: number): void {
    const nextMs = workingDaysLater(this.atMs + MINUTE_MS, workingDays, this.chance);
    if (nextMs - this.atMs < 3 * HOUR_MS || this.chance.hits(0.6)) return this.at(nextMs);
    this.bringBack(nextMs);
    this.at(nextMs);
    if (this.chance.hits(0.15)) {
      const laterMs = workingDaysLater(nextMs, this.chance.between(1, 3), this.chance);
      this.bringBack(laterMs);
      this.at(laterMs);
    }
    this.step(this.caller(), 'POST', '/resubmission/done');
  }

  private bringBack(dueMs: number): void {
    this.step(this.caller(), 'PUT', '/resubmission', dueTime(dueMs, this.agent.timeZone));
  }

  /** What the first request left open is known now. */
  private correct(): void {
    if (!this.chance.hits(0.3)) return;
    this.after(this.chance.whole(1, 10));
    const euro = this.chance.whole(6, 48) * 500;
    const interests = [
      { description: this.row.subject, quantity: '1', unitPrice: { amountMinor: euro * 100, currency: 'EUR' } },
    ];
    this.step(
      this.caller(),
      'PATCH',
      '',
      this.row.interests.length > 0 ? { note: this.noteWith('Finanzierung geklärt.') } : { interests },
    );
  }

  private noteWith(addition: string): string {
    return [this.row.note, addition].filter(Boolean).join('\n');
  }

  private setBack(phase: number): void {
    this.later(this.chance.between(0.1, 1.5));
    this.step(this.caller(), 'POST', '/phases/set-back', undefined, phase);
    this.after(2);
    const text = this.chance.pick([
      'Versehentlich weitergeschaltet.',
      'Kunde möchte doch eine andere Lösung, noch einmal von vorn.',
    ]);
    this.step(this.caller(), 'POST', '/journal', { kind: 'note', text });
    this.later(this.chance.between(1, 4) * this.pace);
    this.step(this.caller(), 'POST', '/phases/advance');
  }

  private handOver(): void {
    const others = people.filter(
      ({ team, role, key }) => team === this.agent.team && role === 'agent' && key !== this.agent.key,
    );
    this.after(this.chance.whole(5, 60));
    this.step(this.caller(), 'POST', '/journal', { kind: 'note', text: 'Urlaub ab morgen, bitte übernehmen.' });
    this.agent = this.chance.pick(others);
    this.assign();
  }

  private assign(): void {
    this.step(this.supervisor(), 'POST', '/assign', { assigneeId: this.caller().actor.id });
  }

  private win(): void {
    const reason = this.chance.pick(this.installation.reasons.won);
    this.step(this.caller(), 'POST', '/win', { reasonId: reason.id, ...this.closingNote(wonNotes) });
  }

  private lose(): void {
    this.after(this.chance.whole(2, 90));
    const reason = this.chance.pick(this.installation.reasons.lost);
    const note = this.closingNote(lostNotes[reason.name] ?? []);
    this.step(this.caller(), 'POST', '/lose', { reasonId: reason.id, ...note });
    if (!this.chance.hits(0.07)) return;
    this.later(this.chance.between(4, 12));
    this.step(this.supervisor(), 'POST', '/reopen');
    this.after(3);
    this.step(this.supervisor(), 'POST', '/journal', {
      kind: 'note',
      text: 'Kunde hat sich wieder gemeldet, bitte noch einmal anrufen.',
    });
    this.talk('decision');
  }

  private closingNote(notes: readonly string[]): { note?: string } {
    return notes.length > 0 && this.chance.hits(0.6) ? { note: this.chance.pick(notes) } : {};
  }

  private later(workingDays: number): void {
    this.at(workingDaysLater(this.atMs + MINUTE_MS, workingDays, this.chance));
  }

  private after(minutes: number): void {
    this.at(atWork(this.atMs + minutes * MINUTE_MS, this.chance));
  }

  /** @throws ThePresent where that is still to come */
  private at(atMs: number): void {
    if (atMs > this.span.toMs) throw new ThePresent();
    this.atMs = Math.round(atMs);
  }

  private step(as: Caller, method: Step['method'], path: string | null, body?: object, setBackTo?: number): void {
    this.steps.push({ atMs: this.atMs, as, method, path, body, ...(setBackTo === undefined ? {} : { setBackTo }) });
    this.atMs += Math.round(this.chance.between(5, 40) * 1_000);
  }

  private caller(): Caller {
    return this.callerOf(this.agent.key);
  }

  private supervisor(): Caller {
    return this.callerOf(this.agent.supervisor ?? this.agent.key);
  }

  private callerOf(key: string): Caller {
    const caller = this.installation.callers.get(key);
    if (!caller) throw new Error(`${key} is nobody of the firm`);
    return caller;
  }
}
