import { Injectable } from '@nestjs/common';
import { derivedId, type Actor } from '@leadline/event-sourcing';
import type { CreateLead, CorrectedFields, Customer, ExternalReference, PinnedProcess } from '@leadline/leads-domain';
import { invalidInput, type Caller, type FieldError } from '@leadline/service-kit';
import { Rights } from '../rights/rights.js';
import { Settings } from '../settings/settings.js';
import type { CustomerBody, InterestBody, LeadFieldsBody, PhoneBody } from './lead.dto.js';
import { dueTimeOf } from './due-time.js';
import { readPhone } from './phones.js';
import type { ResubmissionBody } from './resubmission.dto.js';

/** A lead as somebody sends it: over HTTP, or as a line of a file. */
export interface LeadInput extends LeadFieldsBody {
  readonly subject: string;
  readonly customer: CustomerBody;
  readonly assigneeId?: string | null;
  readonly resubmission?: ResubmissionBody | null;
}

/** Makes what is sent into what a command carries: phones understood, ids looked up, what is blank left out. */
@Injectable()
export class LeadInputReader {
  constructor(
    private readonly settings: Settings,
    private readonly rights: Rights,
  ) {}

  /** @throws ProblemError 400 that names every field that is wrong */
  async creation(input: LeadInput, caller: Caller): Promise<CreateLead['data']> {
    const errors: FieldError[] = [];
    const customer = customerOf(input.customer, input.customer.address?.countryCode ?? undefined, errors);
    if (isNobody(customer)) errors.push(NOBODY);
    const [process] = await Promise.all([
      this.process(input.marketplaceId, errors),
      this.checkSource(input.sourceId, errors),
      this.checkAssignee(input.assigneeId, caller, errors),
    ]);
    if (errors.length > 0 || !process) throw invalidInput(...errors);
    return {
      subject: input.subject,
      note: input.note ?? undefined,
      customer,
      interests: (input.interests ?? []).map(interestOf),
      sourceId: input.sourceId ?? undefined,
      marketplaceId: input.marketplaceId ?? undefined,
      assigneeId: input.assigneeId ?? undefined,
      externalReference: input.externalReference && referenceOf(input.externalReference),
      receivedAt: input.receivedAt,
      resubmission: input.resubmission ? dueTimeOf(input.resubmission) : undefined,
      process,
    };
  }

  /** The customer's part of a correction. @throws ProblemError 400 */
  customerPatch(body: CustomerBody, country: string | undefined): NonNullable<CorrectedFields['customer']> {
    const errors: FieldError[] = [];
    const { phones, ...rest } = body;
    const patch = { ...rest, ...(phones === undefined ? {} : { phones: phones && phonesOf(phones, country, errors) }) };
    if (errors.length > 0) throw invalidInput(...errors);
    return patch;
  }

  /** @throws ProblemError 400 for what does not exist */
  async checkIds(
    ids: { readonly sourceId?: string | null | undefined; readonly assigneeId?: string | null | undefined },
    caller: Caller,
  ): Promise<void> {
    const errors: FieldError[] = [];
    await Promise.all([this.checkSource(ids.sourceId, errors), this.checkAssignee(ids.assigneeId, caller, errors)]);
    if (errors.length > 0) throw invalidInput(...errors);
  }

  /** Undefined, with an error noted, where there is no such marketplace. */
  async process(marketplaceId: string | null | undefined, errors: FieldError[]): Promise<PinnedProcess | undefined> {
    const process = await this.settings.processOf(marketplaceId);
    if (!process) errors.push(unknownId('marketplaceId', 'marketplace', 'Marktplatz'));
    return process ?? undefined;
  }

  /** A user who can be given work: known, active, or whoever is asking. */
  async checkUser(field: string, id: string | null | undefined, actor: Actor, errors: FieldError[]): Promise<void> {
    if (id === null || id === undefined || (actor.kind === 'user' && actor.id === id)) return;
    const { state } = await this.settings.colleague(id);
    if (!state?.active) errors.push(unknownId(field, 'active user', 'aktiver Benutzer'));
  }

