import { defineMessages } from '@leadline/service-kit';

/** What the error codes of leads say to people. */
export const leadsMessages = defineMessages({
  'lead.not-found': { status: 404, en: 'There is no such lead.', de: 'Diesen Lead gibt es nicht.' },
  'lead.subject-missing': { status: 400, en: 'A lead needs a subject.', de: 'Ein Lead braucht einen Betreff.' },
  'lead.customer-missing': {
    en: 'A lead needs at least a name, an organisation, an e-mail address or a phone number.',
    de: 'Ein Lead braucht mindestens einen Namen, eine Firma, eine E-Mail-Adresse oder eine Telefonnummer.',
  },
  'lead.email-needs-confirmation': {
    en: 'The e-mail address is changed by itself, with your password: POST /api/leads/…/change-email.',
    de: 'Die E-Mail-Adresse wird für sich geändert, mit Ihrem Passwort: POST /api/leads/…/change-email.',
  },
  'confirmation-required': {
    status: 403,
    en: 'Confirm your password for this change. A confirmation lasts five minutes and serves for one change.',
    de: 'Bitte bestätigen Sie diese Änderung mit Ihrem Passwort. Eine Bestätigung gilt fünf Minuten und für eine Änderung.',
  },
  'lead.email-of-people-only': {
    status: 403,
    en: 'Changing an e-mail address takes the password of a person; an API key cannot confirm one.',
    de: 'Eine andere E-Mail-Adresse braucht das Passwort eines Menschen; ein API-Schlüssel kann keines bestätigen.',
  },
  'lead.accept-of-people-only': {
    status: 403,
    en: 'A lead is taken by a person, who then works it. An API key can assign it to one.',
    de: 'Einen Lead nimmt ein Mensch an, der ihn dann bearbeitet. Ein API-Schlüssel kann ihn jemandem zuweisen.',
  },
  'lead.reference-fixed': {
    en: 'The external reference cannot be changed: it is what makes this lead the one its sender means.',
    de: 'Die externe Referenz ist fest: Durch sie ist dieser Lead der, den der Absender meint.',
  },
  'lead.phases-begun': {
    en: 'The lead has completed a phase of its sales process and stays with its marketplace.',
    de: 'Der Lead hat schon eine Phase seines Verkaufsprozesses abgeschlossen und bleibt bei seinem Marktplatz.',
  },
  'lead.deactivated': {
    en: 'The lead is deactivated. Reactivate it first.',
    de: 'Der Lead ist deaktiviert. Bitte zuerst reaktivieren.',
  },
  'lead.closed': {
    en: 'The lead is closed. Reopen it first.',
    de: 'Der Lead ist abgeschlossen. Bitte zuerst wieder öffnen.',
  },
  'lead.not-accepted': {
    en: 'Nobody works on this lead yet. Accept it first.',
    de: 'An diesem Lead arbeitet noch niemand. Bitte zuerst annehmen.',
  },
  'lead.already-taken': {
    en: 'Somebody else has already taken this lead.',
    de: 'Diesen Lead hat schon jemand anders angenommen.',
  },
  'lead.phases-all-completed': {
    en: 'All phases are completed. The lead can be won or lost now.',
    de: 'Alle Phasen sind abgeschlossen. Der Lead kann jetzt gewonnen oder verloren werden.',
  },
  'lead.phase-unknown': {
    en: 'The lead’s sales process has no such phase.',
    de: 'Diese Phase gibt es im Verkaufsprozess des Leads nicht.',
  },
  'lead.phase-ahead': {
    en: 'The lead has not reached the phase “{phase}” yet; phases are completed one by one.',
    de: 'Der Lead ist noch nicht in der Phase „{phase}“; Phasen werden der Reihe nach abgeschlossen.',
  },
  'lead.phases-incomplete': {
    en: 'Not all phases are completed yet: {missing}.',
    de: 'Noch sind nicht alle Phasen abgeschlossen: {missing}.',
  },
  'lead.closing-reason-unfit': {
    en: 'This closing reason is for the other outcome.',
    de: 'Dieser Abschlussgrund ist für das andere Ergebnis.',
  },
  'lead.closing-reason-hidden': {
    en: 'This closing reason is no longer in use. Choose another.',
    de: 'Dieser Abschlussgrund wird nicht mehr verwendet. Bitte einen anderen wählen.',
  },
  'lead.journal-text-missing': {
    status: 400,
    en: 'A journal entry needs a text.',
    de: 'Ein Journaleintrag braucht einen Text.',
  },
  'lead.journal-detail-unfit': {
    status: 400,
    en: 'A journal entry of the kind “{kind}” has no {detail}.',
    de: 'Ein Journaleintrag der Art „{kind}“ hat kein Feld {detail}.',
  },
  'lead.journal-entry-not-found': {
    status: 404,
    en: 'The lead has no such journal entry.',
    de: 'Diesen Journaleintrag hat der Lead nicht.',
  },
  'lead.journal-entry-of-another': {
    status: 403,
    en: 'A journal entry is corrected by its author only.',
    de: 'Einen Journaleintrag korrigiert nur, wer ihn geschrieben hat.',
  },
  'closing-reason.not-found': {
    status: 404,
    en: 'There is no such closing reason.',
    de: 'Diesen Abschlussgrund gibt es nicht.',
  },
  'closing-reason.name-missing': {
    status: 400,
    en: 'A closing reason needs a name.',
    de: 'Ein Abschlussgrund braucht einen Namen.',
  },
  'closing-reason.name-taken': {
    en: 'There is a closing reason “{name}” for this outcome already.',
    de: 'Für dieses Ergebnis gibt es den Abschlussgrund „{name}“ schon.',
  },
  'closing-reason.last-visible': {
    en: 'One reason for this outcome must stay in use.',
    de: 'Ein Grund für dieses Ergebnis muss in Verwendung bleiben.',
  },
  'source.not-found': { status: 404, en: 'There is no such source.', de: 'Diese Quelle gibt es nicht.' },
  'source.name-missing': { status: 400, en: 'A source needs a name.', de: 'Eine Quelle braucht einen Namen.' },
  'source.name-taken': { en: 'There is a source “{name}” already.', de: 'Die Quelle „{name}“ gibt es schon.' },
  'marketplace.not-found': { status: 404, en: 'There is no such marketplace.', de: 'Diesen Marktplatz gibt es nicht.' },
  'marketplace.name-missing': {
    status: 400,
    en: 'A marketplace needs a name.',
    de: 'Ein Marktplatz braucht einen Namen.',
  },
  'marketplace.phases-missing': {
    status: 400,
    en: 'A sales process needs at least one phase.',
    de: 'Ein Verkaufsprozess braucht mindestens eine Phase.',
  },
  'marketplace.phase-unknown': {
    status: 400,
    en: 'A phase with an id must be one that this marketplace has or had; leave the id out for a new one.',
    de: 'Eine Phase mit Kennung muss eine dieses Marktplatzes sein; für eine neue bitte die Kennung weglassen.',
  },
  'marketplace.phase-twice': {
    status: 400,
    en: 'A phase can be in the process only once.',
    de: 'Eine Phase kann im Prozess nur einmal vorkommen.',
  },
  'marketplace.phase.name-missing': { status: 400, en: 'A phase needs a name.', de: 'Eine Phase braucht einen Namen.' },
  'marketplace.phase.name-taken': {
    status: 400,
    en: 'Two phases are called “{name}”.',
    de: 'Zwei Phasen heißen „{name}“.',
  },
});
