export { contactsService } from './contacts-service.js';
