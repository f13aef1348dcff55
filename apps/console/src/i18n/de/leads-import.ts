export const leadsImport = {
  title: 'Leads importieren',
};
