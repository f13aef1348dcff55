export const newLead = { title: 'New lead' };