  /** A user whom the caller may give leads. Whether one there is is no secret: their names stand on leads. */
  private async checkAssignee(
    id: string | null | undefined,
    { actor, role }: Caller,
    errors: FieldError[],
  ): Promise<void> {
    const before = errors.length;
    await this.checkUser('assigneeId', id, actor, errors);
    if (id === null || id === undefined || errors.length > before) return;
    if (!(await this.rights.mayAssign(actor, role, id))) errors.push(NOT_YOURS_TO_ASSIGN);
  }

  private async checkSource(id: string | null | undefined, errors: FieldError[]): Promise<void> {
    if (id === null || id === undefined) return;
    const { state } = await this.settings.sources.present();
    if (!state.some((source) => source.id === id)) errors.push(unknownId('sourceId', 'source', 'Quelle'));
  }
}

/** The id of a lead with an external reference: the same reference is the same lead, in every process and for ever. */
export function leadIdOf({ sender, id }: ExternalReference): string {
  return derivedId(`lead\n${sender}\n${id}`);
}

export function interestOf({
  description,
  quantity,
  productId,
  unit,
  unitPrice,
}: InterestBody): NonNullable<CreateLead['data']['interests']>[number] {
  return {
    description,
    quantity,
    productId: productId ?? undefined,
    unit: unit ?? undefined,
    unitPrice: unitPrice ? { amountMinor: unitPrice.amountMinor, currency: unitPrice.currency } : undefined,
  };
}

export function referenceOf({ sender, id }: ExternalReference): ExternalReference {
  return { sender, id };
}

export function unknownId(field: string, en: string, de: string): FieldError {
  return { field, code: 'unknown', message: { en: `names no ${en}`, de: `nennt nichts Bekanntes (${de})` } };
}

function customerOf(body: CustomerBody, country: string | undefined, errors: FieldError[]): Customer {
  const { phones, address, ...texts } = body;
  return {
    ...withoutNulls(texts),
    ...(phones ? { phones: phonesOf(phones, country, errors) } : {}),
    ...(address ? { address: withoutNulls(address) } : {}),
  };
}

function phonesOf(
  phones: readonly PhoneBody[],
  country: string | undefined,
  errors: FieldError[],
): Customer['phones'] & object {
  return phones.flatMap((given, index) => {
    const phone = readPhone(given, country);
    if (!phone) errors.push({ ...NO_PHONE, field: `customer.phones.${index}.number` });
    return phone ?? [];
  });
}

function isNobody({ givenName, familyName, organisation, email, phones }: Customer): boolean {
  return ![givenName, familyName, organisation, email, phones?.[0]].some(Boolean);
}

type WithoutNulls<T> = { [Field in keyof T]: Exclude<T[Field], null> };

function withoutNulls<T extends object>(body: T): WithoutNulls<T>;
function withoutNulls(body: object): object {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== undefined));
}

const NOT_YOURS_TO_ASSIGN: FieldError = {
  field: 'assigneeId',
  code: 'notAssignable',
  message: {
    en: 'is nobody you can give leads to: only to your team, your supervisor and your people',
    de: 'ist niemand, dem Sie Leads geben können: nur Ihrem Team, Ihrer Führungskraft und Ihren Leuten',
  },
};

const NO_PHONE = {
  code: 'phone',
  message: { en: 'must be a phone number', de: 'muss eine Telefonnummer sein' },
} as const;

const NOBODY: FieldError = {
  field: 'customer',
  code: 'reachable',
  message: {
    en: 'needs a name, an organisation, an e-mail address or a phone number',
    de: 'braucht einen Namen, eine Firma, eine E-Mail-Adresse oder eine Telefonnummer',
  },
};
