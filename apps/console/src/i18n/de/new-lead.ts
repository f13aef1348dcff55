export const newLead = {
  title: 'Neuer Lead',
  customer: 'Kunde',
  customerHint: 'Ein Name, eine Firma, eine E-Mail-Adresse oder eine Telefonnummer: Eines davon genügt.',
  lead: 'Lead',
  subjectHint: 'Was möchte der Kunde?',
  assignee: 'Bearbeiter',
  pool: 'Niemand: er wartet im Pool',
  resubmission: 'Wiedervorlage',
  resubmissionNone: 'Keine Wiedervorlage',
  create: 'Lead anlegen',
  created: 'Der Lead wurde angelegt.',
  discard: 'Verwerfen',
  problem: 'Der Lead wurde nicht angelegt',
  errors: {
    subject: 'Ein Lead braucht einen Betreff.',
    customer: 'Bitte einen Namen, eine Firma, eine E-Mail-Adresse oder eine Telefonnummer angeben.',
  },
};
