import type { components as Identity } from './schema/identity.js';
import type { components as Leads } from './schema/leads.js';

/** Short names for what the API answers. */
export type Lead = Leads['schemas']['LeadAnswer'];
export type LeadListItem = Leads['schemas']['LeadListItemAnswer'];
export type LeadFacets = Leads['schemas']['LeadFacetsAnswer'];
export type Facet = Leads['schemas']['FacetAnswer'];
export type Customer = Leads['schemas']['CustomerAnswer'];
export type CustomerBody = Leads['schemas']['CustomerBody'];
export type Address = Leads['schemas']['AddressAnswer'];
export type Phone = Leads['schemas']['PhoneAnswer'];
export type Interest = Leads['schemas']['InterestAnswer'];
export type Money = Leads['schemas']['MoneyAnswer'];
export type Phase = Leads['schemas']['PhaseAnswer'];
export type JournalEntry = Leads['schemas']['JournalEntryAnswer'];
export type ClosingReason = Leads['schemas']['ClosingReasonAnswer'];
export type Actor = Leads['schemas']['ActorAnswer'];
export type Named = Leads['schemas']['NamedAnswer'];
export type Change = Leads['schemas']['FieldChangeAnswer'];
export type CorrectLead = Leads['schemas']['CorrectLeadBody'];
export type CreateLead = Leads['schemas']['CreateLeadBody'];
export type User = Identity['schemas']['User'];
export type Myself = Identity['schemas']['Myself'];
export type Role = Myself['role'];
export type TrafficLight = Lead['light'];
export type LeadStatus = Lead['status'];
