import type { Texts } from '../en/index.js';
import { acceptInvitation } from './accept-invitation.js';
import { apiKeys } from './api-keys.js';
import { common } from './common.js';
import { history } from './history.js';
import { lead } from './lead.js';
import { leads } from './leads.js';
import { leadsImport } from './leads-import.js';
import { newLead } from './new-lead.js';
import { operations } from './operations.js';
import { profile } from './profile.js';
import { replay } from './replay.js';
import { signIn } from './sign-in.js';
import { teams } from './teams.js';
import { timeline } from './timeline.js';
import { users } from './users.js';

/** All that the console says, a namespace per page. */
export const texts: Texts = {
  acceptInvitation,
  apiKeys,
  common,
  history,
  lead,
  leads,
  leadsImport,
  newLead,
  operations,
  profile,
  replay,
  signIn,
  teams,
  timeline,
  users,
};
