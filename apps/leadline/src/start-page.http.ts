import { Controller, Get, Header, Module } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@leadline/service-kit';
import { startPage } from './start-page.js';

/** `/` where there is no console: public, since it is what one sees before signing in. */
@ApiExcludeController()
@Controller()
export class StartPageController {
  @Get()
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  show(): string {
    return startPage;
  }
}

@Module({ controllers: [StartPageController] })
export class StartPageModule {}
