import { Controller, Get, Header, Inject, Module } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CONFIG, Public, type Config } from '@leadline/service-kit';
import { startPage } from './start-page.js';

/** `/`: public, since it is what one sees before signing in. */
@ApiExcludeController()
@Controller()
export class StartPageController {
  private readonly page: string;

  constructor(@Inject(CONFIG) { publicUrl, port }: Config) {
    this.page = startPage(publicUrl ?? `http://localhost:${port}`);
  }

  @Get()
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  show(): string {
    return this.page;
  }
}

@Module({ controllers: [StartPageController] })
export class StartPageModule {}
