export const newLead = {
  title: 'New lead',
  customer: 'Customer',
  customerHint: 'A name, a company, an e-mail address or a phone number: one of them is enough.',
  lead: 'Lead',
  subjectHint: 'What does the customer want?',
  assignee: 'Assignee',
  pool: 'Nobody: it waits in the pool',
  resubmission: 'Bring back',
  resubmissionNone: 'No resubmission',
  create: 'Create lead',
  created: 'The lead was created.',
  discard: 'Discard',
  problem: 'The lead was not created',
  errors: {
    subject: 'A lead needs a subject.',
    customer: 'Enter a name, a company, an e-mail address or a phone number.',
  },
};
