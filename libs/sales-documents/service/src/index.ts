export { salesDocumentsService } from './sales-documents-service.js';
