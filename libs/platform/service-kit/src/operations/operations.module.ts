import { Module } from '@nestjs/common';
import { operationHandler, OperationsController } from './operations.controller.js';

@Module({ controllers: [OperationsController], providers: [operationHandler] })
export class OperationsModule {}
