export const lead = { title: 'Lead' };
