import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';
import { isLocalTime, isTimeZoneName, timeZoneNamed } from './due-time.js';

/** When a lead is to be brought back. */
export class ResubmissionBody {
  @ApiProperty({ description: 'As clocks show it there, to the minute.', example: '2026-03-29T02:30' })
  @Fits('matches', isLocalTime)
  localTime!: string;

  @ApiProperty({ description: 'IANA name.', example: 'Europe/Berlin' })
  // In its own spelling from here on.
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (timeZoneNamed(value) ?? value) : value))
  @Fits('isTimeZone', isTimeZoneName)
  timeZone!: string;
}

function Fits(rule: string, validate: (value: unknown) => boolean): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name: rule,
      target: target.constructor,
      propertyName: String(propertyName),
      validator: { validate },
    });
  };
}
