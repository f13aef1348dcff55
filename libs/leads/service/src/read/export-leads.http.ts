import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiPropertyOptional, ApiTags, OmitType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { stringify } from 'csv-stringify';
import type { FastifyReply } from 'fastify';
import { pipeline, Readable } from 'node:stream';
import type { LeadView } from '@leadline/leads-domain';
import { currentPhase } from '@leadline/leads-domain';
import { Caller, OptionalField, ReadsFrom } from '@leadline/service-kit';
import { namesNeeded } from './lead-answer.js';
import { LeadFinder, type FoundLeads, type LeadQuery } from './lead-finder.js';
import { leadList } from './lead-list.js';
import { LeadFilterQuery } from './lead-list.query.js';
import { Names, type NameBook } from './names.js';

const DELIMITERS = { ',': ',', ';': ';', tab: '\t' } as const;
type Delimiter = keyof typeof DELIMITERS;
const DELIMITER_NAMES: readonly Delimiter[] = [',', ';', 'tab'];

class ExportQuery extends OmitType(LeadFilterQuery, ['limit', 'after'] as const) {
  @ApiPropertyOptional({
    enum: DELIMITER_NAMES,
    description: 'Between cells. Default: `;` for people who read German, as their spreadsheets expect it, else `,`.',
  })
  @OptionalField()
  @IsIn(DELIMITER_NAMES)
  delimiter?: Delimiter;
}

const PAGE = 500;

/** The columns that the import knows by name, behind what a lead has besides: a file exported can be imported elsewhere. */
const COLUMNS: Readonly<Record<string, (lead: LeadView, names: NameBook) => string | undefined>> = {
  id: ({ id }) => id,
  status: ({ status }) => status,
  active: ({ active }) => String(active),
  phase: (lead, names) => {
    const phase = currentPhase(lead);
    return phase && names.shown(phase);
  },
  createdAt: ({ createdAt }) => createdAt,
  lastActivityAt: ({ lastActivityAt }) => lastActivityAt,
  assignee: ({ assigneeId }, names) => assigneeId && names.user(assigneeId),
  closingReason: ({ closing }, names) => closing && (names.reason(closing.reason.id) || names.shown(closing.reason)),
  subject: ({ subject }) => subject,
  note: ({ note }) => note,
  salutation: ({ customer }) => customer.salutation,
  givenName: ({ customer }) => customer.givenName,
  familyName: ({ customer }) => customer.familyName,
  organisation: ({ customer }) => customer.organisation,
  email: ({ customer }) => customer.email,
  phone: ({ customer }) => customer.phones?.find(({ kind }) => kind === 'work' || kind === 'home')?.number,
  mobile: ({ customer }) => customer.phones?.find(({ kind }) => kind === 'mobile')?.number,
  street: ({ customer }) => customer.address?.street,
  postalCode: ({ customer }) => customer.address?.postalCode,
  city: ({ customer }) => customer.address?.city,
  region: ({ customer }) => customer.address?.region,
  countryCode: ({ customer }) => customer.address?.countryCode,
  source: ({ sourceId }, names) => sourceId && names.source(sourceId),
  marketplace: ({ marketplaceId }, names) => marketplaceId && names.marketplace(marketplaceId),
  externalSender: ({ externalReference }) => externalReference?.sender,
  externalId: ({ externalReference }) => externalReference?.id,
  receivedAt: ({ receivedAt }) => receivedAt,
  interest: ({ interests }) => interests.map(interests.length > 1 ? inWords : descriptionOf).join('\n'),
  quantity: ({ interests }) => only(interests)?.quantity,
  unitPrice: ({ interests }) => decimal(only(interests)?.unitPrice),
  currency: ({ interests }) => only(interests)?.unitPrice?.currency,
};

@ApiTags('leads')
@Controller('api/leads')
export class ExportLeadsRoute {
  constructor(
    private readonly finder: LeadFinder,
    private readonly names: Names,
  ) {}

  @Get('export')
  @ApiOperation({ summary: 'The list as CSV, filtered, searched and sorted as it is on the screen.' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ReadsFrom(leadList)
  async export(
    @Query() query: ExportQuery,
    @Caller() caller: Caller,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    // The first page is read before anything is answered, so that what is wrong with the query is a 400.
    const rows = this.rows(query, caller);
    const first = await rows.next();
    const csv = stringify({
      header: true,
      columns: Object.keys(COLUMNS),
      delimiter: DELIMITERS[query.delimiter ?? delimiterFor(caller)],
      bom: true,
      // A cell that a spreadsheet would calculate, and a phone number too, is made a text by an apostrophe (OWASP, CSV
      // injection). An import takes it away again.
      escape_formulas: true,
      // Besides delimiter, quotation mark and CR LF, which it sees to itself: a note may hold a bare line break.
      quoted_match: /[\r\n]/,
      record_delimiter: 'windows',
    });
    // An error ends the connection: half a file is not taken for a whole one.
    pipeline(Readable.from(startingWith(first, rows)), csv, () => undefined);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="leads.csv"')
      .send(csv);
  }

  private async *rows(
    query: Omit<LeadQuery, 'limit' | 'after'>,
    caller: Caller,
  ): AsyncGenerator<readonly (string | undefined)[]> {
    for (let after: string | null = null; ;) {
      const page: FoundLeads = await this.finder.find(
        { ...query, limit: PAGE, ...(after === null ? {} : { after }) },
        caller,
      );
      const names = await this.names.find(namesNeeded(page.leads), caller);
      for (const lead of page.leads) yield Object.values(COLUMNS).map((column) => column(lead, names));
      after = page.next;
      if (after === null) return;
    }
  }
}

function delimiterFor({ actor, language }: Caller): Delimiter {
  return actor.kind === 'user' && language === 'de' ? ';' : ',';
}

type Interests = LeadView['interests'];

const descriptionOf = ({ description }: Interests[number]): string => description;

/** Several stand in one cell, a line each, with what would not fit into the columns of one. */
function inWords({ description, quantity, unit, unitPrice }: Interests[number]): string {
  const price = unitPrice && ` × ${decimal(unitPrice)} ${unitPrice.currency}`;
  return `${description} (${quantity}${unit === undefined ? '' : ` ${unit}`}${price ?? ''})`;
}

function only(interests: Interests): Interests[number] | undefined {
  return interests.length === 1 ? interests[0] : undefined;
}

async function* startingWith<T>(first: IteratorResult<T, unknown>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

type Money = NonNullable<Interests[number]['unitPrice']>;

/** 1999 EUR as "19.99": as many digits behind the point as the currency has (ISO 4217). */
function decimal(price: Money): string;
function decimal(price: Money | undefined): string | undefined;
function decimal(price: Money | undefined): string | undefined {
  if (!price) return undefined;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: price.currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const minor = String(price.amountMinor).padStart(digits + 1, '0');
  return digits === 0 ? minor : `${minor.slice(0, -digits)}.${minor.slice(-digits)}`;
}
