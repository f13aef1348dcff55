import { Body, Controller, Headers, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsEmail, ValidateIf } from 'class-validator';
import { DomainError, isDomainError, nameId } from '@leadline/event-sourcing';
import { confirmationAggregate, type ConfirmationEvent, type SpendConfirmation } from '@leadline/leads-domain';
import {
  AggregateCommand,
  aggregateHandler,
  Circumstances,
  CommandRoute,
  CONFIRMATION_HEADER,
  CONFIRMATIONS,
  UuidPipe,
  type CommandAnswer,
  type Confirmations,
} from '@leadline/service-kit';
import { LeadCommands } from './lead-commands.js';

export class HandleConfirmation extends AggregateCommand<SpendConfirmation, ConfirmationEvent> {}

export const ConfirmationHandler = aggregateHandler(HandleConfirmation, confirmationAggregate);

class ChangeEmailBody {
  @ApiProperty({ type: String, format: 'email', nullable: true, description: 'Null: the customer has none.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @ValidateIf((_body, value: unknown) => value !== null)
  @IsEmail()
  email!: string | null;
}

@ApiTags('leads')
@Controller('api/leads')
export class ChangeEmailRoute {
  constructor(
    private readonly leads: LeadCommands,
    private readonly commands: CommandBus,
    @Inject(CONFIRMATIONS) private readonly confirmations: Confirmations,
  ) {}

  /**
   * First it is decided as if nobody had confirmed: that tells a repetition, which is answered as the first time, also when
   * the confirmation has expired since, and what is refused anyway, which must not use one up. Only then is it spent, on
   * this very command; cut short behind that, the command can be sent again under its key.
   */
  @Post(':id/change-email')
  @ApiOperation({ summary: 'Changes the customer’s e-mail address. Takes a confirmation of the caller’s password.' })
  @ApiHeader({
    name: 'Leadline-Confirmation',
    description: 'What `POST /api/identity/confirm-password` answered; serves once.',
  })
  @CommandRoute()
  async change(
    @Param('id', UuidPipe) id: string,
    @Body() { email }: ChangeEmailBody,
    @Headers(CONFIRMATION_HEADER) token: string | undefined,
    @Circumstances() circumstances: Circumstances,
  ): Promise<CommandAnswer> {
    if (circumstances.caller.actor.kind !== 'user') throw new DomainError('lead.email-of-people-only');
    try {
      return await this.leads.handle(id, { type: 'ChangeLeadEmail', data: { email } }, circumstances);
    } catch (error) {
      if (!isDomainError(error) || error.code !== 'confirmation-required') throw error;
    }
    const confirmationId = await this.spent(token, circumstances);
    return this.leads.handle(id, { type: 'ChangeLeadEmail', data: { email, confirmationId } }, circumstances);
  }

  /** @throws DomainError `confirmation-required` unless the caller's own, in time and not spent on anything else */
  private async spent(token: string | undefined, { metadata }: Circumstances): Promise<string> {
    const confirmation = token ? await this.confirmations.verify(token) : null;
    const { id: commandId, actor, at, correlationId } = metadata;
    if (confirmation?.userId !== actor.id) throw new DomainError('confirmation-required');
    const { jti } = confirmation;
    const command = {
      type: 'SpendConfirmation' as const,
      data: { userId: actor.id, commandId },
      metadata: { id: nameId(`leads spend ${jti} on ${commandId}`), actor, at, correlationId, causationId: commandId },
    };
    await this.commands.execute(new HandleConfirmation(jti, command));
    return jti;
  }
}
