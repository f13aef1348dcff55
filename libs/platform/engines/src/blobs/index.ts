export * from './port.js';
export { openFolderBlobs } from './folder.js';
export { openGridFsBlobs, type GridFsOptions } from './gridfs.js';
