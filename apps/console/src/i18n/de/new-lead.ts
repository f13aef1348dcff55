export const newLead = { title: 'Neuer Lead' };
