import { Body, Controller, Get, Header, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ApiProblems,
  Circumstances,
  CommandRoute,
  NoBodyPipe,
  Public,
  Roles,
  type CommandAnswer,
} from '@leadline/service-kit';
import { JwksAnswer } from '../answers.js';
import { Keys } from './keys.js';
import type { PublicKeys } from './key-ring.js';

@ApiTags('signing keys')
@Controller('api/identity')
export class SigningKeysController {
  constructor(private readonly keys: Keys) {}

  @Get('.well-known/jwks.json')
  @Public()
  // A verifier that meets a key it does not know asks again anyway.
  @Header('cache-control', 'public, max-age=60')
  @ApiOperation({ summary: 'The keys that tokens can be verified by (RFC 7517).' })
  @ApiOkResponse({ type: JwksAnswer })
  @ApiProblems(503)
  jwks(): Promise<PublicKeys> {
    return this.keys.ring.jwks();
  }

  @Post('signing-keys/rotate')
  @Roles('administrator')
  @ApiOperation({
    summary: 'Signs by a new key from now on, as happens by itself every thirty days. Nobody is signed out.',
  })
  @CommandRoute()
  async rotate(@Body(NoBodyPipe) _body: unknown, @Circumstances() { metadata }: Circumstances): Promise<CommandAnswer> {
    const handled = await this.keys.ring.rotate(metadata);
    return { ...handled, id: (await this.keys.ring.current()).kid };
  }
}
