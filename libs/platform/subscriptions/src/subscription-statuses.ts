import type { Ledger, SubscriptionStatus } from './ledger-port.js';

/** All subscriptions as operators see them: what their runners last said, and who holds them now. */
export async function subscriptionStatuses(
  ledger: Pick<Ledger, 'reports' | 'leases'>,
): Promise<readonly SubscriptionStatus[]> {
  const leases = new Map((await ledger.leases()).map((lease) => [lease.name, lease]));
  return (await ledger.reports()).map((report) => {
    if (report.lease === undefined) return report;
    const lease = leases.get(report.lease);
    return { ...report, holder: lease?.holder ?? null, leaseUntil: lease?.until ?? null };
  });
}
