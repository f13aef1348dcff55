export const leadsImport = {
  title: 'Import leads',
};
